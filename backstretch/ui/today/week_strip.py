"""This week in one line: days against the goal, and a dot for each day."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backstretch.ui.parts.label import Label
from backstretch.ui.parts.week_dots import Dot, DotsForm, dots_of, paint_dots
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import today_words

if TYPE_CHECKING:
    from backstretch.history.week import Week


class WeekStrip(QWidget):
    """Hidden before `show_week`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        scale = Scale.at(self)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._small = Label("", "small", "soft")
        self.title = Label("", "lead")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        words.addStretch(1)
        words.addWidget(self._small)
        words.addWidget(self.title)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.dots = _Dots(appearance)
        row.addWidget(self.dots, 2)
        self.hide()

    def stack(self, stacked: bool) -> None:
        """Puts the words above the dots, for a narrow page."""
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._row.setSpacing(Scale.at(self).space(2 if stacked else 8))

    def show_week(self, week: "Week", today: date, goal_days: int, *, is_first: bool) -> None:
        """`is_first`: there is no session at all yet."""
        if week.days_practised:
            self._small.setText(today_words.week_minutes(week))
        else:
            self._small.setText(today_words.empty_week(is_first))
        self.title.setText(today_words.week_title(week, goal_days))
        self.dots.show_dots(dots_of(week, today, is_first=is_first))
        self.dots.setAccessibleName(today_words.week_sentence(week))
        self.show()


class _Dots(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._dots: tuple[Dot, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dots(self, dots: tuple[Dot, ...]) -> None:
        self._dots = dots
        self.update()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        form = DotsForm.of(scale)
        return QSize(form.width(scale), form.height)

    def minimumSizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(35), DotsForm.of(scale).height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        theme, scale = self._appearance.theme, Scale.at(self)
        paint_dots(painter, QRectF(self.rect()), self._dots, theme, scale, mirrored=mirrored)
