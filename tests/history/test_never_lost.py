"""Whatever happens to the file, the session goes on and at most the current rep is lost.

Tested with real files and processes: a full disk, another user's folder without rights, a locked
database, a folder that is removed, random bytes, torn logs.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from backstretch.history import backup, schema
from backstretch.history.edits import Noted
from backstretch.history.import_file import read_export
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.store import Journal
from backstretch.history.trouble import Trouble
from backstretch.session.happenings import RepDone
from tests.history.diary import MONDAY, events_of, fill, told

TODAY = MONDAY.date()
CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@contextmanager
def journal_at(path: Path, today: date = TODAY) -> Iterator[tuple[Journal, list[Trouble]]]:
    troubles: list[Trouble] = []
    journal = Journal(path, today, on_trouble=troubles.append, retry_seconds=0.05)
    yield journal, troubles
    journal.close()


def wait_for(so: Callable[[], bool], seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if so():
            return True
        time.sleep(0.01)
    return so()


def codes(troubles: list[Trouble]) -> list[str]:
    return [trouble.code for trouble in troubles]


# --- the disk is full ---

FULL = """
import resource, sys, time
from datetime import timedelta
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.history.diary import MONDAY, told
from backstretch.history.store import Journal
from backstretch.history.reading import Reading

path, codes = Path(sys.argv[1]), []
def tell(trouble):
    codes.append(trouble.code)
journal = Journal(path, MONDAY.date(), on_trouble=tell, retry_seconds=0.05)
first, rest = list(told(moves=3)), list(told(began=MONDAY + timedelta(hours=1)))
for one in first:
    journal.record("before", one.entry, one.wall)
assert journal.flush()
# Less than what follows needs, but more than SQLite's own shared-memory file.
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, resource.RLIM_INFINITY))
for one in rest * 40:
    journal.record("during", one.entry, one.wall)
assert not journal.flush(10), "the limit was not felt"
kept = journal.kept_in_memory()
assert codes and codes[0] in ("full", "refused"), codes
assert Reading(path).session("before").status == "finished", "reading goes on"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.retry()
assert journal.flush(10), (codes, journal.kept_in_memory())
assert Reading(path).session("during").status == "finished"
assert journal.close()
print(*codes, kept)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files by RLIMIT_FSIZE")
def test_a_full_disk(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(CHECKOUT)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    *said, kept = done.stdout.split()
    # A checkpoint may make room for a while; that is reported too, but nothing twice in a row.
    assert said[1::2] == ["saved"] * (len(said) // 2), "each trouble once, then its end once"
    assert set(said[::2]) <= {"full", "refused"}
    assert said[-1] == "saved"
    assert int(kept) > 1000, "kept in memory meanwhile"


# --- a folder without rights ---

OTHER = """
import os, sys
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from tests.history.diary import MONDAY, fill
from backstretch.history.reading import Reading
from backstretch.history.store import Journal

# The other user need not be allowed to read the interpreter's own files.
os.setgid(65534)
os.setuid(65534)
path, codes = Path(sys.argv[1]), []
journal = Journal(path, MONDAY.date(), on_trouble=lambda t: codes.append((t.code, t.ways)))
fill(journal, "a")
assert not journal.flush()
count = journal.save_elsewhere(Path(sys.argv[2])).result(5)
journal.close()
if sys.argv[4] == "readable":
    assert Reading(path).session("there").status == "finished"
print(codes[0][0], "save-elsewhere" in codes[0][1], count, len(codes))
"""


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="becomes another user, which root may"
)
@pytest.mark.parametrize("rights", ["readable", "forbidden"])
def test_a_folder_of_another_user(tmp_path: Path, rights: str) -> None:
    # pytest's own folders belong to root only, and the other user must get in.
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        path = place / "data" / "journal.db"
        with journal_at(path) as (journal, _):
            fill(journal, "there")
        place.chmod(0o755)
        out = place / "out"
        out.mkdir()
        out.chmod(0o777)
        if rights == "readable":
            path.parent.chmod(0o755)
            path.chmod(0o644)
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                OTHER,
                str(path),
                str(out / "saved.json"),
                str(CHECKOUT),
                rights,
            ],
            capture_output=True,
            text=True,
            timeout=60,
            cwd="/",
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.split() == ["read-only", "True", done.stdout.split()[2], "1"]
        saved = read_export(out / "saved.json")
        assert sum(event.kind == "RepDone" for event in saved if event.session == "a") == 60


# --- locked, removed ---


def test_a_locked_database_delays_writing_but_loses_nothing(path: Path) -> None:
    with journal_at(path) as (journal, troubles):
        assert journal.flush()
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            fill(journal, "a")
            assert wait_for(lambda: codes(troubles) == ["locked"])
            assert troubles[0].ways == ("retry", "save-elsewhere") and troubles[0].kept
            other.execute("ROLLBACK")
        assert wait_for(lambda: journal.kept_in_memory() == 0)
        assert codes(troubles) == ["locked", "saved"]
    session = Reading(path).session("a")
    assert session is not None and session.status == "finished"


def test_a_removed_folder_is_written_again_with_everything_in_it(path: Path) -> None:
    with journal_at(path) as (journal, _):
        fill(journal, "before")
        assert journal.flush()
        assert wait_for(lambda: not backup.due(path, TODAY))
        shutil.rmtree(path.parent)
        fill(journal, "after", MONDAY + timedelta(hours=1))
        assert journal.flush()
    found = [session.id for session in Reading(path).all_sessions()]
    assert found == ["before", "after"]


def test_a_folder_that_cannot_be_made_again_is_reported_and_retried(path: Path) -> None:
    with journal_at(path) as (journal, troubles):
        fill(journal, "before")
        assert journal.flush()
        assert wait_for(lambda: not backup.due(path, TODAY))
        shutil.rmtree(path.parent)
        path.parent.write_text("something else lies here")
        fill(journal, "after", MONDAY + timedelta(hours=1))
        assert wait_for(lambda: codes(troubles) == ["vanished"])
        path.parent.unlink()
        assert wait_for(lambda: journal.kept_in_memory() == 0)
    found = [session.id for session in Reading(path).all_sessions()]
    assert found == ["before", "after"]


def test_a_lost_file_is_restored_from_its_backup(path: Path) -> None:
    with journal_at(path) as (journal, _):
        fill(journal, "a")
        assert journal.flush()
    with journal_at(path, TODAY + timedelta(days=1)):
        assert wait_for(lambda: not backup.due(path, TODAY + timedelta(days=1)))
    for lost in path.parent.glob("journal.db*"):
        lost.unlink()
    with journal_at(path, TODAY + timedelta(days=2)) as (journal, troubles):
        assert journal.flush()
    assert codes(troubles) == ["damaged"]
    assert Reading(path).session("a") is not None


# --- torn and damaged ---


def test_a_torn_log_loses_only_its_end(path: Path, tmp_path: Path) -> None:
    everything = list(told(moves=2))
    with journal_at(path) as (journal, _):
        for one in everything:
            journal.record("a", one.entry, one.wall)
            assert journal.flush()
        taken = tmp_path / "taken"
        taken.mkdir()
        for file in path.parent.glob("journal.db*"):
            shutil.copy(file, taken)
    chance = random.Random(4)
    log = (taken / "journal.db-wal").read_bytes()
    assert log
    lengths = []
    expected = [one for one in everything if isinstance(one.entry, RepDone)]
    for number, cut in enumerate(sorted(chance.randrange(len(log)) for _ in range(12))):
        copy = tmp_path / f"torn-{number}" / "journal.db"
        copy.parent.mkdir()
        shutil.copy(taken / "journal.db", copy)
        copy.with_name("journal.db-wal").write_bytes(log[:cut])
        with journal_at(copy) as (journal, troubles):
            journal.record("a", Noted("after the fall"), MONDAY)
            assert journal.flush()
        assert troubles == []
        reps = [e for e in Reading(copy).events("a") if e.kind == "RepDone"]
        lengths.append(len(reps))
        assert [e.wall for e in reps] == [o.wall.isoformat() for o in expected[: len(reps)]]
    assert lengths == sorted(lengths) and lengths[-1] > lengths[0]


def weeks_of_practice(path: Path, sessions: int = 40) -> None:
    with journal_at(path) as (journal, _):
        events = []
        for number in range(sessions):
            events += events_of(f"session-{number:02d}", MONDAY + timedelta(days=number))
        journal.merge(events).result(20)


def hurt(path: Path, seed: int, spots: int = 6) -> None:
    """Writes random bytes over random places of the file, sometimes in its first page."""
    chance = random.Random(seed)
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for _ in range(spots):
            file.seek(chance.randrange(size))
            file.write(chance.randbytes(chance.choice([16, 300, 5000])))


@pytest.mark.parametrize("seed", range(6))
def test_random_bytes_in_the_database(path: Path, seed: int) -> None:
    weeks_of_practice(path)
    tomorrow = TODAY + timedelta(days=1)
    with journal_at(path, tomorrow):
        assert wait_for(lambda: not backup.due(path, tomorrow))
    with journal_at(path, tomorrow) as (journal, _):
        fill(journal, "since the backup", MONDAY + timedelta(days=50))
        assert journal.flush()
    hurt(path, seed)
    damaged = path.read_bytes()
    with journal_at(path, TODAY + timedelta(days=2)) as (journal, troubles):
        fill(journal, "new", MONDAY + timedelta(days=60))
        assert journal.flush(10)
    assert codes(troubles) == ["damaged"]
    (kept,) = path.parent.joinpath("damaged").glob("*.db")
    assert kept.read_bytes() == damaged, "set aside as it was"
    assert troubles[0].values["kept"] == str(kept)
    assert troubles[0].values["backup"] == f"journal-{tomorrow}.db"
    found = {session.id for session in Reading(path).all_sessions()}
    assert {f"session-{number:02d}" for number in range(40)} <= found
    assert "new" in found
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_without_a_backup_or_a_first_page_the_rest_is_salvaged(path: Path) -> None:
    weeks_of_practice(path, 20)
    for one in backup.newest_first(path):
        one.unlink()
    with path.open("r+b") as file:
        file.write(random.Random(1).randbytes(4096))
    with journal_at(path) as (journal, troubles):
        assert journal.flush(10)
    assert codes(troubles) == ["damaged"] and troubles[0].values["backup"] == ""
    assert len(Reading(path).all_sessions()) == 20


def test_without_a_backup_whatever_is_readable_is_salvaged(path: Path) -> None:
    weeks_of_practice(path, 60)
    for one in backup.newest_first(path):
        one.unlink()
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(size // 2)
        file.write(random.Random(1).randbytes(9000))
    with journal_at(path) as (journal, troubles):
        assert journal.flush(10)
    assert codes(troubles) == ["damaged"] and troubles[0].values["backup"] == ""
    assert int(troubles[0].values["salvaged"]) > 1000
    assert len(Reading(path).all_sessions()) > 30


def test_damage_during_a_session_is_repaired_during_the_session(path: Path) -> None:
    with journal_at(path) as (journal, troubles):
        everything = list(told())
        for one in everything[:40]:
            journal.record("a", one.entry, one.wall)
        assert journal.flush()
        with journal_at(path, TODAY + timedelta(days=1)):
            assert wait_for(lambda: not backup.due(path, TODAY + timedelta(days=1)))
        journal.ask(
            lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        ).result(5)
        rubbish = path.with_name("rubbish")
        rubbish.write_bytes(b"no database at all " * 4000)
        rubbish.replace(path)
        for one in everything[40:]:
            journal.record("a", one.entry, one.wall)
        assert wait_for(lambda: journal.kept_in_memory() == 0)
    assert "damaged" in codes(troubles)
    session = Reading(path).session("a")
    assert session is not None and session.status == "finished"
    assert [move.done for move in session.moves] == [12, 10, 12, 6, 20]


def test_a_journal_of_a_newer_program_is_left_unchanged(path: Path) -> None:
    weeks_of_practice(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    before = path.read_bytes()
    with journal_at(path) as (journal, troubles):
        fill(journal, "a")
        assert not journal.flush()
        assert codes(troubles) == ["newer"]
    assert path.read_bytes() == before
    with pytest.raises(UnreadableError) as caught:
        Reading(path).last_session()
    assert caught.value.newer


def test_the_whole_journal_is_checked_on_request(path: Path) -> None:
    weeks_of_practice(path, 5)
    saved: list[str] = []
    troubles: list[Trouble] = []
    assert backup.daily(path, TODAY).exists(), "closing brought it up to what was done"
    journal = Journal(
        path, TODAY, on_trouble=troubles.append, on_saved=lambda: saved.append("saved")
    )
    assert journal.flush()
    journal.suspect()
    assert journal.flush() and troubles == [] and saved == []
    journal.ask(lambda one: one.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()).result(5)
    with path.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(random.Random(2).randbytes(4096))
    journal.suspect()
    assert wait_for(lambda: codes(troubles) == ["damaged"] and saved == ["saved"])
    assert journal.close()
    assert len(Reading(path).all_sessions()) == 5


NO_ROOM = """
import resource, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.history.diary import MONDAY, fill
from backstretch.history.reading import Reading
from backstretch.history.store import Journal

path, codes = Path(sys.argv[1]), []
def tell(trouble):
    codes.append(trouble.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
journal = Journal(path, MONDAY.date(), on_trouble=tell, retry_seconds=0.02)
fill(journal, "new")
assert not journal.flush()
time.sleep(0.3)
# While an attempt is running its copy is there; in between there is none.
for _ in range(1000):
    if not list(path.parent.glob("damaged/*")):
        break
    time.sleep(0.005)
else:
    raise AssertionError("a pile of copies")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.retry()
assert journal.flush(10), codes
assert journal.close()
print(*codes, len(list(path.parent.glob("damaged/*.db"))), len(Reading(path).all_sessions()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files by RLIMIT_FSIZE")
def test_a_repair_without_room_on_the_disk_waits_for_room(path: Path) -> None:
    weeks_of_practice(path, 30)
    hurt(path, 3)
    done = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(path), str(CHECKOUT)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["refused", "damaged", "1", "31"]
