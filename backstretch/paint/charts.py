"""Paints the charts of the history, for the window and for paper."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from backstretch.history.charts.columns import Columns
from backstretch.history.charts.marks import Box
from backstretch.history.charts.month import LEVELS, MonthMap
from backstretch.history.charts.trend import Trend

SHADES = (0.0, 0.38, 0.76, 1.0)
"""How strong each level is. Between 0.4 and 0.75 a number on it could be read neither dark nor
light."""
assert len(SHADES) == LEVELS


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart. `series` repeat if there are more moves than colours. With `hatched`
    each series also has a pattern, for printing without colour."""

    series: tuple[QColor, ...]
    strong: QColor
    soft: QColor
    line: QColor
    empty: QColor
    ground: QColor
    hatched: bool = False

    def fill(self, series: int) -> QBrush:
        colour = self.series[series % len(self.series)]
        if not self.hatched:
            return QBrush(colour)
        return QBrush(colour, _PATTERNS[series % len(_PATTERNS)])


_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.CrossPattern,
)


def rect_of(box: Box, dx: float = 0.0, dy: float = 0.0) -> QRectF:
    return QRectF(box.x + dx, box.y + dy, box.width, box.height)


def paint_columns(painter: QPainter, chart: Columns, ink: Ink, radius: float) -> None:
    """The bars, from the painter's origin."""
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in chart.bars:
        painter.setBrush(ink.fill(bar.series))
        rounded(painter, rect_of(bar.box), radius)
    painter.setBrush(ink.empty)
    foot = radius
    for slot, top in zip(chart.slots, chart.tops, strict=True):
        if top >= chart.baseline:
            wide = slot.width * 0.8
            spot = QRectF(slot.centre - wide / 2, chart.baseline - foot, wide, foot)
            rounded(painter, spot, foot / 2)


def paint_trend(painter: QPainter, chart: Trend, ink: Ink, radius: float) -> None:
    """Bars, and over them the line with a dot for each week."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.soft)
    for bar in chart.bars:
        rounded(painter, rect_of(bar.box), radius)
    width = max(1.5, radius * 0.75)
    for line in chart.lines:
        path = QPainterPath(QPointF(line[0].x, line[0].y))
        for point in line[1:]:
            path.lineTo(point.x, point.y)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink.line, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        painter.setPen(QPen(ink.ground, width * 0.7))
        painter.setBrush(ink.line)
        for point in line:
            painter.drawEllipse(QPointF(point.x, point.y), width * 1.6, width * 1.6)
        painter.setPen(Qt.PenStyle.NoPen)


def paint_month(painter: QPainter, chart: MonthMap, ink: Ink, radius: float) -> None:
    """Only the cells; the caller writes day numbers over them if they fit."""
    painter.setPen(Qt.PenStyle.NoPen)
    for cell in chart.cells:
        painter.setBrush(level_colour(ink, cell.level))
        rounded(painter, rect_of(cell.box), radius)


def level_colour(ink: Ink, level: int) -> QColor:
    """From nothing done to a whole session, by lightness alone, which every kind of sight can
    tell."""
    return _mix(ink.empty, ink.strong, SHADES[level])


def rounded(painter: QPainter, rect: QRectF, radius: float) -> None:
    least = min(radius, rect.height() / 2, rect.width() / 2)
    painter.drawRoundedRect(rect, least, least)


def _mix(one: QColor, other: QColor, share: float) -> QColor:
    def between(a: float, b: float) -> float:
        return a + (b - a) * share

    return QColor.fromRgbF(
        between(one.redF(), other.redF()),
        between(one.greenF(), other.greenF()),
        between(one.blueF(), other.blueF()),
    )
