"""What a user waits for the week page: from the key to the painted page, in the real program.
A child of `bench.history`; prints milliseconds, the first opening and the later ones.

    python -m bench.opening SECONDS|bare

SECONDS is how long after the first paint the key comes the first time. `bare` is the yardstick: a
plain Qt page of sixty labels and buttons in a grid, made before, shown the first time.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

OPENINGS = 9


def program(seconds: float) -> int:
    """Starts the program, presses the key for History again and again, and closes it."""
    from backstretch.app.program import Program

    follow = Program.after_first_paint

    def press_after(self, single):  # type: ignore[no-untyped-def]
        follow(self, single)
        self.window.show_page("today")
        QTimer.singleShot(round(seconds * 1000), self, lambda: open_it(self, OPENINGS))

    Program.after_first_paint = press_after  # type: ignore[method-assign]
    sys.argv = ["backstretch"]
    from backstretch.__main__ import main as backstretch

    return backstretch()


def open_it(program, left: int) -> None:  # type: ignore[no-untyped-def]
    from backstretch.ui.entries import entry_of

    keys = QKeySequence(entry_of("history").keys[0])[0]  # type: ignore[index]
    press = QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers())
    begun = time.perf_counter()
    QApplication.sendEvent(program.window, press)
    painted(program.window)
    print((time.perf_counter() - begun) * 1000, flush=True)
    if program.window.current != "history":
        os._exit(1)
    program.window.show_page("today")
    if left > 1:
        QTimer.singleShot(100, program, lambda: open_it(program, left - 1))
    else:
        QTimer.singleShot(0, program, program.window.close)


def painted(window: QWidget) -> None:
    """Returns once layouts are done and the pixels are handed to the window system."""
    QApplication.sendPostedEvents()
    window.repaint()
    QApplication.processEvents()


def bare() -> int:
    app = QApplication(sys.argv[:1])
    window = QStackedWidget()
    window.resize(1280, 800)
    window.addWidget(QLabel("Hello"))
    page = QWidget()
    grid = QGridLayout(page)
    for number in range(60):
        made = QPushButton(str(number)) if number % 5 == 0 else QLabel(f"Label {number}")
        grid.addWidget(made, number // 5, number % 5)
    window.addWidget(page)
    window.show()

    def show() -> None:
        begun = time.perf_counter()
        window.setCurrentIndex(1)
        painted(window)
        print((time.perf_counter() - begun) * 1000, flush=True)
        app.quit()

    QTimer.singleShot(500, window, show)
    return app.exec()


def main() -> int:
    how = sys.argv.pop()
    return bare() if how == "bare" else program(float(how))


if __name__ == "__main__":
    sys.exit(main())
