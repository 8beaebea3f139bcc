"""The part of the picture to show: steady over a move, so that the figure doesn't jitter."""

from collections.abc import Iterable

from backstretch.figure.body import Body, Vector
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import EMPTY, Box
from backstretch.figure.look import Look
from backstretch.figure.outline.view import view_of

MARGIN = 0.05


def window_of(bodies: Iterable[Body], camera: Camera, look: Look) -> Box:
    """A box that holds the figure in all of `bodies` with a little air, in body heights."""
    view = view_of(camera)
    flesh = look.build
    left = bottom = 1e9
    right = top = -1e9
    for body in bodies:
        for at, radius in _places(body, flesh.thigh[0], flesh.head[2] + 0.03):
            x, y, _ = view.spot(at)
            left, right = min(left, x - radius), max(right, x + radius)
            bottom, top = min(bottom, y - radius), max(top, y + radius)
    if left > right:
        return EMPTY
    return (left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN)


def _places(body: Body, thick: float, skull: float) -> list[tuple[Vector, float]]:
    found: list[tuple[Vector, float]] = [(body.pelvis.at, thick), (body.head.at, skull)]
    found += [(frame.at, thick + 0.02) for frame in body.spine[1:4]]
    for limbs in (body.left, body.right):
        for frame, reach in ((limbs.hand, 0.1), (limbs.foot, 0.115)):
            x, y, z = frame.at
            fx, fy, fz = frame.forward
            found.append(((x + fx * reach, y + fy * reach, z + fz * reach), 0.01))
            found.append((frame.at, 0.03))
        found += [(limbs.shoulder, 0.05), (limbs.elbow, 0.03), (limbs.knee, 0.04)]
    return found
