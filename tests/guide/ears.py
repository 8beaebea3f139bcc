"""A session led under a hand-turned clock, and ears that write down what they hear."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import inf

from backstretch.guide.driver import HEARTBEAT_SECONDS
from backstretch.guide.narrator import Narrator
from backstretch.ports import Availability, Utterance
from backstretch.session import player
from backstretch.session.commands import Play
from backstretch.session.happenings import Began
from backstretch.session.plan import plan_for
from backstretch.system.voice import pace


@dataclass
class Ears:
    """A voice and chimes in one. What is said is kept with when it began and must be over."""

    now: float = 0.0
    said: list[tuple[float, Utterance]] = field(default_factory=list)
    hushed: list[float] = field(default_factory=list)
    chimed: list[tuple[float, str]] = field(default_factory=list)
    breathed: list[tuple[float, str, float]] = field(default_factory=list)

    def say(self, utterance: Utterance) -> None:
        self.said.append((self.now, utterance))

    def hush(self) -> None:
        self.hushed.append(self.now)

    def configure(self, **_chosen) -> None:
        pass

    def voices(self) -> tuple[str, ...]:
        return ()

    def play(self, chime) -> None:
        self.chimed.append((self.now, chime))

    def breathe(self, breath, seconds) -> None:
        self.breathed.append((self.now, breath, seconds))

    def set_volume(self, volume) -> None:
        pass

    def availability(self) -> Availability:
        return Availability(True, "ears")

    def close(self) -> None:
        pass

    def texts(self) -> list[str]:
        return [utterance.text for _, utterance in self.said]


class Session:
    """The real player, driven by hand, its guide listening."""

    def __init__(
        self, routine, poses, level="full", coaching="never", seconds=pace.seconds, **chosen
    ) -> None:
        self.ears = Ears()
        self.guide = Narrator(self.ears, self.ears, seconds)
        self.guide.choose(level, 1.0, coaching)
        self.now = 0.0
        self.routine = routine
        plan = replace(plan_for(routine, {}), **chosen)
        self.state = player.begin(routine, plan, poses)
        self.moments = []
        self.followers = [self.guide.take_moment]
        self.take_timeline()
        self.do(None)

    def take_timeline(self) -> None:
        self.guide.take_session(self.state.routine, self.state.timeline)

    def do(self, command, after: float = 0.0) -> None:
        self.now += after
        self.ears.now = self.now
        timeline = self.state.timeline
        self.state, happenings = player.step(self.state, command, self.now)
        if self.state.timeline is not timeline:
            self.take_timeline()
        for happening in happenings:
            if not isinstance(happening, Began):
                self.guide.take_happening(happening)
        moment = player.moment(self.state, self.now)
        self.moments.append((self.now, moment))
        for follow in self.followers:
            follow(moment)

    def run(self, seconds: float | None = None) -> None:
        """Lets time pass, to the end where no seconds are given."""
        until = inf if seconds is None else self.now + seconds
        while not self.state.over and self.now < until - 1e-9:
            self.do(None, min(self._until_wake(), until - self.now))

    def _until_wake(self) -> float:
        """Seconds until the driver would wake at the latest: for the end of a phase or a count-in,
        or its heartbeat."""
        moment = self.moment
        due = moment.reentry or (HEARTBEAT_SECONDS if moment.waiting else moment.remaining)
        return min(HEARTBEAT_SECONDS, due) if moment.status == "playing" else HEARTBEAT_SECONDS

    def run_to(self, name: str, rep: int | None = None) -> None:
        """Lets time pass until a phase of that name begins, in that rep where given."""
        while self.moment.phase.name != name or rep not in (None, self.moment.phase.rep):
            self.do(None, self._until_wake())

    def play(self) -> None:
        self.do(Play())

    def phase_at(self, time: float):
        """The phase of the timeline at that time, which leaves pauses out."""
        phases = [phase for phase in self.state.timeline.phases if phase.start <= time + 1e-6]
        return phases[-1]

    @property
    def moment(self):
        return self.moments[-1][1]


def spoken(
    led: Session, rate: float = 1.0, seconds=pace.seconds
) -> Iterator[tuple[float, float, str]]:
    """(begin, end, text) of all that a voice says that takes `seconds(text, rate)`: what would be
    late is left out."""
    free_at = 0.0
    for asked, utterance in led.ears.said:
        begin = max(asked, free_at)
        fits = [
            text
            for text in (utterance.text, utterance.shorter)
            if text and begin + seconds(text, rate) <= asked + utterance.room
        ]
        if fits:
            free_at = begin + seconds(fits[0], rate)
            yield begin, free_at, fits[0]
