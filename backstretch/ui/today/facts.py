"""What the Today page shows, as frozen records that `app` fills in, and keeps for the next start.
No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backstretch.history.week import SessionDone, Week
    from backstretch.routine.model import Pacing, Unit

UNITS: tuple["Unit", ...] = ("reps", "breaths", "rounds", "bends")
PACINGS: tuple["Pacing", ...] = ("flow", "breath", "reps", "beat")
"""Written out again here so that checking a kept page at start-up need not import the routine room.
A test compares them with its types."""


@dataclass(frozen=True, slots=True)
class DoseOffer:
    """The next step of a move's dose, offered after several comfortable sessions at the present
    one."""

    move_id: str
    title: str
    now: int
    next: int


@dataclass(frozen=True, slots=True)
class ResumeOffer:
    """An unfinished session. `move` counts from 1, `rep` is the one to continue with (0 if before
    the first), `day` is when the session began."""

    move: int
    title: str
    rep: int
    day: date


@dataclass(frozen=True, slots=True)
class CardFacts:
    """One move of today. `count` is in `unit`, for one side if `per_side`, and may be `least` to
    `most`. `brief` is the description shown as a tool tip."""

    id: str
    title: str
    brief: str
    count: int
    unit: "Unit"
    per_side: bool
    pacing: "Pacing"
    least: int = 1
    most: int = 99

    @property
    def is_sound(self) -> bool:
        """False if unit or pacing is unknown, as in a kept page that is damaged or from a newer
        version."""
        return self.unit in UNITS and self.pacing in PACINGS


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """The session as it would run now.

    routine     the routine's id
    safety      its line about when to stop; "" if it has none
    cards       today's moves in their order
    usual       the ids of all moves in the routine's order
    seconds     the length of the session
    routines    titles of the routines to choose from, by id
    has_advice  it says who should ask a doctor first, or what to see one for
    """

    routine: str
    safety: str
    cards: tuple[CardFacts, ...]
    usual: tuple[str, ...]
    seconds: float
    routines: Mapping[str, str] = field(default_factory=dict)
    has_advice: bool = False


@dataclass(frozen=True, slots=True)
class PastFacts:
    """What the journal says, read only once the page is on the screen; the defaults if it cannot be
    read. `goal_days` is 0 if there is no goal. `lost` is the day of an unfinished session that
    cannot be continued, as what was left of it is no longer in its routine."""

    today: date
    week: "Week | None" = None
    goal_days: int = 0
    last: "SessionDone | None" = None
    resume: ResumeOffer | None = None
    lost: date | None = None
    offers: tuple[DoseOffer, ...] = ()
