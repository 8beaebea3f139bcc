"""Reads the journal. Each call opens its own read-only connection and closes it again.

    reading = Reading(places().journal)
    reading.week(first)           # Week: seven days from any first day
    reading.last_session()        # SessionDone | None
    reading.session(identity)     # SessionDone | None

A journal that does not exist yet reads as empty. All methods raise UnreadableError.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import inf
from pathlib import Path

from backstretch.history import ledger, schema
from backstretch.history.edits import PRACTICE
from backstretch.history.events import Event
from backstretch.history.fold import session_of
from backstretch.history.practice import Practice, practice_of
from backstretch.history.trouble import NewerJournalError
from backstretch.history.week import Day, SessionDone, Week, week_from

_BUSY_SECONDS = 2.0


class UnreadableError(Exception):
    """The journal cannot be read: a newer Backstretch wrote it (`newer`), or it is damaged, locked
    or forbidden. `place` is its path."""

    def __init__(self, place: str, *, newer: bool = False) -> None:
        super().__init__(place)
        self.place = place
        self.newer = newer


@dataclass(frozen=True, slots=True)
class Span:
    """Sums over seven days from `first`. `days` is the number of days practised; `before` and
    `after` are the means of the ratings, None if there are none."""

    first: date
    seconds: float
    sessions: int
    days: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Story:
    """Everything in the journal under one id. `done` is None if no page shows it: a deleted
    session, or edits about practice as a whole."""

    id: str
    events: list[Event]
    done: SessionDone | None


class Reading:
    """Reads from the journal at `path`, which need not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def week(self, first: date, now: datetime | None = None) -> Week:
        """The week of seven days from `first`, without what is dated after `now`."""
        found = self.sessions(first, first + timedelta(days=6))
        return week_from(first, (one for one in found if now is None or one.started <= now))

    def sessions(self, first: date, last: date) -> tuple[SessionDone, ...]:
        """The sessions that began from `first` to `last`, both included, oldest first."""
        return self._found(
            "WHERE day BETWEEN ? AND ? ORDER BY instant, id",
            (first.isoformat(), last.isoformat()),
        )

    def session(self, identity: str) -> SessionDone | None:
        """The session with that id; None if there is none or it is deleted."""
        found = self._found("WHERE id = ? AND day IS NOT NULL", (identity,))
        return found[0] if found else None

    def last_session(self, now: datetime | None = None) -> SessionDone | None:
        """The session that began last, but not after `now`; None if there is none."""
        found = self.recent_sessions(1, now)
        return found[0] if found else None

    def recent_sessions(
        self, count: int, now: datetime | None = None, routine: str | None = None
    ) -> tuple[SessionDone, ...]:
        """The last `count` sessions, newest first, of all routines or of one. What is dated after
        `now` is left out: a clock was wrong, here or where it was imported from."""
        latest = inf if now is None else now.timestamp()
        return self._found(
            "WHERE day IS NOT NULL AND instant <= ?1 AND (?2 IS NULL OR routine = ?2)"
            " ORDER BY instant DESC, id LIMIT ?3",
            (latest, routine, count),
        )

    def last_day(self) -> date | None:
        """The latest day of a session, perhaps after today; None if there is none."""
        found = self._found("WHERE day IS NOT NULL ORDER BY day DESC LIMIT 1", ())
        return found[0].started.date() if found else None

    def first_day(self) -> date | None:
        """The earliest day of a session; None if there is none."""
        found = self._found("WHERE day IS NOT NULL ORDER BY day LIMIT 1", ())
        return found[0].started.date() if found else None

    def all_sessions(self) -> tuple[SessionDone, ...]:
        """Every session, oldest first."""
        return self._found("WHERE day IS NOT NULL ORDER BY instant, id", ())

    def stories(self) -> Iterator[Story]:
        """Yields everything in the journal, deleted sessions and practice as a whole included."""
        with self._open() as connection:
            rows = connection.execute(f"SELECT {ledger.COLUMNS} FROM sessions WHERE day NOTNULL")
            shown = {row[0]: _session(connection, row) for row in rows}
            for identity in ledger.all_sessions(connection):
                events = ledger.events_of(connection, identity)
                yield Story(identity, events, shown.get(identity))

    def count(self) -> int:
        """The number of sessions, without deleted ones."""
        with self._open() as connection:
            row = connection.execute("SELECT count(*) FROM sessions WHERE day IS NOT NULL")
            count: int = row.fetchone()[0]
            return count

    def has_finished(self) -> bool:
        """True if any session was led to its end."""
        found = self._found("WHERE day IS NOT NULL AND status = 'finished' LIMIT 1", ())
        return bool(found)

    def days(self, first: date, last: date) -> tuple[Day, ...]:
        """Every day from `first` to `last`, both included, practised or not."""
        with self._open() as connection:
            rows = connection.execute(
                "SELECT day, sum(seconds), count(*), max(reps) > 0 FROM sessions"
                " WHERE day BETWEEN ? AND ? GROUP BY day",
                (first.isoformat(), last.isoformat()),
            )
            found = {row[0]: row for row in rows}
        length = (last - first).days + 1
        return tuple(
            _day(day, found.get(day.isoformat()))
            for day in (first + timedelta(days=number) for number in range(length))
        )

    def trend(self, first: date, weeks: int) -> tuple[Span, ...]:
        """The sums of `weeks` weeks, the earliest beginning with `first`."""
        starts = [first + timedelta(days=7 * number) for number in range(weeks)]
        with self._open() as connection:
            return tuple(_span(connection, start) for start in starts)

    def practice(self) -> Practice:
        """The goal and the rest weeks."""
        return practice_of(self.events(PRACTICE))

    def events(self, identity: str) -> list[Event]:
        """The events under that id, in order; empty if there are none."""
        with self._open() as connection:
            return ledger.events_of(connection, identity)

    def _found(self, which: str, values: tuple[object, ...]) -> tuple[SessionDone, ...]:
        with self._open() as connection:
            rows = connection.execute(f"SELECT {ledger.COLUMNS} FROM sessions {which}", values)
            return tuple(_session(connection, row) for row in rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(self._connect()) as connection:
                yield connection
        except NewerJournalError:
            raise UnreadableError(str(self.path), newer=True) from None
        except (sqlite3.Error, OSError, ValueError, OverflowError):
            # ValueError: a damaged page may hold rows that are not text, dates or JSON.
            raise UnreadableError(str(self.path)) from None

    def _connect(self) -> sqlite3.Connection:
        """Connects to the journal, or to an empty one in memory if there is none yet: reading makes
        no file."""
        if _has_content(self.path):
            connection = connect(self.path)
            try:
                # All that is read at once is of the same moment, whatever is written meanwhile.
                connection.execute("BEGIN")
                known = schema.version(connection)
            except BaseException:
                connection.close()
                raise
            if known:
                return connection
            connection.close()
        empty = sqlite3.connect(":memory:", isolation_level=None)
        schema.migrate(empty, lambda: None)
        return empty


def _session(connection: sqlite3.Connection, row: tuple[object, ...]) -> SessionDone:
    """The session of a row of `ledger.COLUMNS`; from its events if the row is damaged. Raises
    ValueError if that is impossible, too."""
    try:
        return ledger.from_row(row)
    except ValueError:
        identity = str(row[0])
        session = session_of(identity, ledger.events_of(connection, identity))
        if session is None:
            raise
        return session


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False


def connect(path: Path) -> sqlite3.Connection:
    """Opens a connection that cannot write. If SQLite cannot make its files beside the journal (a
    folder without rights, a full disk), the journal is read without its log.
    Raises sqlite3.Error."""
    try:
        return _connect(path, "?mode=ro")
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF not in _NO_ROOM_BESIDE:
            raise
    return _connect(path, "?mode=ro&immutable=1")


_NO_ROOM_BESIDE = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
)


def _connect(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}{how}"
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _day(day: date, row: tuple[object, ...] | None) -> Day:
    if row is None:
        return Day(day, 0.0, 0)
    _, seconds, sessions, practised = row
    return Day(day, float(str(seconds)), int(str(sessions)), bool(practised))


def _span(connection: sqlite3.Connection, first: date) -> Span:
    row = connection.execute(
        "SELECT coalesce(sum(seconds), 0), count(*),"
        " count(DISTINCT CASE WHEN reps > 0 THEN day END), avg(before), avg(after)"
        " FROM sessions WHERE day BETWEEN ? AND ?",
        (first.isoformat(), (first + timedelta(days=6)).isoformat()),
    ).fetchone()
    return Span(first, *row)
