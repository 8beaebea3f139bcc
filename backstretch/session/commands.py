"""What the user can tell the player: one frozen record per command, the same whether it comes from
a key, a button, a media key or a test."""

from dataclasses import dataclass
from typing import Literal

from backstretch.routine.model import PacedBreath

Why = Literal["", "slept", "stopped", "clock", "locked"]
"""Why a session was paused: empty if the user paused, otherwise a gap in time (`gap.Reason`) or a
locked screen."""


@dataclass(frozen=True, slots=True)
class Toggle:
    """Starts, pauses or resumes, whichever applies; ends a wait."""


@dataclass(frozen=True, slots=True)
class Play:
    """Starts or resumes; ends a wait."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Pauses. With `back_to` (a reading of the session clock) it pauses where the session was then,
    so that no reps go by while nobody could follow them."""

    why: Why = ""
    back_to: float | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """Skips to the next move; in a lead-in or change, past the move it leads to. Skipping the last
    move ends the session once that cannot be undone any more."""


@dataclass(frozen=True, slots=True)
class Back:
    """Goes back to the start of the move; within its first 3 s, to the move before."""


@dataclass(frozen=True, slots=True)
class EndEarly:
    """Ends a lead-in, a change, a rest or a count-in now; also the time to undo before the end."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Goes to the move with index `move` in the plan."""

    move: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Undoes a skip within five seconds: the phase that was left starts again."""


@dataclass(frozen=True, slots=True)
class OneMore:
    """Raises the current move's dose by one rep, within the routine's range."""


@dataclass(frozen=True, slots=True)
class OneLess:
    """Lowers the current move's dose by one rep, within the routine's range."""


@dataclass(frozen=True, slots=True)
class Enough:
    """Leaves out the move's remaining reps."""


@dataclass(frozen=True, slots=True)
class RepeatSide:
    """Repeats the current rep, or in its first half the one before; it still counts once."""


@dataclass(frozen=True, slots=True)
class RepeatMove:
    """Starts the current move again; in a change, the move just done."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Faster by `steps` (slower if negative); with `breath`, only the inhale or the exhale."""

    steps: int
    breath: PacedBreath | None = None


@dataclass(frozen=True, slots=True)
class BreathRhythm:
    """Sets all breath-paced moves to the user's own breath, in seconds."""

    inhale: float
    exhale: float


@dataclass(frozen=True, slots=True)
class Gentle:
    """Switches the current move to its gentler variant or back; None toggles."""

    on: bool | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """Sets how far the current move goes: `share` is 0.5 to 1, the full range."""

    share: float


@dataclass(frozen=True, slots=True)
class Further:
    """Lets the current move go further by `steps` of RANGE_STEP; less far if negative."""

    steps: int


@dataclass(frozen=True, slots=True)
class Reorder:
    """Puts the moves still to come into the order of `ids`, which must name each of them once."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """Ends the session here; what was done is kept."""


Steering = Next | Back | Jump | Undo | Enough | RepeatSide | RepeatMove
"""Commands that change the place in the session."""

PlanChange = OneMore | OneLess | Pace | BreathRhythm | Gentle | Range | Further | Reorder
"""Commands that change the plan."""

Command = Toggle | Play | Pause | EndEarly | Leave | Steering | PlanChange
