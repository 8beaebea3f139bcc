"""Every control of every page has a name and a place in the tab order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QWidget

from backstretch.app.program import Program
from backstretch.paths import places
from backstretch.session.commands import Pause
from backstretch.settings import Settings

PAGES = ("today", "history", "settings", "practice", "summary")


@pytest.fixture
def program(qapp, qtbot):
    at = places()
    program = Program(qapp, at, Settings(at.settings))
    program.open()
    qtbot.waitExposed(program.window)
    yield program
    program.close()
    program.window.hide()
    program.window.deleteLater()
    qapp.processEvents()


@pytest.fixture(params=PAGES)
def page(program, qtbot, request) -> QWidget:
    """The page of that name, opened as a user would open it."""
    name = request.param
    if name in ("practice", "summary"):
        program.today.start()
        program.sessions.driver().command(Pause())
        program.window.page("summary")
        program.window.show_page(name)
    else:
        program.window.show_page(name)
    qtbot.wait(50)
    return program.window.page(name)


def tabbed(window: QWidget) -> list[QWidget]:
    """The controls that the Tab key should reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def named(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        labels = widget.window().findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.buddy() is widget)
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told else ""


def test_every_control_has_a_name(page) -> None:
    controls = [widget for widget in tabbed(page) if not isinstance(widget, QScrollArea)]
    assert controls
    assert [widget for widget in controls if not named(widget).strip()] == []


def test_tab_comes_to_every_control_and_back_to_the_first(page) -> None:
    window = page.window()
    window.activateWindow()
    wanted = tabbed(window)
    wanted[0].setFocus()
    seen: list[QWidget] = []
    for _ in range(2 * len(wanted) + 10):
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        window.focusNextChild()
    assert [widget for widget in wanted if widget not in seen] == []
