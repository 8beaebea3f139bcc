"""The mat: a rounded slab on the floor, in the camera's perspective."""

from itertools import pairwise
from math import cos, pi, sin

from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Drawing, Shape, box_of
from backstretch.figure.outline.loops import Point, polygon
from backstretch.figure.outline.view import View, view_of

MAT = (-0.62, 0.76, 0.23)
"""Where it lies: from x, to x, and half its breadth, in body heights."""
_CORNER = 0.035
_THICK = 0.011
_HIGH = -0.001
"""The top lies a hair under the floor that hands and knees rest on."""


def mat_drawing(camera: Camera) -> Drawing:
    """The mat alone; it changes only with the camera, so it can be cached."""
    view = view_of(camera)
    rounds = _rounded()
    top = [_spot(view, x, y, _HIGH) for (x, y), _ in rounds]
    down = _spot(view, 0.0, 0.0, -_THICK)
    slab = _swept(view, rounds, down)
    low = _spot(view, 0.0, 0.0, -_THICK - 0.006)
    shadow = [(x + low[0] + 0.006, y + low[1]) for x, y in slab]
    shapes = (
        Shape("shadow", (polygon(shadow),), alpha=0.16),
        Shape("mat-edge", (polygon(slab),)),
        Shape("mat", (polygon(top),)),
        Shape("mat-line", (_stripe(view),), kind="line", width=0.003, alpha=0.5),
    )
    return Drawing(shapes, box_of(shapes))


def _rounded() -> list[tuple[Point, Point]]:
    first, last, half = MAT
    found = []
    for quarter, (x, y) in enumerate(
        (
            (last - _CORNER, half - _CORNER),
            (first + _CORNER, half - _CORNER),
            (first + _CORNER, -half + _CORNER),
            (last - _CORNER, -half + _CORNER),
        )
    ):
        for step in range(7):
            turn = (quarter + step / 6) * pi / 2
            c, s = cos(turn), sin(turn)
            found.append(((x + _CORNER * c, y + _CORNER * s), (c, s)))
    return found


def _spot(view: View, x: float, y: float, z: float) -> Point:
    return view.spot((x, y, z))[:2]


def _swept(view: View, rounds: list[tuple[Point, Point]], down: Point) -> list[Point]:
    """The outline of the top and the bottom together."""
    points = []
    for (x, y), (c, s) in rounds:
        px, py = _spot(view, x, y, _HIGH)
        # The edge's side is seen where it faces the viewer.
        if c * view.near[0] + s * view.near[1] > 0 or view.near[2] < 0:
            px, py = px + down[0], py + down[1]
        points.append((px, py))
    return points


def _stripe(view: View) -> tuple[float, ...]:
    first, last, half = MAT
    inset = 0.03
    corners = [
        (first + inset, half - inset),
        (last - inset, half - inset),
        (last - inset, -half + inset),
        (first + inset, -half + inset),
        (first + inset, half - inset),
    ]
    spots = [_spot(view, x, y, _HIGH) for x, y in corners]
    flat: list[float] = [*spots[0]]
    for (x, y), (nx, ny) in pairwise(spots):
        dx, dy = (nx - x) / 3, (ny - y) / 3
        flat += (x + dx, y + dy, nx - dx, ny - dy, nx, ny)
    return tuple(flat)
