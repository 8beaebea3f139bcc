"""Prepares what the user is likely to want next while nothing else happens."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

REST_MS = 400
"""Counted from the first paint; by then the pictures on Today are drawn, unless it is the first
start."""
BETWEEN_MS = 40
"""Between steps, so that a key never waits for more than one of them."""
BUSY_MS = 2_000


class Preloader(QObject):
    """Runs `steps` one by one with a pause between them, and none while `busy` returns True."""

    def __init__(
        self, steps: Sequence[Callable[[], object]], busy: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take)
        self._timer.start(REST_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _take(self) -> None:
        if self._busy():
            self._timer.start(BUSY_MS)
            return
        if self._steps:
            self._steps.pop(0)()
        if self._steps:
            self._timer.start(BETWEEN_MS)
