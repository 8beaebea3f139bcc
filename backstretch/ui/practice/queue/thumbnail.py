"""A small picture of a move: the figure in the pose that tells the move from all others."""

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from backstretch.figure.blend import body_at
from backstretch.figure.body import SIDES, Body
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.outline.figure_drawing import draw_list
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.poses import Poses
from backstretch.figure.view_box import window_of
from backstretch.paint import palette_for, render
from backstretch.routine.model import Move
from backstretch.ui.theme import Theme


def move_picture(
    poses: Poses, look: Look, move: Move, theme: Theme, size: QSize, ratio: float = 1.0
) -> QImage:
    """The picture on nothing, `size` in device-independent pixels."""
    camera = Camera(move.view.yaw, move.view.pitch)
    body = body_in(poses, look, telling_pose(poses, look, move))
    window = _least_tall(window_of((body,), camera, look), size)
    figure = draw_list(body, camera, look)
    colours = palette_for(look, theme.dark, theme.colours)
    return render((mat_drawing(camera), figure), colours, size, window, ratio=ratio)


def body_in(poses: Poses, look: Look, pose: str) -> Body:
    motion = Motion(Place(Way((Stop(0.0, pose),)), 0.0), fullness=0.5)
    return body_at(poses, motion, look.build)


@lru_cache(maxsize=32)
def telling_pose(poses: Poses, look: Look, move: Move) -> str:
    """The pose of the reps that lies farthest from the one the move begins in."""
    begin = body_in(poses, look, move.begins)
    wanted = [step.pose for step in move.rep]
    return max(wanted, key=lambda pose: _distance(begin, body_in(poses, look, pose)))


def _distance(one: Body, other: Body) -> float:
    pairs = [(one.head.at, other.head.at), (one.pelvis.at, other.pelvis.at)]
    for side in SIDES:
        a, b = one.limbs(side), other.limbs(side)
        pairs += [(a.wrist, b.wrist), (a.elbow, b.elbow), (a.knee, b.knee), (a.ankle, b.ankle)]
    return sum(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) for a, b in pairs)


def _least_tall(window: Box, size: QSize) -> Box:
    """The window with floor enough below and air enough above to look at ease in `size`, and never
    so narrow that a seated figure towers over a lying one."""
    left, bottom, right, top = window
    wide = max(right - left, 0.75)
    tall = max(top - bottom, wide * size.height() / max(1, size.width()))
    middle, level = (left + right) / 2, (bottom + top) / 2
    return (middle - wide / 2, level - tall / 2, middle + wide / 2, level + tall / 2)
