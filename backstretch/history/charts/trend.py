"""Weeks side by side: minutes as bars, and how stiff the back was as a line above them."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstretch.history.charts.marks import Bar, Box, mirrored

MOST_STIFF = 10.0
LEAST_FULL_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class Point:
    """A week's mean stiffness on the line; `week` counts from 0, the earliest."""

    week: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Trend:
    """`lines` are stretches of weeks without a gap; a week between two gaps is a line of one."""

    bars: tuple[Bar, ...]
    slots: tuple[Box, ...]
    lines: tuple[tuple[Point, ...], ...]


def trend(
    seconds: Sequence[float],
    stiffness: Sequence[float | None],
    width: float,
    height: float,
    *,
    fills: float = 0.42,
    joined: bool = False,
    right_to_left: bool = False,
) -> Trend:
    """Bars take the lower two thirds, the line (0 at the bottom, 10 at the top) the whole.
    `joined` draws the line on over what has no rating."""
    full = max([LEAST_FULL_SECONDS, *seconds])
    step = width / max(1, len(seconds))
    slots = [Box(number * step, 0.0, step, height) for number in range(len(seconds))]
    if right_to_left:
        slots = [mirrored(slot, width) for slot in slots]
    bars: list[Bar] = []
    for slot, value in zip(slots, seconds, strict=True):
        tall = value / full * height * 0.66
        if tall > 0:
            wide = step * fills
            bars.append(Bar(Box(slot.centre - wide / 2, height - tall, wide, tall), 0))
    lines: list[list[Point]] = [[]]
    for week, (slot, stiff) in enumerate(zip(slots, stiffness, strict=True)):
        if stiff is None:
            if not joined:
                lines.append([])
        else:
            lines[-1].append(Point(week, slot.centre, height * (1 - stiff / MOST_STIFF)))
    return Trend(tuple(bars), tuple(slots), tuple(tuple(line) for line in lines if line))
