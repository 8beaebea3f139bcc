"""What happens in a session: the player's output and the journal's input.

Every happening has `at`, the reading of the session clock in seconds (the recorder adds the wall
time). One that concerns a move also has `led`, the seconds led in that move so far over all
visits, so that a fold can replace the value instead of adding up. `move` is the move's index in
the plan.
"""

from dataclasses import dataclass

from backstretch.figure.body import Side


@dataclass(frozen=True, slots=True)
class Began:
    """The session started. `plan` is the whole plan as plain JSON values, enough to resume from."""

    at: float
    plan: dict[str, object]


@dataclass(frozen=True, slots=True)
class MoveEntered:
    """The session reached the move: in its lead-in or change, before any rep."""

    at: float
    move: int


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    """A phase began. `index` is its place in the timeline of that moment. The first entry that
    names a rep begins that rep."""

    at: float
    index: int
    move: int
    led: float
    rep: int | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class RepDone:
    """A rep was done. `rep` counts from 1, per side if counted per side; each (move, rep, side)
    is reported once, however often it is repeated."""

    at: float
    move: int
    rep: int
    side: Side | None
    led: float


@dataclass(frozen=True, slots=True)
class RepDropped:
    """A rep was begun and left before it was done."""

    at: float
    move: int
    rep: int
    side: Side | None
    led: float


@dataclass(frozen=True, slots=True)
class MoveLeft:
    """The move was left: at its end, or `skipped` by the user before all its reps were done.
    A move that was jumped over is left without having been entered."""

    at: float
    move: int
    led: float
    skipped: bool


@dataclass(frozen=True, slots=True)
class Paused:
    """The session was paused. `why` is empty if the user paused."""

    at: float
    move: int
    led: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session goes on after a pause."""

    at: float


@dataclass(frozen=True, slots=True)
class Replanned:
    """The user changed the plan mid-session (dose, pace, gentler, order); `plan` is the new one."""

    at: float
    plan: dict[str, object]


@dataclass(frozen=True, slots=True)
class Ended:
    """The session ended: `finished` at the end of the routine, skips or not; otherwise the user
    left it or it stood still for hours."""

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
