"""The session laid out in time: a sequence of phases, each with its start and length."""

from dataclasses import dataclass
from typing import Literal

from backstretch.figure.body import Side
from backstretch.figure.motion import Way
from backstretch.routine.model import Breath, Coach, Gaze

Kind = Literal["lead-in", "change", "work", "rest"]
PhaseKey = tuple[int, Kind, int | None, Side | None, int]
"""Move, kind, rep, side if counted per side, and step."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the timeline. `start` is in seconds from the session's start.

    move      index in the plan's moves; in a lead-in or change, of the move it leads to
    rep       counted from 1, per side if the move is counted per side
    ends_rep  this phase completes rep `rep`
    waits     the session goes on only when the user says so; `length` leaves that wait out
    step      counts the steps of one rep (or of the opening) from 0
    lengthens like `works`, body parts that glow; "left-side" or "right-side" where one side bends
    aim       the pose reached half-way, if the figure goes there and back
    per_side  the rep counts for `side` alone
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
    coach: tuple[Coach, ...] = ()
    rep: int | None = None
    side: Side | None = None
    breath: Breath | None = None
    works: tuple[str, ...] = ()
    lengthens: tuple[str, ...] = ()
    ends_rep: bool = False
    waits: bool = False
    step: int = 0
    aim: str = ""
    per_side: bool = False

    @property
    def pose(self) -> str:
        """The pose the phase is about: where it ends, or for a way there and back, the far end."""
        return self.aim or self.way.ends

    @property
    def side_counted(self) -> Side | None:
        """The side the rep counts for; None if one rep covers both sides."""
        return self.side if self.per_side else None

    @property
    def key(self) -> PhaseKey:
        """Identifies the phase across timelines, so that the place carries over when a choice
        made mid-session lays out a new one."""
        return (self.move, self.kind, self.rep, self.side_counted, self.step)

    @property
    def end(self) -> float:
        """Seconds from the session's start."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Timeline:
    """The phases of a session in order, without gaps."""

    routine_id: str
    phases: tuple[Phase, ...]

    @property
    def seconds(self) -> float:
        """The length of the whole session, without waits and pauses."""
        return self.phases[-1].end if self.phases else 0.0
