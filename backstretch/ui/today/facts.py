"""What the Today page shows, collected by `app`. Frozen; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backstretch.history.week import SessionDone, Week
    from backstretch.routine.model import Pacing, Unit

UNITS: tuple["Unit", ...] = ("reps", "breaths", "rounds", "bends")
PACINGS: tuple["Pacing", ...] = ("flow", "breath", "reps", "beat")
"""Written out here so that a start need not import the routine's room to check a kept page."""


@dataclass(frozen=True, slots=True)
class DoseOffer:
    """The next step of a move's dose, offered after comfortable sessions at the present one."""

    move_id: str
    title: str
    now: int
    next: int


@dataclass(frozen=True, slots=True)
class ResumeOffer:
    """A session that was cut off. `move` counts from 1, `rep` is the one to continue with (0:
    before the first), `day` is when it began."""

    move: int
    title: str
    rep: int
    day: date


@dataclass(frozen=True, slots=True)
class CardFacts:
    """One move of today. `count` is of `unit` ("reps", "breaths", …), per side where so counted;
    `pacing` is the routine file's word."""

    id: str
    title: str
    brief: str
    count: int
    unit: "Unit"
    per_side: bool
    pacing: "Pacing"

    @property
    def is_sound(self) -> bool:
        """False for a unit or pacing that no routine can have, as in a damaged or newer file."""
        return self.unit in UNITS and self.pacing in PACINGS


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """`cards` are today's moves in order, `usual` all ids in the routine's order. `seconds` is the
    length of the session. `routines` maps ids to titles."""

    routine: str
    safety: str
    cards: tuple[CardFacts, ...]
    usual: tuple[str, ...]
    seconds: float
    routines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastFacts:
    """What the journal says, read after the page is on the screen. `goal_days` 0 means no goal."""

    today: date
    week: "Week | None" = None
    goal_days: int = 0
    last: "SessionDone | None" = None
    resume: ResumeOffer | None = None
    offers: tuple[DoseOffer, ...] = ()
    trouble: str = ""
