"""What happened, in order: the player's output and the journal's input.

Every happening carries `at`, the session clock's reading in seconds when it happened
(whoever records it adds the wall clock), and where a move is concerned `led`, the seconds
led so far in that move over all visits, so a fold needs only the last one.
"""

from dataclasses import dataclass

from backstretch.figure.body import Side


@dataclass(frozen=True, slots=True)
class Began:
    """`plan` is the whole plan as plain JSON values, enough to take the session up again."""

    at: float
    plan: dict[str, object]


@dataclass(frozen=True, slots=True)
class MoveEntered:
    at: float
    move: int


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    """`index` is the phase's in the timeline of the plan as it then stood; a rep is begun
    by the first entry that names it."""

    at: float
    index: int
    move: int
    led: float
    rep: int | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class RepDone:
    """`rep` from 1, per side where counted per side; each (move, rep, side) is reported once."""

    at: float
    move: int
    rep: int
    side: Side | None
    led: float


@dataclass(frozen=True, slots=True)
class RepDropped:
    """A rep that was begun and left before it was done."""

    at: float
    move: int
    rep: int
    side: Side | None
    led: float


@dataclass(frozen=True, slots=True)
class MoveLeft:
    """The move was left: at its end, or `skipped` by the user before all of it was done.
    A move jumped over is left without having been entered."""

    at: float
    move: int
    led: float
    skipped: bool


@dataclass(frozen=True, slots=True)
class Paused:
    """`why` is empty when the user asked for it."""

    at: float
    move: int
    led: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Resumed:
    at: float


@dataclass(frozen=True, slots=True)
class Replanned:
    """A choice made mid-session (dose, pace, gentler, order): the plan as it now stands."""

    at: float
    plan: dict[str, object]


@dataclass(frozen=True, slots=True)
class Ended:
    """`finished`: the end was reached, skips or not; else left by the user."""

    at: float
    finished: bool


Happening = (
    Began
    | MoveEntered
    | PhaseEntered
    | RepDone
    | RepDropped
    | MoveLeft
    | Paused
    | Resumed
    | Replanned
    | Ended
)
