"""The page obeys keys, clicks and buttons, and shows the state of the session."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backstretch.session.commands import Pause
from backstretch.settings import Preferences
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.words import practice_words
from tests.ui.practice.conftest import Session

Key = Qt.Key


@pytest.fixture
def shown(session: Session, qtbot: QtBot) -> Session:
    session.page.show()
    qtbot.waitExposed(session.page)
    session.page.setFocus()
    return session


def press(session: Session, key: Qt.Key) -> None:
    QTest.keyClick(session.page.focusWidget() or session.page, key)


def working(session: Session, into: float = 4.0) -> None:
    """Plays until so many seconds into the first move."""
    press(session, Key.Key_Space)
    begins = next(p.start for p in session.state.timeline.phases if p.kind == "work")
    session.play_to(begins + into)
    assert session.moment.phase.kind == "work"


def test_the_stage_has_the_keyboard_to_begin_with(shown: Session) -> None:
    assert shown.page.focusWidget() is shown.page.stage


def test_space_starts_pauses_and_goes_on(shown: Session) -> None:
    press(shown, Key.Key_Space)
    assert shown.moment.status == "playing"
    shown.play_to(2.0)
    press(shown, Key.Key_Space)
    assert shown.moment.status == "paused"
    press(shown, Key.Key_Space)
    assert shown.moment.status == "playing"


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_PageDown])
def test_next_goes_to_the_next_move_and_u_takes_it_back(shown: Session, key: Qt.Key) -> None:
    working(shown)
    press(shown, key)
    assert shown.moment.phase.move == 1
    assert not shown.page.board.notices.undo.isHidden()
    press(shown, Key.Key_U)
    assert shown.moment.phase.move == 0
    assert shown.page.board.notices.undo.isHidden()


def test_what_can_be_taken_back_is_told_apart(shown: Session) -> None:
    working(shown)
    press(shown, Key.Key_E)
    assert practice_words.skipped(shown.moment)[0] == "Remaining reps skipped"
    press(shown, Key.Key_U)
    press(shown, Key.Key_Right)
    assert practice_words.skipped(shown.moment)[0] == "Move skipped"
    press(shown, Key.Key_Return)
    assert shown.moment.phase.kind == "work"
    assert practice_words.skipped(shown.moment)[0] == "Move skipped"


def test_how_much_is_said_from_now_on_stands_on_the_screen(shown: Session, qtbot: QtBot) -> None:
    notice = shown.page.board.notices.voice
    shown.page.heed(Preferences())
    assert notice.isHidden()
    shown.page.heed(Preferences(voice_level="silent"))
    assert notice.isVisibleTo(shown.page)
    assert notice.accessibleName().startswith("Nothing is said"), "what a low room still shows"
    assert notice._shown.isActive()
    notice._shown.start(0)
    qtbot.waitUntil(notice.isHidden)


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageUp])
def test_back_goes_to_the_start_of_the_move(shown: Session, key: Qt.Key) -> None:
    working(shown, 20.0)
    press(shown, key)
    assert shown.moment.phase.move == 0
    assert shown.moment.count <= 1


def test_enter_ends_the_lead_in(shown: Session) -> None:
    press(shown, Key.Key_Space)
    press(shown, Key.Key_Return)
    assert shown.moment.phase.kind == "work"


def test_dose_pace_and_variant_have_keys(shown: Session) -> None:
    working(shown)
    press(shown, Key.Key_Plus)
    assert shown.moment.of == 7
    press(shown, Key.Key_Minus)
    assert shown.moment.of == 6
    before = shown.moment.phase.length
    press(shown, Key.Key_Down)
    assert shown.moment.phase.length > before
    press(shown, Key.Key_Up)
    assert shown.moment.phase.length == pytest.approx(before)
    press(shown, Key.Key_PageDown)
    press(shown, Key.Key_G)
    assert shown.moment.gentler
    assert shown.actions["gentler"].isChecked()


def test_escape_asks_to_leave(shown: Session, qtbot: QtBot) -> None:
    press(shown, Key.Key_Space)
    with qtbot.waitSignal(shown.page.leaving, timeout=100):
        press(shown, Key.Key_Escape)


def test_a_click_on_the_stage_pauses_and_a_drag_turns(shown: Session) -> None:
    press(shown, Key.Key_Space)
    stage = shown.page.stage
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(300, 400))
    assert shown.moment.status == "paused"
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=QPoint(300, 400))
    QTest.mouseMove(stage, QPoint(360, 400))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=QPoint(360, 400))
    assert shown.moment.status == "paused"
    assert stage.demonstrator.turned != 0
    press(shown, Key.Key_0)
    assert stage.demonstrator.turned == 0


def test_brackets_turn(shown: Session) -> None:
    press(shown, Key.Key_BracketRight)
    assert shown.page.stage.demonstrator.turned > 0
    press(shown, Key.Key_BracketLeft)
    assert shown.page.stage.demonstrator.turned == 0


def test_a_focused_control_keeps_its_own_keys(shown: Session) -> None:
    press(shown, Key.Key_Space)
    gentler = next(
        button
        for button in shown.page.findChildren(ActionButton)
        if button.text() == shown.actions["next"].text()
    )
    gentler.setFocus()
    QTest.keyClick(gentler, Key.Key_Space)
    assert shown.moment.phase.move == 1
    assert shown.moment.status == "playing"
    assert shown.page.focusWidget() is shown.page.stage


def test_the_queue_walks_with_arrows_and_enter_jumps(shown: Session) -> None:
    press(shown, Key.Key_Space)
    queue = shown.page.side.queue
    queue.setFocus()
    QTest.keyClick(queue, Key.Key_Down)
    QTest.keyClick(queue, Key.Key_Down)
    assert shown.moment.phase.move == 0
    QTest.keyClick(queue, Key.Key_Return)
    assert shown.moment.phase.move == 2


def test_the_paused_page_says_so_and_why(shown: Session) -> None:
    working(shown)
    press(shown, Key.Key_Space)
    assert not shown.page.board.notices.paused.isHidden()
    assert "Paused" in shown.page.board.notices.paused.accessibleName()
    press(shown, Key.Key_Space)
    assert shown.page.board.notices.paused.isHidden()


def test_a_hidden_page_wakes_for_what_counts_only(shown: Session) -> None:
    shown.page.seen.connect(shown.driver.set_watched)
    working(shown)
    shown.page.hide()
    assert shown.waking_in_ms > 100


def test_holding_b_three_times_gives_the_breath_its_pace(shown: Session) -> None:
    working(shown)
    press(shown, Key.Key_PageDown)
    panel = shown.page.board.notices.breath
    for _ in range(3):
        QTest.keyPress(shown.page.stage, Key.Key_B)
        assert not panel.isHidden()
        shown.page_clock.go_on(3.0)
        QTest.keyRelease(shown.page.stage, Key.Key_B)
        shown.page_clock.go_on(4.0)
    exhale = next(p for p in shown.state.timeline.phases if p.move == 1 and p.breath == "out")
    inhale = next(
        p for p in shown.state.timeline.phases if p.move == 1 and p.rep and p.breath == "in"
    )
    assert (inhale.length, exhale.length) == pytest.approx((3.0, 4.0))
    assert "3" in panel.accessibleName()
    press(shown, Key.Key_PageDown)
    assert panel.isHidden()


def test_escape_leaves_what_is_open_first_and_asks_last(shown: Session, qtbot: QtBot) -> None:
    working(shown)
    asked: list[bool] = []
    shown.page.leaving.connect(lambda: asked.append(True))
    press(shown, Key.Key_M)
    press(shown, Key.Key_Escape)
    assert not shown.page.in_mat_mode and not asked
    press(shown, Key.Key_I)
    press(shown, Key.Key_Escape)
    assert shown.page.side.topic == "moves" and not asked
    press(shown, Key.Key_Escape)
    assert asked == [True]


def test_texts_name_the_keys_that_are_bound(shown: Session) -> None:
    working(shown)
    for command, key in (("toggle", "P"), ("show-me", "D"), ("breathe", "H")):
        shown.actions.bind(command, (key,))
    shown.actions["breathe"].trigger()
    assert "Keep H pressed" in shown.page.board.notices.breath.accessibleName()
    shown.page.board.notices.breath.put_away()
    shown.actions["show-me"].trigger()
    assert "D ends it" in shown.page.board._place.text()
    shown.actions["show-me"].trigger()
    assert "Press P to resume." in shown.page.board.notices.paused.accessibleName()
    shown.page.toggle_mat()
    assert "P resumes" in shown.page.mat.words.accessibleName()


def test_texts_name_no_key_where_none_is_bound(shown: Session) -> None:
    working(shown)
    shown.actions.bind("toggle", ())
    shown.driver.command(Pause())
    assert "The play button resumes." in shown.page.board.notices.paused.accessibleName()
    shown.page.toggle_mat()
    assert shown.page.mat.words.accessibleName().startswith("Paused. ")


def test_opening_the_instructions_pauses_and_says_so(shown: Session) -> None:
    working(shown)
    press(shown, Key.Key_I)
    assert shown.moment.status == "paused"
    assert shown.page.side.instructions.isVisible()
    assert "Paused. Press Space to resume." in shown.page.side._pause.text()
    assert not shown.page.side.geometry().intersects(shown.page.board.geometry())
    press(shown, Key.Key_I)
    assert shown.page.side.queue.isVisible()


@pytest.mark.parametrize("key", [Key.Key_I, Key.Key_Q])
def test_a_narrow_page_has_a_drawer_that_never_covers_a_moving_figure(
    shown: Session, key: Qt.Key
) -> None:
    shown.page.resize(800, 600)
    working(shown)
    assert not shown.page.side.isVisible()
    assert shown.page.board.width() == 800
    press(shown, key)
    assert shown.moment.status == "paused" and shown.page.side.isVisible()
    press(shown, Key.Key_Space)
    assert shown.moment.status == "playing" and not shown.page.side.isVisible()
    press(shown, key)
    press(shown, Key.Key_Escape)
    assert not shown.page.side.isVisible() and shown.moment.status == "paused"


@pytest.mark.parametrize("size", [(800, 480), (1280, 800)])
def test_notices_stand_above_the_transport_and_over_nothing(
    shown: Session, size: tuple[int, int]
) -> None:
    shown.page.resize(*size)
    working(shown)
    press(shown, Key.Key_Right)
    board = shown.page.board
    undo = board.notices.undo.geometry()
    assert not board.notices.undo.isHidden()
    for other in (board._title, board._place, board._pacer, board._cue, board.notices.go_on):
        assert not undo.intersects(other.geometry())
    assert undo.top() >= board.stage.figure_rect.bottom()
    assert undo.bottom() <= board.height()
    assert shown.page.transport.geometry().bottom() <= shown.page.rect().bottom()


def test_a_move_without_a_gentler_variant_says_so(shown: Session) -> None:
    first, *others = shown._routine.moves
    shown._routine = replace(shown._routine, moves=(replace(first, gentler=None), *others))
    shown.page.show_session(shown._routine, shown.driver.state.timeline)
    working(shown)
    gentler = shown.actions["gentler"]
    assert not gentler.isEnabled() and gentler.toolTip() == "This move has no gentler variant"
    press(shown, Key.Key_Right)
    assert gentler.isEnabled() and "no gentler" not in gentler.toolTip()
