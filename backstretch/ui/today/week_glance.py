"""This week as seven bars, for a glance; the history page has the details."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words.numbers import number, whole_minutes
from backstretch.ui.words.today_words import week_sentence

if TYPE_CHECKING:
    from backstretch.history.week import Day, Week


class WeekGlance(QWidget):
    """One bar per day, as high as its minutes; hatched if no session of that day was finished. A
    full bar is ten minutes or the longest day, so that a short day alone does not look like a long
    one."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._week: Week | None = None
        self._today = ""
        self._finished: frozenset[str] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_week(self, week: "Week", today: str) -> None:
        """Shows the week; `today`, an ISO date, is set in bold."""
        self._week = week
        self._today = today
        self._finished = frozenset(
            session.started.date().isoformat()
            for session in week.sessions
            if session.status == "finished"
        )
        self.setAccessibleName(week_sentence(week))
        is_tall = week.days_practised > 0
        policy = QSizePolicy.Policy.Expanding if is_tall else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.updateGeometry()
        self.update()

    @property
    def _is_empty(self) -> bool:
        return self._week is not None and self._week.days_practised == 0

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(100), scale.space(10 if self._is_empty else 34))

    def minimumSizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(56), scale.space(10 if self._is_empty else 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._week is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = Scale.at(self)
        gap = scale.space(2)
        wide = (self.width() - 6 * gap) / 7
        longest = max(600.0, *(day.seconds for day in self._week.days))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, day in enumerate(self._week.days):
            column = 6 - place if mirrored else place
            self._paint_day(
                painter,
                day,
                QRectF(column * (wide + gap), 0, wide, self.height()),
                day.seconds / longest,
                scale,
            )

    def _paint_day(
        self, painter: QPainter, day: "Day", rect: QRectF, share: float, scale: Scale
    ) -> None:
        theme = self._appearance.theme
        font = QFont(scale.font_of("small"))
        font.setBold(day.date.isoformat() == self._today)
        words = QFontMetrics(font).lineSpacing()
        foot = rect.bottom() - words - scale.space(2)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if font.bold() else "text-soft"))
        name = QLocale().standaloneDayName(day.date.isoweekday(), QLocale.FormatType.ShortFormat)
        painter.drawText(
            QRectF(
                rect.left() - scale.unit,
                rect.bottom() - words,
                rect.width() + 2 * scale.unit,
                words,
            ),
            Qt.AlignmentFlag.AlignCenter,
            name,
        )
        least = scale.unit * 1.5
        room = foot - words - scale.unit
        height = max(least, room * share) if day.seconds > 0 else least
        bar = QRectF(rect.left(), foot - height, rect.width(), height)
        path = QPainterPath()
        radius = min(scale.corner * 0.5, height / 2)
        path.addRoundedRect(bar, radius, radius)
        if day.seconds <= 0:
            painter.fillPath(path, theme.colour("track"))
            return
        painter.fillPath(path, theme.colour("chart-1"))
        if day.date.isoformat() not in self._finished:
            stripes = QColor(theme.colour("card"))
            stripes.setAlphaF(0.45)
            painter.fillPath(path, QBrush(stripes, Qt.BrushStyle.BDiagPattern))
        painter.setPen(theme.colour("text-soft"))
        painter.setFont(scale.font_of("small"))
        above = QRectF(bar.left(), bar.top() - words - scale.unit / 2, bar.width(), words)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, number(whole_minutes(day.seconds)))
