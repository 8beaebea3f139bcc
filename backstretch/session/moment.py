"""One instant of a session: everything the screen and the voice need, and nothing else."""

from dataclasses import dataclass
from typing import Literal

from backstretch.figure.motion import Motion
from backstretch.session.commands import Why
from backstretch.session.timeline import Phase

Status = Literal["ready", "playing", "paused", "finished", "stopped"]
Skipped = Literal["", "move", "reps"]


@dataclass(frozen=True, slots=True)
class MoveProgress:
    """The progress of one planned move. `left` and `right` are None unless it is counted per side;
    then `planned` and `done` count both sides together. `seconds` is time led, without pauses."""

    id: str
    planned: int
    done: int
    left: int | None
    right: int | None
    skipped: bool
    gentler: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Moment:
    """The session at one reading of the clock. All times are in seconds.

    index      the phase's index in the timeline
    fraction   0 to 1 through the phase
    remaining  time left in the phase
    elapsed    place in the timeline, from the session's start
    left       time left in the session, waits and pauses not counted
    count, of  the current rep and the dose (per side if counted per side; 0 before the first rep)
    coming     index of the next move; None in the last one
    why        why it is paused; empty if the user paused
    waiting    goes on only when the user says so
    reentry    what is left of a count-in, 0 if there is none
    undo_left  how long a skip can still be undone
    undo_move  index of the move that undoing leads back to
    ending     what was skipped if the session is about to end by it, unless that is undone
    gentler    the move is done in its gentler variant
    range      how far the move goes, 0.5 to 1
    may_sleep  paused or waiting for so long that the screen may go dark
    """

    status: Status
    phase: Phase
    index: int
    fraction: float
    remaining: float
    elapsed: float
    left: float
    count: int
    of: int
    moves: tuple[MoveProgress, ...]
    motion: Motion
    coming: int | None = None
    why: Why = ""
    waiting: bool = False
    reentry: float = 0.0
    undo_left: float = 0.0
    undo_move: int | None = None
    ending: Skipped = ""
    gentler: bool = False
    range: float = 1.0
    may_sleep: bool = False
