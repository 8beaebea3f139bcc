"""Sorts the parts for painting. Sorting by mean depth fails for long limbs that cross, so each pair
is compared where it overlaps in the picture."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter

from backstretch.figure.drawing import Box, Shape
from backstretch.figure.outline.tube import Ball


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the body: its shapes, a few spheres that say where it is, and a box round it."""

    name: str
    shapes: Sequence[Shape]
    mass: Sequence[Ball]
    box: Box

    @property
    def depth(self) -> float:
        """The mean depth of the part; larger is nearer to the viewer."""
        return sum(ball[2] for ball in self.mass) / max(len(self.mass), 1)


def back_to_front(parts: Sequence[Part], fixed: Collection[tuple[str, str]] = ()) -> list[Part]:
    """Returns the parts sorted so that of two that overlap in the picture the nearer comes later.

    Of each pair of names in `fixed` the first always comes earlier.
    """
    left = sorted(parts, key=attrgetter("depth"))
    behind = {part.name: set[str]() for part in left}
    for i, part in enumerate(left):
        name, mass = part.name, part.mass
        x, y, ex, ey = part.box
        for other in left[i + 1 :]:
            if (name, other.name) in fixed:
                behind[other.name].add(name)
            elif (other.name, name) in fixed:
                behind[name].add(other.name)
            else:
                ox, oy, oex, oey = other.box
                if x > oex or ox > ex or y > oey or oy > ey:
                    continue
                over = _nearer(mass, other.mass)
                if over > 0:
                    behind[name].add(other.name)
                elif over < 0:
                    behind[other.name].add(name)
    found: list[Part] = []
    while left:
        names = {part.name for part in left}
        # Three parts can overlap in a ring; then the farthest is painted first.
        ready = next((part for part in left if not behind[part.name] & names), left[0])
        left.remove(ready)
        found.append(ready)
    return found


def _nearer(mass: Sequence[Ball], others: Sequence[Ball]) -> float:
    """How much nearer the first is where both overlap, weighted by how much they do; 0 if they
    don't."""
    total = 0.0
    for x, y, depth, radius in mass:
        for ox, oy, other_depth, other_radius in others:
            dx, dy, reach = x - ox, y - oy, radius + other_radius
            apart = dx * dx + dy * dy
            if apart < reach * reach:
                total += (depth - other_depth) * (1 - apart / (reach * reach))
    return total
