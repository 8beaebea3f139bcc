"""Backups of the journal: one per day of use. The last seven are kept, and one per month for a
year; fewer of a very large journal, so that they stay within a gigabyte.

Each is written by SQLite's own backup under an unfinished name (`.part`), checked, synced to the
disk and only then renamed. So a crash at any point leaves either no backup or a sound one.
"""

import os
import re
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from backstretch.history import ledger, schema
from backstretch.history.trouble import DamagedError, NewerJournalError, Trouble
from backstretch.private_files import is_left_over, private_folder, replacing

DAYS_KEPT = 7
MONTHS_KEPT = 12
MOST_BYTES = 1_000_000_000
ALWAYS_KEPT = 2
"""The newest backups that are kept however large they are."""
_STEP_PAGES = 2048
_DAILY = re.compile(r"journal-(\d{4}-\d\d-\d\d)\.db")


def folder(journal: Path) -> Path:
    """The folder of the backups; it need not exist."""
    return journal.parent / "backups"


def daily(journal: Path, today: date) -> Path:
    """The path of the backup of that day; it need not exist."""
    return folder(journal) / f"journal-{today.isoformat()}.db"


def before_migration(journal: Path, today: date) -> Path:
    """The path of the backup made before a migration. These are never pruned."""
    name = f"before-version-{len(schema.MIGRATIONS)}-{today.isoformat()}.db"
    return folder(journal) / name


def due(journal: Path, today: date) -> bool:
    """True if today has no backup yet."""
    try:
        return not daily(journal, today).exists()
    except OSError:
        return False


def newest_first(journal: Path) -> list[Path]:
    """Every backup, the newest day first; those made before a migration come last."""
    found = [path for path in folder(journal).glob("*.db") if path.is_file()]
    return sorted(found, key=lambda path: (bool(_DAILY.fullmatch(path.name)), path.name))[::-1]


def make(journal: Path, target: Path, ended: Callable[[], bool] = lambda: False) -> None:
    """Copies the journal to `target`, or leaves nothing behind. The copy stops once `ended`
    returns True.

    Raises DamagedError if the copy, and so the journal, is unsound; InterruptedError if it was
    stopped; OSError and sqlite3.Error.
    """
    private_folder(target.parent)

    def progress(_status: int, _remaining: int, _total: int) -> None:
        if ended():
            raise InterruptedError("the backup was cancelled")

    with replacing(target) as unfinished:
        with (
            closing(sqlite3.connect(f"{journal.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(unfinished, isolation_level=None)) as copy,
        ):
            source.backup(copy, pages=_STEP_PAGES, progress=progress, sleep=0.0)
            # A journal in WAL mode would need two more files beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        if not is_good(unfinished):
            raise DamagedError("the backup is unsound")


def is_good(path: Path) -> bool:
    """True if the file is a journal and SQLite finds it sound."""
    try:
        # `immutable` keeps SQLite from making files of its own beside it.
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            known = schema.version(connection) > 0
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            return known and whole and ledger.rows_are_sound(connection)
    except (sqlite3.Error, UnicodeError, NewerJournalError):
        return False


def newest_good(journal: Path) -> Path | None:
    """The newest backup that is sound; None if there is none. Checks each until one is."""
    return next((path for path in newest_first(journal) if is_good(path)), None)


def prune(journal: Path) -> None:
    """Removes daily backups that are neither among the last seven nor the newest of one of the last
    twelve months, those beyond `MOST_BYTES`, and files that a killed process left unfinished."""
    days = [path for path in newest_first(journal) if _DAILY.fullmatch(path.name)]
    keep = _worth_keeping(days)
    for path in days:
        if path not in keep:
            path.unlink(missing_ok=True)
    for path in folder(journal).glob("*.part"):
        if is_left_over(path):
            path.unlink(missing_ok=True)


def _worth_keeping(days: list[Path]) -> set[Path]:
    """Chooses from `days`, newest first: the two newest whatever their size, then the newest of
    each month, then other days, as far as `MOST_BYTES` allows."""
    months: dict[str, Path] = {}
    for path in days:
        months.setdefault(path.name[len("journal-") :][:7], path)
    wanted = [*days[:ALWAYS_KEPT], *list(months.values())[:MONTHS_KEPT], *days[:DAYS_KEPT]]
    keep: set[Path] = set()
    room = MOST_BYTES
    for number, path in enumerate(dict.fromkeys(wanted)):
        room -= path.stat().st_size
        if room < 0 and number >= ALWAYS_KEPT:
            break
        keep.add(path)
    return keep


class Run:
    """Makes today's backup in a thread. `found_damage` becomes True if the copy is unsound, which
    means that the journal is."""

    def __init__(self, journal: Path, today: date, on_trouble: Callable[[Trouble], None]) -> None:
        self.found_damage = False
        self._journal = journal
        self._today = today
        self._on_trouble = on_trouble
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._work, name="backup", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stops the backup unless it is complete, and waits for that."""
        self._ended.set()
        self._thread.join(2.0)

    def _work(self) -> None:
        try:
            make(self._journal, daily(self._journal, self._today), self._ended.is_set)
            prune(self._journal)
        except InterruptedError:
            return
        except DamagedError:
            self.found_damage = True
        except UnicodeError:
            self.found_damage = True
        except (OSError, sqlite3.Error):
            # If the journal itself is gone, its writer reports that, with what to do about it.
            if os.path.exists(self._journal):  # noqa: PTH110 -- no error, whatever the rights
                place = str(folder(self._journal))
                self._on_trouble(Trouble("no-backup", {"place": place}))
