"""What the user says about a session, or about practice as a whole, after the fact.

Edits are events beside the session's happenings, so that two journals merge without loss and a
merge never brings back what was deleted.
"""

from dataclasses import dataclass
from typing import Literal

PRACTICE = "practice"
"""The id under which edits about no single session are kept."""

When = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Rated:
    """How stiff the back is, 0 (not at all) to 10 (as stiff as can be); None takes it back."""

    when: When
    value: int | None


@dataclass(frozen=True, slots=True)
class Noted:
    """Replaces the session's note; empty takes it away."""

    text: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """How often the planned move of that id was really done; for a move counted per side `left`
    and `right` say it and `done` is their sum."""

    move: str
    done: int
    left: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Deleted:
    """Hides the session everywhere, on every computer it is merged into."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Undoes the deletions it names (their events' digests), and no other."""

    deletions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalSet:
    """How many days a week the user wants to practise; 0 is no goal."""

    days: int


@dataclass(frozen=True, slots=True)
class RestWeekMarked:
    """The week that holds `day` (ISO date) is a rest week, or is none after all."""

    day: str
    rest: bool


Edit = Rated | Noted | Corrected | Deleted | Restored | GoalSet | RestWeekMarked
