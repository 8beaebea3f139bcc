"""Held keys count once, and what is pressed as a page comes by itself does nothing there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.theme import Appearance
from backstretch.ui.window import Window
from tests.ui.test_window import make


class Hand:
    def __init__(self, window: Window, actions: Actions) -> None:
        self.window, self.at, self.seen = window, 1000, list[str]()
        for name in ("next", "faster"):
            actions[name].triggered.connect(lambda _=False, n=name: self.seen.append(n))

    def send(self, kind: QEvent.Type, key: Qt.Key, at: int) -> None:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at)
        handle = self.window.windowHandle()
        self.window.held_keys._watch(handle)
        QCoreApplication.sendEvent(handle, event)

    def hold(self, key: Qt.Key, repeats: int) -> None:
        """As Xvfb sends it: pairs of release and press that nothing marks."""
        self.send(QEvent.Type.KeyPress, key, self.at)
        for step in range(repeats):
            for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
                self.send(kind, key, self.at + 660 + 40 * step)
        self.send(QEvent.Type.KeyRelease, key, self.at + 660 + 40 * repeats)
        self.at += 5000


@pytest.fixture
def hand(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> Iterator[Hand]:
    window, _ = make(qtbot, appearance, actions, settings)
    window.show()
    window.show_page("practice")
    qtbot.waitExposed(window)
    yield Hand(window, actions)
    # Only one main window watches at a time.
    window.held_keys.end()


def test_unmarked_repeats_are_one_press_except_where_keys_repeat(hand: Hand) -> None:
    hand.hold(Qt.Key.Key_Right, 5)
    assert hand.seen == ["next"]
    hand.hold(Qt.Key.Key_Right, 0)
    assert hand.seen == ["next", "next"]
    hand.hold(Qt.Key.Key_Up, 3)
    assert hand.seen == ["next", "next", *["faster"] * 4]


def test_a_page_that_came_by_itself_takes_nothing_for_a_moment(hand: Hand) -> None:
    hand.window.show_page("summary")
    hand.window.show_page("practice", by_itself=True)
    hand.hold(Qt.Key.Key_Right, 3)
    assert hand.seen == []
    hand.window.held_keys.stop()
    hand.hold(Qt.Key.Key_Right, 0)
    assert hand.seen == ["next"]


def test_a_key_held_over_a_change_of_page_must_be_let_go_first(hand: Hand) -> None:
    hand.window.show_page("summary")
    hand.send(QEvent.Type.KeyPress, Qt.Key.Key_Up, 1000)
    hand.window.show_page("practice")
    for at in (1660, 1700):
        hand.send(QEvent.Type.KeyRelease, Qt.Key.Key_Up, at)
        hand.send(QEvent.Type.KeyPress, Qt.Key.Key_Up, at)
    assert hand.seen == []
