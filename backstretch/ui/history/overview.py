"""A week: a sentence about it, then charts, then its sessions as a table."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backstretch.history.charts.month import month_span
from backstretch.history.practice import Practice
from backstretch.history.reading import Reading, Span
from backstretch.history.week import Day, SessionDone, Week, first_day, week_from
from backstretch.routine.titles import Titles
from backstretch.ui.actions import Actions
from backstretch.ui.history import table_rows
from backstretch.ui.history.chart_card import ChartCard
from backstretch.ui.history.columns_chart import ColumnsChart
from backstretch.ui.history.month_chart import MonthChart
from backstretch.ui.history.table import Table
from backstretch.ui.history.trend_chart import TrendChart
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import dates, history_words

TREND_WEEKS = 12
_FIRST_DAY = date(1900, 1, 1)
"""Nothing is kept of earlier years, and the trend looks back from there."""


class Overview(Page):
    """`first` is the first day of the week that is shown.

    session_wanted  a session's id
    months_wanted   a day of the year to show
    week_wanted     a day of the week to show
    refreshed       after each reading: the goal and the rest weeks
    """

    session_wanted = Signal(object)
    months_wanted = Signal(object)
    week_wanted = Signal(object)
    refreshed = Signal(Practice)

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        reading: Reading,
        today: Callable[[], date],
        titles: Callable[[], Titles],
    ) -> None:
        super().__init__()
        self._reading = reading
        self._today = today
        self._titles = titles
        self.first = first_day(today(), dates.first_weekday())
        self._read_on = today()
        self._day: date | None = None
        self._week = Week(self.first, (), ())
        self._build_head(appearance, actions)
        self._build_cards(appearance)
        self.column.addStretch(1)

    def go(self, weeks: int) -> None:
        """Shows the week that is `weeks` later, or earlier if negative."""
        self.show_week(self.first + timedelta(days=7 * weeks))

    def show_week(self, day: date) -> None:
        """Shows the week of `day`, at most the current one, or the last with a session: one may be
        dated later, and has to be reached to be put right."""
        wanted = first_day(max(day, _FIRST_DAY), dates.first_weekday())
        self.first = min(wanted, self._last_week())
        self._day = None
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only up and down scroll here; the keys left and right go to earlier and later weeks."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def refresh(self) -> None:
        """Reads the journal again. A page that showed this week follows it past midnight. Raises
        UnreadableError."""
        now, then = (
            first_day(day, dates.first_weekday()) for day in (self._today(), self._read_on)
        )
        if self.first == then and now != then:
            self.first, self._day = now, None
        self._read_on = self._today()
        self._week = self._reading.week(self.first)
        before = self._reading.week(self.first - timedelta(days=7))
        practice = self._reading.practice()
        self._title.setText(dates.week_title(self.first, self._today()))
        self._sentence.setText(self._say(before, practice))
        self._later.setEnabled(self.first < self._last_week())
        self._show_columns()
        self._show_moves()
        self._show_trend()
        self._show_month()
        self._show_sessions()
        self.refreshed.emit(practice)

    def _last_week(self) -> date:
        last = max(self._today(), self._reading.last_day() or self._today())
        return first_day(last, dates.first_weekday())

    def _build_head(self, appearance: Appearance, actions: Actions) -> None:
        self._title = Label("", "title")
        self._sentence = Label("", "lead", "soft")
        head = QHBoxLayout()
        head.setSpacing(Scale.at(self).space(1.5))
        head.addWidget(self._title, 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._earlier = Button(appearance, icon="right" if mirrored else "left")
        self._now = Button(appearance, icon="calendar")
        self._later = Button(appearance, icon="left" if mirrored else "right")
        for button, command in (
            (self._earlier, "earlier"),
            (self._now, "now"),
            (self._later, "later"),
        ):
            button.setAccessibleName(actions[command].text())
            button.follow(actions[command])
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(Scale.at(self).space(1.5))
        titles.addLayout(head)
        titles.addWidget(self._sentence)
        self.column.addLayout(titles)

    def _build_cards(self, appearance: Appearance) -> None:
        self._columns = ColumnsChart(appearance, self._titles)
        self._columns.pressed.connect(self._open_day)
        self._columns_card = ChartCard(appearance, self._columns)
        self._moves = Table(appearance)
        moves_title = QCoreApplication.translate("History", "Moves")
        moves_card = Card(appearance, moves_title)
        self._moves.setAccessibleName(moves_title)
        moves_card.column.addWidget(self._moves)
        moves_card.column.addStretch(1)
        self._trend = TrendChart(appearance)
        self._trend.pressed.connect(self.week_wanted)
        self._trend_card = ChartCard(appearance, self._trend)
        months = Button(
            appearance,
            QCoreApplication.translate("History", "Year"),
            look="bare",
            kind="small",
        )
        months.clicked.connect(lambda: self.months_wanted.emit(self.first))
        self._month = MonthChart(appearance)
        self._month.pressed.connect(self.week_wanted)
        self._month_card = ChartCard(appearance, self._month, (months,))
        self._sessions_card = Card(appearance)
        self._sessions_title = Label("", "heading")
        self._sessions = Table(appearance, roomy=True)
        self._sessions.chosen.connect(self.session_wanted)
        self._sessions_card.column.addWidget(self._sessions_title)
        self._sessions_card.column.addWidget(self._sessions)
        self.column.addWidget(
            Mosaic(((self._columns_card, moves_card), (self._trend_card, self._month_card)))
        )
        self.column.addWidget(self._sessions_card)
        for table in (self._moves, self._sessions):
            appearance.changed.connect(table.wear)

    def top(self, widget: QWidget) -> None:
        """Adds `widget` between the sentence and the cards."""
        self.column.insertWidget(1, widget)

    def foot(self, widget: QWidget) -> None:
        """Adds `widget` below the cards."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def _say(self, before: Week, practice: Practice) -> str:
        """The sentence about the week; an invitation before the first session."""
        if self._reading.last_session() is None:
            return QCoreApplication.translate(
                "History", "Nothing yet. Your first session will show here."
            )
        # What is dated after today was not done this week, as a clock was wrong.
        today = self._today()
        done = [one for one in self._week.sessions if one.started.date() <= today]
        week = self._week if self.first > today else week_from(self.first, done)
        return history_words.week_sentence(week, before, practice, today)

    def _show_columns(self) -> None:
        self._columns.show_week(self._week, self._today())
        self._columns_card.show_words(
            QCoreApplication.translate("History", "Minutes a day"),
            "",
            lambda: (table_rows.day_headings(), table_rows.day_rows(self._week)),
        )
        self._columns.tell(
            QCoreApplication.translate("History", "Minutes a day"), self._sentence.text()
        )

    def _show_moves(self) -> None:
        headings, made = table_rows.move_rows(self._week.sessions, self._titles())
        self._moves.show_rows(headings, made)

    def _show_trend(self) -> None:
        begin = self.first - timedelta(days=7 * (TREND_WEEKS - 1))
        spans: tuple[Span, ...] = self._reading.trend(begin, TREND_WEEKS)
        self._trend.show_spans(spans)
        legend = QCoreApplication.translate(
            "History", "Bars: minutes. Line: stiffness from 0 to 10."
        )
        self._trend_card.show_words(
            QCoreApplication.translate("History", "Twelve weeks"),
            f"{history_words.trend_sentence(spans)} {legend}",
            lambda: (table_rows.span_headings(), table_rows.span_rows(spans)),
        )

    def _show_month(self) -> None:
        # The month of the week's last day, or of today if the week is not over: a month that has
        # not begun would be empty.
        within = min(self.first + timedelta(days=6), max(self._today(), self.first))
        days: tuple[Day, ...] = self._reading.days(*month_span(within))
        self._month.show_days(days, self._today(), self._reading.first_day())
        practised = [day for day in days if day.practised]
        self._month_card.show_words(
            dates.month_title(within),
            history_words.month_sentence(len(practised), sum(day.seconds for day in days)),
            lambda: (table_rows.day_headings(), table_rows.practised_rows(days)),
        )

    def _show_sessions(self) -> None:
        shown: tuple[SessionDone, ...] = self._week.sessions
        title = QCoreApplication.translate("History", "Sessions")
        if self._day is not None:
            shown = tuple(one for one in shown if one.started.date() == self._day)
            title = dates.long_date(self._day)
        self._sessions_title.setText(title)
        self._sessions.setAccessibleName(title)
        self._sessions.show_rows(table_rows.session_headings(), table_rows.session_rows(shown))
        self._sessions_card.setVisible(bool(shown))

    def _open_day(self, day: date) -> None:
        """Opens the day's session. If there are several, lists them; if none, all of the week."""
        begun = [one for one in self._week.sessions if one.started.date() == day]
        if len(begun) == 1:
            self.session_wanted.emit(begun[0].id)
            return
        self._day = day if begun else None
        self._show_sessions()
        if begun:
            self.ensureWidgetVisible(self._sessions_card)


_NARROW_UNITS = 200


class Mosaic(QWidget):
    """Pairs of a wide and a narrow card, side by side if there is room, else one below the
    other."""

    def __init__(self, pairs: tuple[tuple[QWidget, QWidget], ...]) -> None:
        super().__init__()
        self._pairs = pairs
        self._one_column: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Scale.at(self).space(5))
        self._arrange(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() < Scale.at(self).space(_NARROW_UNITS))

    def _arrange(self, one_column: bool) -> None:
        if one_column == self._one_column:
            return
        self._one_column = one_column
        for number, (first, second) in enumerate(self._pairs):
            if one_column:
                self._grid.addWidget(first, 2 * number, 0, 1, 2)
                self._grid.addWidget(second, 2 * number + 1, 0, 1, 2)
            else:
                self._grid.addWidget(first, 2 * number, 0, 1, 1)
                self._grid.addWidget(second, 2 * number, 1, 1, 1)
        self._grid.setColumnStretch(0, 11)
        self._grid.setColumnStretch(1, 0 if one_column else 8)
