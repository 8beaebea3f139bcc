"""The slider on the session's page sets how far the current move goes."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.practice.conftest import Session


def test_the_slider_sets_the_range_and_follows_it(session: Session, qtbot: QtBot) -> None:
    shown = session.page.transport.range
    session.page.show()
    assert shown.isVisible()
    shown.slider.setValue(13)
    assert session.driver.moment is not None
    assert session.driver.moment.range == pytest.approx(0.65)
    assert session.page.stage.hasFocus() or not session.page.isActiveWindow()
    session.actions["further"].trigger()
    assert session.driver.moment.range == pytest.approx(0.7)
    assert shown.slider.value() == 14
    assert "70" in shown.slider.accessibleDescription()
    qtbot.keyClick(session.page, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert session.driver.moment.range == pytest.approx(0.65)


def test_a_narrow_window_hides_it_and_keeps_the_commands(session: Session) -> None:
    session.page.show()
    session.page.resize(800, 600)
    assert not session.page.transport.range.isVisible()
    session.actions["less-far"].trigger()
    assert session.driver.moment is not None
    assert session.driver.moment.range == pytest.approx(0.95)
