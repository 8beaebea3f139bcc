"""Reading the journal: every answer opens its own read-only connection and closes it again.

    reading = Reading(places().journal)
    reading.week(first)           # Week of seven days from any first day
    reading.last_session()        # SessionDone | None
    reading.session(identity)     # SessionDone | None

A journal that does not exist yet reads as empty. All methods raise UnreadableError.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from backstretch.history import ledger, schema
from backstretch.history.edits import PRACTICE
from backstretch.history.events import Event
from backstretch.history.practice import Practice, practice_of
from backstretch.history.trouble import NewerJournalError
from backstretch.history.week import Day, SessionDone, Week, week_from

_BUSY_SECONDS = 2.0


class UnreadableError(Exception):
    """`newer`: a newer Backstretch wrote the journal; else it is damaged, locked or forbidden."""

    def __init__(self, place: str, *, newer: bool = False) -> None:
        super().__init__(place)
        self.place = place
        self.newer = newer


@dataclass(frozen=True, slots=True)
class Span:
    """Sums over the days of a stretch of time. `before` and `after` are means of the ratings
    given in it, None where there are none."""

    first: date
    seconds: float
    sessions: int
    days: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Story:
    """Everything known under one id; `done` is None where a page shows nothing of it."""

    id: str
    events: list[Event]
    done: SessionDone | None


class Reading:
    """Answers from the journal at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def week(self, first: date) -> Week:
        return week_from(first, self.sessions(first, first + timedelta(days=6)))

    def sessions(self, first: date, last: date) -> tuple[SessionDone, ...]:
        """The sessions begun from `first` to `last`, both included, oldest first."""
        return self._found(
            "WHERE day BETWEEN ? AND ? ORDER BY instant, id",
            (first.isoformat(), last.isoformat()),
        )

    def session(self, identity: str) -> SessionDone | None:
        found = self._found("WHERE id = ? AND day IS NOT NULL", (identity,))
        return found[0] if found else None

    def last_session(self) -> SessionDone | None:
        found = self._found("WHERE day IS NOT NULL ORDER BY instant DESC, id LIMIT 1", ())
        return found[0] if found else None

    def recent_sessions(self, count: int) -> tuple[SessionDone, ...]:
        """The last `count` sessions, newest first."""
        return self._found("WHERE day IS NOT NULL ORDER BY instant DESC, id LIMIT ?", (count,))

    def all_sessions(self) -> tuple[SessionDone, ...]:
        """Every session, oldest first."""
        return self._found("WHERE day IS NOT NULL ORDER BY instant, id", ())

    def stories(self) -> Iterator[Story]:
        """All there is, deleted sessions and practice as a whole included, as it stood when the
        first was asked for."""
        with self._open() as connection:
            connection.execute("BEGIN")
            rows = connection.execute(f"SELECT {ledger.COLUMNS} FROM sessions WHERE day NOTNULL")
            shown = {row[0]: ledger.from_row(row) for row in rows}
            for identity in ledger.all_sessions(connection):
                events = ledger.events_of(connection, identity)
                yield Story(identity, events, shown.get(identity))

    def count(self) -> int:
        """How many sessions there are to see."""
        with self._open() as connection:
            row = connection.execute("SELECT count(*) FROM sessions WHERE day IS NOT NULL")
            count: int = row.fetchone()[0]
            return count

    def days(self, first: date, last: date) -> tuple[Day, ...]:
        """Every day from `first` to `last`, both included."""
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
        """`weeks` stretches of seven days, the earliest beginning with `first`."""
        starts = [first + timedelta(days=7 * number) for number in range(weeks)]
        with self._open() as connection:
            return tuple(_span(connection, start) for start in starts)

    def first_date(self) -> date | None:
        """The day of the first session."""
        with self._open() as connection:
            row = connection.execute("SELECT min(day) FROM sessions WHERE day IS NOT NULL")
            first = row.fetchone()[0]
        return date.fromisoformat(first) if first else None

    def practice(self) -> Practice:
        """The goal and the rest weeks."""
        return practice_of(self.events(PRACTICE))

    def events(self, identity: str) -> list[Event]:
        with self._open() as connection:
            return ledger.events_of(connection, identity)

    def _found(self, which: str, values: tuple[object, ...]) -> tuple[SessionDone, ...]:
        with self._open() as connection:
            rows = connection.execute(f"SELECT {ledger.COLUMNS} FROM sessions {which}", values)
            return tuple(ledger.from_row(row) for row in rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(self._connect()) as connection:
                yield connection
        except NewerJournalError:
            raise UnreadableError(str(self.path), newer=True) from None
        except (sqlite3.Error, OSError, ValueError):
            # ValueError: a damaged page may hold rows that are no text, no date, no JSON.
            raise UnreadableError(str(self.path)) from None

    def _connect(self) -> sqlite3.Connection:
        """To the journal, or to an empty one where none was begun yet."""
        if _has_content(self.path):
            connection = connect(self.path)
            try:
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


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False


def connect(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Where SQLite cannot have the files it wants beside the
    journal (a folder without rights, a full disk), the journal is read as it stands.
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
