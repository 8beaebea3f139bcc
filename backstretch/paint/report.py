"""The report of some weeks of practice on one page of paper, for a physiotherapist."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from backstretch.history.charts.trend import trend
from backstretch.paint.charts import Ink, paint_trend
from backstretch.private_files import write_bytes

_MARGIN_MM = 16.0
_BLACK, _SOFT, _LINE = QColor("#1c1c1c"), QColor("#555555"), QColor("#c9c9c9")
_INK = Ink(
    series=(QColor("#8fb8b3"),),
    strong=QColor("#2a736d"),
    soft=QColor("#a9ccc8"),
    line=QColor("#a2542b"),
    empty=QColor("#dddddd"),
    ground=QColor("#ffffff"),
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; the first column gets the width that the others leave."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Seconds per day as bars and ratings from 0 to 10 as a line. `labels` stand below, "" for
    none; `legend` explains both."""

    title: str
    seconds: tuple[float, ...]
    stiffness: tuple[float | None, ...]
    labels: tuple[str, ...]
    legend: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page, worded. `more` says, with {count}, that rows did not fit."""

    title: str
    lines: tuple[str, ...]
    chart: Chart
    moves: Grid
    sessions: Grid
    more: str
    right_to_left: bool = False


def write_report(report: Report, target: Path) -> None:
    """Writes one A4 page as PDF. The file appears complete or not at all, readable by its owner
    only. Raises OSError."""
    # In memory first: a PDF writer does not say whether the disk took its page.
    file = QBuffer()
    file.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(file)
    writer.setResolution(300)
    writer.setTitle(report.title)
    writer.setCreator("Backstretch")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(
        size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_report(painter, report, QRectF(0, 0, writer.width(), writer.height()))
    painter.end()
    write_bytes(target, bytes(file.data().data()))


def paint_report(painter: QPainter, report: Report, page: QRectF) -> None:
    """Paints the page. All sizes follow from its width."""
    sheet = _Sheet(painter, page, report.right_to_left)
    sheet.text(report.title, 2.0, bold=True)
    for line in report.lines:
        sheet.text(line, 1.05, colour=_SOFT)
    sheet.skip(0.8)
    sheet.text(report.chart.title, 1.1, bold=True)
    sheet.chart(report.chart, 9.0)
    sheet.skip(0.8)
    sheet.grid(report.moves, "")
    sheet.skip(0.8)
    sheet.grid(report.sessions, report.more)


class _Sheet:
    """Writes downwards from the top of the page. Sizes are in lines of plain text."""

    def __init__(self, painter: QPainter, page: QRectF, right_to_left: bool) -> None:
        self._painter = painter
        self._page = page
        self._mirrored = right_to_left
        self._y = page.top()
        self._line = page.width() / 48

    def skip(self, lines: float) -> None:
        self._y += lines * self._line

    def text(self, words: str, size: float, *, bold: bool = False, colour: QColor = _BLACK) -> None:
        self._pen(size, bold, colour)
        flags = self._leading() | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        room = QRectF(self._page.left(), self._y, self._page.width(), self._page.height())
        taken = self._painter.boundingRect(room, flags, words)
        self._painter.drawText(room, flags, words)
        self._y += taken.height() + 0.25 * self._line

    def chart(self, chart: Chart, lines: float) -> None:
        height = lines * self._line
        laid = trend(
            chart.seconds,
            chart.stiffness,
            self._page.width(),
            height,
            fills=0.6,
            joined=True,
            right_to_left=self._mirrored,
        )
        painter = self._painter
        painter.save()
        painter.translate(QPointF(self._page.left(), self._y))
        painter.setPen(QPen(_LINE, self._line / 20))
        painter.drawLine(QPointF(0, height), QPointF(self._page.width(), height))
        paint_trend(painter, laid, _INK, self._line / 6)
        painter.restore()
        self._y += height + 0.2 * self._line
        self._pen(0.85, False, _SOFT)
        for slot, label in zip(laid.slots, chart.labels, strict=True):
            wide = self._page.width()
            spot = QRectF(
                self._page.left() + slot.centre - wide / 2, self._y, wide, self._line * 1.2
            )
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, label)
        self.skip(1.3)
        self.text(chart.legend, 0.85, colour=_SOFT)

    def grid(self, grid: Grid, more: str) -> None:
        """As many rows as fit on the page; `more` counts the rest."""
        self.text(grid.title, 1.1, bold=True)
        widths = self._widths(grid)
        self._row(grid.headings, widths, _SOFT, bold=True)
        left = int((self._page.bottom() - self._y) / (1.4 * self._line))
        shown = grid.rows if len(grid.rows) <= left else grid.rows[: max(0, left - 1)]
        for row in shown:
            self._row(row, widths, _BLACK)
        if len(shown) < len(grid.rows):
            self.text(more.format(count=len(grid.rows) - len(shown)), 0.9, colour=_SOFT)

    def _row(
        self, cells: Sequence[str], widths: list[float], colour: QColor, bold: bool = False
    ) -> None:
        self._pen(0.95, bold, colour)
        painter, tall = self._painter, 1.4 * self._line
        metrics = QFontMetricsF(painter.font(), painter.device())
        x = self._page.left()
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            inner = width - 0.4 * self._line
            left = self._page.right() + self._page.left() - x - width if self._mirrored else x
            spot = QRectF(left + 0.2 * self._line, self._y, inner, tall)
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            if self._mirrored:
                side = Qt.AlignmentFlag.AlignLeft if number else Qt.AlignmentFlag.AlignRight
            words = metrics.elidedText(cell, Qt.TextElideMode.ElideRight, inner)
            painter.drawText(spot, side | Qt.AlignmentFlag.AlignVCenter, words)
            x += width
        self._y += tall
        painter.setPen(QPen(_LINE, self._line / 30))
        painter.drawLine(QPointF(self._page.left(), self._y), QPointF(self._page.right(), self._y))

    def _widths(self, grid: Grid) -> list[float]:
        """Each column but the first as wide as its texts; the note's at most a third of the
        page."""
        self._pen(0.95, True, _BLACK)
        metrics = QFontMetricsF(self._painter.font(), self._painter.device())
        widths = [
            max(metrics.horizontalAdvance(cells[number]) for cells in (grid.headings, *grid.rows))
            + self._line
            for number in range(len(grid.headings))
        ]
        most = self._page.width() * 0.42
        widths = [min(width, most) for width in widths]
        widths[0] = max(self._page.width() - sum(widths[1:]), self._page.width() * 0.15)
        return widths

    def _pen(self, size: float, bold: bool, colour: QColor) -> None:
        font = QFont(self._painter.font())
        font.setPixelSize(max(1, round(self._line * 0.78 * size)))
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(colour)

    def _leading(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
