"""Whatever a damaged journal still gives: what SQLite can read of it, checked event by event."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from backstretch.history import ledger, schema
from backstretch.history.events import Event

UNREADABLE = (sqlite3.Error, UnicodeError)
"""What reading a damaged file may raise: even SQLite's own message may hold bytes that are no
text."""


def salvage(aside: Path, work: Path, into: sqlite3.Connection) -> int:
    """Adds every event the damaged file still gives; answers how many were not in the backup."""
    copy = work / "damaged.db"
    for suffix in ("", "-wal"):
        source = Path(f"{aside}{suffix}")
        if source.exists():
            shutil.copyfile(source, Path(f"{copy}{suffix}"))
    if not _has_tables(copy):
        _transplant_first_page(copy, work)
    into.execute("BEGIN IMMEDIATE")
    before = into.total_changes
    count = 0
    gained: set[str] = set()
    for event in still_readable(copy, lambda session: _extent(into, session)):
        gained |= ledger.insert(into, [event])
    count = into.total_changes - before
    for session in gained:
        ledger.refold(into, session)
    into.execute("COMMIT")
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
    """Gives a file whose first page is lost that of a new journal: every journal has its tables
    begin on the same pages, so what lies on the others can be found again."""
    donor = work / "donor.db"
    with closing(sqlite3.connect(donor, isolation_level=None)) as connection:
        schema.migrate(connection, lambda: None)
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    page = bytearray(donor.read_bytes()[:size])
    pages = path.stat().st_size // size
    # Offset 28: how many pages there are; no free ones (32 to 39) are known of any more.
    page[28:40] = pages.to_bytes(4, "big") + bytes(8)
    Path(f"{path}-wal").unlink(missing_ok=True)
    with path.open("r+b") as file:
        file.write(page)


def still_readable(
    path: Path, known: Callable[[str], tuple[int, int]] = lambda _: (0, 0)
) -> Iterator[Event]:
    """The events that SQLite can still read from a damaged file, session by session, and from both
    ends of one that is torn. Sessions as long as `known` says (events, last seq) are passed over.
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
    """How many events the session has and the last one's seq; None where it is torn."""
    try:
        row = connection.execute(
            "SELECT count(*), coalesce(max(seq), 0) FROM events WHERE session = ?", (key,)
        ).fetchone()
    except UNREADABLE:
        return None
    return (row[0], row[1])


def _sessions(connection: sqlite3.Connection) -> list[tuple[int, str]]:
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
    try:
        yield from connection.execute(
            "SELECT seq, digest, kind, wall, led, body FROM events WHERE session = ?"
            f" ORDER BY seq {direction}",
            (key,),
        )
    except UNREADABLE:
        return


def _sound(session: str, row: tuple[object, ...]) -> Event | None:
    """The event, when its content still matches its digest."""
    seq, digest, kind, wall, led, body = row
    if not (isinstance(seq, int) and isinstance(kind, str) and isinstance(wall, str)):
        return None
    if not isinstance(body, str) or not (led is None or isinstance(led, float)):
        return None
    event = Event(session, seq, kind, wall, led, body)
    return event if event.digest == digest else None
