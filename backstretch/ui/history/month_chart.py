"""A month as a calendar whose days are darker the longer the practice was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from backstretch.history.charts.month import MonthMap, month_map
from backstretch.history.week import Day
from backstretch.paint.charts import level_colour, paint_month, rect_of
from backstretch.ui.history.chart import Chart, Spot, ink_of
from backstretch.ui.scale import Scale, sized
from backstretch.ui.theme import Appearance, readable_on
from backstretch.ui.words import dates, numbers


class MonthChart(Chart):
    """A mark is a day, named by its date. `small` leaves out the numbers of the days. Days to come,
    and those before the first session, have no ground: nothing was missed on them."""

    def __init__(self, appearance: Appearance, *, small: bool = False) -> None:
        super().__init__(appearance)
        self.rows_of = 7
        self._small = small
        self._days: tuple[Day, ...] = ()
        self._today: date | None = None
        self._since: date | None = None
        self._chart: MonthMap | None = None

    def show_days(self, days: Sequence[Day], today: date, since: date | None = None) -> None:
        """Shows `days`, all those of one month; `today` is outlined. `since` is the day of the
        first session, None if there is none."""
        self._days = tuple(days)
        self._since = since
        self._today = today
        self.relay()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(52), scale.space(36))

    def minimumSizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(34), scale.space(22))

    def lay_out(self) -> tuple[Spot, ...]:
        if not self._days:
            return ()
        head = self._head()
        self._chart = month_map(
            self._days,
            self.width(),
            self.height() - head,
            first_weekday=dates.first_weekday(),
            gap=Scale.at(self).unit * 0.9,
            right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        return tuple(
            Spot(rect_of(cell.box, dy=head), partial(_tip, cell.day), cell.day.date)
            for cell in self._chart.cells
        )

    def paint(self, painter: QPainter, scale: Scale) -> None:
        if self._chart is None:
            return
        head = self._head()
        ink = ink_of(self.appearance.theme)
        painter.save()
        painter.translate(QPointF(0, head))
        counted = tuple(cell for cell in self._chart.cells if self._counts(cell.day))
        paint_month(painter, replace(self._chart, cells=counted), ink, scale.unit)
        painter.restore()
        self._paint_weekdays(painter)
        for cell, spot in zip(self._chart.cells, self.spots, strict=True):
            counts = self._counts(cell.day)
            ground = level_colour(ink, cell.level) if counts else ink.ground
            today = cell.day.date == self._today
            font = QFont(scale.font_of("small"))
            font.setBold(today)
            painter.setFont(font)
            if not self._small:
                soft = self.appearance.theme.colour("text-soft")
                painter.setPen(self._on(ground) if counts else soft)
                text = numbers.number(cell.day.date.day)
                painter.drawText(spot.rect, Qt.AlignmentFlag.AlignCenter, text)
            if today:
                self._paint_today(painter, spot.rect, scale)

    def _paint_weekdays(self, painter: QPainter) -> None:
        painter.setFont(self._head_font())
        painter.setPen(self.appearance.theme.colour("text-soft"))
        wide = self.width() / 7
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, name in enumerate(dates.weekday_initials()):
            column = 6 - place if mirrored else place
            rect = QRectF(column * wide, 0, wide, self._head())
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(rect, flags, name)

    def _paint_today(self, painter: QPainter, rect: QRectF, scale: Scale) -> None:
        pen = painter.pen()
        pen.setColor(self.appearance.theme.colour("accent"))
        pen.setWidthF(scale.hairline * 1.5)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, scale.unit, scale.unit)

    def _on(self, ground: QColor) -> QColor:
        """The text colour with the best contrast on `ground`."""
        return readable_on(self.appearance.theme, ground)

    def _counts(self, day: Day) -> bool:
        """False for a day on which nothing could have been done."""
        if day.practised or self._today is None:
            return True
        return self._since is not None and self._since <= day.date <= self._today

    def _head(self) -> float:
        unit = Scale.at(self).unit
        return QFontMetricsF(self._head_font()).lineSpacing() + (unit / 4 if self._small else unit)

    def _head_font(self) -> QFont:
        scale = Scale.at(self)
        return sized(scale.font, 0.85) if self._small else scale.font_of("small")


def _tip(day: Day) -> str:
    if not day.sessions:
        return dates.long_date(day.date)
    done = f"{numbers.sessions(day.sessions)}, {numbers.minutes(day.seconds)}"
    return f"{dates.long_date(day.date)}\n{done}"
