"""What is prepared while the program is idle."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.app import preloading
from backstretch.app.preloading import Preloader
from tests.whole_program import opened


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


def test_on_a_first_start_nothing_is_prepared_before_the_pictures_are_drawn(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preloading, "REST_MS", 1)
    monkeypatch.setattr(preloading, "BETWEEN_MS", 1)
    monkeypatch.setattr(preloading, "BUSY_MS", 1)
    with opened(qapp, monkeypatch) as program:
        qtbot.waitExposed(program.window)
        shown, came = set(), []
        monkeypatch.setattr(program.today.page, "set_picture", lambda name, _: shown.add(name))
        steps = [lambda: came.append(len(shown))]
        made = Preloader(steps, lambda: program.today.keeps_busy, program)
        program.today.page.pictures_wanted.emit()
        qtbot.waitUntil(lambda: bool(came), timeout=5000)
        made.stop()
        assert came == [len(program.today.page.picture_sizes())]
        program.window.close()
