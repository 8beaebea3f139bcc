"""Starts a program and prints when its window first shows something. A child of `bench.start`.

    python -m bench.first_content bare|backstretch

"Shows something" is the end of the first paint after which the window is not of one colour.
"""

import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

_enter_loop = QApplication.exec
_PAINTED = QEvent.Type.User


class FirstContent(QObject):
    """Watches the paints; at the first content prints the monotonic time and quits."""

    def __init__(self) -> None:
        super().__init__()
        self._done = False
        self._looking = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        paints = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if paints and not self._done and not self._looking:
            QCoreApplication.postEvent(self, QEvent(_PAINTED), 1)
        return False

    def customEvent(self, _event: QEvent) -> None:
        """Called when the paint is done, before any timer."""
        self._painted()

    def _painted(self) -> None:
        now = time.monotonic()
        if self._done:
            return
        self._looking = True
        self._done = any(shows_something(window) for window in QApplication.topLevelWidgets())
        self._looking = False
        if not self._done:
            return
        print(now, flush=True)
        QTimer.singleShot(0, QApplication.quit)


def shows_something(window: QWidget) -> bool:
    if not window.isVisible() or not window.isWindow():
        return False
    picture = (
        window.grab().toImage().scaled(64, 40, mode=Qt.TransformationMode.SmoothTransformation)
    )
    colours = {picture.pixel(x, y) for x in range(64) for y in range(40)}
    return len(colours) > 2


def watched_loop() -> int:
    watcher = FirstContent()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watcher)
    return _enter_loop()


def bare() -> int:
    """The yardstick: the least PySide6 program that shows a text in a window."""
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1280, 800)
    label = QLabel("Hello\n" * 20)
    layout = QVBoxLayout(window)
    layout.addWidget(label)
    window.show()
    return app.exec()


def main() -> int:
    QApplication.exec = staticmethod(watched_loop)  # type: ignore[method-assign]
    which = sys.argv.pop()
    if which == "bare":
        return bare()
    from backstretch.__main__ import main as backstretch

    return backstretch()


if __name__ == "__main__":
    sys.exit(main())
