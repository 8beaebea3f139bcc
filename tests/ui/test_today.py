"""Today shows the session, the week, and what it asks."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from backstretch.history.week import Day, Week
from backstretch.ui.actions import Actions
from backstretch.ui.parts.label import Label
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import CardFacts, DoseOffer, PastFacts, ResumeOffer, TodayFacts
from backstretch.ui.today.move_menu import MoveMenu
from backstretch.ui.today.today_page import TodayPage
from backstretch.ui.words import today_words

CARDS = tuple(
    CardFacts(
        f"move-{place}", f"A move with a rather long name {place}", "", 6, unit, False, "reps"
    )
    for place, unit in enumerate(("bends", "breaths", "reps", "rounds", "reps"))
)
FACTS = TodayFacts("r", "Stop if it hurts.", CARDS, tuple(c.id for c in CARDS), 412.0, {"r": "R"})
MONDAY = date(2026, 11, 16)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, actions: Actions) -> TodayPage:
    page = TodayPage(appearance, actions, lambda: datetime(2026, 11, 22, 18, 35), lambda: 0.0)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show_facts(FACTS)
    return page


def week(*practised: int) -> Week:
    days = tuple(
        Day(MONDAY + timedelta(days=place), 400.0 * (place in practised), 1, place in practised)
        for place in range(7)
    )
    return Week(MONDAY, days, ())


def test_every_move_has_its_row(page: TodayPage) -> None:
    assert [row.accessibleName() for row in page.moves.rows] == [card.title for card in CARDS]
    assert page.moves["move-1"].less.accessibleDescription().startswith("6 breath")


def test_a_dose_is_stepped_within_its_range(page: TodayPage) -> None:
    stepped: list[tuple[str, int]] = []
    page.dose_stepped.connect(lambda move, dose: stepped.append((move, dose)))
    row = page.moves["move-2"]
    row.more.click()
    row.less.click()
    assert stepped == [("move-2", 7), ("move-2", 5)]
    least, most = replace(CARDS[2], count=CARDS[2].least), replace(CARDS[2], count=CARDS[2].most)
    row.show_facts(least)
    assert (row.less.isEnabled(), row.more.isEnabled()) == (False, True)
    row.show_facts(most)
    assert (row.less.isEnabled(), row.more.isEnabled()) == (True, False)


def test_rows_are_moved_by_arrow_keys_and_keep_the_focus(page: TodayPage, qtbot: QtBot) -> None:
    chosen: list[tuple[str, ...]] = []
    page.order_chosen.connect(chosen.append)
    page.show()
    grip = page.moves["move-0"].grip
    grip.setFocus()
    qtbot.keyClick(grip, Qt.Key.Key_Up)
    assert chosen == []
    qtbot.keyClick(grip, Qt.Key.Key_Down)
    assert chosen == [("move-1", "move-0", "move-2", "move-3", "move-4")]
    assert page.focusWidget() is grip
    order = [card.id for card in CARDS]
    moved = [CARDS[order.index(name)] for name in chosen[0]]
    page.show_facts(replace(FACTS, cards=tuple(moved)))
    assert page.moves["move-0"].grip is grip


def test_rows_are_moved_by_dragging(page: TodayPage, qtbot: QtBot) -> None:
    chosen: list[tuple[str, ...]] = []
    page.order_chosen.connect(chosen.append)
    page.show()
    QApplication.processEvents()
    grip = page.moves["move-0"].grip
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    below = page.moves["move-2"].geometry().bottom() - page.moves["move-0"].y() - grip.y()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(5, below),
        QPointF(grip.mapToGlobal(QPoint(5, below))),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(grip, event)
    assert chosen == []
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert chosen == [("move-1", "move-2", "move-0", "move-3", "move-4")]


def test_a_row_is_previewed_and_can_be_played_alone(page: TodayPage) -> None:
    wanted: list[str] = []
    alone: list[str] = []
    page.preview_wanted.connect(wanted.append)
    page.only_chosen.connect(alone.append)
    page.moves["move-3"].picture.click()
    assert wanted == ["move-3"]
    assert not page._preview.isHidden()
    page._preview._only.click()
    assert alone == ["move-3"]
    page.show_facts(replace(FACTS, cards=CARDS[:2]))
    assert page._preview.isHidden()


def test_the_safety_line_is_shown(page: TodayPage) -> None:
    assert any(label.text() == FACTS.safety for label in page.findChildren(type(page._safety)))


def test_who_should_ask_a_doctor_is_offered_where_the_routine_says_so(page: TodayPage) -> None:
    asked: list[bool] = []
    page.advice_wanted.connect(lambda: asked.append(True))
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Before you begin")
    assert button.isHidden()
    page.show_facts(replace(FACTS, has_advice=True))
    assert not button.isHidden()
    button.click()
    assert asked == [True]


def test_the_menu_changes_the_order_of_moves(page: TodayPage) -> None:
    chosen: list[tuple[str, ...]] = []
    menu = MoveMenu(page, FACTS, "move-0")
    menu.order_chosen.connect(chosen.append)
    offered = {action.text(): action for action in menu.actions() if action.isEnabled()}
    assert "Earlier in today's order" not in offered
    offered["Later in today's order"].trigger()
    assert chosen == [("move-1", "move-0", "move-2", "move-3", "move-4")]
    assert "Later in today's order" not in {
        action.text() for action in MoveMenu(page, FACTS, "move-4").actions() if action.isEnabled()
    }


def test_a_digit_rates_stiffness_while_the_question_is_shown(page: TodayPage, qtbot: QtBot) -> None:
    page.ask_stiffness(True)
    qtbot.keyClick(page, Qt.Key.Key_7)
    assert page.take_stiffness() == 7
    assert page.take_stiffness() is None
    page.ask_stiffness(False)
    qtbot.keyClick(page, Qt.Key.Key_7)
    assert page.take_stiffness() is None


RESUME = ResumeOffer(3, "Back lifts", 6, MONDAY)


def test_the_large_button_continues_an_unfinished_session(page: TodayPage) -> None:
    over: list[bool] = []
    page.over_chosen.connect(lambda: over.append(True))
    page.ask_stiffness(True)
    page.show_past(PastFacts(MONDAY + timedelta(days=2), resume=RESUME))
    assert page._start.text() == page._start.accessibleName() == "Continue"
    assert "move 3, Back lifts" in page._unfinished.text()
    assert page._question is not None
    assert page._question.isHidden()
    page._over.click()
    assert over == [True]
    page.show_past(PastFacts(MONDAY + timedelta(days=2)))
    assert page._start.text() == "Start"
    assert page._over.isHidden()
    assert not page._question.isHidden()


def test_tab_goes_from_start_over_the_rows_in_their_order(page: TodayPage) -> None:
    page.ask_stiffness(True)
    order: list[str] = []
    widget: QWidget = page._start
    for _ in range(40):
        order.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
        while not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or widget.isHidden():
            widget = widget.nextInFocusChain()
    firsts = [order.index(f"Preview {card.title}") for card in CARDS]
    assert firsts == sorted(firsts)
    assert firsts[1] - firsts[0] == 4


def test_a_larger_dose_is_only_offered_and_one_at_a_time(page: TodayPage) -> None:
    chosen: list[tuple[str, int]] = []
    page.dose_chosen.connect(lambda move, dose: chosen.append((move, dose)))
    offers = (DoseOffer("move-2", "Back lifts", 12, 13), DoseOffer("move-3", "Cobra", 6, 7))
    page.show_past(PastFacts(MONDAY, offers=offers))
    assert chosen == []
    assert page._offer is not None
    assert (page._offer.more.text(), page._offer.same.text()) == ("Try 13", "Keep 12")
    page._offer.more.click()
    page._offer.same.click()
    assert chosen == [("move-2", 13), ("move-2", 12)]
    page.show_past(PastFacts(MONDAY))
    assert page._offer.isHidden()


def test_the_week_is_described_for_screen_readers(page: TodayPage) -> None:
    page.show_past(PastFacts(MONDAY + timedelta(days=5), week=week(0, 2), goal_days=4))
    assert page.week.title.text().startswith("2 of 4 day")
    assert page.week.dots.accessibleName() == "Monday 7 min, Wednesday 7 min"


@pytest.mark.parametrize(
    ("hour", "words"),
    [(7, "Good morning."), (13, "Good afternoon."), (19, "Good evening."), (2, "Hello.")],
)
def test_the_greeting_fits_the_hour(hour: int, words: str) -> None:
    assert today_words.greeting(datetime(2026, 11, 22, hour)) == words


@pytest.mark.usefixtures("qapp")
def test_the_plan_says_when_the_session_would_end() -> None:
    line = today_words.plan_line(datetime(2026, 11, 22, 18, 35), 412.0, 5)
    assert "18:41" in line or "6:41" in line


def test_recent_days_are_named() -> None:
    assert today_words.day_name(MONDAY, MONDAY) == "today"
    assert today_words.day_name(MONDAY, MONDAY + timedelta(days=1)) == "yesterday"
    assert today_words.day_name(MONDAY, MONDAY + timedelta(days=4)) == "Monday"
    assert "2026" in today_words.day_name(MONDAY, MONDAY + timedelta(days=30)) or "26" in (
        today_words.day_name(MONDAY, MONDAY + timedelta(days=30))
    )


@pytest.mark.parametrize("size", [(712, 450), (712, 570), (936, 610), (1192, 770), (1832, 1040)])
def test_the_figure_has_room_and_no_words_lie_on_it(
    page: TodayPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.ask_stiffness(True)
    page.show_past(PastFacts(MONDAY, week=week(0), goal_days=4))
    page.resize(*size)
    page.show()
    QApplication.processEvents()
    place = page.hero._place
    assert place.width() >= 0.35 * page.hero.width()
    assert page.hero.rect().contains(place.toRect())
    assert not place.toRect().intersects(page._words.geometry())
    assert not place.toRect().intersects(page.week.geometry())
    # Nothing wraps out of its own box: a title that needs three lines has them.
    for label in page._words.findChildren(Label):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())


def test_a_first_week_shows_no_missed_days(page: TodayPage) -> None:
    page.show_past(PastFacts(MONDAY + timedelta(days=3), week=week(), goal_days=4))
    assert {dot.state for dot in page.week.dots._dots} == {"today", "to come"}
    assert "first session" in page.week._small.text()
