"""The end of a session: a true sentence, the week, what was done, and the skip undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.look import looks
from backstretch.figure.poses import load_poses
from backstretch.history.week import Day, Week
from backstretch.routine.load import load
from backstretch.session.moment import MoveProgress
from backstretch.ui.actions import Actions
from backstretch.ui.parts.stiffness import StiffnessCard, StiffnessScale
from backstretch.ui.parts.week_dots import dots_of
from backstretch.ui.scale import Scale
from backstretch.ui.summary.summary_facts import SummaryFacts
from backstretch.ui.summary.summary_page import SummaryPage
from backstretch.ui.summary.summary_scene import Scene, mixed
from backstretch.ui.theme import Appearance, load_theme
from backstretch.ui.words import summary_words

MONDAY = date(2026, 11, 23)
THURSDAY = MONDAY + timedelta(days=3)
POSES = load_poses()
LOOK = looks()[0]
ROUTINE = load(folder("routines") / "balanced-back.yaml", POSES).routine
assert ROUTINE is not None


def progress(done: int, *, skipped: bool = False, gentler: bool = False) -> MoveProgress:
    return MoveProgress("back-lifts", 12, done, None, None, skipped, gentler, 61.0)


def sided(left: int, right: int) -> MoveProgress:
    return MoveProgress("side-bends", 12, left + right, left, right, False, False, 61.0)


def week(*practised: int, sessions: int = 1) -> Week:
    days = tuple(
        Day(
            MONDAY + timedelta(days=place),
            400.0 * (place in practised),
            sessions * (place in practised),
            place in practised,
        )
        for place in range(7)
    )
    return Week(MONDAY, days, ())


def facts(*moves: MoveProgress, status: str = "finished", **more: object) -> SummaryFacts:
    assert ROUTINE is not None
    plain = SummaryFacts(ROUTINE, status, moves or (progress(12),), THURSDAY)  # type: ignore[arg-type]
    return replace(plain, **more)  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, actions: Actions) -> SummaryPage:
    page = SummaryPage(appearance, actions)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    return page


def words(page: SummaryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize(
    ("moves", "status", "heading", "cell"),
    [
        ((progress(12), progress(12)), "finished", "Well done.", "12 of 12"),
        ((progress(12), progress(0, skipped=True)), "finished", "Done.", "skipped"),
        ((progress(3),), "stopped", "Every minute counts.", "3 of 12"),
        ((progress(12, gentler=True),), "finished", "Well done.", "12 of 12, gentler"),
    ],
)
def test_the_page_says_what_was_done(
    page: SummaryPage, moves: tuple[MoveProgress, ...], status: str, heading: str, cell: str
) -> None:
    page.show_facts(facts(*moves, status=status), POSES, LOOK)
    assert page._scene.accessibleName().startswith(heading)
    assert cell in words(page)
    assert "1:01" in words(page)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (facts(is_first=True), "Your first session"),
        (facts(week=week(0, 2, 3), goal_days=3), "your goal is reached"),
        (facts(week=week(0, 2, 3, sessions=2), goal_days=3), "You did every rep."),
        (facts(week=week(0, 3), goal_days=3), "You did every rep."),
        (facts(sided(6, 6), progress(12)), "as many to the left"),
        (facts(progress(12), progress(3)), "1 of 2 moves in full"),
        (facts(progress(3), status="stopped"), "You did 3 rep"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_one_true_sentence_is_said(told: SummaryFacts, said: str) -> None:
    assert said in summary_words.sentence(told)


def test_days_are_done_missed_or_to_come() -> None:
    states = [dot.state for dot in dots_of(week(0, 2), THURSDAY)]
    assert states == ["done", "without", "done", "today", *["to come"] * 3]
    assert [dot.minutes for dot in dots_of(week(0, 2), THURSDAY)] == ["7", "", "7", *[""] * 4]
    assert dots_of(week(3), THURSDAY)[3].state == "done"


@pytest.mark.parametrize(
    ("days", "goal", "closed"), [((3,), 4, 0.25), ((0, 3), 2, 1.0), ((3,), 0, 1)]
)
@pytest.mark.usefixtures("qapp")
def test_the_ring_closes_at_the_goal(
    appearance: Appearance, days: tuple[int, ...], goal: int, closed: float
) -> None:
    told = facts(week=week(*days), goal_days=goal)
    scene = Scene(told, POSES, LOOK, appearance.theme, Scale(19.0, QApplication.font()))
    assert scene.burst(1.0).closed == closed
    assert scene.burst(0.0).closed == 0


@pytest.mark.parametrize("width", [420, 640, 1100, 1700])
@pytest.mark.parametrize("most", [300, 460, 2000])
@pytest.mark.usefixtures("qapp")
def test_nothing_in_the_picture_overlaps(appearance: Appearance, width: int, most: int) -> None:
    told = facts(week=week(0, 2, 3), goal_days=4)
    plan = Scene(told, POSES, LOOK, appearance.theme, Scale(19.0, QApplication.font())).plan(
        width, most
    )
    texts = (plan.heading, plan.sentence, plan.days, plan.dots, plan.mark)
    for place, one in enumerate(texts):
        assert one.left() >= 0
        assert one.right() <= width
        assert one.bottom() <= plan.size.height()
        assert not any(one.intersects(other) for other in texts[place + 1 :])
    for text in (plan.days, plan.dots, plan.mark):
        assert not plan.figure.intersects(text)
    assert plan.figure.bottom() <= plan.size.height()
    assert plan.figure.width() > min(width * 0.3, 480)


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        parts = [
            value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
            for value in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_can_be_read_on_the_sun_and_on_the_floor(name: str) -> None:
    theme = load_theme(name)
    sun, floor = mixed(theme, "stage", "glow", 0.14), mixed(theme, "stage", "fill-strong", 0.6)
    for ground in (sun, floor, theme.colour("stage")):
        assert contrast(theme.colour("text-soft"), ground) >= 4.5
        assert contrast(theme.colour("text"), ground) >= 4.5


def test_the_saved_picture_holds_no_rating(page: SummaryPage, appearance: Appearance) -> None:
    told = facts(week=week(3), goal_days=4)
    page.show_facts(told, POSES, LOOK)
    plain = page.picture()
    question = StiffnessCard(appearance, "How stiff?", 7)
    page.show_facts(replace(told, before=7), POSES, LOOK, question)
    question.take_digit(_digit(Qt.Key.Key_3))
    assert page.picture() == plain
    assert plain.width() > 1.8 * plain.height()


def _digit(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, chr(key.value))


def test_one_and_zero_soon_after_is_ten(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    scale = StiffnessScale(appearance)
    qtbot.addWidget(scale)
    scale.show()
    rated: list[object] = []
    scale.rated.connect(rated.append)
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        qtbot.keyClick(scale, key)
    assert rated == [1, 10]
    qtbot.keyClick(scale, Qt.Key.Key_0)
    assert rated[-1] == 0
    qtbot.keyClick(scale, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not scale._one.isActive())
    qtbot.keyClick(scale, Qt.Key.Key_0)
    assert rated[-1] == 0
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_0):
        qtbot.keyClick(scale, key)
    assert rated[-1] == 0


def test_both_ratings_are_told(page: SummaryPage, qtbot: QtBot, appearance: Appearance) -> None:
    question = StiffnessCard(appearance, "How stiff?", 5)
    page.show_facts(facts(), POSES, LOOK, question)
    assert "before 5" in words(page)
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert "before 5, now 3" in words(page)


def test_details_are_folded_and_open_in_place(page: SummaryPage) -> None:
    page.show()
    page.show_facts(facts(sided(6, 5), progress(12)), POSES, LOOK)
    assert page._table.fold.accessibleName().endswith("left 6, right 5")
    tables = [label for label in page.findChildren(QLabel) if label.text() == "1:01"]
    assert not any(label.isVisible() for label in tables)
    page._table.fold.click()
    assert all(label.isVisible() for label in tables)
    page.tell_more(facts(sided(6, 6), progress(12)), POSES, LOOK)
    assert page._table.fold.isChecked()


def test_the_undo_key_works_only_while_the_skip_can_be_undone(
    page: SummaryPage, actions: Actions, qtbot: QtBot
) -> None:
    undone: list[bool] = []
    actions["undo"].triggered.connect(lambda: undone.append(True))
    page.show_facts(facts(can_undo=True), POSES, LOOK)
    assert not page.undo.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_U)
    page.tell_more(facts(), POSES, LOOK)
    qtbot.keyClick(page, Qt.Key.Key_U)
    assert undone == [True]
    assert page.undo.isHidden()


def test_the_dot_grows_once_and_not_with_less_motion(page: SummaryPage) -> None:
    growth = page._scene._growth
    page.show()
    told = facts(week=week(3), goal_days=4)
    page.show_facts(told, POSES, LOOK, still=True)
    assert growth.state() == growth.State.Stopped
    page.show_facts(facts(week=week(0, 3)), POSES, LOOK)
    assert growth.state() == growth.State.Running
    growth.stop()
    page.tell_more(facts(week=week(0, 3)), POSES, LOOK)
    assert growth.state() == growth.State.Stopped
