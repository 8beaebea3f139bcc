"""What is prepared while the program is idle."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backstretch.app import preloading
from backstretch.app.preloading import Preloader


def test_steps_come_one_by_one_and_none_while_a_session_runs(qtbot: QtBot, monkeypatch) -> None:
    monkeypatch.setattr(preloading, "REST_MS", 1)
    monkeypatch.setattr(preloading, "BETWEEN_MS", 1)
    monkeypatch.setattr(preloading, "BUSY_MS", 1)
    busy, done = True, []
    owner = QObject()
    made = Preloader([lambda: done.append("a"), lambda: done.append("b")], lambda: busy, owner)
    qtbot.wait(30)
    assert done == []
    busy = False
    qtbot.waitUntil(lambda: done == ["a", "b"], timeout=2000)
    made.stop()


def test_stopped_it_takes_no_further_step(qtbot: QtBot, monkeypatch) -> None:
    monkeypatch.setattr(preloading, "REST_MS", 1)
    done: list[str] = []
    owner = QObject()
    Preloader([lambda: done.append("a")], lambda: False, owner).stop()
    qtbot.wait(20)
    assert done == []
