"""Smooth closed outlines through given points, and ellipses, as loops of cubics."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin

from backstretch.figure.drawing import Loop

Point = tuple[float, float]

_REACH = 0.36
"""Length of a handle as a part of its chord: exact for arcs of about 60 degrees."""
ROUND = 0.5522847498
"""Length of a handle as a part of the radius, for a quarter of a circle."""
_TINY = 1e-9


def smooth(points: Sequence[Point]) -> Loop:
    """A closed curve through two or more `points`; its direction jumps only where one is given
    twice."""
    xs, ys = points[-1]
    x, y = first_x, first_y = points[0]
    nx, ny = points[1]
    before, after = hypot(x - xs, y - ys), hypot(nx - x, ny - y)
    reach = _REACH / (hypot(nx - xs, ny - ys) or _TINY)
    dx, dy = (nx - xs) * reach, (ny - ys) * reach
    back_x, back_y = x - dx * before, y - dy * before
    out_x, out_y = x + dx * after, y + dy * after
    flat: list[float] = [x, y]
    add = flat.extend
    xs, ys, x, y, before = x, y, nx, ny, after
    for nx, ny in (*points[2:], points[0]):
        after = hypot(nx - x, ny - y)
        dx, dy = nx - xs, ny - ys
        reach = _REACH / (hypot(dx, dy) or _TINY)
        dx *= reach
        dy *= reach
        if before > _TINY:
            add((out_x, out_y, x - dx * before, y - dy * before, x, y))
        out_x, out_y = x + dx * after, y + dy * after
        xs, ys, x, y, before = x, y, nx, ny, after
    if before > _TINY:
        add((out_x, out_y, back_x, back_y, first_x, first_y))
    return tuple(flat)


def smooth_line(points: Sequence[Point]) -> Loop:
    """An open curve through `points`."""
    first, last = points[0], points[-1]
    ends = [first, *points, last]
    flat: list[float] = [*first]
    for i in range(1, len(ends) - 2):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ends[i - 1 : i + 3]
        flat += (
            x1 + (x2 - x0) / 6,
            y1 + (y2 - y0) / 6,
            x2 - (x3 - x1) / 6,
            y2 - (y3 - y1) / 6,
            x2,
            y2,
        )
    return tuple(flat)


def polygon(points: Sequence[Point]) -> Loop:
    """A closed loop of straight lines."""
    flat: list[float] = [*points[0]]
    x, y = points[0]
    for nx, ny in (*points[1:], points[0]):
        dx, dy = (nx - x) / 3, (ny - y) / 3
        flat += (x + dx, y + dy, nx - dx, ny - dy, nx, ny)
        x, y = nx, ny
    return tuple(flat)


def ellipse(cx: float, cy: float, ax: float, ay: float, bx: float, by: float) -> Loop:
    """The ellipse round (cx, cy) with the conjugate half axes a and b, counter-clockwise."""
    if ax * by - ay * bx < 0:
        bx, by = -bx, -by
    k = ROUND
    return (
        cx + ax,
        cy + ay,
        cx + ax + k * bx,
        cy + ay + k * by,
        cx + bx + k * ax,
        cy + by + k * ay,
        cx + bx,
        cy + by,
        cx + bx - k * ax,
        cy + by - k * ay,
        cx - ax + k * bx,
        cy - ay + k * by,
        cx - ax,
        cy - ay,
        cx - ax - k * bx,
        cy - ay - k * by,
        cx - bx - k * ax,
        cy - by - k * ay,
        cx - bx,
        cy - by,
        cx - bx + k * ax,
        cy - by + k * ay,
        cx + ax - k * bx,
        cy + ay - k * by,
        cx + ax,
        cy + ay,
    )


def circle(cx: float, cy: float, radius: float) -> Loop:
    """A circle, counter-clockwise."""
    return ellipse(cx, cy, radius, 0.0, 0.0, radius)


def compass(count: int) -> tuple[Point, ...]:
    """`count` unit directions, counter-clockwise from the right."""
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count))
