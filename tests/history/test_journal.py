"""What is recorded can be read at once through another connection."""

import os
import stat
import uuid
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from backstretch.history.edits import (
    PRACTICE,
    Corrected,
    Deleted,
    GoalSet,
    Noted,
    Rated,
    Restored,
)
from backstretch.history.events import entry
from backstretch.history.fold import deletions
from backstretch.history.practice import Practice
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.unfinished import last_unfinished
from backstretch.session.happenings import PhaseEntered, RepDone
from backstretch.session.outcome import fold
from tests.history.diary import EAST, MONDAY, fill, told

TODAY = date(2026, 11, 18)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path):
    made = Journal(path, TODAY)
    yield made
    assert made.close()


def test_an_empty_journal_reads_as_empty(path: Path) -> None:
    reading = Reading(path)
    week = reading.week(date(2026, 11, 16))
    assert [day.sessions for day in week.days] == [0] * 7
    assert week.sessions == ()
    assert reading.last_session() is None
    assert last_unfinished(reading) is None
    assert not path.exists(), "reading makes nothing"


def test_a_finished_session_is_in_its_week(journal: Journal, path: Path) -> None:
    identity = str(uuid.uuid4())
    fill(journal, identity, skipped=(2,))
    assert journal.flush()
    week = Reading(path).week(date(2026, 11, 16))
    assert [day.sessions for day in week.days] == [1, 0, 0, 0, 0, 0, 0]
    (session,) = week.sessions
    assert session.id == identity
    assert session.routine == "balanced-back"
    assert session.status == "finished"
    assert session.started == MONDAY and session.started.utcoffset() == timedelta(hours=2)
    assert session.ended == MONDAY + timedelta(seconds=session.seconds)
    assert [(m.planned, m.done, m.left, m.right) for m in session.moves] == [
        (12, 12, 6, 6),
        (10, 10, None, None),
        (12, 0, None, None),
        (6, 6, None, None),
        (20, 20, None, None),
    ]
    assert [m.skipped for m in session.moves] == [False, False, True, False, False]
    assert session.moves[0].seconds == 36.0
    assert week.days[0].seconds == session.seconds == 3.0 * (12 + 10 + 6 + 20)


def test_each_rep_is_on_the_disk_before_the_next(journal: Journal, path: Path) -> None:
    reps = 0
    for one in told(moves=2):
        journal.record("a", one.entry, one.wall)
        if isinstance(one.entry, RepDone):
            reps += 1
            assert journal.flush()
            session = Reading(path).session("a")
            assert session is not None and session.reps == reps
    assert reps == 22


def test_only_phases_that_begin_or_stop_the_reps_are_kept(journal: Journal, path: Path) -> None:
    everything = list(told())
    for one in everything:
        journal.record("a", one.entry, one.wall)
    assert journal.flush()
    kept = [made for event in Reading(path).events("a") if (made := entry(event)) is not None]
    entered = [one for one in kept if isinstance(one, PhaseEntered)]
    assert [one.move for one in entered] == [0, 1, 2, 3, 4]
    assert fold(kept) == fold([one.entry for one in everything])


def test_a_session_without_an_end_can_be_resumed(journal: Journal, path: Path) -> None:
    fill(journal, "old", MONDAY - timedelta(days=3), moves=1, ends=None)
    fill(journal, "new", moves=2, skipped=(0,), ends=None)
    assert journal.flush()
    unfinished = last_unfinished(Reading(path))
    assert unfinished is not None
    assert unfinished.id == "new"
    assert unfinished.move == 2
    assert unfinished.plan["routine"] == "balanced-back"
    assert unfinished.session.moves[1].done == 10
    fill(journal, "done", MONDAY + timedelta(hours=1))
    assert journal.flush()
    assert last_unfinished(Reading(path)) is None


def test_only_their_owner_can_read_the_files(journal: Journal, path: Path) -> None:
    fill(journal, "a")
    assert journal.flush()
    if os.name == "posix":
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        for file in path.parent.iterdir():
            mode = stat.S_IMODE(file.stat().st_mode)
            assert mode == (0o700 if file.is_dir() else 0o600), file


def test_the_day_is_that_of_the_local_time_of_the_session(journal: Journal, path: Path) -> None:
    late = datetime(2026, 11, 17, 23, 59, tzinfo=timezone(timedelta(hours=13)))
    fill(journal, "far-east", late)
    fill(journal, "far-west", datetime(2026, 11, 17, 0, 1, tzinfo=timezone(-timedelta(hours=11))))
    assert journal.flush()
    week = Reading(path).week(date(2026, 11, 16))
    assert [day.sessions for day in week.days] == [0, 2, 0, 0, 0, 0, 0]


def test_a_wall_time_without_offset_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="offset"):
        journal.record("a", Noted("x"), datetime(2026, 11, 16))


def test_a_clock_set_back_keeps_order_and_ends_after_it_began(journal: Journal, path: Path) -> None:
    for number, one in enumerate(told()):
        back = timedelta(hours=5) if number > 10 else timedelta()
        journal.record("a", one.entry, one.wall - back)
    assert journal.flush()
    session = Reading(path).session("a")
    assert session is not None
    assert session.status == "finished" and session.ended == session.started
    assert [move.done for move in session.moves] == [12, 10, 12, 6, 20]


def test_edits(journal: Journal, path: Path) -> None:
    fill(journal, "a")
    for edit in (
        Rated("before", 6),
        Rated("after", 3),
        Noted("slept badly"),
        Corrected("side-bends", 9, 5, 4),
        Corrected("articulations", 7),
    ):
        journal.record("a", edit, MONDAY + timedelta(hours=1))
    assert journal.flush()
    session = Reading(path).session("a")
    assert session is not None
    assert (session.before, session.after, session.note) == (6, 3, "slept badly")
    assert session.corrected
    assert (session.moves[0].done, session.moves[0].left, session.moves[0].right) == (9, 5, 4)
    assert session.moves[1].done == 7


def test_a_restoration_undoes_the_deletions_it_names(journal: Journal, path: Path) -> None:
    reading = Reading(path)
    fill(journal, "a")
    journal.record("a", Deleted(), MONDAY)
    assert journal.flush()
    assert reading.session("a") is None
    assert reading.week(MONDAY.date()).sessions == ()
    journal.record("a", Restored(deletions(reading.events("a"))), MONDAY)
    assert journal.flush()
    assert reading.session("a") is not None


def test_goal_and_rest_weeks(journal: Journal, path: Path) -> None:
    reading = Reading(path)
    assert reading.practice() == Practice()
    first = date(2026, 11, 16)
    journal.record(PRACTICE, GoalSet(3), MONDAY)
    for edit in reading.practice().marks(first, True):
        journal.record(PRACTICE, edit, MONDAY)
    assert journal.flush()
    practice = reading.practice()
    assert practice.goal == 3
    assert practice.rests(first)
    assert practice.rests(date(2026, 11, 15)), "a week from Sunday holds that Monday as well"
    assert not practice.rests(date(2026, 11, 23))
    for edit in practice.marks(first, False):
        journal.record(PRACTICE, edit, MONDAY)
    assert journal.flush()
    assert not reading.practice().rests(first)


def test_two_processes_write_one_journal(journal: Journal, path: Path) -> None:
    other = Journal(path, TODAY)
    for number, one in enumerate(told()):
        (journal if number % 2 else other).record("a", one.entry, one.wall)
        assert (journal if number % 2 else other).flush()
    assert other.close()
    session = Reading(path).session("a")
    assert session is not None and [m.done for m in session.moves] == [12, 10, 12, 6, 20]
    assert session.started.tzinfo is not None and session.started.utcoffset() == EAST.utcoffset(
        None
    )
