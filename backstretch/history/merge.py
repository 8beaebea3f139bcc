"""Imports a history: another computer's, or one's own from an earlier export.

A journal is a set of events and merging forms the union: the order of merging makes no difference,
merging twice changes nothing, and what was deleted on either side stays deleted.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from backstretch.history import ledger
from backstretch.history.events import Event


@dataclass(frozen=True, slots=True)
class Merged:
    """How many events were not there yet, and how many sessions they belong to."""

    sessions: int
    events: int


def merge(connection: sqlite3.Connection, events: Iterable[Event]) -> Merged:
    """Adds the events that are missing, all or none, and folds their sessions again in the same
    transaction: if `events` raises on the way, nothing of it stays. For use with `Journal.ask`.
    Raises sqlite3.Error, and what `events` raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = _count(connection)
        gained: set[str] = set()
        for session, told in groupby(events, lambda event: event.session):
            if ledger.insert(connection, told):
                gained.add(session)
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
