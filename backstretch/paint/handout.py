"""The one-page handout: a row per move, with two or three pictures and arrows between them.

Lengths are tenths of a millimetre on A4. Made to be printed in black and white: nothing is told by
colour alone, and the parts of the figure differ in lightness.
"""

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
    QPolygonF,
)

from backstretch.figure.drawing import Box, Drawing
from backstretch.figure.look import Look
from backstretch.paint.colours import palette_for
from backstretch.paint.drawing_painter import paint_drawing
from backstretch.private_files import write_bytes

_WIDE, _HIGH, _EDGE = 2100.0, 2970.0, 130.0
_HEAD, _FOOT = 330.0, 480.0
_WORDS = 500.0
"""The width of the column with the move's name."""
_ARROW = 70.0
_TALLEST_ROW = 470.0
_USUAL_PICTURES = 3
"""A row has room for as many, so that the pictures of all rows are of one size."""
_FIRST_ADVICE = 0.62
"""The first list's share of the width; the second is of shorter lines."""
_INK, _SOFT, _RULE = QColor("#222228"), QColor("#4d4a54"), QColor("#c9c4cc")
_PAPER = {
    "stage": "#ffffff",
    "mat": "#e9e5ee",
    "mat-edge": "#c4bccd",
    "shadow": "#8d7fa6",
    "glow": "#f0a868",
    "glow-long": "#7fb6d6",
    "ghost": "#8f8899",
    "accent-text": "#222228",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and the words under it."""

    drawings: tuple[Drawing, ...]
    title: str
    cue: str


@dataclass(frozen=True, slots=True)
class Row:
    """One move. All its two or three pictures show the same `box`."""

    title: str
    dose: str
    note: str
    pictures: tuple[Picture, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """The words of the page and its rows. `advice` is at most two lists under the safety line,
    each with its heading."""

    title: str
    summary: str
    safety: str
    advice: tuple[tuple[str, tuple[str, ...]], ...]
    source: str
    rows: tuple[Row, ...]


def write_page(page: Page, look: Look, path: Path) -> None:
    """Writes the PDF. Needs a QGuiApplication for its fonts. Raises OSError."""
    # In memory first: a PDF writer does not say whether the disk took its page.
    file = QBuffer()
    file.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(file)
    writer.setResolution(254)
    writer.setTitle(page.title)
    writer.setCreator("Backstretch")
    size, way = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _head(painter, page)
    room = _HIGH - _HEAD - _FOOT
    tall = min(room / max(len(page.rows), 1), _TALLEST_ROW)
    for index, row in enumerate(page.rows):
        _row(painter, row, index + 1, QRectF(_EDGE, _HEAD + index * tall, _across(), tall), look)
    _foot(painter, page)
    painter.end()
    write_bytes(path, bytes(file.data().data()))


def _across() -> float:
    return _WIDE - 2 * _EDGE


def _head(painter: QPainter, page: Page) -> None:
    _text(painter, QRectF(_EDGE, 110, _across(), 90), page.title, 76, bold=True)
    _text(painter, QRectF(_EDGE, 205, _across(), 105), page.summary, 36, _SOFT)


def _foot(painter: QPainter, page: Page) -> None:
    top = _HIGH - _FOOT + 10
    _line(painter, top)
    _text(painter, QRectF(_EDGE, top + 16, _across(), 46), page.safety, 32, bold=True)
    left, wide = _EDGE, _across() * _FIRST_ADVICE
    for heading, lines in page.advice:
        _text(painter, QRectF(left, top + 70, wide, 40), heading, 28, bold=True)
        words = "\n".join(f"•  {line}" for line in lines)
        _text(painter, QRectF(left, top + 110, wide, 220), words, 26)
        left, wide = left + wide + _ARROW, _across() * (1 - _FIRST_ADVICE) - _ARROW
    _text(painter, QRectF(_EDGE, top + 338, _across(), 50), page.source, 22, _SOFT)


def _row(painter: QPainter, row: Row, number: int, area: QRectF, look: Look) -> None:
    _line(painter, area.top())
    left, top = area.left(), area.top() + 22
    high = area.height() - 34
    _text(painter, QRectF(left, top, 60, 60), str(number), 52, bold=True)
    words = _WORDS - 90
    used = _text(painter, QRectF(left + 62, top + 4, words, 110), row.title, 44, bold=True)
    used += _text(painter, QRectF(left + 62, top + used + 14, words, 50), row.dose, 38) + 26
    note = QRectF(left + 62, top + used, words, high - used)
    _text(painter, note, row.note, 30, _SOFT)
    room = area.width() - _WORDS
    count = max(len(row.pictures), _USUAL_PICTURES)
    wide = (room - (count - 1) * _ARROW) / count
    caption = 150.0
    for index, picture in enumerate(row.pictures):
        x = left + _WORDS + index * (wide + _ARROW)
        frame = QRectF(x, top, wide, high - caption)
        _picture(painter, picture, row.box, frame, look)
        under = frame.bottom() + 6
        used = _text(painter, QRectF(x, under, wide, 44), picture.title, 30, bold=True)
        _text(painter, QRectF(x, under + used, wide, caption - used - 6), picture.cue, 26)
        if index:
            _arrow(painter, QPointF(x - _ARROW / 2, top + (high - caption) * 0.55))


def _picture(painter: QPainter, picture: Picture, box: Box, frame: QRectF, look: Look) -> None:
    painter.save()
    painter.setClipRect(frame)
    palette = palette_for(look, theme=_PAPER)
    for drawing in picture.drawings:
        paint_drawing(painter, drawing, palette, frame, box)
    painter.restore()


def _arrow(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(_INK, 7.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(at - QPointF(30, 0), at + QPointF(16, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    corners = (QPointF(36, 0), QPointF(8, -17), QPointF(8, 17))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def _line(painter: QPainter, y: float) -> None:
    painter.setPen(QPen(_RULE, 3.0))
    painter.drawLine(QPointF(_EDGE, y), QPointF(_WIDE - _EDGE, y))


def _text(
    painter: QPainter,
    area: QRectF,
    words: str,
    size: int,
    colour: QColor = _INK,
    bold: bool = False,
) -> float:
    """Writes `words` into `area`, smaller if they do not fit. Returns the height used."""
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
    for pixels in _sizes(size):
        font = QFont(painter.font())
        font.setPixelSize(pixels)
        font.setBold(bold)
        needed = QFontMetricsF(font, painter.device()).boundingRect(area, flags, words)
        if needed.height() <= area.height() and needed.width() <= area.width() + 1:
            break
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, flags, words)
    return needed.height()


def _sizes(largest: int) -> Sequence[int]:
    return range(largest, max(largest // 2, 16), -2)
