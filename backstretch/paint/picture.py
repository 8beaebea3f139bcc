"""Drawings as images in memory."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from backstretch.figure.drawing import Box, Drawing, union
from backstretch.paint.colours import Palette
from backstretch.paint.drawing_painter import paint_drawing


def render(
    drawings: Sequence[Drawing],
    palette: Palette,
    size: QSize,
    window: Box | None = None,
    background: bool = False,
    ratio: float = 1.0,
) -> QImage:
    """Renders the drawings over one another, on the stage's colour or transparent.

    `size` is in logical pixels, `ratio` is how many real pixels make one. `window` None shows
    everything.
    """
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(palette.colour("stage") if background else Qt.GlobalColor.transparent)
    box = window
    for drawing in drawings:
        box = box if window else drawing.box if box is None else union(box, drawing.box)
    painter = QPainter(image)
    rect = QRectF(0.0, 0.0, size.width(), size.height())
    for drawing in drawings:
        paint_drawing(painter, drawing, palette, rect, box)
    painter.end()
    return image
