"""Deletes everything: the journal's content, its backups, and damaged journals set aside."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from backstretch.history import backup, rescue
from backstretch.history.reading import Reading

_CHUNK = bytes(1 << 16)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What `erase` would delete: the number of sessions, of backups and of journals set aside."""

    sessions: int
    backups: int
    set_aside: int


def holdings(reading: Reading) -> Holdings:
    """Counts what there is to delete. Raises UnreadableError."""
    return Holdings(
        reading.count(),
        len(backup.newest_first(reading.path)),
        len(list(rescue.folder(reading.path).glob("*.db"))),
    )


def erase(connection: sqlite3.Connection, journal: Path) -> None:
    """Empties the open journal so that nothing of it is left in the file, and overwrites and
    removes the files beside it. Raises sqlite3.Error and OSError."""
    # Deleting rows leaves their bytes in the file: `secure_delete` zeroes them, VACUUM drops the
    # free pages, and the checkpoint empties the log, which still has the old pages.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM events")
    connection.execute("DELETE FROM sessions")
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise sqlite3.OperationalError("another program is reading the journal")
    for path in _beside(journal):
        if path.is_file() and not path.is_symlink():
            _shred(path)


def _beside(journal: Path) -> list[Path]:
    """Backups, journals set aside, and unfinished files that a crash may have left of either."""
    places = (
        (backup.folder(journal), "*"),
        (rescue.folder(journal), "*"),
        (journal.parent, "*.part"),
        (journal.parent, "rescue-*/*"),
    )
    return [path for folder, names in places for path in sorted(folder.glob(names))]


def _shred(path: Path) -> None:
    with path.open("r+b") as file:
        left = file.seek(0, os.SEEK_END)
        file.seek(0)
        while left > 0:
            left -= file.write(_CHUNK[:left])
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
