"""Several weeks side by side: minutes as bars, stiffness as a line."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from backstretch.history.charts.trend import Trend, trend
from backstretch.history.reading import Span
from backstretch.paint.charts import paint_trend
from backstretch.ui.history.chart import Chart, Spot, ink_of
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import dates, history_words, numbers
from backstretch.ui.words.history_words import stiffness


class TrendChart(Chart):
    """A mark is a week, named by its first day."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._spans: tuple[Span, ...] = ()
        self._chart = Trend((), (), ())

    def show_spans(self, spans: Sequence[Span]) -> None:
        self._spans = tuple(spans)
        self.relay()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(100), scale.space(36))

    def minimumSizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(60), scale.space(28))

    def lay_out(self) -> tuple[Spot, ...]:
        self._chart = trend(
            [span.seconds for span in self._spans],
            [stiffness(span) for span in self._spans],
            self.width(),
            self.height() - self._foot(),
            right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        return tuple(
            Spot(QRectF(slot.x, 0, slot.width, self.height()), partial(self._tip, span), span.first)
            for slot, span in zip(self._chart.slots, self._spans, strict=True)
        )

    def paint(self, painter: QPainter, scale: Scale) -> None:
        paint_trend(painter, self._chart, ink_of(self.appearance.theme), scale.unit)
        painter.setFont(scale.font_of("small"))
        painter.setPen(self.appearance.theme.colour("text-soft"))
        last = len(self._spans) - 1
        metrics = QFontMetricsF(painter.font())
        for place, (slot, span) in enumerate(zip(self._chart.slots, self._spans, strict=True)):
            if place % 4 and place != last:
                # Not enough width for every week's date.
                continue
            text = dates.short_date(span.first)
            wide = metrics.horizontalAdvance(text) + 1
            left = min(max(slot.centre - wide / 2, 0.0), self.width() - wide)
            foot = QRectF(left, slot.bottom + scale.unit, wide, metrics.lineSpacing())
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, text)

    def _foot(self) -> float:
        scale = Scale.at(self)
        return QFontMetricsF(scale.font_of("small")).lineSpacing() + scale.unit

    def _tip(self, span: Span) -> str:
        lines = [dates.week_of(span.first)]
        lines.append(f"{numbers.days(span.days)}, {numbers.minutes(span.seconds)}")
        lines += [
            text
            for text in (history_words.before(span.before), history_words.after(span.after))
            if text
        ]
        return "\n".join(lines)
