"""An arm or a leg: two halves that meet in the elbow or knee without a seam."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstretch.figure.body import Vector
from backstretch.figure.drawing import Loop, Shape
from backstretch.figure.outline.curve import smooth_line
from backstretch.figure.outline.stations import Stations
from backstretch.figure.outline.tube import Ball, Tube, cuff, outline, shade, tube
from backstretch.figure.outline.view import View

EDGE = 0.0026
"""Width of the seam that ends a piece of cloth."""


@dataclass(frozen=True, slots=True)
class Wear:
    """The colour roles of a limb, and how far it is from the viewer (0 near, 1 far); one that
    `grows` out of the trunk takes on its tone along the first bone."""

    cloth: str
    tone: float
    grows: bool = False


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
    upper = _half(whole, 0, joint, cloth, wear, ())
    lower = [*_half(whole, joint, len(balls) - 1, cloth, wear, end), *last]
    return upper, lower


def _half(
    whole: Tube, first: int, last: int, cloth: int, wear: Wear, end: Sequence[Loop]
) -> list[Shape]:
    tone = wear.tone
    shapes: list[Shape] = []
    edge = cuff(whole, cloth) if first <= cloth <= last else None
    if cloth < last or end:
        start = max(first, min(cloth, last))
        skin = (outline(whole, start, last), *end) if start < last else tuple(end)
        shapes.append(Shape("skin", skin, tone))
        shapes.append(Shape("skin-shade", shade(whole, start, last, thin_end=bool(end)), tone))
    if cloth > first:
        stop = min(cloth, last)
        ends = edge if stop == cloth else None
        dark = shade(whole, first, stop, thin_start=first == 0)
        fade = _fade(whole, last) if wear.grows and first == 0 and tone > 0 else None
        loop = outline(whole, first, stop, end=ends)
        shapes.append(Shape(wear.cloth, (loop,), tone, fade=fade))
        shapes.append(Shape(wear.cloth + "-shade", dark, tone, fade=fade))
        if ends:
            hem = smooth_line((whole.left[cloth], ends, whole.right[cloth]))
            shapes.append(Shape(wear.cloth + "-shade", (hem,), tone, kind="line", width=EDGE))
    return [shape for shape in shapes if shape.loops]


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
