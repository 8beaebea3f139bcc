"""Where a session stands: the player's whole memory in one frozen record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from backstretch.figure.motion import Motion, Place, Way
from backstretch.routine.model import Routine
from backstretch.session.layout import Ways
from backstretch.session.moment import MoveProgress, Status
from backstretch.session.outcome import Tally
from backstretch.session.plan import Plan
from backstretch.session.timeline import Phase, PhaseKey, Timeline


@dataclass(frozen=True, slots=True)
class Glide:
    """The figure eases over from where it was, from reading `since` on, for `seconds`."""

    leaving: Place | Motion
    since: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Reentry:
    """The count before a phase goes on from its start, up to reading `until`. Meanwhile the
    figure moves along `way` from one fraction to another."""

    until: float
    seconds: float
    way: Way
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class LeftPhase:
    """A phase that was left by a skip, which can be taken back up to reading `until`."""

    key: PhaseKey
    until: float


@dataclass(frozen=True, slots=True)
class State:
    """All readings are of the session clock, in seconds.

    `now` is the latest one seen. The phase `index` began at `origin`, or would have without
    pauses; while paused (or before the start) the place is `held` seconds into it instead.
    `led_since`: the tally holds the time led in the phase's move up to there; None while none runs.
    `touched`: the last command. `restored`: taken up again from the journal and not yet going on;
    `entered`: that its phase was begun again has been told. `recount`: paused while counting in, so
    that even a short pause ends in a count. `leave_after`: the rest of the move's reps is left once
    that phase is done.
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
    why: str = ""
    waiting: bool = False
    restored: bool = False
    entered: bool = False
    recount: bool = False
    reentry: Reentry | None = None
    glide: Glide | None = None
    undo: LeftPhase | None = None
    leave_after: PhaseKey | None = None
    arrivals: Mapping[int, str] = field(default_factory=dict)

    @property
    def phase(self) -> Phase:
        return self.timeline.phases[self.index]

    @property
    def over(self) -> bool:
        return self.status in ("finished", "stopped")

    def idle_since(self) -> float | None:
        """Since when nothing goes on by itself and nobody said anything: paused, or waiting for
        the user's word."""
        if self.status == "paused":
            return max(self.paused_at, self.touched)
        if self.status == "playing" and self.waiting:
            return max(self.origin + self.phase.length, self.touched)
        return None

    def seconds_in(self, at: float) -> float:
        """How far the session is in its phase at reading `at`, in seconds."""
        length = self.phase.length
        if self.status == "finished" or self.waiting:
            return length
        if self.status != "playing":
            return min(self.held, length)
        if self.reentry is not None:
            return 0.0
        return min(max(at - self.origin, 0.0), length)

    def fraction(self, at: float) -> float:
        return self.seconds_in(at) / self.phase.length

    def led(self, at: float) -> float:
        """Seconds led so far in the phase's move, over all visits."""
        running = 0.0
        if self.led_since is not None:
            end = self.origin + self.phase.length if self.reentry is None else at
            running = max(min(at, end) - self.led_since, 0.0)
        return self.tally.led[self.phase.move] + running

    def find(self, key: PhaseKey) -> int | None:
        """The index of the phase with that key, if the timeline has it."""
        return next((i for i, p in enumerate(self.timeline.phases) if p.key == key), None)

    def first_of(self, move: int, *, at_work: bool = False) -> int:
        """The index of the move's first phase, or of the first after getting in."""
        return next(
            index
            for index, phase in enumerate(self.timeline.phases)
            if phase.move == move and (not at_work or phase.kind == "work")
        )

    def with_arrival(self, move: int, pose: str) -> Mapping[int, str]:
        return {**self.arrivals, move: pose}

    def progress(self, at: float) -> tuple[MoveProgress, ...]:
        """How far every planned move has come at reading `at`."""
        moves = self.tally.progress()
        if self.led_since is None:
            return moves
        move = self.phase.move
        running = replace(moves[move], seconds=self.led(at))
        return (*moves[:move], running, *moves[move + 1 :])
