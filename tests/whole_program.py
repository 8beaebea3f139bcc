"""The whole program, put together as at a start, but without services of the desktop."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from backstretch.app.program import Program
from backstretch.paths import places
from backstretch.settings import Settings
from backstretch.ui.single_window import SingleWindow


def count_every_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that lasts no longer than a test."""
    monkeypatch.setattr("backstretch.session.outcome.LEAST_LED_SECONDS", 0.0)


@contextmanager
def opened(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """Opened, and past its first paint. Closing it at the end is left to the caller."""
    at = places()
    program = Program(app, at, Settings(at.settings))
    monkeypatch.setattr(program.guidance, "connect_desktop", lambda: None)
    program.open()
    program.after_first_paint(SingleWindow(at.data))
    yield program
    program.close()
    program.window.deleteLater()
