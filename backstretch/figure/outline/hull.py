"""The outline of the convex form round ellipsoids: what a string round them would show."""

from collections.abc import Sequence
from math import sqrt

from backstretch.figure.outline.loops import Point, compass

Lump = tuple[float, float, float, float, float, float, float, float]
"""A projected ellipsoid: x, y, and its three half axes (ax, ay, bx, by, cx, cy)."""

_ROSE = compass(22)


def hull(lumps: Sequence[Lump]) -> list[Point]:
    """Points round the outline, counter-clockwise."""
    points: list[Point] = []
    for dx, dy in _ROSE:
        best, px, py = -1e9, 0.0, 0.0
        for x, y, ax, ay, bx, by, cx, cy in lumps:
            a, b, c = ax * dx + ay * dy, bx * dx + by * dy, cx * dx + cy * dy
            h = sqrt(a * a + b * b + c * c) or 1e-9
            reach = x * dx + y * dy + h
            if reach > best:
                best = reach
                px = x + (ax * a + bx * b + cx * c) / h
                py = y + (ay * a + by * b + cy * c) / h
        points.append((px, py))
    return points
