"""The state of a session: everything the player remembers, in one frozen record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from backstretch.figure.motion import Motion, Place, Way
from backstretch.routine.model import Routine
from backstretch.session.commands import Why
from backstretch.session.layout import Ways
from backstretch.session.moment import MoveProgress, Status
from backstretch.session.outcome import Tally
from backstretch.session.plan import Plan
from backstretch.session.timeline import Phase, PhaseKey, Timeline


@dataclass(frozen=True, slots=True)
class Glide:
    """The figure eases from `leaving` to where it is due, from reading `since`, over `seconds`."""

    leaving: Place | Motion
    since: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Reentry:
    """A count-in of `seconds` before a phase restarts, ending at reading `until`. Meanwhile the
    figure moves along `way` from fraction `begin` to fraction `end`."""

    until: float
    seconds: float
    way: Way
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class LeftPhase:
    """The phase that a skip left; the skip can be undone up to reading `until`."""

    key: PhaseKey
    until: float


@dataclass(frozen=True, slots=True)
class Ending:
    """The last move, or what was left of it, was skipped: the session stands still and ends at
    reading `until`, unless that is undone.

    skipped  the whole move was skipped, not only the reps that were left
    resumes  it was playing, so undoing goes on with it
    """

    until: float
    skipped: bool
    resumes: bool


@dataclass(frozen=True, slots=True)
class State:
    """A session at one reading. All readings are of the session clock, in seconds.

    now          the latest reading seen
    index        the current phase's index in the timeline
    origin       when that phase began, or would have begun without pauses
    held         seconds into the phase, used instead of `origin` while not playing
    led_since    the tally already holds the time led up to here; None while no time is led
    paused_at    when the pause began
    touched      when the last command came
    why          why it is paused; empty if the user paused
    waiting      the phase's time is up and it waits for the user to go on
    restored     resumed from the journal and not played since
    entered      a restored session has emitted that its phase begins again
    recount      paused during a count-in, so even a short pause ends with a new count-in
    ending       the session is about to end because its last move was skipped
    leave_after  the phase after which the move's remaining reps are left out
    arrivals     for moves that were jumped to, the pose the figure came from, by move index
    """

    routine: Routine
    ways: Ways
    plan: Plan
    timeline: Timeline
    tally: Tally
    status: Status = "ready"
    now: float = 0.0
    index: int = 0
    origin: float = 0.0
    held: float = 0.0
    led_since: float | None = None
    paused_at: float = 0.0
    touched: float = 0.0
    why: Why = ""
    waiting: bool = False
    restored: bool = False
    entered: bool = False
    recount: bool = False
    reentry: Reentry | None = None
    glide: Glide | None = None
    undo: LeftPhase | None = None
    ending: Ending | None = None
    leave_after: PhaseKey | None = None
    arrivals: Mapping[int, str] = field(default_factory=dict)

    @property
    def phase(self) -> Phase:
        """The current phase."""
        return self.timeline.phases[self.index]

    @property
    def over(self) -> bool:
        """True once the session has finished or was stopped."""
        match self.status:
            case "finished" | "stopped":
                return True
            case "ready" | "playing" | "paused":
                return False
            case _:
                assert_never(self.status)

    def began_by_itself(self, at: float, within: float) -> bool:
        """True if at reading `at` the phase, or its wait, has lasted for less than `within` seconds
        and nobody asked for it: a command that comes now was meant for what was before."""
        began = self.origin + (self.phase.length if self.waiting else 0.0)
        return self.touched < began and at - began < within

    def idle_since(self) -> float | None:
        """The reading since which the session has stood still (paused, or waiting for the user)
        without any command; None while it is not standing still."""
        match self.status:
            case "paused":
                return max(self.paused_at, self.touched)
            case "playing":
                end = self.origin + self.phase.length
                return max(end, self.touched) if self.waiting else None
            case "ready" | "finished" | "stopped":
                return None
            case _:
                assert_never(self.status)

    def seconds_in(self, at: float) -> float:
        """Seconds into the current phase at reading `at`, 0 to its length."""
        length = self.phase.length
        if self.waiting:
            return length
        match self.status:
            case "finished":
                return length
            case "ready" | "paused" | "stopped":
                return min(self.held, length)
            case "playing":
                return 0.0 if self.reentry else min(max(at - self.origin, 0.0), length)
            case _:
                assert_never(self.status)

    def fraction(self, at: float) -> float:
        """How far through the current phase reading `at` is, 0 to 1."""
        return self.seconds_in(at) / self.phase.length

    def led(self, at: float) -> float:
        """Seconds led in the current phase's move up to reading `at`, over all visits."""
        running = 0.0
        if self.led_since is not None:
            # A phase that waits for the user leads no further time once its length is up. During
            # a count-in `led_since` lies ahead, so no time counts at all.
            end = self.origin + self.phase.length if self.reentry is None else at
            running = max(min(at, end) - self.led_since, 0.0)
        return self.tally.led[self.phase.move] + running

    def find(self, key: PhaseKey) -> int | None:
        """The index of the phase with `key`; None if the timeline has no such phase."""
        return next((i for i, p in enumerate(self.timeline.phases) if p.key == key), None)

    def first_of(self, move: int, *, at_work: bool = False) -> int:
        """The index of the move's first phase; with `at_work` of its first phase of work, after
        the lead-in or change."""
        return next(
            index
            for index, phase in enumerate(self.timeline.phases)
            if phase.move == move and (not at_work or phase.kind == "work")
        )

    def progress(self, at: float) -> tuple[MoveProgress, ...]:
        """The progress of every planned move at reading `at`, in order of the plan."""
        moves = self.tally.progress()
        if self.led_since is None:
            return moves
        move = self.phase.move
        running = replace(moves[move], seconds=self.led(at))
        return (*moves[:move], running, *moves[move + 1 :])
