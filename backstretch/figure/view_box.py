"""The part of the picture to show: steady over a move, so that the figure doesn't jitter."""

from collections.abc import Iterable, Sequence

from backstretch.figure.body import Body, Vector
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import EMPTY, Box
from backstretch.figure.look import Look
from backstretch.figure.outline.view import view_of

MARGIN = 0.05
Disc = tuple[float, float, float]
"""A place in the picture and a radius round it, in body heights: x, y, radius."""


def window_of(bodies: Iterable[Body], camera: Camera, look: Look) -> Box:
    """A box that holds the figure in all of `bodies` with a little air, in body heights."""
    discs = discs_of(bodies, camera, look)
    if not discs:
        return EMPTY
    left, bottom, right, top = box_round(discs)
    return (left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN)


def discs_of(bodies: Iterable[Body], camera: Camera, look: Look) -> list[Disc]:
    """Discs in the picture that together reach as far as the figure does in all of `bodies`."""
    view, flesh = view_of(camera), look.build
    found = []
    for body in bodies:
        for at, radius in _places(body, flesh.thigh[0], flesh.head[2] + 0.03):
            x, y, _ = view.spot(at)
            found.append((x, y, radius))
    return found


def box_round(discs: Sequence[Disc]) -> Box:
    """The smallest box that holds all of the discs, of which there is at least one."""
    return (
        min(x - r for x, _, r in discs),
        min(y - r for _, y, r in discs),
        max(x + r for x, _, r in discs),
        max(y + r for _, y, r in discs),
    )


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
