"""The strip confirms for two seconds what was done; moving the pointer shows the controls."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backstretch.session.commands import Play
from backstretch.settings import Preferences
from backstretch.ui.practice.matmode import mat_controls, mat_view
from tests.ui.practice.conftest import Session

Key = Qt.Key


@pytest.fixture
def mat(session: Session, qtbot: QtBot) -> Iterator[Session]:
    """A session in mat mode, two seconds into a breath of the second move."""
    page = session.page
    page.heed(Preferences())
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)
    session.driver.command(Play())
    page.toggle_mat()
    # The test's screen is no wider than high.
    page.showNormal()
    page.resize(1280, 800)
    phase = next(p for p in session.state.timeline.phases if (p.move, p.rep) == (1, 3))
    session.play_to(phase.start + 2)
    yield session
    if page.in_mat_mode:
        page.toggle_mat()


def line(session: Session) -> str:
    return session.page.mat.words.line_shown()[0]


def press(session: Session, key: Qt.Key) -> None:
    QTest.keyClick(session.page.stage, key)


def test_a_skip_and_its_undoing_are_confirmed(mat: Session) -> None:
    assert line(mat).startswith("Exhale")
    press(mat, Key.Key_Right)
    assert line(mat).startswith("Move skipped") or line(mat) == "Skipped"
    assert mat.page.mat.words.accessibleName().startswith("Move skipped · U undoes it")
    mat.play_to(mat.clock.now + 1)
    press(mat, Key.Key_U)
    assert line(mat) == "Undone"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Key.Key_G, "Gentler version"),
        (Key.Key_Up, "A little faster"),
        (Key.Key_Down, "A little slower"),
        (Key.Key_E, "Remaining reps skipped"),
    ],
)
def test_choices_are_confirmed(mat: Session, key: Qt.Key, words: str) -> None:
    press(mat, key)
    assert mat.page.mat.words.accessibleName().startswith(words)


def test_voice_and_facing_are_confirmed_when_they_change(mat: Session) -> None:
    mat.page.heed(Preferences())
    assert line(mat).startswith("Exhale")
    mat.page.heed(Preferences(voice_level="cues"))
    assert line(mat) == "Voice: cues only"
    mat.page.heed(Preferences(voice_level="cues", facing="outside"))
    assert line(mat) == "As seen from outside"


def test_the_own_breath_is_confirmed(mat: Session) -> None:
    QTest.keyPress(mat.page.stage, Key.Key_B)
    assert line(mat) == "Breathing in …"
    mat.page_clock.go_on(3)
    QTest.keyRelease(mat.page.stage, Key.Key_B)
    assert line(mat) == "Breathing out …"


def test_a_confirmation_goes_by_itself_after_two_seconds(
    mat: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mat_view.NOTE_MS == 2_000
    monkeypatch.setattr(mat_view, "NOTE_MS", 30)
    press(mat, Key.Key_G)
    assert line(mat) == "Gentler version"
    qtbot.waitUntil(lambda: line(mat).startswith("Exhale"), timeout=1_000)


def test_nothing_is_confirmed_for_time_that_passes(mat: Session) -> None:
    shown = set()
    for phase in mat.state.timeline.phases:
        if phase.start > mat.clock.now and phase.move in (1, 2):
            mat.play_to(phase.start + 0.2)
            shown.add(mat.page.mat.words.accessibleName().split(" · ")[0].split(".")[0])
    assert not shown & {"Undone", "Move skipped", "A little faster", "A little slower"}


def test_moving_the_pointer_shows_the_transport_and_the_way_out(
    mat: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mat_controls, "SHOWN_MS", 60)
    controls, stage = mat.page.mat.controls, mat.page.stage
    assert controls.isHidden()
    QTest.mouseMove(stage, QPoint(100, 100))
    assert controls.isHidden(), "a pointer that was put somewhere has not been moved"
    QTest.mouseMove(stage, QPoint(140, 100))
    assert controls.isVisible()
    names = [child.accessibleName() for child in controls.children() if child.isWidgetType()]
    assert {"Next", "Leave mat mode"} <= set(names) or "Leave mat mode" in names
    qtbot.waitUntil(controls.isHidden, timeout=1_000)
    QTest.mouseMove(stage, QPoint(300, 200))
    way_out = next(
        child
        for child in controls.children()
        if child.isWidgetType() and child.accessibleName() == "Leave mat mode"
    )
    QTest.mouseClick(way_out, Qt.MouseButton.LeftButton)
    assert not mat.page.in_mat_mode
    assert stage.parent() is mat.page.board
    assert controls.isHidden()


def test_the_strip_lies_below_the_stage_and_nothing_over_it(mat: Session) -> None:
    page = mat.page
    assert page.stage.geometry().bottom() <= page.mat.words.geometry().top()
    assert page.mat.words.geometry().bottom() >= page.mat.height() - 1
