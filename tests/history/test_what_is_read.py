"""A journal that contradicts itself is repaired from its events, and never read as an empty one."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from backstretch import cli
from backstretch.history import backup, schema
from backstretch.history.edits import Noted
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.store import Journal
from backstretch.history.trouble import DamagedError, NewerJournalError, Trouble
from tests.history.diary import MONDAY, events_of, fill, fill_at_once

TODAY = MONDAY.date()


@pytest.fixture
def path(home: Path) -> Path:
    path = home / "data" / "journal.db"
    journal = Journal(path, TODAY)
    for number in range(3):
        fill_at_once(journal, f"s{number}", MONDAY + timedelta(hours=number))
    journal.record("s1", Noted("a note"), MONDAY + timedelta(hours=5))
    assert journal.close()
    return path


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def opened(path: Path) -> list[Trouble]:
    troubles: list[Trouble] = []
    journal = Journal(path, TODAY, on_trouble=troubles.append)
    assert journal.flush(20)
    assert journal.close()
    return troubles


DAMAGE = {
    "status": "stOpped",
    "started": "2026-11-16T18:30",
    "ended": "yesterday",
    "day": "2026-11-1v",
    "instant": 0.5,
    "seconds": 1.0,
    "reps": 10**9,
    "before": 99,
    "moves": '[["side-bends",12,12,6,6,36.0,false]]',
    "corrected": "x",
    "note": b"\xff",
}


@pytest.mark.parametrize("column", sorted(DAMAGE))
def test_a_damaged_row_is_made_again_from_its_events(path: Path, column: str) -> None:
    before = Reading(path).all_sessions()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"UPDATE sessions SET {column} = ? WHERE id = 's1'", (DAMAGE[column],))
    assert not backup.is_good(path), "it must not enter the backups"
    assert opened(path) == []
    assert Reading(path).all_sessions() == before
    assert backup.is_good(path)


def test_what_a_reader_cannot_read_is_mended_and_shown_again(path: Path) -> None:
    before = Reading(path).all_sessions()
    saved: list[int] = []
    journal = Journal(path, TODAY, on_saved=lambda: saved.append(1))
    assert journal.flush()
    execute(path, "UPDATE sessions SET moves = '[[', seconds = 'x' WHERE id = 's1'")
    assert Reading(path).all_sessions() == before, "each session is read from its events"
    journal.suspect()
    assert journal.flush()
    assert Reading(path).all_sessions() == before
    assert saved == [1], "whoever shows it reads it again"
    journal.suspect()
    assert journal.flush()
    assert saved == [1], "and not over and over"
    assert journal.close()


@pytest.mark.parametrize("number", [0, 3, 5, 65537])
def test_a_number_that_contradicts_the_tables_is_damage(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    before = Reading(path).all_sessions()
    execute(path, f"PRAGMA user_version = {number}")
    with pytest.raises(UnreadableError) as caught:
        Reading(path).all_sessions()
    assert not caught.value.newer
    assert cli.main(["export", str(tmp_path / "x.json")], lambda _: 0) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()
    assert [trouble.code for trouble in opened(path)] == ["damaged"]
    assert Reading(path).all_sessions() == before


def test_a_dump_that_was_restored_is_read(path: Path, tmp_path: Path) -> None:
    before = Reading(path).all_sessions()
    with closing(sqlite3.connect(path)) as connection:
        dump = "\n".join(connection.iterdump())
    path.unlink()
    shutil.rmtree(backup.folder(path))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump)
    assert [trouble.code for trouble in opened(path)] == ["damaged"]
    assert Reading(path).all_sessions() == before


@pytest.mark.parametrize("number", [2, 99])
def test_a_newer_number_is_newer(path: Path, number: int) -> None:
    execute(path, f"PRAGMA user_version = {number}")
    held = path.read_bytes()
    with pytest.raises(UnreadableError) as caught:
        Reading(path).all_sessions()
    assert caught.value.newer
    journal = Journal(path, TODAY)
    journal.record("new", Noted("x"), MONDAY)
    assert not journal.flush()
    assert not journal.close()
    assert path.read_bytes() == held


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END",
        "ALTER TABLE events ADD COLUMN more TEXT",
        "DROP INDEX sessions_by_day",
        "CREATE TABLE more (x)",
    ],
)
def test_other_tables_are_not_trusted(path: Path, change: str) -> None:
    before = Reading(path).all_sessions()
    execute(path, change)
    with pytest.raises(UnreadableError):
        Reading(path).all_sessions()
    assert [trouble.code for trouble in opened(path)] == ["damaged"]
    assert Reading(path).all_sessions() == before


def test_version_tells_damage_from_newer() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        assert schema.version(connection) == 0
        schema.migrate(connection, lambda: None)
        assert schema.version(connection) == len(schema.MIGRATIONS)
        connection.execute("PRAGMA user_version = 99")
        with pytest.raises(NewerJournalError):
            schema.version(connection)
        connection.execute("PRAGMA user_version = -1")
        with pytest.raises(DamagedError):
            schema.version(connection)


def test_what_the_table_refuses_is_not_passed_over(path: Path) -> None:
    from backstretch.history import ledger

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (one,) = events_of("x", moves=1)[:1]
        broken = type(one)(one.session, one.seq, one.kind, one.wall, one.led, None)  # type: ignore[arg-type]
        with pytest.raises((sqlite3.IntegrityError, TypeError)):
            ledger.insert(connection, [broken])


def test_a_journal_replaced_in_mid_session_gets_its_beginning_again(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    shutil.copy(path, other)
    journal = Journal(path, TODAY)
    fill(journal, "running", MONDAY + timedelta(days=1), moves=2, ends=None)
    assert journal.flush()
    done = Reading(path).session("running")
    assert done is not None
    other.replace(path)
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    journal.record("running", Noted("after"), MONDAY + timedelta(days=1, hours=1))
    assert journal.flush()
    assert journal.close()
    session = Reading(path).session("running")
    assert session is not None
    assert (session.reps, session.note) == (done.reps, "after")
    assert Reading(path).count() == 4
