"""Measures and paints the words of mat mode, as large as the distance requires."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

from backstretch.ui.parts.shapes import Shape, shape_path
from backstretch.ui.parts.text_block import Run, formats_of, wrapping
from backstretch.ui.practice.matmode.mat_layout import TIGHT, Letters, Measures
from backstretch.ui.theme import Appearance, Role

MARK = 0.72
"""The phase's shape is as high as a capital, with the same gap to the words."""


def far_font(base: QFont, pixels: float, *, bold: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    return font


def heights_in_letter(base: QFont) -> tuple[float, float]:
    """The least height of a capital (plain or bold) and of a bold digit, as shares of the letter
    size."""
    caps = [QFontMetricsF(far_font(base, 1000, bold=bold)).capHeight() for bold in (False, True)]
    digits = QFontMetricsF(far_font(base, 1000, bold=True))
    least = min(digits.tightBoundingRect(digit).height() for digit in "0123456789")
    return min(caps) / 1000, least / 1000


def far_flow(
    runs: tuple[Run, ...], font: QFont, width: float, appearance: Appearance
) -> QTextLayout:
    """`runs` wrapped to `width`, with tighter lines than the font asks for."""
    layout = QTextLayout("".join(run.text for run in runs), font)
    layout.setTextOption(wrapping())
    layout.setFormats(formats_of(runs, appearance))
    step = font.pixelSize() * TIGHT
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, count * step + step * 0.86 - line.ascent()))
        count += 1
    layout.endLayout()
    return layout


def extent_of(
    runs: tuple[Run, ...], font: QFont, width: float, appearance: Appearance
) -> tuple[float, float]:
    """The width and height that the words take when wrapped to `width`."""
    layout = far_flow(runs, font, width, appearance)
    lines = [layout.lineAt(index) for index in range(layout.lineCount())]
    wide = max((line.naturalTextWidth() for line in lines), default=0.0)
    return wide, len(lines) * font.pixelSize() * TIGHT if runs else 0.0


def shape_room(letter: float) -> float:
    """The width that the phase's shape and the gap after it take before the cue."""
    return letter * MARK * 1.5


def measures_of(
    base: QFont,
    cues: tuple[tuple[Run, ...], ...],
    coming: tuple[Run, ...],
    count: tuple[str, str],
    appearance: Appearance,
) -> Measures:
    """Measures these texts. For the cue it takes the longest of `cues`, so that nothing jumps from
    one to the next."""

    def cue_lines(letter: float, width: float) -> int:
        room, font = width - shape_room(letter), far_font(base, letter, bold=True)
        return max(far_flow(cue, font, room, appearance).lineCount() for cue in cues)

    def coming_lines(letter: float, width: float) -> int:
        font = far_font(base, letter, bold=False)
        return far_flow(coming, font, width, appearance).lineCount() if coming else 0

    def column(letters: Letters) -> tuple[float, float]:
        large = QFontMetricsF(far_font(base, letters.count, bold=True))
        small = QFontMetricsF(far_font(base, letters.coming, bold=False))
        digits = "8" * max(2, len(count[0]))
        width = max(large.horizontalAdvance(digits), small.horizontalAdvance(count[1]))
        return width, letters.count * 0.98 + letters.coming * TIGHT

    return Measures(cue_lines, coming_lines, column)


def paint_runs(
    painter: QPainter,
    runs: tuple[Run, ...],
    font: QFont,
    box: QRectF,
    appearance: Appearance,
    shape: Shape | None = None,
    shape_role: Role = "far-accent",
) -> None:
    """Paints the words into `box`, with the shape, if given, before them."""
    lead = shape_room(font.pixelSize()) if shape else 0.0
    rightward = painter.layoutDirection() != Qt.LayoutDirection.RightToLeft
    left = box.left() + (lead if rightward else 0.0)
    layout = far_flow(runs, font, box.width() - lead, appearance)
    layout.draw(painter, QPointF(left, box.top()))
    if shape:
        side = QFontMetricsF(font).capHeight()
        base = box.top() + font.pixelSize() * TIGHT * 0.86
        at = box.left() if rightward else box.right() - side
        mark = QRectF(at, base - side, side, side)
        painter.fillPath(shape_path(shape, mark), appearance.theme.colour(shape_role))
