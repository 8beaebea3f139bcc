"""Whoever leads by ear is told early, for the very time at which it happens, and told anew when
the user changes what comes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from backstretch.guide.lookahead import AHEAD_SECONDS, Lookahead
from backstretch.session.commands import (
    Back,
    EndEarly,
    Gentle,
    Next,
    OneMore,
    Pace,
    Pause,
    Toggle,
)
from backstretch.session.happenings import Ended, Paused, PhaseEntered
from tests.examples import examples
from tests.guide.driven import Driven


class HandTimer:
    """A timer on the clock that is turned by hand."""

    def __init__(self, clock) -> None:
        self._clock = clock
        self.due: float | None = None

    def start(self, milliseconds: int) -> None:
        self.due = self._clock.now + milliseconds / 1000

    def stop(self) -> None:
        self.due = None


class Led(Driven):
    """A session with somebody who asks for a sound at each phase, and drops what is to come when
    told to. `asked` holds what would sound: when, and which phase."""

    def follow(self, driver) -> None:
        self.ahead = Lookahead(driver, self.clock)
        driver._timer, self.ahead._timer = HandTimer(self.clock), HandTimer(self.clock)
        self.asked: list[tuple[float, int]] = []
        self.heard_of: list[tuple[object, float | None]] = []
        self.ahead.turned.connect(self._drop)
        self.ahead.happened.connect(self._ask)

    def _ask(self, happening) -> None:
        due = self.ahead.due
        self.heard_of.append((happening, due))
        if isinstance(happening, PhaseEntered):
            self.asked.append((self.clock.now if due is None else due, happening.index))

    def _drop(self) -> None:
        self.asked = [one for one in self.asked if one[0] <= self.clock.now]

    def run_to(self, seconds: float) -> None:
        """Wakes driver and lookahead whenever they want to be woken, up to `seconds`."""
        wakes = ((self.driver._timer, self.driver._wake), (self.ahead._timer, self.ahead._wake))
        while True:
            due = [(timer.due, wake) for timer, wake in wakes if timer.due is not None]
            at, wake = min(due, key=lambda one: one[0], default=(seconds + 1, None))
            if wake is None or at > seconds:
                break
            self.clock.now = max(self.clock.now, at)
            wake()
        self.clock.now = max(self.clock.now, seconds)
        self.driver._wake()

    def entered(self) -> list[tuple[float, int]]:
        """The phases as they were recorded."""
        return [(one.at, one.index) for one in self.happenings if isinstance(one, PhaseEntered)]


@pytest.fixture
def led(routine, poses, qapp) -> Led:
    led = Led(routine, poses)
    yield led
    led.ahead.stop()
    led.driver.close()


def test_each_phase_is_told_ahead_for_its_very_begin(led) -> None:
    led.driver.command(Toggle())
    led.run_to(100.0)
    told = [(due, one) for one, due in led.heard_of if isinstance(one, PhaseEntered)]
    assert told[0][0] is None, "the first begins when the user says so"
    for due, happening in told[1:]:
        assert due == pytest.approx(happening.at)
    sounded = [(round(at, 3), index) for at, index in led.asked if at <= 100.0]
    assert sounded == [(round(at, 3), index) for at, index in led.entered()]
    assert AHEAD_SECONDS > 0.3


def test_pausing_is_told_at_once_and_drops_what_was_to_come(led) -> None:
    led.driver.command(Toggle())
    end = led.driver.moment.phase.length
    led.run_to(end - 0.2)
    assert led.asked[-1] == (pytest.approx(end), 1)
    led.driver.command(Pause())
    assert led.asked == [(0.0, 0)]
    assert isinstance(led.heard_of[-1][0], Paused)
    assert led.heard_of[-1][1] is None
    assert led.ahead._timer.due is None
    led.clock.now += 1.0
    led.driver.command(Toggle())
    assert led.asked[-1] == (pytest.approx(end + 1.0), 1)


def test_a_jump_of_time_pauses_before_anything_is_told(routine, poses, qapp) -> None:
    led = Led(routine, poses)
    led.driver.command(Toggle())
    led.run_to(30.0)
    gaps = [Pause("slept", back_to=30.0)]
    led.driver._watch_gap = lambda: gaps.pop() if gaps else None
    before = len(led.asked)
    led.clock.now += 500.0
    led.ahead._wake()
    assert led.driver.moment.status == "paused"
    assert len(led.asked) <= before
    assert isinstance(led.heard_of[-1][0], Paused)
    led.ahead.stop()
    led.driver.close()


def test_the_end_is_told_once(led) -> None:
    led.driver.command(Toggle())
    for _ in led.state.plan.choices:
        led.run_to(led.clock.now + 1.0)
        led.driver.command(Next())
    led.run_to(led.clock.now + 200.0)
    assert [isinstance(one, Ended) for one, _ in led.heard_of].count(True) == 1
    assert led.ahead._timer.due is None


commands = some.sampled_from(
    [Toggle(), Next(), Back(), EndEarly(), OneMore(), Gentle(), Pace(1), Pause()]
)


@settings(max_examples=examples(60))
@given(steps=some.lists(some.tuples(some.floats(0.01, 9.0), commands), min_size=1, max_size=12))
def test_whatever_the_user_does_what_sounds_is_what_happens(routine, poses, qapp, steps) -> None:
    """Nothing that sounds belongs to a phase that never began then, and no phase stays silent."""
    led = Led(routine, poses)
    led.driver.command(Toggle())
    for wait, command in steps:
        led.run_to(led.clock.now + wait)
        led.driver.command(command)
    now = led.clock.now
    sounded = [(round(at, 3), index) for at, index in led.asked if at <= now]
    began = [(round(at, 3), index) for at, index in led.entered()]
    led.ahead.stop()
    led.driver.close()
    assert sounded == began
