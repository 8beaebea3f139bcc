"""Writes and reads events in an open journal, and the session rows folded from them.

Nothing here begins or ends a transaction: the caller does, so that events and rows are committed
together.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from math import isfinite

from backstretch.history.events import Event
from backstretch.history.fold import session_of
from backstretch.history.soundness import MOST_RATING, is_sound_wall
from backstretch.history.week import MoveDone, SessionDone

_INSERT = (
    "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)"
    # Not OR IGNORE, which would pass over whatever else the table refuses, too.
    " ON CONFLICT (session, seq, digest) DO NOTHING"
)


def key_of(connection: sqlite3.Connection, session: str) -> int:
    """The key of the session with that id; adds its row if missing."""
    row = connection.execute("SELECT key FROM sessions WHERE id = ?", (session,)).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO sessions (id) VALUES (?) RETURNING key", (session,)
        ).fetchone()
    key: int = row[0]
    return key


def last_seq(connection: sqlite3.Connection, session: str) -> int:
    """The session's highest seq; 0 if it has no events."""
    row = connection.execute(
        "SELECT max(seq) FROM events WHERE session = (SELECT key FROM sessions WHERE id = ?)",
        (session,),
    ).fetchone()
    return row[0] or 0


def insert(connection: sqlite3.Connection, events: Iterable[Event]) -> set[str]:
    """Adds the events that are not there yet. Returns the ids of the sessions that gained any.

    An event is known by its digest, so inserting one again does nothing: a retry after an unclear
    commit, a repeated import and a salvaged event are all harmless.
    """
    gained: set[str] = set()
    for session, told in groupby(events, lambda event: event.session):
        key = key_of(connection, session)
        before = connection.total_changes
        connection.executemany(
            _INSERT,
            [(key, one.seq, one.digest, one.kind, one.wall, one.led, one.body) for one in told],
        )
        if connection.total_changes > before:
            gained.add(session)
    return gained


def events_of(connection: sqlite3.Connection, session: str) -> list[Event]:
    """The session's events, in order."""
    rows = connection.execute(
        "SELECT seq, kind, wall, led, body FROM events"
        " WHERE session = (SELECT key FROM sessions WHERE id = ?) ORDER BY seq, wall, digest",
        (session,),
    )
    return [Event(session, *row) for row in rows]


def all_sessions(connection: sqlite3.Connection) -> list[str]:
    """All session ids, deleted sessions and `edits.PRACTICE` included, in order of arrival."""
    return [row[0] for row in connection.execute("SELECT id FROM sessions ORDER BY key")]


def refold(connection: sqlite3.Connection, session: str) -> SessionDone | None:
    """Writes the session's row again from its events. Returns the session; None if it is deleted
    or never began."""
    done = session_of(session, events_of(connection, session))
    write_row(connection, session, done)
    return done


def rebuild(connection: sqlite3.Connection) -> None:
    """Writes every session's row again from its events alone, as after a migration."""
    for session in all_sessions(connection):
        refold(connection, session)


def write_row(connection: sqlite3.Connection, session: str, done: SessionDone | None) -> None:
    """Writes `done` to the session's row. With None (deleted, or never begun) the row stays, as its
    key is needed by the events, but no page shows it."""
    if done is None:
        connection.execute(
            "UPDATE sessions SET day = NULL, instant = NULL, routine = NULL, started = NULL,"
            " ended = NULL, status = NULL, seconds = 0, reps = 0, before = NULL, after = NULL,"
            " note = '', corrected = 0, moves = '[]' WHERE id = ?",
            (session,),
        )
        return
    connection.execute(
        "UPDATE sessions SET day = ?, instant = ?, routine = ?, started = ?, ended = ?,"
        " status = ?, seconds = ?, reps = ?, before = ?, after = ?, note = ?, corrected = ?,"
        " moves = ? WHERE id = ?",
        (*_row(done), session),
    )


def _row(done: SessionDone) -> tuple[object, ...]:
    """The values of a session's row, in the order of `_ROW`."""
    return (
        # The day at the place where the session began, not in UTC.
        done.started.date().isoformat(),
        done.started.astimezone(UTC).timestamp(),
        done.routine,
        done.started.isoformat(),
        done.ended.isoformat() if done.ended else None,
        done.status,
        done.seconds,
        done.reps,
        done.before,
        done.after,
        done.note,
        int(done.corrected),
        _moves_text(done.moves),
    )


_ROW = (
    "day, instant, routine, started, ended, status, seconds, reps, before, after, note, corrected,"
    " moves"
)


def rows_are_sound(connection: sqlite3.Connection) -> bool:
    """True if every row that a page shows can be read and agrees with itself: its day with its
    start, its sums with its moves. Raises sqlite3.Error."""
    rows = connection.execute(f"SELECT {COLUMNS}, {_ROW} FROM sessions WHERE day IS NOT NULL")
    width = COLUMNS.count(",") + 1
    try:
        return all(_row(from_row(row[:width])) == row[width:] for row in rows)
    except ValueError:
        return False


COLUMNS = "id, routine, started, ended, status, before, after, note, corrected, moves"


def from_row(row: tuple[object, ...]) -> SessionDone:
    """Makes the session of a row of `COLUMNS`. Raises ValueError if the row is damaged."""
    match row:
        case (
            str(identity),
            str(routine),
            str(started),
            None | str() as ended,
            "finished" | "stopped" | "unfinished" as status,
            None | int() as before,
            None | int() as after,
            str(note),
            int(corrected),
            str(moves),
        ):
            return SessionDone(
                id=identity,
                routine=routine,
                started=_moment(started),
                ended=_moment(ended) if ended is not None else None,
                status=status,
                moves=_moves(moves),
                before=_rating(before),
                after=_rating(after),
                note=note,
                corrected=bool(corrected),
            )
    raise ValueError("the row of a session is damaged")


def _moment(text: str) -> datetime:
    if not is_sound_wall(text):
        raise ValueError(f"{text!r} is no time with its offset")
    return datetime.fromisoformat(text)


def _rating(value: int | None) -> int | None:
    if value is not None and not 0 <= value <= MOST_RATING:
        raise ValueError(f"{value} is no rating")
    return value


def _moves(text: str) -> tuple[MoveDone, ...]:
    try:
        values = json.loads(text)
    except RecursionError:
        raise ValueError("the moves are nested too deep") from None
    if not isinstance(values, list):
        raise ValueError("the moves are no list")
    return tuple(_move(each) for each in values)


def _move(values: object) -> MoveDone:
    match values:
        case [
            str(name),
            int(planned),
            int(done),
            None | int() as left,
            None | int() as right,
            int() | float() as seconds,
            bool(skipped),
            bool(gentler),
        ] if isfinite(seconds):
            return MoveDone(name, planned, done, left, right, seconds, skipped, gentler)
    raise ValueError("a move is damaged")


def _moves_text(moves: tuple[MoveDone, ...]) -> str:
    return json.dumps(
        [
            [
                move.id,
                move.planned,
                move.done,
                move.left,
                move.right,
                move.seconds,
                move.skipped,
                move.gentler,
            ]
            for move in moves
        ],
        separators=(",", ":"),
        ensure_ascii=False,
    )
