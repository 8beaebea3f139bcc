"""Backups are made, checked and pruned; every released schema can be migrated; erasing leaves
nothing."""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from backstretch.history import backup, ledger, schema
from backstretch.history.edits import Noted, Rated
from backstretch.history.erase import holdings
from backstretch.history.exchange import export
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.trouble import DamagedError
from backstretch.session.happenings import Ended
from tests.history.diary import MONDAY, fill, fill_at_once

RELEASED = Path(__file__).with_name("released")
TODAY = MONDAY.date()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    first = Journal(path, TODAY)
    fill_at_once(first, "a")
    assert first.close()
    made = Journal(path, TODAY)
    until = time.monotonic() + 5
    while backup.due(path, TODAY) and time.monotonic() < until:
        time.sleep(0.01)
    yield made
    made.close()


# --- backups ---


def test_one_backup_per_day_of_use(journal: Journal, path: Path) -> None:
    first = backup.daily(path, TODAY)
    assert first.exists() and stat.S_IMODE(first.stat().st_mode) == 0o600
    assert backup.is_good(first)
    made_at = first.stat().st_mtime_ns
    again = Journal(path, TODAY)
    assert again.flush() and again.close()
    assert first.stat().st_mtime_ns == made_at
    assert [file.name for file in backup.folder(path).iterdir()] == [first.name]


def test_the_first_session_ever_is_backed_up_as_soon_as_it_ends(path: Path) -> None:
    made = Journal(path, TODAY)
    fill(made, "first", ends=None)
    assert made.flush() and not backup.newest_first(path)
    made.record("first", Ended(1.0, finished=True), MONDAY)
    until = time.monotonic() + 5
    while backup.due(path, TODAY) and time.monotonic() < until:
        time.sleep(0.01)
    kept = Reading(backup.daily(path, TODAY)).session("first")
    assert kept is not None and kept.status == "finished"
    assert made.close()


def test_fewer_backups_are_kept_of_a_large_journal(path: Path, monkeypatch) -> None:
    monkeypatch.setattr(backup, "MOST_BYTES", 450)
    folder = backup.folder(path)
    folder.mkdir(parents=True)
    for number in range(100):
        backup.daily(path, TODAY - timedelta(days=number)).write_bytes(bytes(100))
    backup.prune(path)
    kept = [file.name[len("journal-") : -len(".db")] for file in backup.newest_first(path)]
    assert kept == ["2026-11-16", "2026-11-15", "2026-10-31", "2026-09-30"]
    monkeypatch.setattr(backup, "MOST_BYTES", 10)
    backup.prune(path)
    assert len(backup.newest_first(path)) == backup.ALWAYS_KEPT


def test_closing_updates_the_backup_of_the_day(journal: Journal, path: Path) -> None:
    journal.record("a", Noted("of today"), MONDAY)
    assert journal.flush() and journal.close()
    session = Reading(backup.daily(path, TODAY)).session("a")
    assert session is not None and session.note == "of today"


def test_a_backup_of_a_damaged_journal_is_refused(journal: Journal, path: Path) -> None:
    assert journal.close()
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 9000)
    target = backup.daily(path, TODAY + timedelta(days=1))
    with pytest.raises((DamagedError, sqlite3.DatabaseError)):
        backup.make(path, target)
    assert not target.exists() and not list(backup.folder(path).glob("*.part"))


def test_the_last_seven_days_and_twelve_months_are_kept(path: Path) -> None:
    folder = backup.folder(path)
    folder.mkdir(parents=True)
    last = date(2026, 11, 22)
    for number in range(500):
        backup.daily(path, last - timedelta(days=number)).touch()
    left = folder / "journal-2026-11-20.db.4194399.part"
    left.touch()
    mine = folder / f"journal-2026-11-21.db.{os.getpid()}.part"
    mine.touch()
    kept_aside = folder / "before-version-2-2025-01-01.db"
    kept_aside.touch()
    backup.prune(path)
    assert mine.exists() and not left.exists()
    names = sorted(file.name for file in folder.iterdir())
    assert kept_aside.name in names
    days = [name[8:18] for name in names if name.startswith("journal-") and name.endswith(".db")]
    assert days[-7:] == [f"2026-11-{day}" for day in range(16, 23)]
    assert len(days) == 7 + 11
    assert days[0] == "2025-12-31" and "2026-10-31" in days


def test_the_newest_good_backup_is_found(journal: Journal, path: Path) -> None:
    backup.daily(path, TODAY + timedelta(days=1)).write_bytes(b"no database")
    assert backup.newest_good(path) == backup.daily(path, TODAY)


# --- migrations ---


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.sql")), ids=lambda path: path.stem)
def test_every_released_schema_is_migrated(released: Path, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(released.read_text("utf-8"))
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        assert found == int(released.stem.rpartition("-")[2])
    journal = Journal(path, TODAY)
    journal.record("new", Noted("x"), MONDAY)
    assert journal.flush() and journal.close()
    session = Reading(path).session("one")
    assert session is not None and session.status == "finished"
    assert [move.done for move in session.moves] == [12, 10, 12, 6, 20]
    assert (session.before, session.after, session.note) == (6, 3, "süß")


def test_the_present_schema_is_among_the_released() -> None:
    versions = {int(path.stem.rpartition("-")[2]) for path in RELEASED.glob("*.sql")}
    assert versions == set(range(1, len(schema.MIGRATIONS) + 1))


def test_a_migration_makes_a_backup_first_and_is_all_or_nothing(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert journal.close()
    monkeypatch.setattr(
        schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE extra (x);\nSELECT * FROM nowhere")
    )
    troubles = []
    failing = Journal(path, TODAY, on_trouble=troubles.append)
    assert failing.flush()
    assert failing.close() and [one.code for one in troubles] == ["refused"]
    with closing(sqlite3.connect(path)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    assert "extra" not in names and version == len(schema.MIGRATIONS) - 1
    monkeypatch.setattr(
        schema, "MIGRATIONS", (*schema.MIGRATIONS[:-1], "CREATE TABLE extra (x);\n")
    )
    better = Journal(path, TODAY)
    assert better.flush() and better.close()
    before = backup.before_migration(path, TODAY)
    with closing(sqlite3.connect(before)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    assert version == len(schema.MIGRATIONS) - 1
    assert Reading(path).session("a") is not None


def test_the_rows_follow_from_the_events(journal: Journal, path: Path) -> None:
    before = Reading(path).all_sessions()

    def spoil_and_rebuild(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE sessions SET moves = '[]', seconds = 0, status = 'stopped'")
        ledger.rebuild(connection)

    journal.ask(spoil_and_rebuild).result(5)
    assert Reading(path).all_sessions() == before != ()


# --- deleting everything ---


def test_erasing_leaves_nothing(journal: Journal, path: Path, tmp_path: Path) -> None:
    secret = "a word nobody else should read"
    journal.record("a", Noted(secret), MONDAY)
    journal.record("a", Rated("before", 7), MONDAY)
    assert journal.flush()
    backup.make(path, backup.daily(path, TODAY + timedelta(days=1)))
    aside = path.parent / "damaged"
    aside.mkdir()
    (aside / "journal-2026-01-01-1.db").write_text(secret)
    crashed = path.parent / "rescue-x"
    crashed.mkdir()
    (crashed / "damaged.db").write_text(secret)
    everywhere = [file for file in path.parent.rglob("*") if file.is_file()]
    assert sum(secret.encode() in file.read_bytes() for file in everywhere) >= 4
    held = holdings(Reading(path))
    assert (held.sessions, held.backups, held.set_aside) == (1, 2, 1)
    journal.erase().result(10)
    left = [file for file in path.parent.rglob("*") if file.is_file()]
    assert not [file for file in left if secret.encode() in file.read_bytes()]
    assert {file.name for file in left} <= {"journal.db", "journal.db-wal", "journal.db-shm"}
    assert Reading(path).all_sessions() == () and holdings(Reading(path)).sessions == 0
    fill_at_once(journal, "after")
    assert len(Reading(path).all_sessions()) == 1
    assert export(Reading(path), tmp_path / "x.json") == 1
