"""What a user may say to the player: one frozen record a command, the same from key, button,
media key or test."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toggle:
    """Start, pause or resume, whichever is due; ends a wait."""


@dataclass(frozen=True, slots=True)
class Play:
    pass


@dataclass(frozen=True, slots=True)
class Pause:
    """`why` is shown to the user; empty when the user paused. `back_to` (session clock seconds)
    pauses where the session was then: a gap in time runs no reps off unseen."""

    why: str = ""
    back_to: float | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """To the next move; in a lead-in or change, past the coming one."""


@dataclass(frozen=True, slots=True)
class Back:
    """To the start of the move; within its first 3 s, to the move before."""


@dataclass(frozen=True, slots=True)
class EndEarly:
    """Ends a lead-in, a change of position or a rest now."""


@dataclass(frozen=True, slots=True)
class Jump:
    """To the move of that place in the plan."""

    move: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes a skip back within five seconds; goes on at the start of the phase that was left."""


@dataclass(frozen=True, slots=True)
class OneMore:
    pass


@dataclass(frozen=True, slots=True)
class OneLess:
    pass


@dataclass(frozen=True, slots=True)
class Enough:
    """Leaves the rest of this move's reps."""


@dataclass(frozen=True, slots=True)
class RepeatSide:
    """Does the bend under way, or the one just done, again; it counts once."""


@dataclass(frozen=True, slots=True)
class RepeatMove:
    pass


@dataclass(frozen=True, slots=True)
class Pace:
    """One step faster (`steps` > 0) or slower; `breath` narrows it to the inhale or the exhale."""

    steps: int
    breath: str | None = None


@dataclass(frozen=True, slots=True)
class BreathRhythm:
    """The user's own breath, in seconds, for the breath-paced moves."""

    inhale: float
    exhale: float


@dataclass(frozen=True, slots=True)
class Gentle:
    """Switches the move under way to its gentler variant, or back; None toggles."""

    on: bool | None = None


@dataclass(frozen=True, slots=True)
class Reorder:
    """Puts the moves that are still to come in another order: all their ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """Ends the session here; what was done is kept."""


Command = (
    Toggle
    | Play
    | Pause
    | Next
    | Back
    | EndEarly
    | Jump
    | Undo
    | OneMore
    | OneLess
    | Enough
    | RepeatSide
    | RepeatMove
    | Pace
    | BreathRhythm
    | Gentle
    | Reorder
    | Leave
)
