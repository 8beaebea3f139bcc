"""The journal as the window has it: written through the one writer, read at will, with signals
that reach the window's own thread."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from backstretch.history.events import Entry
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.trouble import Trouble


class Diary(QObject):
    """`changed` after each commit; `troubled` carries a Trouble. `journal` is the writer itself,
    `reading` answers from the file. `close()` waits for the disk, a few seconds at most."""

    changed = Signal()
    troubled = Signal(Trouble)
    _saved = Signal()
    _failed = Signal(Trouble)

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.now = now
        self.reading = Reading(path)
        self._saved.connect(self._tell_saved, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._tell_failed, Qt.ConnectionType.QueuedConnection)
        self.journal = Journal(
            path,
            self.today(),
            on_trouble=self._failed.emit,
            on_saved=self._saved.emit,
        )

    def today(self) -> date:
        return self.now().date()

    def record(self, session: str, entry: Entry) -> None:
        """Records with the time now on the wall."""
        self.journal.record(session, entry, self.now())

    def close(self) -> bool:
        """False when something could not be written and was lost."""
        return self.journal.close()

    def _tell_saved(self) -> None:
        self.changed.emit()

    def _tell_failed(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble)
