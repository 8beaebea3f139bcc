"""Opens the journal when there is something to write, and closes it."""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from backstretch.history.events import Entry
    from backstretch.history.store import Journal
    from backstretch.history.trouble import Trouble

log = logging.getLogger("backstretch.app")

_PATIENCE_SECONDS = 0.5


class JournalDesk(QObject):
    """`trouble` carries a `Trouble`; `saved` follows every commit. The journal reports from its own
    thread; receivers are called in theirs."""

    trouble = Signal(object)
    saved = Signal()

    def __init__(self, path: Path, state: Path) -> None:
        """`path` is the journal; in the folder `state` is kept what cannot be written to it."""
        super().__init__()
        self._path = path
        self._state = state
        self._journal: Journal | None = None

    @property
    def journal(self) -> "Journal":
        if self._journal is None:
            from backstretch.history.store import Journal
            from backstretch.history.unsaved import Unsaved
            from backstretch.session import clock

            self._journal = Journal(
                self._path,
                clock.wall().date(),
                on_trouble=self.trouble.emit,
                on_saved=self.saved.emit,
                unsaved=Unsaved(self._state, self._path),
            )
        return self._journal

    @property
    def is_open(self) -> bool:
        return self._journal is not None

    def unsaved_trouble(self) -> "Trouble | None":
        """Why the last entries cannot be written; None if they are on the disk."""
        if self._journal is None:
            return None
        self._journal.flush(_PATIENCE_SECONDS)
        return self._journal.trouble if self._journal.kept_in_memory() else None

    def record(self, session: str, entry: "Entry") -> None:
        """Writes an entry about a session, dated now."""
        from backstretch.session import clock

        self.journal.record(session, entry, clock.wall())

    def take_in_unsaved(self) -> None:
        """Opens the journal if an earlier start left what it could not write; `saved` follows."""
        from backstretch.history.unsaved import Unsaved

        if Unsaved(self._state, self._path).left():
            log.info("an earlier start could not save everything; it is taken in now")
            _ = self.journal

    def close(self) -> None:
        """Writes what is left and ends the journal's thread. What cannot be written is kept aside;
        if even that failed, says so, as nobody can be asked any more."""
        if self._journal is None:
            return
        journal, self._journal = self._journal, None
        if journal.close() or not journal.kept_in_memory():
            return
        if journal.is_kept_aside:
            log.warning("what could not be saved is kept aside for the next start")
        else:
            words = f"{self._path} could not be written; what was done last is lost"
            log.critical("%s", words)
            print(f"backstretch: {words}.", file=sys.stderr)
