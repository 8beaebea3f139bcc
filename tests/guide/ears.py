"""A session led under a hand-turned clock, and ears that write down what they hear."""

from dataclasses import dataclass, field, replace

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

    def __init__(self, routine, poses, level="full", **chosen) -> None:
        self.ears = Ears()
        self.guide = Narrator(self.ears, self.ears, pace.seconds)
        self.guide.choose(level, 1.0)
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

    def run(self, seconds: float | None = None, step: float = 0.05) -> None:
        """Lets time pass, to the end where no seconds are given."""
        until = None if seconds is None else self.now + seconds
        while not self.state.over and (until is None or self.now < until - 1e-9):
            self.do(None, step)

    def play(self) -> None:
        self.do(Play())

    @property
    def moment(self):
        return self.moments[-1][1]
