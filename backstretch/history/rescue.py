"""Repairs a damaged journal in steps, each of which survives a crash in the next:

1. Copy the damaged file aside. A copy, so that the journal itself stays in place to be found
   damaged again.
2. In a temporary folder beside it (the same file system, so that it can be renamed), make a new
   journal from the newest good backup and add every event the damaged file still gives.
3. Sync it to the disk, remove the old log, and rename the new journal over the old one.

Nothing is lost by this: the copy set aside stays.
"""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from backstretch.history import backup, ledger, schema
from backstretch.history.salvage import salvage
from backstretch.history.trouble import Trouble
from backstretch.private_files import make_file, private_folder, replacing, to_disk

_BESIDE = ("-wal", "-shm")


def folder(journal: Path) -> Path:
    """The folder where damaged journals are kept; it need not exist."""
    return journal.parent / "damaged"


def restore(journal: Path, today: date) -> Trouble:
    """Repairs the journal and returns the "damaged" trouble to report.

    Raises OSError or sqlite3.Error if there is no room or no right to do it. Everything is then as
    it was, and it can be tried again.
    """
    aside = _set_aside(journal, today)
    try:
        good, salvaged = _remake(journal, aside)
    except BaseException:
        # It is retried within seconds; copies must not pile up on a disk that may be full.
        _drop(aside)
        raise
    values: dict[str, str | int] = {
        "kept": str(aside) if aside is not None else "",
        "backup": good.name if good is not None else "",
        "salvaged": salvaged,
    }
    return Trouble("damaged", values)


def _remake(journal: Path, aside: Path | None) -> tuple[Path | None, int]:
    """Puts a sound journal in place of the damaged one. Returns the backup it was made from, None
    if there was none, and how many events were salvaged."""
    good = backup.newest_good(journal)
    salvaged = 0
    with tempfile.TemporaryDirectory(prefix="rescue-", dir=journal.parent) as work:
        remade = make_file(Path(work) / "journal.db")
        if good is not None:
            shutil.copyfile(good, remade)
        with closing(sqlite3.connect(remade, isolation_level=None)) as connection:
            # The backup may be older than the last migration; without one the file is still empty.
            if schema.migrate(connection, lambda: None):
                connection.execute("BEGIN IMMEDIATE")
                ledger.rebuild(connection)
                connection.execute("COMMIT")
            if aside is not None:
                salvaged = salvage(aside, Path(work), connection)
        to_disk(remade)
        # First the old log: beside the new journal SQLite would replay it. A crash in between
        # leaves the damaged file, which is repaired again, and its log is in the copy aside.
        for suffix in _BESIDE:
            Path(f"{journal}{suffix}").unlink(missing_ok=True)
        remade.replace(journal)
    return good, salvaged


def _drop(aside: Path | None) -> None:
    for suffix in ("", *_BESIDE) if aside is not None else ():
        Path(f"{aside}{suffix}").unlink(missing_ok=True)


def write_copy(connection: sqlite3.Connection, target: Path) -> None:
    """Writes the whole content of an open journal to a new file at `target`. Raises OSError or
    sqlite3.Error; `target` is then as it was."""
    with replacing(target) as unfinished, closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _set_aside(journal: Path, today: date) -> Path | None:
    """Copies the damaged file and its log under a new name; None if there is nothing to copy. The
    journal goes last: a copy that a crash cut short leaves the name free."""
    if not journal.exists() or not journal.stat().st_size:
        return None
    kept = private_folder(folder(journal))
    number = 1
    while (aside := kept / f"journal-{today.isoformat()}-{number}.db").exists():
        number += 1
    try:
        for suffix in (*_BESIDE, ""):
            source = Path(f"{journal}{suffix}")
            if source.exists():
                # A crash may have left a part of it.
                copy = Path(f"{aside}{suffix}")
                copy.unlink(missing_ok=True)
                make_file(copy)
                shutil.copyfile(source, copy)
                to_disk(copy)
    except BaseException:
        _drop(aside)
        raise
    return aside
