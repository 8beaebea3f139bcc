"""Backups and repairs step by step: what they leave, under which name, and what an error leaves."""

import errno
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from backstretch.history import backup, ledger, rescue, schema
from backstretch.history.connection import Keeper, check
from backstretch.history.edits import Noted
from backstretch.history.erase import holdings
from backstretch.history.events import event
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.trouble import DamagedError, Trouble
from tests.history.diary import MONDAY, events_of, fill_at_once

TODAY = MONDAY.date()


@pytest.fixture
def path(tmp_path):
    """A journal with one session, and a backup of the day before that lacks its edit."""
    path = tmp_path / "data" / "journal.db"
    journal = Journal(path, TODAY - timedelta(days=1))
    fill_at_once(journal, "a")
    assert journal.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        ledger.insert(connection, [event("a", 900, Noted("later"), MONDAY)])
        ledger.refold(connection, "a")
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


# --- repairs ---


def test_a_repair_starts_from_the_backup_and_adds_what_is_still_readable(path):
    damaged = path.read_bytes()
    trouble = rescue.restore(path, TODAY)
    aside = path.parent / "damaged" / "journal-2026-11-16-1.db"
    values = {"kept": str(aside), "backup": "journal-2026-11-15.db", "salvaged": 1}
    assert trouble == Trouble("damaged", values)
    assert aside.read_bytes() == damaged
    assert stat.S_IMODE(aside.stat().st_mode) == stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Reading(path).session("a").note == "later"
    assert names(path.parent) == ["backups", "damaged", "journal.db"]


def test_each_damaged_journal_is_kept_under_a_name_of_its_own(path):
    kept = [rescue.restore(path, TODAY).values["kept"] for _ in range(3)]
    folder = rescue.folder(path)
    assert kept == [str(folder / f"journal-2026-11-16-{number}.db") for number in (1, 2, 3)]
    assert holdings(Reading(path)).set_aside == 3


def test_without_a_backup_a_repair_salvages_everything(path):
    shutil.rmtree(backup.folder(path))
    trouble = rescue.restore(path, TODAY)
    assert trouble.values["backup"] == ""
    assert trouble.values["salvaged"] == len(events_of("a")) + 1
    assert Reading(path).session("a").note == "later"


@pytest.mark.parametrize("content", [None, b""])
def test_a_journal_that_is_gone_comes_back_from_its_backup_alone(path, content):
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    trouble = rescue.restore(path, TODAY)
    assert dict(trouble.values) == {"kept": "", "backup": "journal-2026-11-15.db", "salvaged": 0}
    assert Reading(path).session("a").note == ""
    assert not rescue.folder(path).exists()


def test_the_log_of_a_damaged_journal_is_kept_with_it_and_not_replayed(path):
    wal = path.with_name("journal.db-wal")
    wal.write_bytes(b"a log that belongs to the damaged file")
    trouble = rescue.restore(path, TODAY)
    aside = trouble.values["kept"]
    kept = Path(f"{aside}-wal").read_bytes()
    assert kept == b"a log that belongs to the damaged file"
    assert not wal.exists()


def test_a_repair_that_fails_leaves_everything_as_it_was(path, monkeypatch):
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}

    def full(_path):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(rescue, "to_disk", full)
    for _ in range(2):
        with pytest.raises(OSError, match="no space left"):
            rescue.restore(path, TODAY)
    after = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    assert after == before


def test_a_repair_that_fails_half_way_takes_back_what_it_set_aside(path, monkeypatch):
    def full(*_arguments):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(rescue, "salvage", full)
    with pytest.raises(OSError, match="no space left"):
        rescue.restore(path, TODAY)
    assert names(rescue.folder(path)) == []
    assert names(path.parent) == ["backups", "damaged", "journal.db"]
    assert Reading(path).session("a").note == "later"


def test_a_copy_holds_the_whole_journal_and_replaces_its_target_whole(path, tmp_path):
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    with closing(sqlite3.connect(path)) as connection:
        rescue.write_copy(connection, target)
    assert Reading(target).all_sessions() == Reading(path).all_sessions()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(":memory:")) as closed:
        pass
    with pytest.raises(sqlite3.ProgrammingError):
        rescue.write_copy(closed, target)
    assert Reading(target).count() == 1
    assert names(tmp_path) == ["copy.db", "data"]


# --- backups ---


def test_a_backup_that_is_cancelled_leaves_nothing(path):
    target = backup.daily(path, TODAY)
    with pytest.raises(InterruptedError):
        backup.make(path, target, lambda: True)
    assert names(backup.folder(path)) == ["journal-2026-11-15.db"]
    backup.make(path, target)
    assert backup.is_good(target)
    assert Reading(target).session("a").note == "later"


def test_backups_are_named_after_their_day_and_found_newest_first(path):
    assert backup.due(path, TODAY)
    assert not backup.due(path, TODAY - timedelta(days=1))
    before = backup.before_migration(path, TODAY)
    assert before.name == f"before-version-{len(schema.MIGRATIONS)}-2026-11-16.db"
    backup.make(path, before)
    backup.make(path, backup.daily(path, TODAY))
    (backup.folder(path) / "folder.db").mkdir()
    assert [one.name for one in backup.newest_first(path)] == [
        "journal-2026-11-16.db",
        "journal-2026-11-15.db",
        before.name,
    ]
    assert holdings(Reading(path)).backups == 3


def test_a_database_that_is_no_journal_is_no_good_backup(path, tmp_path):
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE x (y)")
        connection.commit()
        assert not backup.is_good(other)
        connection.execute("PRAGMA user_version = 99")
    assert not backup.is_good(other)
    assert not backup.is_good(tmp_path / "none.db")
    assert backup.is_good(path)


def test_unfinished_backups_of_processes_that_are_gone_are_removed(path):
    folder = backup.folder(path)
    kept = [f"x.db.{os.getpid()}.part", "x.db.1.part", "x.db.word.part"]
    gone = ["x.db.4194399.part", f"x.db.{10**30}.part"]
    for name in (*kept, *gone):
        (folder / name).touch()
    backup.prune(path)
    assert names(folder) == sorted([*kept, "journal-2026-11-15.db"])


def test_a_backup_that_fails_is_reported_with_its_folder(path):
    shutil.rmtree(backup.folder(path))
    backup.folder(path).write_text("a file in the folder's place")
    troubles = []
    run = backup.Run(path, TODAY, troubles.append)
    run._thread.join(10)
    assert troubles == [Trouble("no-backup", {"place": str(backup.folder(path))})]
    assert not run.found_damage


def test_a_backup_of_a_journal_that_is_gone_is_not_reported(path):
    path.unlink()
    troubles = []
    run = backup.Run(path, TODAY, troubles.append)
    run._thread.join(10)
    assert (troubles, run.found_damage) == ([], False)


# --- the connection ---


def test_a_journal_without_its_tables_is_damaged(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        check(connection)
        connection.execute("DROP TABLE events")
        with pytest.raises(DamagedError, match="not those of version 1"):
            check(connection)


def test_a_journal_that_is_suspected_is_checked_at_its_next_use(path):
    keeper = Keeper(path, TODAY, lambda _: None)
    keeper.connection().execute("DROP TABLE events")
    keeper.connection()
    keeper.suspect()
    with pytest.raises(DamagedError):
        keeper.connection()
    keeper.drop()


def test_the_connection_is_kept_as_long_as_the_file_is_the_same(path, tmp_path):
    keeper = Keeper(path, TODAY, lambda _: None)
    first = keeper.connection()
    assert keeper.connection() is first
    assert first.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert first.execute("PRAGMA synchronous").fetchone() == (2,)
    other = tmp_path / "other.db"
    shutil.copyfile(backup.daily(path, TODAY - timedelta(days=1)), other)
    other.replace(path)
    second = keeper.connection()
    assert second is not first
    assert ledger.refold(second, "a").note == ""
    keeper.close()


def test_a_file_taken_away_is_written_again_from_the_open_connection(path):
    keeper = Keeper(path, TODAY, lambda _: None)
    keeper.connection()
    shutil.rmtree(path.parent)
    assert ledger.refold(keeper.connection(), "a").note == "later"
    assert Reading(path).session("a").note == "later"
    keeper.close()
