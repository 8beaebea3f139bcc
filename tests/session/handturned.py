"""A session under a clock that the test turns by hand."""

from dataclasses import dataclass, field

from backstretch.figure.motion import Stop, Way
from backstretch.figure.poses import load_poses
from backstretch.session.commands import Command, Toggle
from backstretch.session.happenings import Happening
from backstretch.session.moment import Moment
from backstretch.session.player import begin, moment, step
from backstretch.session.state import State

POSES = load_poses()


class StraightWays:
    """Ways straight from pose to pose, except that lying down goes over hands and knees."""

    def way(self, begin: str, end: str) -> Way:
        if begin != end and "prone" in (begin, end):
            return Way((Stop(0.0, begin), Stop(0.5, "hands-and-knees"), Stop(1.0, end)))
        return Way((Stop(0.0, begin), Stop(1.0, end)))

    def seconds(self, begin: str, end: str) -> float:
        return 2.5 * (len(self.way(begin, end).stops) - 1) if begin != end else 0.0


@dataclass
class Led:
    """A session under way: tell it something, or let time pass."""

    state: State
    now: float = 1000.0
    happenings: list[Happening] = field(default_factory=list)

    def say(self, command: Command) -> tuple[Happening, ...]:
        self.state, new = step(self.state, command, self.now)
        self.happenings += new
        return new

    def wait(self, seconds: float) -> tuple[Happening, ...]:
        self.now += seconds
        self.state, new = step(self.state, None, self.now)
        self.happenings += new
        return new

    def wait_until(self, position: float) -> None:
        """Lets time pass until that place in the timeline, in seconds from its start."""
        self.wait(position - self.moment.elapsed)

    def start_of(self, move_id: str, kind: str = "work", rep: int | None = None) -> float:
        """Where in the timeline the move, its rep, its change or its rest begins, in seconds."""
        return next(
            p.start
            for p in self.state.timeline.phases
            if (p.move_id, p.kind) == (move_id, kind) and rep in (None, p.rep)
        )

    @property
    def moment(self) -> Moment:
        return moment(self.state, self.now)

    @property
    def place(self) -> tuple[str, str, int | None, str | None]:
        phase = self.moment.phase
        return phase.kind, phase.move_id, phase.rep, phase.side


def lead(routine, plan, ways, *, started: bool = True) -> Led:
    led = Led(begin(routine, plan, ways))
    if started:
        led.say(Toggle())
    return led
