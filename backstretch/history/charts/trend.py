"""Weeks side by side: time as bars, and stiffness as a line over them."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstretch.history.charts.marks import Bar, Box, mirrored

MOST_STIFF = 10.0
LEAST_FULL_SECONDS = 900.0
"""A bar of full height is at least this long."""


@dataclass(frozen=True, slots=True)
class Point:
    """The mean stiffness of a week on the line; `week` counts from 0, the earliest."""

    week: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Trend:
    """The bars and lines of a trend. `slots` are the full-height boxes of the weeks, for the
    pointer and the labels. Each line is a run of weeks with ratings, possibly of one point."""

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
    """Lays out a trend in `width` × `height`: bars in the lower two thirds, stiffness over the full
    height from 0 at the bottom to 10 at the top.

    `seconds` and `stiffness` (None without a rating) have one value per week. `fills` is the share
    of its slot that a bar takes up. With `joined` the line runs on across weeks without a rating.
    """
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
