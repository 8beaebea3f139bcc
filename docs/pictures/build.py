"""Makes the pictures beside this file with the program: `.venv/bin/python docs/pictures/build.py`.

It opens the player with an empty home, presses the keys a person would, and keeps what it shows.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

HERE = Path(__file__).resolve().parent
_enter_loop = QApplication.exec


def steps(window: QWidget) -> Iterator[int]:
    """Presses keys and takes pictures; yields how many milliseconds to let pass."""
    window.resize(1280, 800)
    yield 1500
    window.grab().save(str(HERE / "today.png"))
    QTest.keyClick(window, Qt.Key.Key_Space)
    yield 500
    QTest.keyClick(window, Qt.Key.Key_Return)
    yield 2300
    window.grab().save(str(HERE / "player.png"))
    QApplication.exit(0)


def loop() -> int:
    (window,) = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    walk = steps(window)

    def go_on() -> None:
        QTimer.singleShot(next(walk, 0), go_on)

    go_on()
    return _enter_loop()


def main() -> int:
    from backstretch.__main__ import main as backstretch

    QApplication.exec = staticmethod(loop)  # type: ignore[method-assign]
    sys.argv = sys.argv[:1]
    with tempfile.TemporaryDirectory() as home:
        os.environ["BACKSTRETCH_HOME"] = home
        return backstretch()


if __name__ == "__main__":
    sys.exit(main())
