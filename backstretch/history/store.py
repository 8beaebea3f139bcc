"""The journal's only writer: a thread that owns the connection and commits each entry at once.

    journal = Journal(places().journal, today, on_trouble=…, on_saved=…)   # returns at once
    journal.record(session_id, happening, wall)                            # returns at once
    journal.record(session_id, Rated("before", 4), wall)                   # so do edits
    journal.close()                                                        # waits for the disk

A session id is `str(uuid.uuid4())`, made by whoever starts the session; a resumed session keeps its
id. `wall` needs a UTC offset (`datetime.now().astimezone()`). Both callbacks are called on the
writer's thread, so pass them on to your own. Reading is done by `history/reading.py`, with separate
connections.

It is a thread because a slow, locked or full disk must not hold up the session. An entry goes from
the queue to `_waiting`, gets its number on the way to `_frozen`, and leaves memory only once its
transaction is committed. While commits fail, what is in memory is also kept in a file of its own
(`history/unsaved.py`), so that even the end of the program does not lose it.
"""

import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable
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
from backstretch.history.import_file import NotAnExportError, events_in
from backstretch.history.merge import Merged, merge
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.trouble import Code, Trouble
from backstretch.history.unsaved import Unsaved
from backstretch.session.happenings import Began, Ended, MoveEntered, PhaseEntered

Result = TypeVar("Result")

_BEYOND = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Task:
    run: Callable[[], None]


class Journal:
    """Writes the journal at `path`. What cannot be written stays in memory, in order, and is
    retried every `retry_seconds` and with each new entry. `today` dates backups.

    `on_trouble` is called once per kind of trouble and once it is over; `on_saved` after each
    commit. `unsaved` keeps what cannot be written, and what it finds there of programs that ended
    is taken in; without it entries are in memory only.
    """

    def __init__(
        self,
        path: Path,
        today: date,
        *,
        on_trouble: Callable[[Trouble], None] = lambda _: None,
        on_saved: Callable[[], None] = lambda: None,
        retry_seconds: float = 2.0,
        unsaved: Unsaved | None = None,
    ) -> None:
        self._keeper = Keeper(path, today, on_trouble)
        self._on_trouble = on_trouble
        self._on_saved = on_saved
        self._retry_seconds = retry_seconds
        self._unsaved = unsaved
        self._aside = 0
        self._has_looked = False
        self._queue: queue.SimpleQueue[Event | _Task | None] = queue.SimpleQueue()
        self._waiting: list[Event] = []
        self._frozen: list[Event] = []
        self._seqs: dict[str, int] = {}
        self._told: Code | None = None
        self._trouble: Trouble | None = None
        self._phases: dict[str, tuple[int, bool]] = {}
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    def record(self, session: str, entry: Entry, wall: datetime) -> None:
        """Queues `entry` and returns. Raises ValueError if `wall` has no UTC offset.

        Of the PhaseEntered entries only those are kept that begin or stop the reps of a move: the
        rest would triple the journal, and no fold needs them.
        """
        made = event(session, 0, entry, wall)
        if isinstance(entry, MoveEntered | PhaseEntered):
            phase = (entry.move, isinstance(entry, PhaseEntered) and entry.rep is not None)
            known = self._phases.get(session) == phase
            self._phases[session] = phase
            if known and isinstance(entry, PhaseEntered):
                return
        self._queue.put(made)

    def ask(self, question: Callable[[sqlite3.Connection], Result]) -> "Future[Result]":
        """Runs `question` on the writer's thread with its connection, after everything recorded
        before. The future raises what `question` raises, and OSError or sqlite3.Error if the
        journal cannot be opened."""
        future: Future[Result] = Future()

        def run() -> None:
            try:
                future.set_result(question(self._keeper.connection()))
            except Exception as error:
                future.set_exception(error)

        self._queue.put(_Task(run))
        return future

    def merge(self, events: Iterable[Event]) -> "Future[Merged]":
        """Adds the events, such as those of `import_file.events_in`, all or none. The future raises
        OSError, sqlite3.Error or what `events` raises."""

        def run(connection: sqlite3.Connection) -> Merged:
            merged = merge(connection, events)
            self._on_saved()
            return merged

        return self.ask(run)

    def erase(self) -> "Future[None]":
        """Deletes everything: the journal's contents, its backups, damaged journals set aside and
        entries not yet written. The future raises OSError or sqlite3.Error."""

        def run(connection: sqlite3.Connection) -> None:
            # A backup still being made would bring back what is erased here.
            self._keeper.end_backup()
            self._waiting.clear()
            self._frozen.clear()
            self._seqs.clear()
            self._aside = 0
            self._keeper.forget()
            if self._unsaved is not None:
                self._unsaved.forget()
            erase(connection, self._keeper.path)
            self._on_saved()

        return self.ask(run)

    def save_elsewhere(self, target: Path) -> "Future[int]":
        """Writes all entries still in memory, and whatever can be read of the journal, to `target`
        as a JSON export that can be imported later. The future holds the number of sessions; it
        raises OSError."""
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
        """Retries at once to write what is in memory, and reports trouble again if that fails."""

        def run() -> None:
            self._told = None

        self._queue.put(_Task(run))

    def suspect(self) -> None:
        """Checks the whole journal, because a reader found something unreadable. Damage is repaired
        as if writing had found it."""
        self._queue.put(_Task(self._keeper.suspect))

    @property
    def trouble(self) -> Trouble | None:
        """Why the journal cannot be written now; None if it can."""
        return self._trouble

    @property
    def is_kept_aside(self) -> bool:
        """True if what cannot be written is in a file of its own, to be taken in later."""
        return 0 < self._aside == self.kept_in_memory()

    def kept_in_memory(self) -> int:
        """Roughly how many entries have not reached the disk."""
        return len(self._frozen) + len(self._waiting) + self._queue.qsize()

    def flush(self, seconds: float = 5.0) -> bool:
        """Waits up to `seconds` until everything recorded before is on the disk; returns False if
        it is not."""
        reached = threading.Event()
        self._queue.put(_Task(reached.set))
        return reached.wait(seconds) and not self._frozen and not self._waiting

    def close(self, seconds: float = 5.0) -> bool:
        """Writes what is left and ends the thread; returns False if something was not written
        within `seconds`. That is then kept aside, if `is_kept_aside`."""
        self._queue.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive() and not self._frozen and not self._waiting

    def _work(self) -> None:
        # Opens the journal ahead of the first entry: damage and missing rights are found, and
        # yesterday's state is backed up, before a session depends on it.
        self._write()
        self._keeper.begin_backup()
        going = True
        while going:
            going = self._take()
            self._write()
        self._keeper.close()

    def _take(self) -> bool:
        """Waits for something to do, then takes everything queued; returns False once the journal
        is to be closed."""
        patience = self._retry_seconds if self._waiting or self._frozen else None
        try:
            item = self._queue.get(timeout=patience)
            while True:
                if item is None:
                    return False
                if isinstance(item, _Task):
                    # A task sees everything that was recorded before it.
                    self._write()
                    item.run()
                else:
                    self._waiting.append(item)
                item = self._queue.get_nowait()
        except queue.Empty:
            return True

    def _write(self) -> None:
        """Commits everything in memory in one transaction. A damaged file is repaired on the
        way, and the commit then tried a second time."""
        for _ in range(2):
            try:
                connection = self._keeper.connection()
                self._freeze(connection)
                if self._frozen:
                    self._keeper.append(self._frozen)
                    # A new journal had nothing to back up at the start of the day.
                    if any(event.kind == Ended.__name__ for event in self._frozen):
                        self._keeper.begin_backup()
            except Exception as error:  # of any kind: the entries must stay in memory
                trouble = self._keeper.give_up(error)
                self._tell(trouble)
                if trouble.code != "damaged":
                    break
            else:
                self._written()
                self._take_in_left()
                return
        self._keep_aside()

    def _keep_aside(self) -> None:
        """Puts everything in memory into a file of its own, unless it is there already."""
        self._freeze(None)
        # While there is trouble entries are only added, so their number tells.
        if self._unsaved is not None and len(self._frozen) != self._aside:
            self._aside = len(self._frozen) if self._unsaved.keep(self._frozen) else 0

    def _drop_unsaved(self) -> None:
        self._aside = 0
        if self._unsaved is not None and self._unsaved.kept is not None:
            self._unsaved.drop()
            self._unsaved.reserve()

    def _take_in_left(self) -> None:
        """Takes in what programs that ended could not write, and deletes their files then."""
        if self._unsaved is None or self._has_looked:
            return
        self._has_looked = True
        for path in self._unsaved.left():
            try:
                merged = merge(self._keeper.connection(), events_in(path))
                self._unsaved.remove(path)
            except NotAnExportError:
                self._on_trouble(Trouble("unsaved-damaged", {"place": str(path)}))
            except (OSError, sqlite3.Error):
                # Still no room: the file stays for another start.
                return
            else:
                if merged.events:
                    self._on_trouble(Trouble("taken-in", {"count": merged.events}))
                self._on_saved()
        self._unsaved.reserve()

    def _freeze(self, connection: sqlite3.Connection | None) -> None:
        """Numbers the waiting events; without a connection as well as that can be done. Each gets
        its seq once and keeps it: if a commit succeeded in spite of an error, the retry inserts the
        same events, which are then ignored."""
        while self._waiting:
            first = self._waiting[0]
            last = self._seqs.get(first.session, 0)
            if connection is not None:
                # Another process or an import may have added to the session.
                last = max(last, ledger.last_seq(connection, first.session))
            elif not last and first.kind != Began.__name__:
                last = self._last_seq_as_read(first.session)
            self._seqs[first.session] = last + 1
            self._frozen.append(replace(self._waiting.pop(0), seq=last + 1))

    def _last_seq_as_read(self, session: str) -> int:
        """The last seq of a session that another start began, though the journal cannot be written.
        If it cannot be read either, more than any session reaches, as what is new comes last."""
        try:
            events = Reading(self._keeper.path).events(session)
        except (UnreadableError, OSError):
            return _BEYOND
        return events[-1].seq if events else 0

    def _written(self) -> None:
        count = len(self._frozen)
        self._frozen.clear()
        self._trouble = None
        self._drop_unsaved()
        # A repair has reported itself; every other trouble is over only now.
        if self._told not in (None, "damaged"):
            self._on_trouble(Trouble("saved", {"count": count}))
        repaired, self._told = self._told == "damaged", None
        if count or repaired or self._keeper.take_mended():
            self._on_saved()

    def _tell(self, trouble: Trouble) -> None:
        """Reports each trouble once, not at every attempt."""
        self._trouble = None if trouble.code == "damaged" else trouble
        if trouble.code != self._told:
            self._told = trouble.code
            self._on_trouble(trouble)
