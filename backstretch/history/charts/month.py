"""A month as a calendar: weeks are rows; the longer the practice, the darker the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstretch.history.charts.marks import Box, mirrored
from backstretch.history.week import Day, first_day

LEVELS = 4
"""Shades of a day: 0 (nothing) to 3 (a whole session)."""
WHOLE_SESSION_SECONDS = 330.0
"""Days with at least this much practice get the darkest shade."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the month; `level` runs from 0 to `LEVELS` - 1."""

    day: Day
    box: Box
    level: int


@dataclass(frozen=True, slots=True)
class MonthMap:
    """The days of the month that begins on `first`, in `rows` rows of a week each."""

    first: date
    rows: int
    cells: tuple[Cell, ...]


def month_span(day: date) -> tuple[date, date]:
    """The first and last day of the month of `day`."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def level(seconds: float) -> int:
    """The shade of a day with that much practice, 0 to `LEVELS` - 1."""
    if seconds <= 0:
        return 0
    return min(LEVELS - 1, 1 + int(2 * seconds / WHOLE_SESSION_SECONDS))


def month_map(
    days: Sequence[Day],
    width: float,
    height: float,
    *,
    first_weekday: int = 0,
    gap: float = 4.0,
    right_to_left: bool = False,
) -> MonthMap:
    """Lays out a month in `width` × `height`. `days` are all days of the month; `gap` is the space
    between cells. `first_weekday` is 0 for Monday to 6 for Sunday."""
    first = days[0].date
    start = first_day(first, first_weekday)
    rows = ((days[-1].date - start).days // 7) + 1
    wide = (width - 6 * gap) / 7
    # Always room for six rows, so that cells have the same size in every month.
    tall = (height - 5 * gap) / 6
    cells = []
    for day in days:
        row, column = divmod((day.date - start).days, 7)
        box = Box(column * (wide + gap), row * (tall + gap), wide, tall)
        cells.append(Cell(day, mirrored(box, width) if right_to_left else box, level(day.seconds)))
    return MonthMap(first, rows, tuple(cells))
