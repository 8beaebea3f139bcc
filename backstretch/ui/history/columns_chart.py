"""A week as seven columns of minutes, stacked by move."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from backstretch.history.charts.columns import Columns, columns, moves_in, seconds_by_move
from backstretch.history.week import Week
from backstretch.paint.charts import paint_columns
from backstretch.routine.titles import MoveId, Titles
from backstretch.ui.history.chart import Chart, Spot, ink_of
from backstretch.ui.history.table_rows import told_apart
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import dates, numbers


class ColumnsChart(Chart):
    """A mark is a day, named by its date. `titles` returns those that are known now."""

    def __init__(
        self,
        appearance: Appearance,
        titles: Callable[[], Titles],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._titles = titles
        self._week: Week | None = None
        self._moves: tuple[MoveId, ...] = ()
        self._today: date | None = None
        self._chart = Columns((), (), (), 0.0)

    def show_week(self, week: Week, today: date) -> None:
        self._week = week
        self._today = today
        self._moves = moves_in(week)
        self.relay()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(100), scale.space(58))

    def minimumSizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(70), scale.space(44))

    def lay_out(self) -> tuple[Spot, ...]:
        if self._week is None:
            return ()
        above, below = self._margins()
        self._chart = columns(
            seconds_by_move(self._week, self._moves),
            self.width(),
            self.height() - above - below,
            seam=max(1.0, Scale.at(self).unit * 0.6),
            right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        return tuple(
            Spot(QRectF(slot.x, 0, slot.width, self.height()), partial(self._tip, place), day.date)
            for place, (slot, day) in enumerate(
                zip(self._chart.slots, self._week.days, strict=True)
            )
        )

    def paint(self, painter: QPainter, scale: Scale) -> None:
        if self._week is None:
            return
        above, _ = self._margins()
        painter.translate(QPointF(0, above))
        paint_columns(painter, self._chart, ink_of(self.appearance.theme), scale.unit)
        theme = self.appearance.theme
        line = QFontMetricsF(scale.font_of("small")).lineSpacing()
        for place, slot in enumerate(self._chart.slots):
            day = self._week.days[place]
            font = QFont(scale.font_of("small"))
            font.setBold(day.date == self._today)
            painter.setFont(font)
            painter.setPen(theme.colour("text" if font.bold() else "text-soft"))
            foot = QRectF(slot.x, slot.bottom + scale.unit * 2, slot.width, line * 1.2)
            painter.drawText(
                foot, Qt.AlignmentFlag.AlignCenter, _fitting(day.date, painter, slot.width)
            )
            if day.seconds:
                painter.setPen(theme.colour("text-soft"))
                top = self._chart.tops[place] - line - scale.unit * 0.5
                head = QRectF(slot.x, top, slot.width, line)
                short = numbers.number(numbers.whole_minutes(day.seconds))
                painter.drawText(head, Qt.AlignmentFlag.AlignCenter, short)
        painter.resetTransform()

    def _margins(self) -> tuple[float, float]:
        """The heights, in pixels, of the minutes above the tallest column and the days below."""
        scale = Scale.at(self)
        line = QFontMetricsF(scale.font_of("small")).lineSpacing()
        return line + scale.unit, line * 1.2 + scale.unit * 2

    def _tip(self, place: int) -> str:
        if self._week is None:
            return ""
        day = self._week.days[place]
        lines = [dates.long_date(day.date)]
        if day.sessions:
            lines.append(f"{numbers.sessions(day.sessions)}, {numbers.minutes(day.seconds)}")
        led = seconds_by_move(self._week, self._moves)[place]
        names = told_apart(self._moves, self._titles())
        for move, seconds in zip(self._moves, led, strict=True):
            if seconds:
                lines.append(f"{names[move]}: {numbers.minutes(seconds)}")
        return "\n".join(lines)


def _fitting(day: date, painter: QPainter, width: float) -> str:
    """`Mon 16`, or only `16` if that is wider than `width` pixels."""
    text = dates.day_label(day)
    fits = painter.fontMetrics().horizontalAdvance(text) <= width
    return text if fits else numbers.number(day.day)
