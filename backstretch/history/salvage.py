"""Salvages events from a damaged journal: whatever SQLite can still read, checked one by one."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from backstretch.history import ledger, schema
from backstretch.history.events import Event

UNREADABLE = (sqlite3.Error, UnicodeError)
"""What reading a damaged file may raise; UnicodeError, as even SQLite's messages may quote bytes
that are not text."""


def salvage(aside: Path, work: Path, into: sqlite3.Connection) -> int:
    """Adds to `into` every event that can still be read from the damaged file `aside`. Returns how
    many were not there yet. `work` is a folder for temporary files.

    Raises OSError or sqlite3.Error if there is no room.
    """
    # Reading a journal with its log changes both, and what was set aside is to stay as it was.
    copy = work / "damaged.db"
    for suffix in ("", "-wal"):
        source = Path(f"{aside}{suffix}")
        if source.exists():
            shutil.copyfile(source, Path(f"{copy}{suffix}"))
    if not _has_tables(copy):
        _transplant_first_page(copy, work)
    into.execute("BEGIN IMMEDIATE")
    before = _count(into)
    gained: set[str] = set()
    for event in still_readable(copy, lambda session: _extent(into, session)):
        gained |= ledger.insert(into, [event])
    count = _count(into) - before
    for session in gained:
        ledger.refold(into, session)
    into.execute("COMMIT")
    return count


def _count(connection: sqlite3.Connection) -> int:
    # Not `total_changes`: that counts the rows of sessions as well.
    count: int = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return count


def _has_tables(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("SELECT key, id FROM sessions LIMIT 1").fetchone()
            connection.execute("SELECT session FROM events LIMIT 1").fetchone()
    except UNREADABLE:
        return False
    return True


def _transplant_first_page(path: Path, work: Path) -> None:
    """Replaces a lost first page by that of a new journal. The first page says where the tables
    begin, and that is the same in every journal, so the other pages can be found again."""
    donor = work / "donor.db"
    with closing(sqlite3.connect(donor, isolation_level=None)) as connection:
        schema.migrate(connection, lambda: None)
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    page = bytearray(donor.read_bytes()[:size])
    pages = path.stat().st_size // size
    # Offset 28 is the number of pages; 32 to 39 describe the free pages, none of which are known.
    page[28:40] = pages.to_bytes(4, "big") + bytes(8)
    # SQLite would replay the log over the new page.
    Path(f"{path}-wal").unlink(missing_ok=True)
    with path.open("r+b") as file:
        file.write(page)


def still_readable(
    path: Path, known: Callable[[str], tuple[int, int]] = lambda _: (0, 0)
) -> Iterator[Event]:
    """Yields the events that SQLite can still read from a damaged file, session by session. A
    session with unreadable pages is read from both ends towards the damage.

    `known` returns the (number of events, last seq) that the backup has of a session; a session
    that still has just these is skipped, as it would add nothing.
    """
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cell_size_check = ON")
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    except UNREADABLE:
        return
    with closing(connection):
        for key, session in _sessions(connection):
            extent = _extent_by_key(connection, key)
            if extent is not None and extent == known(session):
                continue
            seen: set[bytes] = set()
            for direction in ("ASC",) if extent is not None else ("ASC", "DESC"):
                for row in _rows(connection, key, direction):
                    made = _sound(session, row)
                    if made is not None and made.digest not in seen:
                        seen.add(made.digest)
                        yield made


def _extent(connection: sqlite3.Connection, session: str) -> tuple[int, int]:
    row = connection.execute("SELECT key FROM sessions WHERE id = ?", (session,)).fetchone()
    return (_extent_by_key(connection, row[0]) if row is not None else None) or (0, 0)


def _extent_by_key(connection: sqlite3.Connection, key: int) -> tuple[int, int] | None:
    """The session's number of events and its last seq; None if part of it is unreadable."""
    try:
        row = connection.execute(
            "SELECT count(*), coalesce(max(seq), 0) FROM events WHERE session = ?", (key,)
        ).fetchone()
    except UNREADABLE:
        return None
    return (row[0], row[1])


def _sessions(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Key and id of every session that can be found: in the table and in the index of ids, each
    from both ends, as damage in one leaves the other."""
    found: dict[int, str] = {}
    for question in (
        "SELECT key, id FROM sessions NOT INDEXED ORDER BY key ASC",
        "SELECT key, id FROM sessions NOT INDEXED ORDER BY key DESC",
        "SELECT key, id FROM sessions INDEXED BY sqlite_autoindex_sessions_1 ORDER BY id",
        "SELECT key, id FROM sessions INDEXED BY sqlite_autoindex_sessions_1 ORDER BY id DESC",
    ):
        try:
            for key, session in connection.execute(question):
                if isinstance(key, int) and isinstance(session, str):
                    found.setdefault(key, session)
        except UNREADABLE:
            continue
    return sorted(found.items())


def _rows(connection: sqlite3.Connection, key: int, direction: str) -> Iterator[tuple[object, ...]]:
    """The session's rows up to the first that cannot be read; `direction` is "ASC" or "DESC"."""
    try:
        yield from connection.execute(
            "SELECT seq, digest, kind, wall, led, body FROM events WHERE session = ?"
            f" ORDER BY seq {direction}",
            (key,),
        )
    except UNREADABLE:
        return


def _sound(session: str, row: tuple[object, ...]) -> Event | None:
    """The event if its content still matches its digest, otherwise None."""
    seq, digest, kind, wall, led, body = row
    if not (isinstance(seq, int) and isinstance(kind, str) and isinstance(wall, str)):
        return None
    if not isinstance(body, str) or not (led is None or isinstance(led, float)):
        return None
    event = Event(session, seq, kind, wall, led, body)
    return event if event.digest == digest else None
