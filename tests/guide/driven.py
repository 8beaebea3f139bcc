"""A session on the real driver under a hand-turned clock, with no widget anywhere."""

from backstretch.figure.poses import Poses
from backstretch.guide.driver import Driver
from backstretch.routine.model import Routine
from backstretch.session import player
from backstretch.session.moment import Moment
from backstretch.session.plan import plan_for
from backstretch.session.state import State


class HandClock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def go_on(self, seconds: float) -> None:
        self.now += seconds


class Driven:
    """`happenings` collects what the driver recorded, in order."""

    def __init__(self, routine: Routine, poses: Poses) -> None:
        self.clock = HandClock()
        self.happenings: list[object] = []
        self.driver = Driver(self.clock)
        self.follow(self.driver)
        state = player.begin(routine, plan_for(routine), poses)
        self.driver.open(state, self.happenings.append)

    def follow(self, driver: Driver) -> None:
        """Connects whatever should follow the driver before the session opens."""

    @property
    def moment(self) -> Moment:
        assert self.driver.moment is not None
        return self.driver.moment

    @property
    def state(self) -> State:
        assert self.driver.state is not None
        return self.driver.state

    @property
    def waking_in_ms(self) -> int:
        """Until the driver's next wake; -1 if none is due."""
        return self.driver._timer.remainingTime()

    def play_to(self, seconds: float) -> None:
        """Plays until the session clock reads `seconds`, waking as the driver would."""
        self.clock.now = seconds
        self.driver._wake()
