"""A week of practice: what the page shows and `backstretch history` prints. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

SessionStatus = Literal["finished", "stopped", "unfinished"]


@dataclass(frozen=True, slots=True)
class MoveDone:
    """One planned move of a session. For a move counted per side `planned` and `done` count both
    sides, `left` and `right` each; else these two are None. `seconds` is time led."""

    id: str
    planned: int
    done: int
    left: int | None
    right: int | None
    seconds: float
    skipped: bool
    gentler: bool


@dataclass(frozen=True, slots=True)
class SessionDone:
    """`started` and `ended` carry their UTC offset; a session belongs to the day it began.
    `before` and `after` say how stiff the back was, 0 to 10, where the user said it."""

    id: str
    routine: str
    started: datetime
    ended: datetime | None
    status: SessionStatus
    moves: tuple[MoveDone, ...]
    before: int | None = None
    after: int | None = None
    note: str = ""
    corrected: bool = False

    @property
    def seconds(self) -> float:
        return sum(move.seconds for move in self.moves)

    @property
    def reps(self) -> int:
        return sum(move.done for move in self.moves)


@dataclass(frozen=True, slots=True)
class Day:
    """A day counts as practised when any rep was done on it."""

    date: date
    seconds: float
    sessions: int
    practised: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first`, and the sessions begun in them, oldest first."""

    first: date
    days: tuple[Day, ...]
    sessions: tuple[SessionDone, ...]

    @property
    def seconds(self) -> float:
        return sum(day.seconds for day in self.days)

    @property
    def days_practised(self) -> int:
        return sum(day.practised for day in self.days)


def week_from(first: date, sessions: Iterable[SessionDone]) -> Week:
    """The week of seven days from `first`, out of `sessions` in the order they began."""
    within = tuple(
        session
        for session in sessions
        if first <= session.started.date() < first + timedelta(days=7)
    )
    days = tuple(_day(first + timedelta(days=number), within) for number in range(7))
    return Week(first, days, within)


def first_day(day: date, first_weekday: int = 0) -> date:
    """The first day of the week that holds `day`; `first_weekday` 0 is Monday, 6 Sunday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def iso_week(day: date) -> str:
    """As in `2026-W47`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def iso_monday(text: str) -> date:
    """The Monday of the ISO week `text` names (`2026-W47`). Raises ValueError."""
    year, mark, week = text.strip().upper().partition("-W")
    if not (mark and year.isascii() and year.isdigit() and week.isascii() and week.isdigit()):
        raise ValueError(f"'{text}' is no ISO week")
    if len(year) != 4 or len(week) != 2:
        raise ValueError(f"'{text}' is no ISO week")
    return date.fromisocalendar(int(year), int(week), 1)


def _day(day: date, sessions: tuple[SessionDone, ...]) -> Day:
    begun = [session for session in sessions if session.started.date() == day]
    return Day(
        day,
        sum(session.seconds for session in begun),
        len(begun),
        any(session.reps for session in begun),
    )
