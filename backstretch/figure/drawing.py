"""A drawing: what the figure looks like from the camera, as shapes without colours.

Picture coordinates are body heights, x to the right, y up; the world's origin lies at (0, 0).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Loop = tuple[float, ...]
"""One outline: x0, y0, then six numbers for each cubic (two handles, end point)."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

Kind = Literal["fill", "line", "glow"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing to paint in the colour of `role`.

    `fill`: the union of all `loops` (non-zero winding). `line`: open loops stroked `width` wide
    with round ends. `glow`: one loop (cx, cy, ax, ay, bx, by), an ellipse by its two half axes
    that fades from its middle to nothing at its rim. `tone` 0 is near, 1 the darkest far tone;
    `alpha` is how opaque it is. `fade` (x, y, to x, to y) lets a fill's tone grow from 0 there
    to `tone`; None fills it evenly.
    """

    role: str
    loops: tuple[Loop, ...]
    tone: float = 0.0
    alpha: float = 1.0
    kind: Kind = "fill"
    width: float = 0.0
    fade: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes, back to front; `box` holds all of them, glow and shadow included."""

    shapes: tuple[Shape, ...]
    box: Box


EMPTY: Box = (0.0, 0.0, 0.0, 0.0)


def box_of(shapes: Iterable[Shape]) -> Box:
    """A box that holds every point and handle of `shapes`; shades lie within what they shade."""
    return bounds(s for s in shapes if s.kind != "fill" or not s.role.endswith("-shade"))


def bounds(shapes: Iterable[Shape]) -> Box:
    """A box that holds every point and handle of all `shapes`."""
    left = bottom = 1e9
    right = top = -1e9
    for shape in shapes:
        margin = 0.0 if shape.kind == "glow" else shape.width
        for loop in shape.loops:
            if shape.kind == "glow":
                x, y, ax, ay, bx, by = loop
                wide, high = abs(ax) + abs(bx), abs(ay) + abs(by)
                least_x, most_x, least_y, most_y = x - wide, x + wide, y - high, y + high
            else:
                xs, ys = loop[::2], loop[1::2]
                least_x, most_x, least_y, most_y = min(xs), max(xs), min(ys), max(ys)
            # Plain comparisons, as this runs for every shape of every frame.
            if least_x - margin < left:
                left = least_x - margin
            if most_x + margin > right:
                right = most_x + margin
            if least_y - margin < bottom:
                bottom = least_y - margin
            if most_y + margin > top:
                top = most_y + margin
    return (left, bottom, right, top) if left <= right else EMPTY


def union(one: Box, other: Box) -> Box:
    """The smallest box that holds both."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
