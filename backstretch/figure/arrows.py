"""Arrows that show which way hands, chest and heels go."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import hypot

from backstretch.figure.body import Body, Frame, Vector
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Drawing, Shape, box_of
from backstretch.figure.outline.loops import Point, polygon, smooth_line
from backstretch.figure.outline.view import view_of

_LEAST = 0.085
"""A shorter way in the picture needs no arrow."""
_MOST = 3
_MOST_WINDING = 1.9
"""A way that is longer than this times its reach comes back on itself; it tells nothing."""
_WIDTH = 0.011
_HEAD = 0.034
_CLEAR = 0.045
"""How near to a longer arrow of the same limb's fellow another may begin."""


def _ahead(frame: Frame, by: float) -> Vector:
    x, y, z = frame.at
    fx, fy, fz = frame.forward
    return (x + fx * by, y + fy * by, z + fz * by)


def _above(frame: Frame, by: float) -> Vector:
    x, y, z = frame.at
    ux, uy, uz = frame.up
    return (x + ux * by, y + uy * by, z + uz * by)


_TRACED: tuple[Callable[[Body], Vector], ...] = (
    lambda body: _ahead(body.left.hand, 0.06),
    lambda body: _ahead(body.right.hand, 0.06),
    lambda body: body.left.ankle,
    lambda body: body.right.ankle,
    lambda body: _ahead(body.spine[3], 0.10),
    lambda body: body.pelvis.at,
    lambda body: _above(body.head, 0.11),
)


def arrows(bodies: Sequence[Body], camera: Camera) -> Drawing:
    """Arrows along the ways of what moves most, from the first body through to the last.

    Half a dozen bodies along the way make the curves true; two give straight arrows.
    """
    view = view_of(camera)
    ways = [[view.spot(place(body))[:2] for body in bodies] for place in _TRACED]
    ways.sort(key=_reach, reverse=True)
    shapes: list[Shape] = []
    drawn: list[list[Point]] = []
    for way in ways:
        if len(drawn) == _MOST or _reach(way) < _LEAST:
            break
        if _length(way) < _reach(way) * _MOST_WINDING and all(
            _apart(way, other) > _CLEAR for other in drawn
        ):
            drawn.append(way)
            shapes += _arrow(way)
    found = tuple(shapes)
    return Drawing(found, box_of(found))


def _reach(way: Sequence[Point]) -> float:
    (x, y), (ex, ey) = way[0], way[-1]
    return hypot(ex - x, ey - y)


def _length(way: Sequence[Point]) -> float:
    return sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(way))


def _apart(way: Sequence[Point], other: Sequence[Point]) -> float:
    (x, y), (ox, oy) = way[-1], other[-1]
    return hypot(ox - x, oy - y)


def _arrow(way: list[Point]) -> list[Shape]:
    x, y = way[-1]
    back = next((p for p in reversed(way[:-1]) if hypot(x - p[0], y - p[1]) > _HEAD), way[0])
    dx, dy = x - back[0], y - back[1]
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length * _HEAD, dy / length * _HEAD
    foot = (x - dx * 0.8, y - dy * 0.8)
    shaft = [p for p in way[:-1] if hypot(x - p[0], y - p[1]) > _HEAD]
    tip = polygon(
        [
            (x, y),
            (x - dx - dy * 0.52, y - dy + dx * 0.52),
            foot,
            (x - dx + dy * 0.52, y - dy - dx * 0.52),
        ]
    )
    return [
        Shape("arrow", (smooth_line([*shaft, foot]),), alpha=0.85, kind="line", width=_WIDTH),
        Shape("arrow", (tip,), alpha=0.85),
    ]
