"""The driver steps the player, and wakes when something is due."""

import pytest

from backstretch.session.commands import Leave, Next, Pause, Play, Toggle
from backstretch.session.happenings import Paused, PhaseEntered, RepDone
from backstretch.session.moment import Moment
from tests.ui.practice.conftest import Session


def test_a_command_is_done_at_once(session: Session) -> None:
    session.driver.command(Play())
    assert session.moment.status == "playing"
    session.clock.go_on(3.0)
    session.driver.command(Toggle())
    assert session.moment.status == "paused"
    assert session.moment.remaining == pytest.approx(7.0)


def test_it_wakes_at_the_end_of_the_phase_to_the_millisecond(session: Session) -> None:
    session.driver.command(Play())
    session.play_to(session.moment.phase.end - 0.0123)
    assert 0 <= session.driver.waking_in_ms <= 13


def test_between_it_wakes_for_pictures(session: Session) -> None:
    session.driver.command(Play())
    session.play_to(14.0)
    assert session.moment.phase.kind == "work"
    assert 5 <= session.driver.waking_in_ms <= 70


def test_unseen_it_wakes_for_phases_and_a_heartbeat_only(session: Session) -> None:
    session.driver.command(Play())
    session.driver.set_watched(False)
    session.play_to(2.0)
    assert session.driver.waking_in_ms > 400


def test_paused_it_sleeps(session: Session) -> None:
    session.driver.command(Play())
    session.clock.go_on(2.0)
    session.driver.command(Pause())
    assert session.driver.waking_in_ms > 10_000


def test_every_happening_is_recorded_in_order_and_told(session: Session) -> None:
    told: list[object] = []
    session.driver.happened.connect(told.append)
    session.driver.command(Play())
    session.play_to(30.0)
    session.driver.command(Leave())
    assert told == session.happenings
    times = [getattr(happening, "at", 0.0) for happening in told]
    assert times == sorted(times)
    assert any(isinstance(each, RepDone) for each in told)
    assert session.driver.waking_in_ms == -1


def test_a_gap_in_time_pauses_where_it_was_and_says_why(session: Session) -> None:
    session.driver.command(Play())
    session.play_to(14.0)
    index = session.moment.index
    session.driver._watch_gap = lambda: Pause("asleep", back_to=14.0)
    session.play_to(3000.0)
    assert session.moment.status == "paused"
    assert session.moment.why == "asleep"
    assert session.moment.index == index
    assert isinstance(session.happenings[-1], Paused)


def test_moments_are_told_with_the_timetable_they_belong_to(session: Session) -> None:
    told: list[Moment] = []
    session.driver.moment_changed.connect(told.append)
    session.driver.command(Play())
    session.driver.command(Next())
    timeline = session.state.timeline
    assert all(each.phase in timeline.phases for each in told[-1:])


def test_a_late_wake_reports_every_phase_passed(session: Session) -> None:
    session.driver.command(Play())
    session.play_to(25.0)
    entered = [each for each in session.happenings if isinstance(each, PhaseEntered)]
    passed = [phase for phase in session.state.timeline.phases if phase.start <= 25.0]
    assert len(entered) == len(passed)


def test_without_a_session_nothing_happens(session: Session) -> None:
    session.driver.close()
    session.driver.command(Play())
    assert session.driver.moment is None
    assert session.driver.waking_in_ms == -1
