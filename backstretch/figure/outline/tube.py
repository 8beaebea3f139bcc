"""A limb as a smooth tube of spheres: its silhouette, the part in shade, and where cloth ends.

The left side of a tube is to the left of its direction in the picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from backstretch.figure.drawing import Loop
from backstretch.figure.outline.loops import ROUND, Point, ellipse, smooth

Ball = tuple[float, float, float, float]
"""A projected sphere: x, y, depth, radius."""

LIGHT: tuple[float, float, float] = (-0.50, 0.72, 0.48)
"""Where the light comes from in the picture: right, up, towards the viewer."""
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Tube:
    """Both sides of the silhouette at each ball, and the direction of the middle line there."""

    balls: Sequence[Ball]
    left: Sequence[Point]
    right: Sequence[Point]
    along: Sequence[Point]


def tube(balls: Sequence[Ball]) -> Tube:
    """The silhouette of the swept spheres, following their taper."""
    left: list[Point] = []
    right: list[Point] = []
    along: list[Point] = []
    last = len(balls) - 1
    tx, ty = _first_direction(balls)
    for i, (x, y, _, radius) in enumerate(balls):
        ax, ay, _, ar = balls[i - 1] if i else balls[0]
        bx, by, _, br = balls[i + 1] if i < last else balls[last]
        dx, dy = bx - ax, by - ay
        length = hypot(dx, dy)
        if length > _TINY:
            tx, ty = dx / length, dy / length
            # On a tapered tube the silhouette touches each circle ahead of or behind its widest
            # point: the tangent leans by the sine of the taper. Bounded, as nearly coinciding
            # circles give absurd tapers.
            lean = (ar - br) / length
            lean = -0.8 if lean < -0.8 else min(lean, 0.8)
        else:
            lean = 0.0
        out = radius * sqrt(1.0 - lean * lean)
        px, py = x + tx * radius * lean, y + ty * radius * lean
        left.append((px - ty * out, py + tx * out))
        right.append((px + ty * out, py - tx * out))
        along.append((tx, ty))
    return Tube(balls, left, right, along)


_HALF_TURN = sqrt(0.5)

Axes = tuple[float, float, float, float, float, float]
"""Three projected half axes: ax, ay, bx, by, cx, cy."""
Ring = tuple[float, float, float, float, float, float, float, float, float]
"""A projected ellipsoid: x, y, depth, and its three half axes (ax, ay, bx, by, cx, cy)."""


def sleeve(rings: Sequence[Ring]) -> Tube:
    """The silhouette of swept ellipsoids; a ball's radius is its reach along the tube."""
    left: list[Point] = []
    right: list[Point] = []
    along: list[Point] = []
    balls: list[Ball] = []
    last = len(rings) - 1
    tx, ty = _first_direction(rings)
    for i, (x, y, depth, ax, ay, bx, by, cx, cy) in enumerate(rings):
        before, after = rings[i - 1 if i else 0], rings[i + 1 if i < last else last]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy)
        if length > _TINY:
            tx, ty = dx / length, dy / length
        # The point of the ellipsoid that lies farthest across the tube: its support that way.
        a, b, c = ay * tx - ax * ty, by * tx - bx * ty, cy * tx - cx * ty
        h = sqrt(a * a + b * b + c * c) or _TINY
        ox, oy = (ax * a + bx * b + cx * c) / h, (ay * a + by * b + cy * c) / h
        left.append((x + ox, y + oy))
        right.append((x - ox, y - oy))
        along.append((tx, ty))
        a, b, c = ax * tx + ay * ty, bx * tx + by * ty, cx * tx + cy * ty
        balls.append((x, y, depth, sqrt(a * a + b * b + c * c)))
    return Tube(balls, left, right, along)


def rim(ring: Ring) -> Loop:
    """The whole outline of one ellipsoid."""
    return ellipse(ring[0], ring[1], *flattened(ring[3:]))


def flattened(axes: Axes) -> tuple[float, float, float, float]:
    """Two conjugate half axes (ax, ay, bx, by) of the ellipse an ellipsoid is seen as."""
    ax, ay, bx, by, cx, cy = axes
    xx, xy = ax * ax + bx * bx + cx * cx, ax * ay + bx * by + cx * cy
    yy = ay * ay + by * by + cy * cy
    # The outline is the unit circle stretched by the matrix's root (Cholesky).
    p = sqrt(xx) or _TINY
    q = xy / p
    return p, q, 0.0, sqrt(max(yy - q * q, 0.0))


def capsule(one: Ball, other: Ball) -> Loop:
    """The silhouette of a short, slightly tapered bone, too small for a whole tube to show."""
    x, y, _, r = one
    ex, ey, _, e = other
    dx, dy = ex - x, ey - y
    length = hypot(dx, dy)
    tx, ty = (dx / length, dy / length) if length > _TINY else (1.0, 0.0)
    ax, ay, bx, by = tx * r, ty * r, tx * e, ty * e
    k = ROUND
    rx, ry, tip_x, tip_y, lx, ly = ex + by, ey - bx, ex + bx, ey + by, ex - by, ey + bx
    sx, sy, back_x, back_y, ox, oy = x - ay, y + ax, x - ax, y - ay, x + ay, y - ax
    return (
        *(rx, ry),
        *(rx + k * bx, ry + k * by, tip_x + k * by, tip_y - k * bx, tip_x, tip_y),
        *(tip_x - k * by, tip_y + k * bx, lx + k * bx, ly + k * by, lx, ly),
        *(lx, ly, sx, sy, sx, sy),
        *(sx - k * ax, sy - k * ay, back_x - k * ay, back_y + k * ax, back_x, back_y),
        *(back_x + k * ay, back_y - k * ax, ox - k * ax, oy - k * ay, ox, oy),
        *(ox, oy, rx, ry, rx, ry),
    )


def _first_direction(balls: Sequence[Ball] | Sequence[Ring]) -> Point:
    x, y = balls[0][:2]
    for ball in balls[1:]:
        bx, by = ball[:2]
        length = hypot(bx - x, by - y)
        if length > _TINY:
            return (bx - x) / length, (by - y) / length
    return 1.0, 0.0


def outline(
    part: Tube,
    first: int = 0,
    last: int | None = None,
    start: Point | None = None,
    end: Point | None = None,
    as_balls: bool = False,
) -> Loop:
    """The closed silhouette from ball `first` to ball `last`.

    `start` and `end` are the middles of an end that is cut, as cloth is; None rounds it: `as_balls`
    as the ball that is there, which suits a limb that another covers, else a little fuller.
    """
    stop = len(part.balls) - 1 if last is None else last
    points = list(part.right[first : stop + 1])
    # A point given twice is a corner: cloth ends in one, flesh does not.
    points += (points[-1], end, part.left[stop]) if end else _rounded(part, stop, 1, as_balls)
    points += reversed(part.left[first : stop + 1])
    points += (points[-1], start, points[0]) if start else _rounded(part, first, -1, as_balls)
    return smooth(points)


def _rounded(part: Tube, index: int, way: int, as_ball: bool) -> tuple[Point, ...]:
    """Round the end of a tube, counter-clockwise; `way` is 1 at its last ball and -1 at its first.
    Without a point on either side of its tip an outline bulges before it turns."""
    x, y, _, radius = part.balls[index]
    tx, ty = part.along[index]
    tx, ty = tx * radius * way, ty * radius * way
    tip = (x + tx, y + ty)
    if not as_ball:
        return (tip,)
    sides = (part.right[index], part.left[index])
    (ax, ay), (bx, by) = sides[::way]
    return (
        (x + (tx + ax - x) * _HALF_TURN, y + (ty + ay - y) * _HALF_TURN),
        tip,
        (x + (tx + bx - x) * _HALF_TURN, y + (ty + by - y) * _HALF_TURN),
    )


def cuff(part: Tube, index: int) -> Point:
    """The middle of the visible edge of a cut straight across the tube at ball `index`."""
    balls = part.balls
    x, y, _, radius = balls[index]
    ax, ay, az, _ = balls[max(index - 1, 0)]
    bx, by, bz, _ = balls[min(index + 1, len(balls) - 1)]
    dx, dy, dz = bx - ax, by - ay, bz - az
    length = sqrt(dx * dx + dy * dy + dz * dz) or 1.0
    tx, ty = part.along[index]
    bulge = radius * dz / length
    return x - tx * bulge, y - ty * bulge


def shade(
    part: Tube,
    first: int = 0,
    last: int | None = None,
    thin_start: bool = False,
    thin_end: bool = False,
    hands: Sequence[float] = (1.0, -1.0),
) -> tuple[Loop, ...]:
    """The parts turned away from the light, each from the rim to where the light ends.

    `thin_start` and `thin_end` let the shade run out towards that ball; `hands` are the sides to
    look at, 1 the left and -1 the right.
    """
    stop = len(part.balls) - 1 if last is None else last
    found = []
    if stop <= first:
        return ()
    for hand in hands:
        side = part.left if hand > 0 else part.right
        rim = side[first : stop + 1]
        inner, deep = _terminator(part, rim, first, hand)
        if thin_start:
            inner[0] = rim[0]
            inner[1] = _midway(inner[1], rim[1])
        if thin_end:
            inner[-1] = rim[-1]
            inner[-2] = _midway(inner[-2], rim[-2])
        if deep:
            there, back = (rim, inner) if hand < 0 else (inner, rim)
            found.append(smooth([there[0], *there, there[-1], back[-1], *reversed(back), back[0]]))
    return tuple(found)


def _midway(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _terminator(
    part: Tube, rim: Sequence[Point], first: int, hand: float
) -> tuple[list[Point], bool]:
    lx, ly, lz = LIGHT
    inner: list[Point] = []
    deep = False
    for i, (px, py) in enumerate(rim, first):
        x, y, _, _ = part.balls[i]
        tx, ty = part.along[i]
        facing = hand * (ly * tx - lx * ty)
        if facing < 0:
            reach = 0.12 + 0.88 * lz / sqrt(facing * facing + lz * lz)
            deep = deep or facing < -0.25
        else:
            reach = 1.0
        inner.append((x + (px - x) * reach, y + (py - y) * reach))
    return inner, deep
