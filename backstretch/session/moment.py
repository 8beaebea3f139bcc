"""What is so at one instant: everything the screen and the ears need, and nothing else."""

from dataclasses import dataclass
from typing import Literal

from backstretch.figure.motion import Motion
from backstretch.session.timeline import Phase

Status = Literal["ready", "playing", "paused", "finished", "stopped"]


@dataclass(frozen=True, slots=True)
class MoveProgress:
    """How far one planned move has come. `left` and `right` are None unless counted per side;
    then `planned` and `done` count both sides together. `seconds` is time led, pauses left out."""

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
    """`fraction` runs 0..1 through `phase`, `remaining` is what it has left in seconds;
    `elapsed` and `left` are of the whole session. `count` of `of` is the rep under way
    (per side where counted per side; 0 before the first). `coming` is the next move's index
    once there is one. `why` is why it paused, empty when the user did. `waiting`: it goes on at
    the user's word. `reentry` is what is left of the count after a pause, `undo_left` how long a
    skip can still be taken back, in seconds, and `undo_move` the move it leads back to.
    `gentler`: the move is done its gentler way. `may_sleep`: paused or waiting so long
    that the screen may go dark."""

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
    why: str = ""
    waiting: bool = False
    reentry: float = 0.0
    undo_left: float = 0.0
    undo_move: int | None = None
    gentler: bool = False
    may_sleep: bool = False
