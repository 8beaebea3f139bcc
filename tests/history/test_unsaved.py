"""What cannot be written to the journal is kept aside, and taken in by the next start."""

import os
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from backstretch.history.edits import Noted
from backstretch.history.import_file import read_export
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.trouble import Trouble
from backstretch.history.unsaved import Unsaved
from tests.history.diary import MONDAY, events_of, fill, told
from tests.history.test_never_lost import wait_for

TODAY = MONDAY.date()
pytestmark = pytest.mark.skipif(os.name != "posix", reason="takes rights away from folders")


def open_journal(path: Path, unsaved: Unsaved, troubles: list[Trouble] | None = None) -> Journal:
    say = (troubles if troubles is not None else []).append
    return Journal(path, TODAY, on_trouble=say, retry_seconds=0.05, unsaved=unsaved)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def unwritable(path: Path) -> Path:
    """The journal's path, with a file where its folder would be."""
    path.parent.write_text("in the way")
    return path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the journal for writing, as another program may."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_what_a_full_journal_refuses_is_in_the_next_start(unwritable: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    journal = open_journal(unwritable, Unsaved(state, unwritable))
    fill(journal, "a", moves=1, ends=None)
    journal.record("a", Noted("while it cannot be written"), MONDAY)
    assert not journal.flush()
    assert wait_for(lambda: journal.is_kept_aside)
    assert not journal.close()
    (left,) = Unsaved(state, unwritable).left()
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700

    unwritable.parent.unlink()
    troubles: list[Trouble] = []
    again = open_journal(unwritable, Unsaved(state, unwritable), troubles)
    assert again.flush()
    session = Reading(unwritable).session("a")
    assert session is not None
    assert (session.reps, session.note) == (12, "while it cannot be written")
    assert not left.exists()
    assert [trouble.code for trouble in troubles] == ["taken-in"]
    assert again.close()


def test_what_could_be_written_after_all_is_not_kept_aside(unwritable: Path) -> None:
    unsaved = Unsaved(unwritable.parent.parent / "state", unwritable)
    journal = open_journal(unwritable, unsaved)
    fill(journal, "a", moves=1)
    assert wait_for(lambda: journal.is_kept_aside)
    unwritable.parent.unlink()
    assert wait_for(lambda: not journal.kept_in_memory())
    assert journal.close()
    assert unsaved.kept is None
    assert not Unsaved(unsaved.folder, unwritable).left()


def test_every_later_entry_is_kept_aside_too(unwritable: Path, tmp_path: Path) -> None:
    journal = open_journal(unwritable, Unsaved(tmp_path / "state", unwritable))
    entries = list(told(moves=1))
    for number, one in enumerate(entries, start=1):
        journal.record("a", one.entry, one.wall)
        journal.flush()
        if number % 5 == 0:
            (left,) = Unsaved(tmp_path / "state", unwritable).left()
            seqs = [event.seq for event in read_export(left)]
            assert seqs == list(range(1, journal.kept_in_memory() + 1))
    assert not journal.close()


def test_a_session_gone_on_with_is_numbered_after_what_the_journal_has(
    path: Path, tmp_path: Path
) -> None:
    journal = open_journal(path, Unsaved(tmp_path / "state", path))
    fill(journal, "a", moves=1, ends=None)
    assert journal.close()
    last = Reading(path).events("a")[-1].seq
    journal = open_journal(path, Unsaved(tmp_path / "state", path))
    with locked(path):
        journal.record("a", Noted("later"), MONDAY + timedelta(hours=1))
        target = tmp_path / "elsewhere.json"
        journal.save_elsewhere(target).result(30)
    notes = [event for event in read_export(target) if event.kind == "Noted"]
    assert [event.seq for event in notes] == [last + 1]
    assert journal.close()


def test_links_and_folders_of_others_are_not_followed(tmp_path: Path, path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    state = tmp_path / "state"
    state.symlink_to(elsewhere)
    unsaved = Unsaved(state, path)
    unsaved.keep(events_of("a", moves=1))
    assert not list(elsewhere.iterdir())
    assert unsaved.kept is None or unsaved.kept.parent != state
    unsaved.drop()

    state.unlink()
    state.mkdir(mode=0o700)
    target = tmp_path / "target"
    target.write_text("{}")
    (state / "unsaved-1.json").symlink_to(target)
    assert not Unsaved(state, path).left()


def test_damage_is_said_and_the_file_stays(path: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir(mode=0o700)
    (state / "unsaved-1.json").write_text('{"format": "backstretch-journal", "sess')
    troubles: list[Trouble] = []
    journal = open_journal(path, Unsaved(state, path), troubles)
    assert journal.flush()
    assert [trouble.code for trouble in troubles] == ["unsaved-damaged"]
    assert (state / "unsaved-1.json").exists()
    assert journal.close()


def test_deleting_everything_forgets_it_too(path: Path, tmp_path: Path) -> None:
    unsaved = Unsaved(tmp_path / "state", path)
    journal = open_journal(path, unsaved)
    assert journal.flush()
    other = Unsaved(tmp_path / "state", path)
    assert other.keep(events_of("a", moves=1))
    journal.erase().result(20)
    assert not Unsaved(tmp_path / "state", path).left()
    assert journal.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except OSError:
        pytest.skip("has no mount")
    if done.returncode:
        pytest.skip("may not mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_disk_that_is_full_to_the_last_byte(small_disk: Path) -> None:
    path, state = small_disk / "data" / "journal.db", small_disk / "state"
    journal = open_journal(path, Unsaved(state, path))
    fill(journal, "a", moves=1, ends=None)
    assert journal.flush()
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.close()
    for number in range(40):
        fill(journal, f"b{number}", MONDAY + timedelta(hours=1 + number), moves=2)
    assert not journal.flush()
    assert wait_for(lambda: journal.is_kept_aside)
    assert not journal.close()
    (left,) = Unsaved(state, path).left()
    assert left.parent == state
    filler.unlink()
    again = open_journal(path, Unsaved(state, path))
    assert again.flush()
    assert again.close()
    assert Reading(path).count() == 41
