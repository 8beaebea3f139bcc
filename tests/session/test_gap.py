import time
from dataclasses import replace
from datetime import timedelta

import pytest

from backstretch.session import clock
from backstretch.session.clock import Readings
from backstretch.session.commands import Pause
from backstretch.session.gap import GapWatch, reason

START = Readings(monotonic=50.0, boot=80.0, wall=1_800_000_000.0)


def later(monotonic, boot=None, wall=None):
    boot = monotonic if boot is None else boot
    wall = boot if wall is None else wall
    return Readings(START.monotonic + monotonic, START.boot + boot, START.wall + wall)


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (later(0.02), None),
        (later(1.5), None),
        (later(1.2, wall=1.3), None),
        (later(1.6), "stopped"),
        (later(0.1, boot=3600), "slept"),
        (later(2.0, boot=3600), "slept"),
        (later(1.0, wall=3601), "clock"),
        (later(1.0, wall=-3600), "clock"),
    ],
)
def test_each_kind_of_gap_is_told_apart(after, why):
    assert reason(START, after) == why


def test_the_watch_pauses_back_to_where_it_last_looked():
    readings = [START, later(1.0), later(400.0), later(400.5)]
    watch = GapWatch(lambda: readings.pop(0))
    assert watch() is None
    assert watch() == Pause("stopped", back_to=START.boot + 1.0)
    assert watch() is None


def test_what_is_reported_late_gets_the_time_it_happened():
    late = clock.wall() - clock.wall_at(clock.now() - 3600.0)
    assert abs(late - timedelta(hours=1)) < timedelta(seconds=1)
    assert clock.wall_at(clock.now() + 60.0) <= clock.wall()
    assert clock.wall_at(0.0).utcoffset() is not None


def test_the_real_clocks_run_together():
    before, after = clock.read(), clock.read()
    assert reason(before, after) is None
    assert after.boot >= before.boot
    assert clock.wall().utcoffset() is not None
    assert replace(after, boot=clock.now()).boot >= after.boot


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot change here")
def test_the_time_zone_is_asked_at_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XXX-2")
    assert clock.wall().utcoffset() == timedelta(hours=2)
    monkeypatch.setenv("TZ", "YYY+5")
    assert clock.wall().utcoffset() == timedelta(hours=-5)
    assert clock.wall_at(clock.now()).utcoffset() == timedelta(hours=-5)
    monkeypatch.undo()
    time.tzset()
