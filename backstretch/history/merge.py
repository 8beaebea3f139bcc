"""Imports a history: another computer's, or one's own from an earlier export.

A journal is a set of events and merging forms the union: the order of merging makes no difference,
merging twice changes nothing, and what was deleted on either side stays deleted.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from math import isfinite
from pathlib import Path
from typing import Literal

from backstretch.history import ledger
from backstretch.history.events import Event, canonical, entry_of, is_sound
from backstretch.history.exchange import FORMAT, VERSION

CHUNK_SESSIONS = 40
"""How many sessions are merged in one transaction, so that no other writer waits for long."""
_MOST_SEQ = 2**53
_IDENTITY = re.compile(r"[\w.:@-]{1,100}")
_KIND = re.compile(r"[A-Za-z]\w{0,40}")


ImportFault = Literal["no-json", "no-export", "newer", "damaged"]


class NotAnExportError(ValueError):
    """The file cannot be imported. `where` is the damaged place in the file."""

    def __init__(self, code: ImportFault, where: str = "") -> None:
        super().__init__(f"{code} {where}".strip())
        self.code: ImportFault = code
        self.where = where


@dataclass(frozen=True, slots=True)
class Merged:
    """How many events were not there yet, and how many sessions they belong to."""

    sessions: int
    events: int


def read_export(path: Path) -> list[Event]:
    """Returns the events of a JSON export. The whole file is checked before anything is imported.

    Raises NotAnExportError and OSError.
    """
    try:
        values: object = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        raise NotAnExportError("no-json") from None
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise NotAnExportError("no-export")
    version = values.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise NotAnExportError("newer")
    sessions = values.get("sessions")
    if not isinstance(sessions, list):
        raise NotAnExportError("damaged", "sessions")
    return list(_events(sessions))


def in_chunks(events: list[Event], sessions: int = CHUNK_SESSIONS) -> list[list[Event]]:
    """Splits the events into chunks of whole sessions. After each chunk the journal is consistent,
    so an import can stop there and later go on."""
    chunks: list[list[Event]] = [[]]
    seen: set[str] = set()
    for _, told in groupby(events, lambda event: event.session):
        told_now = list(told)
        seen.add(told_now[0].session)
        if len(seen) > sessions:
            chunks.append([])
            seen = {told_now[0].session}
        chunks[-1] += told_now
    return [chunk for chunk in chunks if chunk]


def merge(connection: sqlite3.Connection, events: list[Event]) -> Merged:
    """Adds the events that are missing, all or none, and folds their sessions again in the same
    transaction. For use with `Journal.ask`. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = _count(connection)
        gained = ledger.insert(connection, events)
        for session in gained:
            ledger.refold(connection, session)
        added = _count(connection) - before
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return Merged(len(gained), added)


def _count(connection: sqlite3.Connection) -> int:
    count: int = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return count


def _events(sessions: list[object]) -> Iterator[Event]:
    for number, session in enumerate(sessions, start=1):
        where = f"session {number}"
        if not isinstance(session, dict):
            raise NotAnExportError("damaged", where)
        identity, events = session.get("id"), session.get("events")
        if not isinstance(identity, str) or not _IDENTITY.fullmatch(identity):
            raise NotAnExportError("damaged", where)
        if not isinstance(events, list):
            raise NotAnExportError("damaged", where)
        for place, values in enumerate(events, start=1):
            event = _event(identity, values) if isinstance(values, dict) else None
            if event is None:
                raise NotAnExportError("damaged", f"{where}, event {place}")
            yield event


def _event(session: str, values: Mapping[str, object]) -> Event | None:
    """Makes an event of its JSON values; None if any is invalid. An event of unknown kind, from a
    newer version, is kept as it is."""
    match values:
        case {"seq": int(seq), "kind": str(kind), "wall": str(wall), "body": dict(body)}:
            led = values.get("led")
        case _:
            return None
    if isinstance(seq, bool) or not 0 < seq < _MOST_SEQ or not _KIND.fullmatch(kind):
        return None
    if led is not None and (isinstance(led, bool) or not isinstance(led, int | float)):
        return None
    if led is not None and not isfinite(led):
        return None
    if not _has_offset(wall):
        return None
    event = Event(session, seq, kind, wall, None if led is None else float(led), canonical(body))
    made = entry_of(kind, body, event.led)
    return event if made is None or is_sound(made) else None


def _has_offset(wall: str) -> bool:
    try:
        return datetime.fromisoformat(wall).utcoffset() is not None
    except ValueError:
        return False
