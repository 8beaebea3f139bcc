"""The driver steps the player, and wakes when something is due."""

import pytest

from backstretch.session.commands import Leave, Next, Pause, Play, Toggle
from backstretch.session.happenings import Paused, PhaseEntered, RepDone
from backstretch.session.moment import Moment
from tests.guide.driven import Driven


def test_a_command_is_done_at_once(driven: Driven) -> None:
    driven.driver.command(Play())
    assert driven.moment.status == "playing"
    driven.clock.go_on(3.0)
    driven.driver.command(Toggle())
    assert driven.moment.status == "paused"
    assert driven.moment.remaining == pytest.approx(driven.state.plan.lead_in - 3.0)


def test_it_wakes_at_the_end_of_the_phase_to_the_millisecond(driven: Driven) -> None:
    driven.driver.command(Play())
    driven.play_to(driven.moment.phase.end - 0.0123)
    assert 0 <= driven.waking_in_ms <= 13


def test_between_it_wakes_for_pictures(driven: Driven) -> None:
    driven.driver.command(Play())
    driven.play_to(driven.state.plan.lead_in + 4.0)
    assert driven.moment.phase.kind == "work"
    assert 5 <= driven.waking_in_ms <= 70


def test_unseen_it_wakes_for_phases_and_a_heartbeat_only(driven: Driven) -> None:
    driven.driver.command(Play())
    driven.driver.set_watched(False)
    driven.play_to(2.0)
    assert driven.waking_in_ms > 400


def test_paused_it_sleeps(driven: Driven) -> None:
    driven.driver.command(Play())
    driven.clock.go_on(2.0)
    driven.driver.command(Pause())
    assert driven.waking_in_ms > 10_000


def test_every_happening_is_recorded_in_order_and_told(driven: Driven) -> None:
    told: list[object] = []
    driven.driver.happened.connect(told.append)
    driven.driver.command(Play())
    driven.play_to(30.0)
    driven.driver.command(Leave())
    assert told == driven.happenings
    times = [getattr(happening, "at", 0.0) for happening in told]
    assert times == sorted(times)
    assert any(isinstance(each, RepDone) for each in told)
    assert driven.waking_in_ms == -1


def test_a_gap_in_time_pauses_where_it_was_and_says_why(driven: Driven) -> None:
    driven.driver.command(Play())
    driven.play_to(14.0)
    index = driven.moment.index
    driven.driver._watch_gap = lambda: Pause("asleep", back_to=14.0)
    driven.play_to(3000.0)
    assert driven.moment.status == "paused"
    assert driven.moment.why == "asleep"
    assert driven.moment.index == index
    assert isinstance(driven.happenings[-1], Paused)


def test_moments_are_told_with_the_timetable_they_belong_to(driven: Driven) -> None:
    told: list[Moment] = []
    driven.driver.moment_changed.connect(told.append)
    driven.driver.command(Play())
    driven.driver.command(Next())
    timeline = driven.state.timeline
    assert all(each.phase in timeline.phases for each in told[-1:])


def test_a_late_wake_reports_every_phase_passed(driven: Driven) -> None:
    driven.driver.command(Play())
    driven.play_to(25.0)
    entered = [each for each in driven.happenings if isinstance(each, PhaseEntered)]
    passed = [phase for phase in driven.state.timeline.phases if phase.start <= 25.0]
    assert len(entered) == len(passed)


def test_without_a_session_nothing_happens(driven: Driven) -> None:
    driven.driver.close()
    driven.driver.command(Play())
    assert driven.driver.moment is None
    assert driven.waking_in_ms == -1
