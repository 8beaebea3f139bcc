"""The journal's tables, as numbered migrations. The file's user_version is the number of migrations
it has had.

`events` is the source of truth. Apart from key and id, `sessions` holds a fold over a session's
events, stored so that a page need not fold fifty years of them; `ledger.rebuild` makes it again.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache

from backstretch.history.trouble import DamagedError, NewerJournalError

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
    """The number of migrations the file has had; 0 for an empty one.

    Raises NewerJournalError if it has had more than this version knows, and DamagedError if its
    tables are not those of that number: after a dump and restore it says 0, and one flipped bit
    makes it any other.
    """
    found, tables = _as_found(connection)
    if found > len(MIGRATIONS):
        # The next version has other tables, or it would have the same number.
        one_bit = (found ^ len(MIGRATIONS)).bit_count() == 1
        if one_bit and tables == _expected(len(MIGRATIONS)):
            raise DamagedError(f"the number {found} is wrong")
        raise NewerJournalError(f"version {found}")
    if found < 0 or tables != _expected(found):
        raise DamagedError(f"the tables are not those of version {found}")
    return found


def _as_found(connection: sqlite3.Connection) -> tuple[int, frozenset[tuple[str, str, str]]]:
    """The file's number and its tables, both of the same moment: while another connection makes the
    tables, they would not fit each other."""
    if connection.in_transaction:
        return connection.execute("PRAGMA user_version").fetchone()[0], _tables(connection)
    connection.execute("BEGIN")
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0], _tables(connection)
    finally:
        connection.execute("ROLLBACK")


def _tables(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Kind, name and definition of everything in the file but what SQLite makes itself."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite|_%' ESCAPE '|'"
    )
    return frozenset((str(kind), str(name), " ".join(str(sql).split())) for kind, name, sql in rows)


@cache
def _expected(number: int) -> frozenset[tuple[str, str, str]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statements in MIGRATIONS[:number]:
            connection.executescript(statements)
        return _tables(connection)


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
