"""A week of practice: what the page shows and `backstretch history` prints. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
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
    """`started` and `ended` carry their UTC offset; a session belongs to the day it began."""

    id: str
    routine: str
    started: datetime
    ended: datetime | None
    status: SessionStatus
    moves: tuple[MoveDone, ...]

    @property
    def seconds(self) -> float:
        return sum(move.seconds for move in self.moves)


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    seconds: float
    sessions: int


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first`, and the sessions begun in them, oldest first."""

    first: date
    days: tuple[Day, ...]
    sessions: tuple[SessionDone, ...]
