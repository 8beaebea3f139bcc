"""The session laid out in time: phases with start and length, and who wants to know what at t."""

from dataclasses import dataclass
from typing import Literal

from backstretch.figure.body import Side
from backstretch.figure.motion import Way
from backstretch.routine.model import Breath, Gaze

Kind = Literal["lead-in", "change", "work", "rest"]
PhaseKey = tuple[int, Kind, int | None, Side | None, int]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the timeline, seconds from the session's start.

    `move` indexes the plan's moves (in a lead-in or change: the coming one). `rep` counts from 1,
    per side where the move is counted per side. `ends_rep`: this phase completes rep `rep`.
    `waits`: the phase goes on only at the user's word; its wait is not part of `length`.
    `step` counts the steps of one rep (or opening) from 0; `per_side`: its rep counts for `side`.
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
    step: int = 0
    aim: str = ""
    per_side: bool = False

    @property
    def pose(self) -> str:
        """The pose the phase is about: the one it ends in, unless it goes to another and back."""
        return self.aim or self.way.ends

    @property
    def side_counted(self) -> Side | None:
        """The side the rep counts for; None where one rep holds both sides."""
        return self.side if self.per_side else None

    @property
    def key(self) -> PhaseKey:
        """What stays the same when a choice lays the session out anew."""
        return (self.move, self.kind, self.rep, self.side_counted, self.step)

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
