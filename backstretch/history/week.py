"""A week of practice, as the history page shows it and `backstretch history` prints it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

SessionStatus = Literal["finished", "stopped", "unfinished"]


@dataclass(frozen=True, slots=True)
class MoveDone:
    """One planned move of a session. In a move counted per side `planned` and `done` count both
    sides together and `left` and `right` each side; otherwise these two are None. `seconds` is
    time led, without pauses."""

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
    """A session as pages show it. `started` and `ended` have a UTC offset; a session belongs to the
    day it began. `before` and `after` are the user's ratings of stiffness, 0 to 10, if given.
    `corrected` if the user corrected the count of a move."""

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
        """Seconds led in all moves."""
        return sum(move.seconds for move in self.moves)

    @property
    def reps(self) -> int:
        """Reps done in all moves."""
        return sum(move.done for move in self.moves)


@dataclass(frozen=True, slots=True)
class Day:
    """The sums of one day: seconds led and number of sessions. It counts as practised if any rep
    was done."""

    date: date
    seconds: float
    sessions: int
    practised: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first`, and the sessions that began in them, oldest first."""

    first: date
    days: tuple[Day, ...]
    sessions: tuple[SessionDone, ...]

    @property
    def seconds(self) -> float:
        """Seconds led on all seven days."""
        return sum(day.seconds for day in self.days)

    @property
    def days_practised(self) -> int:
        """The number of days practised."""
        return sum(day.practised for day in self.days)


def week_from(first: date, sessions: Iterable[SessionDone]) -> Week:
    """Returns the week of seven days from `first`. `sessions` must be in the order they began;
    those outside the week are left out."""
    within = tuple(
        session
        for session in sessions
        if first <= session.started.date() < first + timedelta(days=7)
    )
    days = tuple(_day(first + timedelta(days=number), within) for number in range(7))
    return Week(first, days, within)


def first_day(day: date, first_weekday: int = 0) -> date:
    """The first day of the week of `day`. `first_weekday` is 0 for Monday to 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def iso_week(day: date) -> str:
    """The ISO week of `day`, such as `2026-W47`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def iso_monday(text: str) -> date:
    """The Monday of an ISO week such as `2026-W47`. Raises ValueError if `text` names none."""
    year, mark, week = text.strip().upper().partition("-W")
    # `isascii` as well, because `isdigit` alone accepts characters such as ².
    if not (mark and year.isascii() and year.isdigit() and week.isascii() and week.isdigit()):
        raise ValueError(f"'{text}' is not an ISO week")
    if len(year) != 4 or len(week) != 2:
        raise ValueError(f"'{text}' is not an ISO week")
    return date.fromisocalendar(int(year), int(week), 1)


def _day(day: date, sessions: tuple[SessionDone, ...]) -> Day:
    begun = [session for session in sessions if session.started.date() == day]
    return Day(
        day,
        sum(session.seconds for session in begun),
        len(begun),
        any(session.reps for session in begun),
    )
