"""The history page shows what is in the journal, in words and charts, and edits it."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from backstretch.history.edits import (
    PRACTICE,
    Corrected,
    Deleted,
    GoalSet,
    Noted,
    Rated,
    RestWeekMarked,
)
from backstretch.routine.titles import Titles
from backstretch.ui.history.chart import Chart
from backstretch.ui.history.history_page import HistoryPage
from backstretch.ui.history.table import Row, Table
from backstretch.ui.parts.stiffness import StiffnessScale
from backstretch.ui.words.history_words import week_sentence
from tests.history.diary import MONDAY


def test_an_empty_journal_shows_an_invitation(desk, qtbot, texts) -> None:
    page = desk.open(qtbot)
    assert "Nothing yet" in page.overview._sentence.text()
    assert texts(page.overview._moves) == []
    assert not page.overview._sessions_card.isVisible()


def test_the_week_is_told_in_words_and_tables(practised, qtbot, texts) -> None:
    overview = practised.open(qtbot).overview
    assert overview._title.text() == "16 – 22 November"
    sentence = overview._sentence.text()
    assert sentence.startswith("2 of 4 day")
    assert "week before" not in sentence, "the week is not over on its Sunday"
    assert "2 more day(s) for your goal" in sentence or "2 more days for your goal" in sentence
    assert "Left and right are even." in sentence
    assert "Stiffness: 6 before, 4 after." in sentence
    assert texts(overview._moves) == [
        "Side bends | 24 of 24 | 12 · 12 | ",
        "Articulations | 20 of 20 |  | 1×",
        "back-lifts | 12 of 24 |  | ",
        "child-to-cobra | 0 of 12 |  | ",
        "butt-kicks | 20 of 40 |  | ",
    ]
    rows = texts(overview._sessions)
    assert rows[0].startswith("Mon 16, ") and rows[0].endswith("| 6 → 4 | finished")
    assert rows[1].endswith("|  | stopped")


def test_weeks_before_and_after(practised, qtbot) -> None:
    overview = practised.open(qtbot).overview
    practised.actions["earlier"].trigger()
    assert overview.first == date(2026, 11, 9)
    assert overview._title.text() == "9 – 15 November"
    assert overview._later.isEnabled()
    practised.actions["now"].trigger()
    practised.actions["later"].trigger()
    assert overview.first == date(2026, 11, 16), "there is no week after this one"
    assert not overview._later.isEnabled()


def test_the_page_leaves_the_keys_for_earlier_and_later_to_the_window(practised, qtbot) -> None:
    page = practised.open(qtbot)
    for shown in (page.overview, page.year):
        for key in (Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Home):
            event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            shown.keyPressEvent(event)
            assert not event.isAccepted()


def test_the_week_begins_where_the_locale_begins_it(practised, qtbot) -> None:
    QLocale.setDefault(QLocale("en_US"))
    try:
        overview = practised.open(qtbot).overview
        assert overview.first == date(2026, 11, 22)
        practised.actions["earlier"].trigger()
        assert overview._columns.spots[0].name == date(2026, 11, 15)
        assert overview._columns._week.days[1].sessions == 1
    finally:
        QLocale.setDefault(QLocale.c())


def test_every_chart_has_a_sentence_tips_keys_and_a_table(practised, qtbot, texts) -> None:
    overview = practised.open(qtbot).overview
    cards = (overview._columns_card, overview._trend_card, overview._month_card)
    for card, count in zip(cards, (7, 12, 30), strict=True):
        chart: Chart = card.chart
        assert chart.accessibleName() and chart.accessibleDescription()
        assert len(chart.spots) == count and all(spot.tip for spot in chart.spots)
        assert len({spot.name for spot in chart.spots}) == count
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(chart, Qt.Key.Key_End)
        assert chart.accessibleDescription() == chart.spots[-1].tip
        qtbot.keyClick(chart, Qt.Key.Key_Left)
        assert chart.accessibleDescription() == chart.spots[-2].tip
        qtbot.keyClick(chart, Qt.Key.Key_Home)
        first = chart.spots[0].name
        with qtbot.waitSignal(chart.pressed) as pressed:
            qtbot.keyClick(chart, Qt.Key.Key_Return)
        assert pressed.args == [first]
        practised.page.show_week(date(2026, 11, 22))
        card._switch.click()
        assert card.table.isVisible() and not chart.isVisible()
        assert texts(card.table)
        card._switch.click()
        assert chart.isVisible()


def test_a_tip_names_the_moves_of_the_day(practised, qtbot) -> None:
    overview = practised.open(qtbot).overview
    tip = overview._columns.spots[0].tip
    assert "16 November 2026" in tip and "Side bends:" in tip
    assert "child-to-cobra" not in tip, "skipped: no time was led"


def test_a_day_opens_its_session_and_escape_comes_back(practised, qtbot, texts) -> None:
    page = practised.open(qtbot)
    spot = page.overview._columns.spots[3]
    qtbot.mouseClick(
        page.overview._columns, Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint()
    )
    assert page.currentWidget() is page.session
    assert page.session.identity == "thursday"
    assert texts(page.session._moves)[0] == "Side bends | 12 of 12 | 6 · 6 | 1:24 | "
    qtbot.keyClick(page.session, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.overview


def test_a_session_that_is_gone_leaves_the_week_in_sight(practised, qtbot) -> None:
    page = practised.open(qtbot)
    page.show_session("no such session")
    assert page.currentWidget() is page.overview


def test_several_sessions_of_a_day_are_listed(practised, qtbot, texts) -> None:
    practised.fill("monday-2", MONDAY + timedelta(hours=2))
    page = practised.open(qtbot)
    page.overview._columns.pressed.emit(date(2026, 11, 16))
    assert page.currentWidget() is page.overview
    assert len(texts(page.overview._sessions)) == 2
    page.overview._sessions.cellClicked.emit(1, 0)
    assert page.session.identity == "monday-2"


def test_a_note_is_kept_when_the_session_is_left(practised, qtbot) -> None:
    page = practised.open(qtbot)
    page.show_session("monday")
    page.session._note.text.setPlainText("  slept badly ")
    page.show_overview()
    assert practised.recorded == [("monday", Noted("slept badly"))]
    page.show_session("monday")
    assert page.session._note.text.toPlainText() == "slept badly"


def test_a_count_is_corrected(practised, qtbot, texts) -> None:
    page = practised.open(qtbot)
    page.show_session("monday")
    correction = page.session._correction
    correction._left.setCurrentIndex(5)
    correction._keep.click()
    correction.choose("articulations")
    assert correction._done.isVisible() and not correction._left.isVisible()
    correction._done.setCurrentIndex(7)
    correction._keep.click()
    assert practised.recorded == [
        ("monday", Corrected("side-bends", 11, 5, 6)),
        ("monday", Corrected("articulations", 7)),
    ]
    page.refresh()
    assert texts(page.session._moves)[:2] == [
        "Side bends | 11 of 12 | 5 · 6 | 1:24 | ",
        "Articulations | 7 of 10 |  | 1:10 | gentler",
    ]


def test_deleting_can_be_undone(practised, qtbot, texts) -> None:
    page = practised.open(qtbot)
    page.show_session("monday")
    page.session.deletion_wanted.emit("monday")
    assert practised.recorded == [("monday", Deleted())]
    assert page.currentWidget() is page.overview and page._undo.isVisible()
    assert len(texts(page.overview._sessions)) == 1
    page._undo._button.setFocus()
    page._undo._button.click()
    assert not page._undo.isVisible()
    assert page.focusWidget() is page.overview
    assert page.overview.verticalScrollBar().value() == 0
    page.refresh()
    assert len(texts(page.overview._sessions)) == 2


def test_goal_and_rest_week_are_recorded_and_told(practised, qtbot) -> None:
    page = practised.open(qtbot)
    page._foot._goal.activated.emit(2)
    page.refresh()
    assert "the goal is reached" in page.overview._sentence.text()
    page._foot._rest.click()
    page.refresh()
    assert page.overview._sentence.text().startswith("Rest week · 2 day")
    page._foot._rest.click()
    page.refresh()
    assert "Rest week" not in page.overview._sentence.text()
    assert practised.recorded == [
        (PRACTICE, GoalSet(2)),
        (PRACTICE, RestWeekMarked("2026-11-16", True)),
        (PRACTICE, RestWeekMarked("2026-11-16", False)),
    ]


def test_the_year_opens_and_leads_back_to_a_week(practised, qtbot) -> None:
    page = practised.open(qtbot)
    page.overview.months_wanted.emit(date(2026, 11, 16))
    assert page.currentWidget() is page.year
    assert page.year._title.text() == "2026" and "3 day" in page.year._sentence.text()
    november = page.year._months[10].chart
    november.pressed.emit(date(2026, 11, 11))
    assert page.currentWidget() is page.overview
    assert page.overview.first == date(2026, 11, 9)


def test_the_first_week_is_not_compared(practised) -> None:
    reading = practised.reading
    week = reading.week(date(2026, 11, 9))
    sentence = week_sentence(
        week, reading.week(date(2026, 11, 2)), reading.practice(), date(2026, 11, 22)
    )
    assert "week before" not in sentence


def test_a_week_that_is_over_is_compared(practised) -> None:
    reading = practised.reading
    weeks = reading.week(date(2026, 11, 16)), reading.week(date(2026, 11, 9))
    sentence = week_sentence(*weeks, reading.practice(), date(2026, 11, 23))
    assert "week before" in sentence and "for your goal" not in sentence


def test_days_to_come_and_before_the_first_session_are_not_shown_as_missed(
    practised, qtbot
) -> None:
    page = practised.open(qtbot)
    month = page.overview._month
    shown = {cell.day.date.day: month._counts(cell.day) for cell in month._chart.cells}
    assert [day for day, counts in shown.items() if counts] == list(range(11, 23))


def test_keys_turn_years_and_lead_back(practised, qtbot) -> None:
    page = practised.open(qtbot)
    page.overview.months_wanted.emit(date(2026, 11, 16))
    assert page.focusWidget() is page.year
    practised.actions["earlier"].trigger()
    assert page.year._title.text() == "2025"
    QTest.keyClick(page.year, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.overview


def test_nothing_is_read_while_the_page_is_hidden(practised, qtbot, monkeypatch) -> None:
    page = practised.open(qtbot)
    page.hide()
    monkeypatch.setattr(practised.reading, "week", lambda first: pytest.fail("the page was read"))
    page.refresh()


def test_an_unreadable_journal_is_reported(desk, qtbot) -> None:
    page = desk.open(qtbot)
    desk.journal.close()
    for file in desk.reading.path.parent.glob("journal.db-*"):
        file.unlink()
    desk.reading.path.write_bytes(b"rubbish " * 1000)
    with qtbot.waitSignal(page.unreadable):
        page.refresh()


@pytest.mark.parametrize("size", [(725, 600), (1205, 800), (3765, 2160)])
def test_no_card_is_cut_off(practised, qtbot, size) -> None:
    page = practised.open(qtbot, size)
    qtbot.wait(1)
    overview = page.overview
    width = overview.viewport().width()
    for card in (overview._columns_card, overview._trend_card, overview._month_card):
        left = card.mapTo(overview.widget(), QPoint(0, 0)).x()
        assert left >= 0 and left + card.width() <= width
        for child in card.findChildren(QWidget):
            if child.isVisible():
                assert child.geometry().right() <= child.parentWidget().width()


def test_stiffness_is_rated_with_keys_and_unrated_with_a_second_press(desk, qtbot) -> None:
    scale = StiffnessScale(desk.appearance)
    qtbot.addWidget(scale)
    scale.show()
    qtbot.waitExposed(scale)
    given = []
    scale.rated.connect(given.append)
    scale.setFocus()
    cells = scale._cells
    qtbot.keyClick(cells[0], Qt.Key.Key_7)
    for place in range(7, 12):
        qtbot.keyClick(cells[min(place, 10)], Qt.Key.Key_Right)
    qtbot.keyClick(cells[10], Qt.Key.Key_Return)
    assert scale.value == 10 and cells[10].isChecked() and not cells[7].isChecked()
    cells[10].click()
    assert given == [7, 10, None]
    assert [cell.accessibleName() for cell in cells][3] == "3 of 10"
    for key, text in ((Qt.Key.Key_A, "a"), (Qt.Key.Key_Space, " ")):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        assert not scale.take_digit(event)


def test_a_rating_on_the_session_page_is_recorded(practised, qtbot) -> None:
    page = practised.open(qtbot)
    page.show_session("thursday")
    page.session._scales["after"]._cells[2].click()
    assert practised.recorded == [("thursday", Rated("after", 2))]


@pytest.mark.parametrize("size", [(690, 560), (1205, 800)], ids=str)
def test_names_of_moves_are_not_cut_off_on_the_session_page(appearance, qtbot, size) -> None:
    table = Table(appearance, roomy=True)
    qtbot.addWidget(table)
    headings = ["Move", "done", "left · right", "time", ""]
    table.show_rows(headings, [Row(("Butterfly spinal articulations", "12 of 12", "", "0:36", ""))])
    table.resize(size[0] - 60, 200)
    table.show()
    qtbot.waitExposed(table)
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert sum(table.columnWidth(column) for column in range(5)) <= table.viewport().width()


class Now:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def page_at(desk, qtbot, now: Now) -> HistoryPage:
    page = HistoryPage(
        desk.appearance, desk.actions, desk.reading, desk.record, now, lambda: Titles()
    )
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_an_open_page_follows_midnight_into_the_new_week(practised, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("backstretch.ui.history.history_page._LOOK_MS", 20)
    now = Now(MONDAY + timedelta(days=6, hours=5))
    page = page_at(practised, qtbot, now)
    assert page.overview.first == date(2026, 11, 16)
    now.now += timedelta(hours=2)
    qtbot.waitUntil(lambda: page.overview.first == date(2026, 11, 23))
    now.now -= timedelta(hours=2)
    qtbot.waitUntil(lambda: page.overview.first == date(2026, 11, 16))
    page.hide()


def test_a_page_that_shows_an_earlier_week_stays_there_at_midnight(
    practised, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr("backstretch.ui.history.history_page._LOOK_MS", 20)
    now = Now(MONDAY + timedelta(days=6, hours=5))
    page = page_at(practised, qtbot, now)
    page.show_week(date(2026, 11, 10))
    read: list[bool] = []
    page.overview.refreshed.connect(lambda _: read.append(True))
    now.now += timedelta(hours=2)
    qtbot.waitUntil(lambda: bool(read))
    assert page.overview.first == date(2026, 11, 9)
    page.hide()


def test_a_page_left_on_this_week_opens_on_this_week(practised, qtbot) -> None:
    now = Now(MONDAY + timedelta(days=6))
    page = page_at(practised, qtbot, now)
    page.hide()
    now.now += timedelta(days=9)
    page.show()
    assert page.overview.first == date(2026, 11, 30)
    page.hide()
