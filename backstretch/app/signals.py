"""Ctrl-C and the end of the desktop session close the window as the user would."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


class EndingSignals(QObject):
    """Calls `close` from the event loop soon after a signal. Python alone would run its handler
    only at the next Qt event. `restore` puts the old handlers back."""

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._close = close
        self._read, write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(write, False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._write = write
        self._old_fd = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._old = {
            name: signal.signal(getattr(signal, name), lambda *_: None)
            for name in _ENDING
            if hasattr(signal, name)
        }

    def restore(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_fd)
        for name, old in self._old.items():
            signal.signal(getattr(signal, name), old)
        os.close(self._read)
        os.close(self._write)

    def _heard(self) -> None:
        numbers = {getattr(signal, name) for name in self._old}
        if numbers & set(os.read(self._read, 64)):
            self._close()
