"""A year as twelve small calendars, with days darker the longer the practice was."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backstretch.history.charts.month import month_span
from backstretch.history.reading import Reading
from backstretch.ui.history.month_chart import MonthChart
from backstretch.ui.history.shade_key import ShadeKey
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import history_words

_FIRST_YEAR = 1900


class YearPage(Page):
    """`day_wanted` carries the date that was pressed."""

    back_wanted = Signal()
    day_wanted = Signal(object)

    def __init__(self, appearance: Appearance, reading: Reading, today: Callable[[], date]) -> None:
        super().__init__()
        self._reading = reading
        self._today = today
        self._year = today().year
        self._title = Label("", "title")
        self._sentence = Label("", "lead", "soft")
        back = Button(appearance, QCoreApplication.translate("History", "The week"), icon="history")
        back.clicked.connect(self.back_wanted)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        earlier = Button(
            appearance,
            icon="right" if mirrored else "left",
            name=QCoreApplication.translate("History", "The year before"),
        )
        earlier.clicked.connect(lambda: self.go(-1))
        self._later = Button(
            appearance,
            icon="left" if mirrored else "right",
            name=QCoreApplication.translate("History", "The year after"),
        )
        self._later.clicked.connect(lambda: self.go(1))
        head = QHBoxLayout()
        head.setSpacing(Scale.at(self).space(1.5))
        head.addWidget(self._title, 1)
        for button in (back, earlier, self._later):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(Scale.at(self).space(1.5))
        titles.addLayout(head)
        titles.addWidget(self._sentence)
        self.column.addLayout(titles)
        self._add_months(appearance)

    def _add_months(self, appearance: Appearance) -> None:
        self._card = Card(appearance)
        self._grid = QGridLayout()
        self._grid.setSpacing(Scale.at(self).space(5))
        self._card.column.addLayout(self._grid)
        self._card.column.addWidget(ShadeKey(appearance), 0, Qt.AlignmentFlag.AlignTrailing)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self._months = [_Month(appearance) for _ in range(12)]
        for month in self._months:
            month.chart.pressed.connect(self.day_wanted)
        self._columns = 0
        self._arrange(4)

    def show_year(self, year: int) -> None:
        """Shows `year`, at most the current one or that of the last session. Raises
        UnreadableError."""
        self._year = max(_FIRST_YEAR, min(year, self._last_year()))
        self.refresh()

    def go(self, years: int) -> None:
        """Shows the year that is `years` later, or earlier if negative. Raises UnreadableError."""
        self.show_year(self._year + years)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only up and down scroll here; the keys left and right go to earlier and later years."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def refresh(self) -> None:
        """Reads the journal again. Raises UnreadableError."""
        days = self._reading.days(date(self._year, 1, 1), date(self._year, 12, 31))
        self._title.setText(str(self._year))
        practised = sum(day.practised for day in days)
        self._sentence.setText(
            history_words.year_sentence(practised, sum(day.seconds for day in days))
        )
        self._later.setEnabled(self._year < self._last_year())
        since = self._reading.first_day()
        for number, month in enumerate(self._months):
            first, last = month_span(date(self._year, number + 1, 1))
            within = [day for day in days if first <= day.date <= last]
            done = sum(day.practised for day in within)
            sentence = history_words.month_sentence(done, sum(day.seconds for day in within))
            name = QLocale().standaloneMonthName(number + 1)
            month.title.setText(name)
            month.chart.tell(name, sentence)
            month.chart.show_days(within, self._today(), since)

    def _last_year(self) -> int:
        last = self._reading.last_day()
        return max(self._today().year, last.year if last is not None else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(4 if width > Scale.at(self).space(200) else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, month in enumerate(self._months):
            self._grid.addWidget(month, number // columns, number % columns)


class _Month(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.title = Label("", "heading", wraps=False)
        self.chart = MonthChart(appearance, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Scale.at(self).space(1.5))
        column.addWidget(self.title)
        column.addWidget(self.chart, 1)
