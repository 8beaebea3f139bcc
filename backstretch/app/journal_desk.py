"""Opens the journal when there is something to write."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from backstretch.history.events import Entry
    from backstretch.history.store import Journal


class JournalDesk(QObject):
    """`trouble` carries a `Trouble`; `saved` follows every commit. The journal reports from its own
    thread; receivers are called in theirs."""

    trouble = Signal(object)
    saved = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._journal: Journal | None = None

    @property
    def journal(self) -> "Journal":
        if self._journal is None:
            from backstretch.history.store import Journal
            from backstretch.session import clock

            self._journal = Journal(
                self._path,
                clock.wall().date(),
                on_trouble=self.trouble.emit,
                on_saved=self.saved.emit,
            )
        return self._journal

    def record(self, session: str, entry: "Entry") -> None:
        """Writes an entry about a session, dated now."""
        from backstretch.session import clock

        self.journal.record(session, entry, clock.wall())

    def close(self) -> None:
        """Writes what is left and ends the journal's thread."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None
