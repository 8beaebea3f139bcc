"""Writes and reads events in an open journal, and the session rows folded from them.

Nothing here begins or ends a transaction: the caller does, so that events and rows are committed
together.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby

from backstretch.history.events import Event
from backstretch.history.fold import session_of
from backstretch.history.week import MoveDone, SessionDone

_INSERT = "INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?, ?, ?)"


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
        (
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
            done.corrected,
            _moves_text(done.moves),
            session,
        ),
    )


COLUMNS = "id, routine, started, ended, status, before, after, note, corrected, moves"


def from_row(row: tuple[object, ...]) -> SessionDone:
    """Makes the session of a row of `COLUMNS`. Raises ValueError if the row is damaged."""
    identity, routine, started, ended, status, before, after, note, corrected, moves = row
    return SessionDone(
        id=str(identity),
        routine=str(routine),
        started=datetime.fromisoformat(str(started)),
        ended=datetime.fromisoformat(str(ended)) if ended is not None else None,
        status=status,  # type: ignore[arg-type]
        moves=tuple(MoveDone(*values) for values in json.loads(str(moves))),
        before=before if isinstance(before, int) else None,
        after=after if isinstance(after, int) else None,
        note=str(note),
        corrected=bool(corrected),
    )


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
