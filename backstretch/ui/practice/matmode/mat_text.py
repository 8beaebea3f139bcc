"""Measures and paints the words of mat mode, as large as the distance requires."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

from backstretch.ui.parts.shapes import Shape, shape_path
from backstretch.ui.parts.text_block import Run, formats_of, wrapping
from backstretch.ui.practice.matmode.mat_layout import SIGN, Shares
from backstretch.ui.theme import Appearance, Role

MARK = 0.72
"""The phase's shape is as high as a capital; the rest of SIGN is the gap to the words."""
_SLACK = 1.012
"""Letters are hinted, so that a text is a little wider or narrower than its size says."""


def far_font(base: QFont, pixels: float, *, bold: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    return font


def shares_of(base: QFont) -> Shares:
    """The least heights of a capital (plain or bold) and of a bold digit."""
    caps = [QFontMetricsF(far_font(base, 1000, bold=bold)).capHeight() for bold in (False, True)]
    digits = QFontMetricsF(far_font(base, 1000, bold=True))
    least = min(digits.tightBoundingRect(digit).height() for digit in "0123456789")
    return Shares(min(caps) / 1000, least / 1000)


def width_in_letters(base: QFont, text: str, *, bold: bool) -> float:
    """The width of a text as a multiple of the letter size."""
    metrics = QFontMetricsF(far_font(base, 1000, bold=bold))
    return metrics.horizontalAdvance(text) / 1000 * _SLACK


def paint_line(
    painter: QPainter,
    line: tuple[Run, ...],
    font: QFont,
    box: QRectF,
    appearance: Appearance,
    shape: Shape | None = None,
    shape_role: Role = "far-accent",
) -> None:
    """Paints the words on one line with their capitals from the upper to the lower edge of `box`,
    with the shape, if given, before them."""
    lead = font.pixelSize() * SIGN if shape else 0.0
    rightward = painter.layoutDirection() != Qt.LayoutDirection.RightToLeft
    layout = QTextLayout("".join(run.text for run in line), font)
    option = wrapping()
    option.setWrapMode(option.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(formats_of(line, appearance))
    layout.beginLayout()
    row = layout.createLine()
    row.setLineWidth(max(1.0, box.width() - lead))
    layout.endLayout()
    left = box.left() + (lead if rightward else 0.0)
    layout.draw(painter, QPointF(left, box.bottom() - row.ascent()))
    if shape:
        side = font.pixelSize() * MARK
        at = box.left() if rightward else box.right() - side
        mark = QRectF(at, box.bottom() - side, side, side)
        painter.fillPath(shape_path(shape, mark), appearance.theme.colour(shape_role))
