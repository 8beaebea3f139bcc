"""The journal's tables, as numbered migrations. The file's user_version is the number of migrations
it has had.

`events` is the source of truth. Apart from key and id, `sessions` holds a fold over a session's
events, stored so that a page need not fold fifty years of them; `ledger.rebuild` makes it again.
"""

import sqlite3
from collections.abc import Callable

from backstretch.history.trouble import NewerJournalError

APPLICATION_ID = 0x4261636B
"""'Back' in ASCII; stored in the file's header."""

_FIRST = """
CREATE TABLE sessions (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    day TEXT,
    instant REAL,
    routine TEXT,
    started TEXT,
    ended TEXT,
    status TEXT,
    seconds REAL NOT NULL DEFAULT 0,
    reps INTEGER NOT NULL DEFAULT 0,
    before INTEGER,
    after INTEGER,
    note TEXT NOT NULL DEFAULT '',
    corrected INTEGER NOT NULL DEFAULT 0,
    moves TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX sessions_by_day ON sessions (day, instant) WHERE day IS NOT NULL;
CREATE INDEX sessions_by_instant ON sessions (instant) WHERE day IS NOT NULL;
CREATE TABLE events (
    session INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    digest BLOB NOT NULL,
    kind TEXT NOT NULL,
    wall TEXT NOT NULL,
    led REAL,
    body TEXT NOT NULL,
    PRIMARY KEY (session, seq, digest)
) WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""`MIGRATIONS[n]` leads from version n to n + 1. Never edit one that has been released."""


def version(connection: sqlite3.Connection) -> int:
    """The number of migrations the file has had. Raises NewerJournalError if it has had more than
    this version knows."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > len(MIGRATIONS):
        raise NewerJournalError(f"version {found}")
    return found


def migrate(connection: sqlite3.Connection, before: Callable[[], None]) -> bool:
    """Brings the file up to date, one transaction per migration; returns True if there was any.

    `before` is called once before the first migration, unless the file is new.
    """
    found = version(connection)
    if found == len(MIGRATIONS):
        return False
    if found:
        before()
    for number in range(found, len(MIGRATIONS)):
        statements = MIGRATIONS[number].strip().removesuffix(";").split(";\n")
        connection.execute("BEGIN IMMEDIATE")
        try:
            # A second process may have done this step while we waited for the lock.
            if version(connection) <= number:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    return True
