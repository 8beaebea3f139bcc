"""Reads the routines in a thread of their own: the window does not wait for many or large files."""

from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from backstretch.app.library import Library


class ReadingAhead(QObject):
    """Starts to read on `begin`, and emits `done` when everything is read. Whoever cannot wait for
    that calls `result`."""

    done = Signal()
    _read_all = Signal()

    def __init__(self, own: Path, language: str) -> None:
        super().__init__()
        self._own = own
        self._language = language
        self._stopped = Event()
        self._read_all.connect(self._tell)
        self._library: Library | None = None
        self._error: Exception | None = None
        self._thread: Thread | None = None

    def begin(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._read, name="routines", daemon=True)
            self._thread.start()

    def result(self) -> "Library":
        """The library, once it is read. Raises what reading it raised."""
        self.begin()
        assert self._thread is not None
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._library is not None
        return self._library

    def stop(self) -> None:
        """Ends the thread soon: at most one file is read to its end."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _read(self) -> None:
        from backstretch.app.library import open_library

        try:
            self._library = open_library(self._own, self._language, self._stopped.is_set)
        except Exception as error:
            self._error = error
        if not self._stopped.is_set():
            self._read_all.emit()

    def _tell(self) -> None:
        # In the thread of the window: it may have been closed meanwhile.
        if not self._stopped.is_set():
            self.done.emit()
