"""A damaged journal put right: set aside, the newest good backup in its place, and into that
whatever the damaged file still gives. Nothing is deleted."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from backstretch.history import backup, ledger, schema
from backstretch.history.salvage import salvage
from backstretch.history.trouble import Trouble
from backstretch.paths import private_folder

_BESIDE = ("-wal", "-shm")


def folder(journal: Path) -> Path:
    """Where damaged journals are kept."""
    return journal.parent / "damaged"


def restore(journal: Path, today: date) -> Trouble:
    """Raises OSError or sqlite3.Error when there is no room or right to do it; then everything
    is as before and it can be tried again."""
    aside = _set_aside(journal, today)
    try:
        good, salvaged = _remake(journal, aside)
    except BaseException:
        # Tried again soon: no pile of copies on a disk that may be full already.
        _drop(aside)
        raise
    values: dict[str, str | int] = {
        "kept": str(aside) if aside is not None else "",
        "backup": good.name if good is not None else "",
        "salvaged": salvaged,
    }
    return Trouble("damaged", values)


def _remake(journal: Path, aside: Path | None) -> tuple[Path | None, int]:
    """Puts a sound journal in the place of the damaged one; answers the backup it was made from
    and how many events were salvaged."""
    good = backup.newest_good(journal)
    salvaged = 0
    with tempfile.TemporaryDirectory(prefix="rescue-", dir=journal.parent) as work:
        remade = Path(work) / "journal.db"
        os.close(os.open(remade, os.O_RDWR | os.O_CREAT, 0o600))
        if good is not None:
            shutil.copyfile(good, remade)
        with closing(sqlite3.connect(remade, isolation_level=None)) as connection:
            if schema.migrate(connection, lambda: None):
                connection.execute("BEGIN IMMEDIATE")
                ledger.rebuild(connection)
                connection.execute("COMMIT")
            if aside is not None:
                salvaged = salvage(aside, Path(work), connection)
        backup.to_disk(remade)
        for suffix in _BESIDE:
            Path(f"{journal}{suffix}").unlink(missing_ok=True)
        remade.replace(journal)
    return good, salvaged


def _drop(aside: Path | None) -> None:
    for suffix in ("", *_BESIDE) if aside is not None else ():
        Path(f"{aside}{suffix}").unlink(missing_ok=True)


def write_copy(connection: sqlite3.Connection, target: Path) -> None:
    """The whole content of an open journal as a new file at `target`."""
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _set_aside(journal: Path, today: date) -> Path | None:
    """A copy of the damaged file and what lies beside it, under a name of its own."""
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
                copy = Path(f"{aside}{suffix}")
                os.close(os.open(copy, os.O_RDWR | os.O_CREAT, 0o600))
                shutil.copyfile(source, copy)
                backup.to_disk(copy)
    except BaseException:
        _drop(aside)
        raise
    return aside
