"""The writer's connection: opened privately, watched, and put right when the file is damaged."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from backstretch.history import backup, ledger, rescue, schema
from backstretch.history.events import Event
from backstretch.history.trouble import DamagedError, Trouble, from_error, is_damage
from backstretch.paths import private_folder

_BUSY_SECONDS = 2.0
_CHECKED_AT_OPEN_BYTES = 8_000_000
"""A larger file is checked by the day's backup instead, which no start waits for."""


class Keeper:
    """Opens the journal when it is wanted and closes it when it fails. One thread only."""

    def __init__(self, path: Path, today: date, on_trouble: Callable[[Trouble], None]) -> None:
        self.path = path
        self._today = today
        self._on_trouble = on_trouble
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._backup: backup.Run | None = None
        self._suspected = False

    def connection(self) -> sqlite3.Connection:
        """The open connection, to the file that lies at the path now.

        Raises OSError, sqlite3.Error or NewerJournalError.
        """
        if self._connection is not None and _identity(self.path) != self._identity:
            self._put_back(self._connection)
            self.drop()
        if self._connection is None:
            self._connection = self._open()
            self._identity = _identity(self.path)
        if self._backup is not None and self._backup.found_damage:
            self._backup = None
            raise DamagedError("the day's check found damage")
        if self._suspected:
            self._suspected = False
            check(self._connection)
        return self._connection

    def append(self, events: Sequence[Event]) -> None:
        """Commits `events` and the rows folded from them; all or none of it."""
        connection = self.connection()
        connection.execute("BEGIN IMMEDIATE")
        for session in ledger.insert(connection, events):
            ledger.refold(connection, session)
        connection.execute("COMMIT")

    def begin_backup(self) -> None:
        """Starts today's backup in a thread of its own where there is none yet."""
        if self._connection is None or self._backup is not None:
            return
        if self._holds_events(self._connection) and backup.due(self.path, self._today):
            self._backup = backup.Run(self.path, self._today, self._on_trouble)

    @staticmethod
    def _holds_events(connection: sqlite3.Connection) -> bool:
        try:
            return connection.execute("SELECT 1 FROM events LIMIT 1").fetchone() is not None
        except (sqlite3.Error, UnicodeError):
            return False

    def suspect(self) -> None:
        """Has the file opened anew and looked over before it is used again."""
        self.drop()
        self._suspected = True

    def end_backup(self) -> None:
        """Breaks off a backup under way."""
        if self._backup is not None:
            self._backup.end()

    def give_up(self, error: Exception) -> Trouble:
        """Lets go of what failed; a damaged file is put right. Answers what to tell the user."""
        damaged = is_damage(error)
        trouble = from_error(error, str(self.path.parent))
        # While the file is gone the open connection is all that still holds its content; on a
        # full disk a new one could not be opened, not even to read.
        keep = _identity(self.path) is None or trouble.code in ("full", "locked")
        if damaged or not keep or not self._rolled_back():
            self.drop()
        if not damaged:
            return trouble
        try:
            return rescue.restore(self.path, self._today)
        except (OSError, sqlite3.Error, UnicodeError) as second:
            return from_error(second, str(self.path.parent))

    def _rolled_back(self) -> bool:
        try:
            if self._connection is not None and self._connection.in_transaction:
                self._connection.rollback()
        except sqlite3.Error:
            return False
        return True

    def drop(self) -> None:
        """Closes the connection, rolling back what was under way."""
        connection, self._connection, self._identity = self._connection, None, None
        if connection is not None:
            try:
                connection.close()
            except sqlite3.Error:
                return

    def close(self) -> None:
        """Lets go of the file, its backup of today brought up to what was done today; of a large
        file that is left to the next day's."""
        self.end_backup()
        small = _size(self.path) <= _CHECKED_AT_OPEN_BYTES
        changed = self._connection is not None and self._connection.total_changes > 0
        if small and changed and self._connection and self._holds_events(self._connection):
            try:
                backup.make(self.path, backup.daily(self.path, self._today))
                backup.prune(self.path)
            except (OSError, sqlite3.Error, UnicodeError):
                # Not worth stopping for: the journal is whole, or is found damaged when opened.
                self.drop()
        self.drop()

    def _open(self) -> sqlite3.Connection:
        fresh = not self.path.exists() or not self.path.stat().st_size
        if fresh and backup.newest_first(self.path):
            raise DamagedError("the journal is gone, its backups are not")
        make_private(self.path)
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            schema.version(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if not fresh and self.path.stat().st_size <= _CHECKED_AT_OPEN_BYTES:
                check(connection)
            migrated = schema.migrate(connection, self._back_up_before_migration)
            if migrated and not fresh:
                connection.execute("BEGIN IMMEDIATE")
                ledger.rebuild(connection)
                connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return connection

    def _back_up_before_migration(self) -> None:
        backup.make(self.path, backup.before_migration(self.path, self._today))

    def _put_back(self, connection: sqlite3.Connection) -> None:
        """Where the file was taken away under an open connection, writes its content there again.
        Where another file has taken its place, that one is the journal now."""
        if _identity(self.path) is None:
            private_folder(self.path.parent)
            rescue.write_copy(connection, self.path)


def check(connection: sqlite3.Connection) -> None:
    """Raises DamagedError (or UnicodeDecodeError) when the tables are not sound, or not there."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError("quick_check found damage")
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if schema.version(connection) and not tables >= {"sessions", "events"}:
        raise DamagedError("tables are missing")


def make_private(path: Path) -> None:
    """An (empty) file that only its owner may read, in such a folder. Raises OSError."""
    private_folder(path.parent)
    if os.name == "posix":
        if path.parent.stat().st_uid == os.getuid():
            path.parent.chmod(0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if path.stat().st_uid == os.getuid():
            path.chmod(0o600)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there, or None."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
