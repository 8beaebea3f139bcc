"""Today shows the session, the week, and what it asks."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from backstretch.history.week import Day, Week
from backstretch.ui.actions import Actions
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import CardFacts, DoseOffer, PastFacts, ResumeOffer, TodayFacts
from backstretch.ui.today.move_cards import LEAST_RATIO, MOST_RATIO, MoveCard, even_columns
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
    page = TodayPage(appearance, actions, lambda: datetime(2026, 11, 22, 18, 35))
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


def cards(page: TodayPage) -> list[MoveCard]:
    return page.findChildren(MoveCard)


def test_every_move_has_its_card(page: TodayPage) -> None:
    assert [card.accessibleName() for card in cards(page)] == [card.title for card in CARDS]
    assert cards(page)[1].accessibleDescription().startswith("6 breath")


def test_cards_are_high_enough_for_their_titles(page: TodayPage, qtbot: QtBot) -> None:
    page.show()
    for width in (620, 900, 1400):
        page.resize(width, 700)
        QApplication.processEvents()
        for card in cards(page):
            assert card.height() >= card.heightForWidth(card.width()) - 1


@pytest.mark.parametrize(
    ("count", "room", "columns"), [(5, 9.0, 5), (5, 4.2, 3), (5, 2.1, 2), (5, 0.4, 1), (1, 5.0, 1)]
)
def test_cards_fill_even_rows(count: int, room: float, columns: int) -> None:
    assert even_columns(count, room) == columns


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


def test_an_unfinished_session_can_be_continued_or_left(page: TodayPage) -> None:
    chosen: list[bool] = []
    page.resume_chosen.connect(chosen.append)
    today = MONDAY + timedelta(days=2)
    page.show_past(PastFacts(today, resume=ResumeOffer(3, "Back lifts", 6, MONDAY)))
    buttons = {button.text(): button for button in page.notices.findChildren(QPushButton)}
    buttons["Continue"].click()
    buttons["Leave it"].click()
    assert chosen == [True, False]
    page.show_past(PastFacts(today))
    assert page.notices.isHidden()


def test_tab_reaches_the_questions_before_the_cards(page: TodayPage) -> None:
    page.show_past(PastFacts(MONDAY, resume=ResumeOffer(3, "Back lifts", 6, MONDAY)))
    order: list[str] = []
    widget = page._start
    for _ in range(4):
        order.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
        while not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            widget = widget.nextInFocusChain()
    assert order == ["Start", "Continue", "Leave it", CARDS[0].title]


def test_a_larger_dose_is_only_offered(page: TodayPage) -> None:
    chosen: list[tuple[str, int]] = []
    page.dose_chosen.connect(lambda move, dose: chosen.append((move, dose)))
    page.show_past(PastFacts(MONDAY, offers=(DoseOffer("move-2", "Back lifts", 12, 13),)))
    assert chosen == []
    for button in page.notices.findChildren(QPushButton):
        button.click()
    assert chosen == [("move-2", 13), ("move-2", 12)]


def test_the_week_is_described_for_screen_readers(page: TodayPage) -> None:
    page.show_past(PastFacts(MONDAY + timedelta(days=5), week=week(0, 2), goal_days=4))
    assert page._week_title.text() == "This week: 2 of 4 days"
    assert page._glance.accessibleName() == "Monday 7 min, Wednesday 7 min"


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


def test_pictures_shrink_before_the_page_scrolls_and_grow_if_there_is_room(
    page: TodayPage, qtbot: QtBot
) -> None:
    page.show_past(PastFacts(MONDAY, week=week(0), goal_days=4))
    page.show()
    ratios = []
    for height in (560, 700, 1100):
        page.resize(1100, height)
        QApplication.processEvents()
        size = cards(page)[0].picture_size()
        ratios.append(size.height() / size.width())
    assert ratios == sorted(ratios)
    assert ratios[0] < ratios[-1]
    assert ratios[0] >= LEAST_RATIO - 0.01
    assert ratios[-1] <= MOST_RATIO + 0.01


def test_a_week_without_practice_shows_a_sentence_instead_of_bars(page: TodayPage) -> None:
    page.show()
    page.show_past(PastFacts(MONDAY, week=week(), goal_days=4))
    assert not page._empty.isHidden()
    low = page._glance.sizeHint().height()
    page.show_past(PastFacts(MONDAY, week=week(0), goal_days=4))
    assert page._empty.isHidden()
    assert page._glance.sizeHint().height() > low
