"""Clocks are set wrong and put right, and imports come from elsewhere: what is dated after now is
neither the last nor this week's, but can be reached."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from backstretch import cli
from backstretch.history.edits import Corrected, Deleted
from backstretch.history.fold import session_of
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.unfinished import last_unfinished
from backstretch.history.week import first_day
from backstretch.session import outcome
from tests.history.diary import MONDAY, events_of, fill_at_once

NOW = MONDAY + timedelta(hours=2)


@pytest.fixture
def path(home: Path) -> Path:
    path = home / "data" / "journal.db"
    journal = Journal(path, MONDAY.date())
    fill_at_once(journal, "open", MONDAY, moves=2, ends=None)
    fill_at_once(journal, "tomorrow", MONDAY + timedelta(days=1))
    fill_at_once(journal, "far", datetime(9998, 12, 30, 12, tzinfo=UTC))
    fill_at_once(journal, "long-ago", datetime(1904, 1, 1, 12, tzinfo=UTC))
    assert journal.close()
    return path


def test_a_later_date_is_not_the_last_session_and_hides_no_offer(path: Path) -> None:
    reading = Reading(path)
    last = reading.last_session(NOW)
    assert last is not None and last.id == "open"
    found = last_unfinished(reading, NOW)
    assert found is not None and found.id == "open"
    assert [one.id for one in reading.recent_sessions(9, NOW)] == ["open", "long-ago"]


def test_it_is_not_this_weeks_either(path: Path) -> None:
    reading = Reading(path)
    assert [one.id for one in reading.week(MONDAY.date(), NOW).sessions] == ["open"]
    assert len(reading.week(MONDAY.date()).sessions) == 2, "the history shows it where it is"


def test_it_can_be_reached_corrected_and_deleted(path: Path) -> None:
    reading = Reading(path)
    assert reading.last_day() == date(9998, 12, 30)
    week = reading.week(first_day(date(9998, 12, 30)))
    assert [one.id for one in week.sessions] == ["far"]
    journal = Journal(path, MONDAY.date())
    journal.record("far", Corrected("side-bends", 3, 1, 2), NOW)
    assert journal.flush()
    corrected = reading.session("far")
    assert corrected is not None and corrected.moves[0].done == 3
    journal.record("far", Deleted(), NOW)
    assert journal.close()
    assert reading.last_day() == MONDAY.date() + timedelta(days=1)


@pytest.mark.parametrize(
    ("week", "code"),
    [
        ("9999-W52", 2),
        ("9999-W51", 0),
        ("9998-W53", 0),
        ("0001-W01", 0),
        ("1904-W01", 0),
        ("0000-W01", 2),
    ],
)
def test_every_week_there_is_gets_an_answer(
    path: Path, week: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["history", "--week", week], lambda _: 0) == code
    said = capsys.readouterr()
    assert "should not have happened" not in said.err
    assert said.err.count("\n") == (1 if code else 0)


def test_a_start_by_mistake_leaves_nothing_in_the_history() -> None:
    for ends in (True, False, None):
        assert session_of("a", events_of("a", moves=5, skipped=(0, 1, 2, 3, 4), ends=ends)) is None
    events = events_of("a", moves=1, ends=False)
    with_a_rep = session_of("a", events)
    assert with_a_rep is not None and with_a_rep.reps == 12


@pytest.mark.parametrize(("seconds", "counted"), [(29.9, False), (30.0, True)])
def test_half_a_minute_led_counts_without_a_rep(seconds: float, counted: bool) -> None:
    from backstretch.session.happenings import Began, MoveLeft

    tally = outcome.fold(
        [
            Began(0.0, {"routine": "r", "choices": [{"id": "m", "dose": 6}]}),
            MoveLeft(1.0, 0, seconds, True),
        ]
    )
    assert outcome.counts(tally.progress()) is counted
