"""Events in and out of an open journal, and the session rows folded from them."""

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
    """The row of the session with that id, made where it is missing."""
    row = connection.execute("SELECT key FROM sessions WHERE id = ?", (session,)).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO sessions (id) VALUES (?) RETURNING key", (session,)
        ).fetchone()
    key: int = row[0]
    return key


def last_seq(connection: sqlite3.Connection, session: str) -> int:
    """The highest seq of the session, 0 where there is none."""
    row = connection.execute(
        "SELECT max(seq) FROM events WHERE session = (SELECT key FROM sessions WHERE id = ?)",
        (session,),
    ).fetchone()
    return row[0] or 0


def insert(connection: sqlite3.Connection, events: Iterable[Event]) -> set[str]:
    """Adds those events that are not there yet; answers the sessions that gained any."""
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
    """The session's events in their order."""
    rows = connection.execute(
        "SELECT seq, kind, wall, led, body FROM events"
        " WHERE session = (SELECT key FROM sessions WHERE id = ?) ORDER BY seq, wall, digest",
        (session,),
    )
    return [Event(session, *row) for row in rows]


def all_sessions(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT id FROM sessions ORDER BY key")]


def refold(connection: sqlite3.Connection, session: str) -> SessionDone | None:
    """Writes the session's row anew from its events."""
    done = session_of(session, events_of(connection, session))
    write_row(connection, session, done)
    return done


def rebuild(connection: sqlite3.Connection) -> None:
    """Writes every session's row anew; the events alone decide."""
    for session in all_sessions(connection):
        refold(connection, session)


def write_row(connection: sqlite3.Connection, session: str, done: SessionDone | None) -> None:
    """None (deleted, or never begun) leaves a row that no page shows."""
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
    """A row of `COLUMNS` as a session."""
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
