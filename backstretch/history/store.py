"""The journal's one writer: a thread that owns the connection and commits at once.

    journal = Journal(places().journal, today, on_trouble=…, on_saved=…)   # returns at once
    journal.record(session_id, happening, wall)                            # returns at once
    journal.record(session_id, Rated("before", 4), wall)                   # edits likewise
    journal.close()                                                        # waits for the disk

A session id is `str(uuid.uuid4())`, made by whoever starts the session; when an unfinished session
is taken up again its id stays. `wall` carries its UTC offset (`datetime.now().astimezone()`).
Both callbacks are called on the writer's thread; carry them over to yours. Reading is
`history/reading.py`, with a connection of its own.
"""

import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from backstretch.history import ledger
from backstretch.history.connection import Keeper
from backstretch.history.erase import erase
from backstretch.history.events import Entry, Event, event
from backstretch.history.exchange import with_journal, write_json, write_whole
from backstretch.history.merge import Merged, merge
from backstretch.history.trouble import Trouble
from backstretch.session.happenings import Ended, MoveEntered, PhaseEntered

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Task:
    run: Callable[[], None]


class Journal:
    """Writes the journal at `path`. What cannot be written stays in memory, in order, and is
    tried again every `retry_seconds` and with each new event."""

    def __init__(
        self,
        path: Path,
        today: date,
        *,
        on_trouble: Callable[[Trouble], None] = lambda _: None,
        on_saved: Callable[[], None] = lambda: None,
        retry_seconds: float = 2.0,
    ) -> None:
        self._keeper = Keeper(path, today, on_trouble)
        self._on_trouble = on_trouble
        self._on_saved = on_saved
        self._retry_seconds = retry_seconds
        self._queue: queue.SimpleQueue[Event | _Task | None] = queue.SimpleQueue()
        self._waiting: list[Event] = []
        self._frozen: list[Event] = []
        self._seqs: dict[str, int] = {}
        self._told = ""
        self._phases: dict[str, tuple[int, bool]] = {}
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    def record(self, session: str, entry: Entry, wall: datetime) -> None:
        """Hands `entry` over and returns. Raises ValueError when `wall` has no offset.

        Of the entries into phases only those are kept with which work on a move begins or stops:
        the rest would treble the journal, and no fold needs them.
        """
        made = event(session, 0, entry, wall)
        if isinstance(entry, MoveEntered | PhaseEntered):
            phase = (entry.move, isinstance(entry, PhaseEntered) and entry.rep is not None)
            known = self._phases.get(session) == phase
            self._phases[session] = phase
            if known and isinstance(entry, PhaseEntered):
                return
        self._queue.put(made)

    def ask(self, question: Callable[[sqlite3.Connection], Answer]) -> "Future[Answer]":
        """Runs `question` on the writer's thread with its connection, after all that was recorded
        before. The future raises OSError or sqlite3.Error when the journal cannot be opened."""
        future: Future[Answer] = Future()

        def run() -> None:
            try:
                future.set_result(question(self._keeper.connection()))
            except Exception as error:
                future.set_exception(error)

        self._queue.put(_Task(run))
        return future

    def merge(self, events: list[Event]) -> "Future[Merged]":
        """Takes in what `merge.read_export` read."""

        def run(connection: sqlite3.Connection) -> Merged:
            merged = merge(connection, events)
            self._on_saved()
            return merged

        return self.ask(run)

    def erase(self) -> "Future[None]":
        """Deletes everything: contents, backups, what was set aside and what still waits."""

        def run(connection: sqlite3.Connection) -> None:
            self._keeper.end_backup()
            self._waiting.clear()
            self._frozen.clear()
            self._seqs.clear()
            erase(connection, self._keeper.path)
            self._on_saved()

        return self.ask(run)

    def save_elsewhere(self, target: Path) -> "Future[int]":
        """Writes what still waits, and whatever of the journal can be read, as a JSON export that
        can be imported later; answers how many sessions. The future raises OSError."""
        future: Future[int] = Future()

        def run() -> None:
            try:
                self._freeze(None)
                told = with_journal(self._keeper.path, self._frozen)
                future.set_result(write_whole(target, lambda to: write_json(to, told)))
            except Exception as error:
                future.set_exception(error)

        self._queue.put(_Task(run))
        return future

    def retry(self) -> None:
        """Tries now what is still waiting, and tells again when it fails."""

        def run() -> None:
            self._told = ""

        self._queue.put(_Task(run))

    def suspect(self) -> None:
        """Looks the whole journal over, because something could not be read in it; damage is put
        right as when it is found in writing."""
        self._queue.put(_Task(self._keeper.suspect))

    def kept_in_memory(self) -> int:
        """About how many entries have not reached the disk."""
        return len(self._frozen) + len(self._waiting) + self._queue.qsize()

    def flush(self, seconds: float = 5.0) -> bool:
        """Waits until all that was recorded before is on the disk; False when it is not."""
        reached = threading.Event()
        self._queue.put(_Task(reached.set))
        return reached.wait(seconds) and not self._frozen and not self._waiting

    def close(self, seconds: float = 5.0) -> bool:
        """Writes what is left and ends the thread; False when something could not be written."""
        self._queue.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive() and not self._frozen and not self._waiting

    def _work(self) -> None:
        self._write()
        self._keeper.begin_backup()
        going = True
        while going:
            going = self._take()
            self._write()
        self._keeper.close()

    def _take(self) -> bool:
        """Waits for something to do, then takes all there is; False when it is time to end."""
        patience = self._retry_seconds if self._waiting or self._frozen else None
        try:
            item = self._queue.get(timeout=patience)
            while True:
                if item is None:
                    return False
                if isinstance(item, _Task):
                    self._write()
                    item.run()
                else:
                    self._waiting.append(item)
                item = self._queue.get_nowait()
        except queue.Empty:
            return True

    def _write(self) -> None:
        """Commits all that waits in one transaction. A damaged file is put right on the way."""
        for _ in range(2):
            try:
                connection = self._keeper.connection()
                self._freeze(connection)
                if self._frozen:
                    self._keeper.append(self._frozen)
                    if any(event.kind == Ended.__name__ for event in self._frozen):
                        self._keeper.begin_backup()
            except Exception as error:  # whatever it is, what happened must stay in memory
                trouble = self._keeper.give_up(error)
                self._tell(trouble)
                if trouble.code != "damaged":
                    return
            else:
                self._written()
                return

    def _freeze(self, connection: sqlite3.Connection | None) -> None:
        """Makes events of what waits. Each gets its seq once and keeps it, so that a commit that
        succeeded in spite of an error is not repeated."""
        while self._waiting:
            session = self._waiting[0].session
            last = self._seqs.get(session, 0)
            if connection is not None:
                last = max(last, ledger.last_seq(connection, session))
            self._seqs[session] = last + 1
            self._frozen.append(replace(self._waiting.pop(0), seq=last + 1))

    def _written(self) -> None:
        count = len(self._frozen)
        self._frozen.clear()
        if self._told not in ("", "damaged"):
            self._on_trouble(Trouble("saved", {"count": count}))
        repaired, self._told = self._told == "damaged", ""
        if count or repaired:
            self._on_saved()

    def _tell(self, trouble: Trouble) -> None:
        """Once for each trouble, not at every attempt."""
        if trouble.code != self._told:
            self._told = trouble.code
            self._on_trouble(trouble)
