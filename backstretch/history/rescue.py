"""A damaged journal put right: set aside, the newest good backup in its place, and into that
whatever the damaged file still gives. Nothing is deleted."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from backstretch.history import backup, ledger, schema
from backstretch.history.events import Event
from backstretch.history.trouble import Trouble
from backstretch.paths import private_folder

_BESIDE = ("-wal", "-shm")
UNREADABLE = (sqlite3.Error, UnicodeError)
"""What reading a damaged file may raise: even SQLite's own message may hold bytes that are no
text."""


def folder(journal: Path) -> Path:
    """Where damaged journals are kept."""
    return journal.parent / "damaged"


def restore(journal: Path, today: date) -> Trouble:
    """Raises OSError or sqlite3.Error when there is no room or right to do it; then everything
    is as before and it can be tried again."""
    aside = _set_aside(journal, today)
    good = backup.newest_good(journal)
    salvaged = 0
    with tempfile.TemporaryDirectory(prefix="rescue-", dir=journal.parent) as work:
        remade = Path(work) / "journal.db"
        os.close(os.open(remade, os.O_RDWR | os.O_CREAT, 0o600))
        if good is not None:
            shutil.copyfile(good, remade)
        with closing(sqlite3.connect(remade, isolation_level=None)) as connection:
            schema.migrate(connection, lambda: None)
            if aside is not None:
                salvaged = _salvage(aside, Path(work), connection)
        for suffix in _BESIDE:
            Path(f"{journal}{suffix}").unlink(missing_ok=True)
        remade.replace(journal)
    values: dict[str, str | int] = {
        "kept": str(aside) if aside is not None else "",
        "backup": good.name if good is not None else "",
        "salvaged": salvaged,
    }
    return Trouble("damaged", values)


def write_copy(connection: sqlite3.Connection, target: Path) -> None:
    """The whole content of an open journal as a new file at `target`."""
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _set_aside(journal: Path, today: date) -> Path | None:
    """A copy of the damaged file and what lies beside it, under a name of its own."""
    if not journal.exists() or not journal.stat().st_size:
        return None
    kept = private_folder(folder(journal))
    number = 1
    while (aside := kept / f"journal-{today.isoformat()}-{number}.db").exists():
        number += 1
    for suffix in (*_BESIDE, ""):
        source = Path(f"{journal}{suffix}")
        if source.exists():
            copy = Path(f"{aside}{suffix}")
            os.close(os.open(copy, os.O_RDWR | os.O_CREAT, 0o600))
            shutil.copyfile(source, copy)
    return aside


def _salvage(aside: Path, work: Path, into: sqlite3.Connection) -> int:
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
    for event in still_readable(copy):
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


def still_readable(path: Path) -> Iterator[Event]:
    """The events that SQLite can still read from a damaged file, session by session, from both
    ends of each."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cell_size_check = ON")
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    except UNREADABLE:
        return
    with closing(connection):
        for key, session in _sessions(connection):
            seen: set[int] = set()
            for direction in ("ASC", "DESC"):
                for row in _rows(connection, key, direction):
                    made = _sound(session, row)
                    if made is not None and made.seq not in seen:
                        seen.add(made.seq)
                        yield made


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
