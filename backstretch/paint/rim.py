"""The light round the figure's edge, painted small and scaled up: stroking every outline would cost
as much as the figure itself."""

from collections.abc import Iterable
from math import ceil, floor

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from backstretch.paint.outline_paths import Ready

_COARSE = 2.0
_ROUND = ((1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0))
_WAYS = (*_ROUND, (0.7, -0.7))


def paint_rim(
    painter: QPainter, parts: Iterable[Ready], colour: QColor, width: float, asked: QRectF | None
) -> None:
    """Paints the outlines' area grown by `width` pixels; only what touches `asked`, if given. The
    grid of the small picture stays in place, so that a repainted part fits the rest."""
    found = [
        part
        for part in parts
        if asked is None or asked.intersects(part.box.adjusted(-width, -width, width, width))
    ]
    area = QRectF()
    for part in found:
        area = area.united(part.box)
    area = area.adjusted(-width, -width, width, width)
    if asked is not None:
        edge = 2 * width
        area = area.intersected(asked.adjusted(-edge, -edge, edge, edge))
    if area.isEmpty():
        return
    left, top = floor(area.left() / _COARSE) - 1, floor(area.top() / _COARSE) - 1
    wide = ceil(area.right() / _COARSE) + 1 - left
    high = ceil(area.bottom() / _COARSE) + 1 - top
    flat = _empty(wide, high)
    inner = QPainter(flat)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.translate(-left, -top)
    inner.scale(1 / _COARSE, 1 / _COARSE)
    for part in found:
        inner.fillPath(part.path, colour)
    inner.end()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    target = QRectF(left * _COARSE, top * _COARSE, wide * _COARSE, high * _COARSE)
    painter.drawImage(target, _grown(flat, width / _COARSE), QRectF(flat.rect()))


def _grown(flat: QImage, by: float) -> QImage:
    """The picture grown by so many of its pixels all round."""
    grown = _empty(flat.width(), flat.height())
    inner = QPainter(grown)
    for x, y in _WAYS:
        inner.drawImage(QPoint(round(x * by), round(y * by)), flat)
    inner.end()
    return grown


def _empty(wide: int, high: int) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
