"""An arm or a leg: two halves that meet in the elbow or knee without a seam."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from backstretch.figure.body import Vector
from backstretch.figure.drawing import Loop, Shape
from backstretch.figure.outline.loops import Point, smooth_line
from backstretch.figure.outline.stations import Stations
from backstretch.figure.outline.tube import Ball, Tube, cuff, outline, shade, tube
from backstretch.figure.outline.view import View

_SHARP = 0.30
"""The sine of a bend within half a limb from which its inside gets no shade."""
_RIM = 0.0034
"""Twice the width of the edge round a hand or foot."""
_FOLDED = -0.35
"""The cosine of a bend in the picture from which both halves lie upon one another."""
_HIDDEN = 0.6
"""From this tone on the trunk is before the limb's root, unless it recedes by `_RECEDING`."""
_RECEDING = 0.05
EDGE = 0.0026
"""Width of the seam that ends a piece of cloth."""


@dataclass(frozen=True, slots=True)
class Wear:
    """The colour roles of a limb, and how far it is from the viewer (0 near, 1 far); one whose
    root is seen takes on its tone along the first bone. `rim` 0..1 is how clearly hand or foot
    are set off from other skin behind them."""

    cloth: str
    tone: float
    rim: float = 0.0


def balls_along(
    view: View, stations: Stations, joints: tuple[Vector, Vector, Vector], front: Sequence[Vector]
) -> list[Ball]:
    """The limb's spheres in the picture; `front` is the body's front at each of the two bones."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = (view.spot(joint) for joint in joints)
    (fx, fy, fz), (gx, gy, gz) = (view.spot(direction) for direction in front)
    balls: list[Ball] = []
    for at, radius, out in stations.places:
        if at <= 1:
            rest = 1 - at
            balls.append(
                (
                    ax * rest + bx * at + fx * out,
                    ay * rest + by * at + fy * out,
                    az * rest + bz * at + fz * out,
                    radius,
                )
            )
        else:
            part = at - 1
            rest = 1 - part
            balls.append(
                (
                    bx * rest + cx * part + gx * out,
                    by * rest + cy * part + gy * out,
                    bz * rest + cz * part + gz * out,
                    radius,
                )
            )
    return balls


def limb_halves(
    balls: list[Ball], stations: Stations, wear: Wear, end: Sequence[Loop], last: Sequence[Shape]
) -> tuple[list[Shape], list[Shape]]:
    """The half nearer the trunk and the other. `end` is the outline of hand or foot, one with the
    skin of the lower half; `last` is painted over it (the shade of the foot)."""
    whole = tube(balls)
    joint, cloth = stations.joint, stations.cloth
    # Each reaches a little beyond the joint, so that their outlines are one across it.
    fade = _fade(whole, joint) if wear.tone > 0 and _root_is_seen(balls, joint, wear) else None
    upper = _half(whole, (0, joint + 1, cloth), wear, (), fade)
    lower = [
        *_half(whole, (joint - 1, len(balls) - 1, cloth), wear, end),
        *(shape for shape in last if shape.loops),
    ]
    for half, edge in zip((upper, lower), _creases(whole, joint, cloth), strict=True):
        if len(edge) > 1:
            line = (smooth_line(edge),)
            half.append(Shape(wear.cloth + "-shade", line, wear.tone, kind="line", width=EDGE))
    return upper, lower


def _creases(whole: Tube, joint: int, cloth: int) -> tuple[Sequence[Point], Sequence[Point]]:
    """The inner edges of the cloth of both halves where they are folded upon one another, to tell
    them apart; the nearer one's is seen."""
    (ax, ay), (bx, by) = whole.along[joint - 2], whole.along[joint + 2]
    if ax * bx + ay * by > _FOLDED:
        return (), ()
    side = whole.left if ax * by - ay * bx > 0 else whole.right
    return side[2 : min(joint, cloth)], side[joint + 1 : cloth]


def _half(
    whole: Tube,
    reach: tuple[int, int, int],
    wear: Wear,
    end: Sequence[Loop],
    fade: tuple[float, float, float, float] | None = None,
) -> list[Shape]:
    """From ball to ball of `reach`, whose third is where cloth ends."""
    first, last, cloth = reach
    tone = wear.tone
    shapes: list[Shape] = []
    edge = cuff(whole, cloth) if first <= cloth <= last else None
    if cloth < last or end:
        start = max(first, min(cloth, last))
        # Under a hem skin begins round, to fill the cuff.
        begin = _joined(whole, start) if start == first else None
        finish = None if end else _joined(whole, last)
        flesh = outline(whole, start, last, begin, finish, as_balls=True) if start < last else ()
        skin = (flesh, *end) if flesh else tuple(end)
        if end and wear.rim > 0.0:
            # Under the skin, so that of hand or foot only the outer edge shows.
            rim = Shape("skin-shade", tuple(end), tone, wear.rim, "line", _RIM)
            shapes.append(rim)
        shapes.append(Shape("skin", skin, tone))
        thin = (start == first and not begin, bool(end) or not finish)
        dark = _half_shade(whole, start, last, thin)
        shapes.append(Shape("skin-shade", dark, tone))
    if cloth > first:
        stop = min(cloth, last)
        ends = edge if stop == cloth else None
        begin, finish = _joined(whole, first), ends or _joined(whole, stop)
        dark = _half_shade(whole, first, stop, (not begin, not finish))
        loop = outline(whole, first, stop, begin, finish, as_balls=True)
        shapes.append(Shape(wear.cloth, (loop,), tone, fade=fade))
        shapes.append(Shape(wear.cloth + "-shade", dark, tone, fade=fade))
        if ends:
            hem = hem_line(whole.left[cloth], ends, whole.right[cloth])
            shapes.append(Shape(wear.cloth + "-shade", (hem,), tone, kind="line", width=EDGE))
    return [shape for shape in shapes if shape.loops]


def _joined(whole: Tube, index: int) -> Point | None:
    """The middle of the ball where one half goes over into the other, if the limb is nearly
    straight there: it ends flat then, as a round end would cover the other's shade."""
    if not 0 < index < len(whole.balls) - 1:
        return None
    if _is_short(whole, 0, index) or _is_short(whole, index, len(whole.balls) - 1):
        return None
    (ax, ay), (bx, by) = whole.along[index - 1], whole.along[index + 1]
    straight = ax * bx + ay * by > 0.0 and abs(ax * by - ay * bx) < _SHARP
    return whole.balls[index][:2] if straight else None


def _half_shade(whole: Tube, first: int, last: int, thin: tuple[bool, bool]) -> tuple[Loop, ...]:
    """The shade of a stretch of the limb, which runs out before the inside of a sharp bend, and
    where `thin` says so at its start and end."""
    if _is_short(whole, first, last):
        return ()
    (ax, ay), (bx, by) = whole.along[first], whole.along[last]
    turn = ax * by - ay * bx
    if abs(turn) < _SHARP:
        return shade(whole, first, last, *thin)
    inner = 1.0 if turn > 0 else -1.0
    outside = shade(whole, first, last, *thin, hands=(-inner,))
    if first == 0:
        return outside + shade(whole, first, last - 2, True, True, hands=(inner,))
    return outside + shade(whole, first + 2, last, True, thin[1], hands=(inner,))


def _is_short(whole: Tube, first: int, last: int) -> bool:
    """True if the stretch points at the viewer, so that none of its sides is seen."""
    x, y, _, radius = whole.balls[first]
    ex, ey, _, end_radius = whole.balls[last]
    return hypot(ex - x, ey - y) < 1.1 * (radius + end_radius)


def hem_line(left: Point, middle: Point, right: Point) -> Loop:
    """A seam across cloth; its round ends stay within the outline."""
    (lx, ly), (rx, ry) = left, right
    dx, dy = (rx - lx) * 0.02, (ry - ly) * 0.02
    return smooth_line(((lx + dx, ly + dy), middle, (rx - dx, ry - dy)))


def _root_is_seen(balls: Sequence[Ball], joint: int, wear: Wear) -> bool:
    """A limb beside the trunk, or one that leads away from the viewer, starts in full view."""
    return wear.tone < _HIDDEN or balls[0][2] - balls[joint][2] > _RECEDING


def _fade(whole: Tube, joint: int) -> tuple[float, float, float, float]:
    """From just below the root to two thirds of the bone."""
    (x, y, _, _), (ex, ey, _, _) = whole.balls[0], whole.balls[joint]
    dx, dy = ex - x, ey - y
    return (x + dx * 0.12, y + dy * 0.12, x + dx * 0.7, y + dy * 0.7)


def far(depth: float) -> float:
    """The tone of a part `depth` nearer than the trunk: 0 beside it or in front, 1 well behind.

    One that is hardly behind keeps the trunk's tone, as its root would show as a disc.
    """
    part = min(max((-depth - 0.055) * 11.0, 0.0), 1.0)
    return part * part * (3 - 2 * part)
