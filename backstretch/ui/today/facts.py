"""What the Today page shows, gathered by whoever builds the program. Frozen; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from backstretch.history.week import SessionDone, Week
from backstretch.routine.model import Move, Routine


@dataclass(frozen=True, slots=True)
class DoseOffer:
    """The next step of a move's dose, after comfortable sessions at the present one."""

    move_id: str
    title: str
    now: int
    next: int


@dataclass(frozen=True, slots=True)
class ResumeOffer:
    """A session that was cut off: `move` from 1, `rep` the one to go on with (0: before the
    first), `day` when it began."""

    move: int
    title: str
    rep: int
    day: date


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """`order` holds the moves of today in order, `doses` their reps (per side where counted so).
    `seconds` is how long the session will take. `routines` maps ids to titles."""

    routine: Routine
    order: tuple[Move, ...]
    doses: Mapping[str, int]
    seconds: float
    routines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastFacts:
    """What the journal says; read after the page is on the screen. `goal_days` 0 is no goal."""

    today: date
    week: Week | None = None
    goal_days: int = 0
    last: SessionDone | None = None
    resume: ResumeOffer | None = None
    offers: tuple[DoseOffer, ...] = ()
    trouble: str = ""
