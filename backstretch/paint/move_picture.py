"""A small picture of a move: the figure on its mat, in the pose that tells the move from others."""

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from backstretch.figure.blend import body_at
from backstretch.figure.body import SIDES, Body
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box, Drawing
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.outline.figure_drawing import draw_list
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.poses import Poses
from backstretch.figure.view_box import window_of
from backstretch.paint.colours import Palette
from backstretch.paint.picture import render
from backstretch.routine.model import Move

LEAST_WIDTH = 0.75
"""In body heights: seen closer, a seated figure would tower over a lying one beside it."""


def move_picture(
    poses: Poses, look: Look, move: Move, palette: Palette, size: QSize, ratio: float = 1.0
) -> QImage:
    """The picture on a transparent ground. `size` is in device-independent pixels, `ratio` is how
    many real pixels make one."""
    window, drawings = _drawn(poses, look, move)
    return render(drawings, palette, size, _fitted(window, size), ratio=ratio)


@lru_cache(maxsize=16)
def _drawn(poses: Poses, look: Look, move: Move) -> tuple[Box, tuple[Drawing, Drawing]]:
    """The part of the picture that holds the figure, and the mat and the figure. Kept because
    every page, theme and step of a resize wants the same in another size."""
    camera = Camera(move.view.yaw, move.view.pitch)
    body = _body_in(poses, look, telling_pose(poses, look, move))
    drawings = (mat_drawing(camera), draw_list(body, camera, look))
    return window_of((body,), camera, look), drawings


@lru_cache(maxsize=32)
def telling_pose(poses: Poses, look: Look, move: Move) -> str:
    """The pose that the routine names for it, else the one of the move's reps that lies farthest
    from the one it begins in."""
    if move.picture:
        return move.picture
    begin = _body_in(poses, look, move.begins)
    wanted = [step.pose for step in move.rep]
    return max(wanted, key=lambda pose: _distance(begin, _body_in(poses, look, pose)))


def _body_in(poses: Poses, look: Look, pose: str) -> Body:
    motion = Motion(Place(Way((Stop(0.0, pose),)), 0.0), fullness=0.5)
    return body_at(poses, motion, look.build)


def _distance(one: Body, other: Body) -> float:
    """The squared distances between the bodies' ends and joints, summed; in body heights."""
    pairs = [(one.head.at, other.head.at), (one.pelvis.at, other.pelvis.at)]
    for side in SIDES:
        a, b = one.limbs(side), other.limbs(side)
        pairs += [(a.wrist, b.wrist), (a.elbow, b.elbow), (a.knee, b.knee), (a.ankle, b.ankle)]
    return sum(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) for a, b in pairs)


def _fitted(window: Box, size: QSize) -> Box:
    """`window` in the proportions of `size`, with the figure in the middle of the height."""
    left, bottom, right, top = window
    wide = max(right - left, LEAST_WIDTH)
    tall = max(top - bottom, wide * size.height() / max(1, size.width()))
    middle, level = (left + right) / 2, (bottom + top) / 2
    return (middle - wide / 2, level - tall / 2, middle + wide / 2, level + tall / 2)
