"""What the user says afterwards about a session, or about practice as a whole.

Edits are events like the session's happenings, so that two journals merge without loss and merging
never brings back what was deleted.
"""

from dataclasses import dataclass
from typing import Literal

PRACTICE = "practice"
"""The session id of edits that are not about a single session."""

When = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Rated:
    """How stiff the back is, 0 (not at all) to 10 (as stiff as can be); None removes the rating."""

    when: When
    value: int | None


@dataclass(frozen=True, slots=True)
class Noted:
    """Replaces the session's note; empty removes it."""

    text: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """How many reps of the planned move with id `move` were really done; in a move counted per side
    `left` and `right` too, with `done` as their sum."""

    move: str
    done: int
    left: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Deleted:
    """Hides the session, on every computer that its journal is merged into."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Undoes the deletions whose events have these digests (hexadecimal), and no others: a later
    deletion, perhaps from another computer, stays."""

    deletions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalSet:
    """How many days a week the user wants to practise; 0 is no goal."""

    days: int


@dataclass(frozen=True, slots=True)
class RestWeekMarked:
    """Marks the week of `day` (ISO date) as a rest week, or takes the mark away."""

    day: str
    rest: bool


SessionEdit = Rated | Noted | Corrected | Deleted | Restored

PracticeEdit = GoalSet | RestWeekMarked
"""Edits about practice as a whole, kept under the id `PRACTICE`."""

Edit = SessionEdit | PracticeEdit
