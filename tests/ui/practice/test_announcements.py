"""Screen readers hear phases and moves, but not every second, and nothing twice."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from backstretch.session.commands import Jump, Pause
from backstretch.ui.actions import Actions
from backstretch.ui.practice.announcer import Announcer
from tests.guide.ears import Session


@pytest.fixture
def heard(monkeypatch, qtbot, routine, poses):
    """A session, what is announced of it and when, and the announcer."""
    led = Session(routine, poses, "full")
    led.told = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: led.told.append((led.now, event.message())),
    )
    widget = QWidget()
    qtbot.addWidget(widget)
    led.widget = widget
    led.announcer = Announcer(widget, Actions())
    led.followers.append(lambda moment: led.announcer.show_moment(led.routine, moment))
    return led


def test_moves_and_phases_are_heard_but_not_every_second(heard) -> None:
    heard.play()
    heard.run()
    texts = [text for _, text in heard.told]
    for move in heard.routine.moves:
        assert sum(move.title in text for text in texts) == 1
    assert any(text.startswith("Exhale") for text in texts)
    assert any(text.startswith("Lower") for text in texts)
    gaps = [b - a for (a, _), (b, _) in pairwise(heard.told)]
    assert min(gaps) >= 1.5
    assert sum("ick" in text for text in texts) <= 2


def test_a_pause_is_heard_once(heard) -> None:
    heard.play()
    heard.run(5)
    heard.do(Pause())
    heard.run(60)
    assert sum("Paused" in text for _, text in heard.told) == 1
    heard.play()
    heard.run(4)
    heard.do(Jump(1))
    assert "articulations" in heard.told[-1][1]


def test_a_jump_while_paused_is_heard_by_the_new_moves_name(heard) -> None:
    heard.play()
    heard.run(5)
    heard.do(Pause())
    heard.run(2)
    heard.do(Jump(1))
    assert "articulations" in heard.told[-1][1]
    assert sum("Paused" in text for _, text in heard.told) == 1


def test_nothing_is_said_twice_while_our_own_voice_speaks(heard) -> None:
    heard.announcer.silent = True
    heard.play()
    heard.run(60)
    assert heard.told == []
