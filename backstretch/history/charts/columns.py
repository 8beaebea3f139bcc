"""A week as one column per day: time, stacked by move in the order of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstretch.history.charts.marks import Bar, Box, mirrored
from backstretch.history.week import Week
from backstretch.routine.titles import MoveId

LEAST_FULL_SECONDS = 480.0
"""A column of full height is at least this long, so that a day of two minutes looks short."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a week. `slots` are the full-height boxes of the days, for the pointer and the
    labels; `tops` the y of each column's top."""

    bars: tuple[Bar, ...]
    slots: tuple[Box, ...]
    tops: tuple[float, ...]
    baseline: float


def seconds_by_move(week: Week, moves: Sequence[MoveId]) -> tuple[tuple[float, ...], ...]:
    """The seconds led, for each of the seven days and each of `moves`."""
    found = {day.date: dict.fromkeys(moves, 0.0) for day in week.days}
    for session in week.sessions:
        for move in session.moves:
            name = (session.routine, move.id)
            if name in found[session.started.date()]:
                found[session.started.date()][name] += move.seconds
    return tuple(tuple(found[day.date].values()) for day in week.days)


def moves_in(week: Week) -> tuple[MoveId, ...]:
    """The moves in the week's sessions, in the order of their plans."""
    moves = ((one.routine, move.id) for one in week.sessions for move in one.moves)
    return tuple(dict.fromkeys(moves))


def columns(
    days: Sequence[Sequence[float]],
    width: float,
    height: float,
    *,
    seam: float = 3.0,
    fills: float = 0.8,
    right_to_left: bool = False,
) -> Columns:
    """Lays out stacked columns that fill `width` × `height`.

    `days` holds the seconds of each series per day. `seam` is the gap between two parts of a
    column, `fills` the share of its slot that a column takes up.
    """
    full = max([LEAST_FULL_SECONDS, *(sum(day) for day in days)])
    step = width / max(1, len(days))
    bars: list[Bar] = []
    slots: list[Box] = []
    tops: list[float] = []
    for number, day in enumerate(days):
        slot = Box(number * step, 0.0, step, height)
        slot = mirrored(slot, width) if right_to_left else slot
        slots.append(slot)
        part = step * fills
        y = height
        for series, seconds in enumerate(day):
            tall = seconds / full * height
            if tall <= 0:
                continue
            shown = max(tall - seam, min(tall, 1.0))
            bars.append(Bar(Box(slot.centre - part / 2, y - shown, part, shown), series))
            y -= tall
        tops.append(y)
    return Columns(tuple(bars), tuple(slots), tuple(tops), height)
