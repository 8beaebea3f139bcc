"""The writer's connection: opens the file for its owner only, checks it, and repairs damage."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import assert_never

from backstretch.history import backup, ledger, rescue, schema
from backstretch.history.events import Event
from backstretch.history.trouble import Code, DamagedError, Trouble, from_error, is_damage
from backstretch.private_files import private_folder

_BUSY_SECONDS = 2.0
_CHECKED_AT_OPEN_BYTES = 8_000_000
"""A larger file is checked by the day's backup instead, which does not delay the start."""


class Keeper:
    """Opens the journal when it is needed and closes it when it fails. For one thread only.

    `today` dates backups; `on_trouble` is called if a backup fails.
    """

    def __init__(self, path: Path, today: date, on_trouble: Callable[[Trouble], None]) -> None:
        self.path = path
        self._today = today
        self._on_trouble = on_trouble
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._backup: backup.Run | None = None
        self._suspected = False
        self._mended = False
        self._touched: set[str] = set()

    def connection(self) -> sqlite3.Connection:
        """Returns the open connection to the file that is at the path now.

        Raises OSError, sqlite3.Error or NewerJournalError.
        """
        # A file that was moved or deleted can still be written, but what is written is lost when
        # the connection closes. So every use makes sure that it is still the same file.
        carried: list[Event] = []
        if self._connection is not None and _identity(self.path) != self._identity:
            carried = self._put_back(self._connection)
            self.drop()
        if self._connection is None:
            self._connection = self._open()
            self._identity = _identity(self.path)
            self._append(self._connection, carried)
        if self._backup is not None and self._backup.found_damage:
            self._backup = None
            raise DamagedError("the day's check found damage")
        if self._suspected:
            self._suspected = False
            check(self._connection)
            self._mend_rows(self._connection)
        return self._connection

    def take_mended(self) -> bool:
        """True once after rows were mended, which whoever shows them should read again."""
        mended, self._mended = self._mended, False
        return mended

    def append(self, events: Sequence[Event]) -> None:
        """Commits `events` and the rows folded from them, all or none: a crash in between must not
        leave a row that its events don't support."""
        self._append(self.connection(), events)
        self._touched.update(event.session for event in events)

    @staticmethod
    def _append(connection: sqlite3.Connection, events: Sequence[Event]) -> None:
        if not events:
            return
        connection.execute("BEGIN IMMEDIATE")
        for session in ledger.insert(connection, events):
            ledger.refold(connection, session)
        connection.execute("COMMIT")

    def _mend_rows(self, connection: sqlite3.Connection) -> None:
        """Makes the sessions' rows again from the events if one of them is damaged. Raises
        DamagedError if that does not help."""
        if ledger.rows_are_sound(connection):
            return
        connection.execute("BEGIN IMMEDIATE")
        ledger.rebuild(connection)
        connection.execute("COMMIT")
        if not ledger.rows_are_sound(connection):
            raise DamagedError("rows cannot be made from their events")
        self._mended = True

    def begin_backup(self) -> None:
        """Starts today's backup in a separate thread, unless there is one already."""
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
        """Makes the next use open the file again and check it."""
        self.drop()
        self._suspected = True

    def end_backup(self) -> None:
        """Cancels a backup that is still running."""
        if self._backup is not None:
            self._backup.end()

    def give_up(self, error: Exception) -> Trouble:
        """Rolls back or closes what failed, and repairs a damaged file. Returns what to tell the
        user."""
        damaged = is_damage(error)
        trouble = from_error(error, str(self.path.parent))
        # While the file is gone, the open connection is all that still holds its content.
        keep = _identity(self.path) is None or _outlasts(trouble.code)
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
        """Closes the connection and rolls back an open transaction."""
        connection, self._connection, self._identity = self._connection, None, None
        if connection is not None:
            try:
                connection.close()
            except sqlite3.Error:
                return

    def close(self) -> None:
        """Closes the file, after updating today's backup with what was done today. A large file is
        left to the next day's backup, so that closing does not take long."""
        self.end_backup()
        small = _size(self.path) <= _CHECKED_AT_OPEN_BYTES
        changed = self._connection is not None and self._connection.total_changes > 0
        if small and changed and self._connection and self._holds_events(self._connection):
            try:
                backup.make(self.path, backup.daily(self.path, self._today))
                backup.prune(self.path)
            except (OSError, sqlite3.Error, UnicodeError):
                # The backup is a convenience: if the journal is damaged, the next start says so.
                self.drop()
        self.drop()

    def _open(self) -> sqlite3.Connection:
        fresh = not self.path.exists() or not self.path.stat().st_size
        # A missing journal with backups was lost, not never begun: the repair restores it.
        if fresh and backup.newest_first(self.path):
            raise DamagedError("the journal is missing but has backups")
        make_private(self.path)
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            # Before anything is written: a newer program's journal must stay as it is.
            schema.version(connection)
            # WAL lets pages read while this writes; FULL syncs each commit to the disk, so that a
            # power cut loses no committed rep.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            checked = not fresh and self.path.stat().st_size <= _CHECKED_AT_OPEN_BYTES
            if checked:
                check(connection)
            migrated = schema.migrate(connection, self._back_up_before_migration)
            # A migration changes tables only; what its new columns hold follows from the events.
            if migrated and not fresh:
                connection.execute("BEGIN IMMEDIATE")
                ledger.rebuild(connection)
                connection.execute("COMMIT")
            if checked:
                self._mend_rows(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _back_up_before_migration(self) -> None:
        backup.make(self.path, backup.before_migration(self.path, self._today))

    def _put_back(self, connection: sqlite3.Connection) -> list[Event]:
        """Writes the journal again if its file was taken away while the connection was open. If
        another file has taken its place, that one is the journal now; returned are then the events
        it lacks of the sessions written by this process, whose beginning is in the old file."""
        if _identity(self.path) is None:
            private_folder(self.path.parent)
            rescue.write_copy(connection, self.path)
            return []
        try:
            told = [ledger.events_of(connection, session) for session in sorted(self._touched)]
        except (sqlite3.Error, UnicodeError):
            return []
        return [event for events in told for event in events]

    def forget(self) -> None:
        """Everything was deleted: nothing of it may be carried into another file."""
        self._touched.clear()


def check(connection: sqlite3.Connection) -> None:
    """Raises DamagedError, or UnicodeDecodeError, if the tables are unsound or not ours."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError("quick_check found damage")
    schema.version(connection)


def make_private(path: Path) -> None:
    """Makes the file and its folder, if missing, and lets only the owner read them. Raises
    OSError."""
    private_folder(path.parent)
    if os.name == "posix":
        # SQLite gives its log and shared memory the rights of the file they belong to.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if path.stat().st_uid == os.getuid():
            path.chmod(0o600)


def _outlasts(code: Code) -> bool:
    """True if the open connection can go on being used after that trouble."""
    match code:
        case "full" | "locked":
            # On a full disk a new connection could not be opened, not even to read.
            return True
        case "refused" | "read-only" | "vanished" | "newer" | "damaged" | "no-backup":
            return False
        case "saved" | "taken-in" | "unsaved-damaged":
            return False
        case _:
            assert_never(code)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _identity(path: Path) -> tuple[int, int] | None:
    """Device and inode of the file at the path; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
