"""The session laid out in time: phases with start and length, and who wants to know what at t."""

from dataclasses import dataclass
from typing import Literal

from backstretch.figure.body import Side
from backstretch.figure.motion import Way
from backstretch.routine.model import Breath, Gaze

Kind = Literal["lead-in", "change", "work", "rest"]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the timeline, seconds from the session's start.

    `move` indexes the plan's moves (in a lead-in or change: the coming one). `rep` counts from 1,
    per side where the move is counted per side. `ends_rep`: this phase completes rep `rep`.
    `waits`: the phase goes on only at the user's word; its wait is not part of `length`.
    """

    start: float
    length: float
    kind: Kind
    move: int
    move_id: str
    name: str
    title: str
    way: Way
    cue: str
    short: str
    gaze: Gaze
    say: str = ""
    rep: int | None = None
    side: Side | None = None
    breath: Breath | None = None
    works: tuple[str, ...] = ()
    ends_rep: bool = False
    waits: bool = False

    @property
    def pose(self) -> str:
        return self.way.ends

    @property
    def end(self) -> float:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Timeline:
    routine_id: str
    phases: tuple[Phase, ...]

    @property
    def seconds(self) -> float:
        return self.phases[-1].end if self.phases else 0.0
