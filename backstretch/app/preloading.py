"""What the user is likely to want next, made ready while nothing else is to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

REST_MS = 400
"""From the first paint on: by then the pictures of Today are drawn."""
BETWEEN_MS = 40
"""A key pressed between two steps never waits for more than one of them."""
BUSY_MS = 2_000


class Preloader(QObject):
    """Takes `steps` one by one, with a rest between them, and none while `busy` says so."""

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
