"""Soft things, lights that fade to nothing and the shadow, painted small and scaled up. A gradient
costs about ten times as much per pixel as a plain colour, and a shadow has no fine detail."""

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QTransform

from backstretch.figure.drawing import Shape
from backstretch.paint.colours import Palette

_DISC = QPainterPath()
_DISC.addEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
_SMOOTH = QPainter.RenderHint.Antialiasing
_GRAIN = 110.0
"""About how many pixels a body height has in the small picture."""


def paint_glow(painter: QPainter, shape: Shape, palette: Palette, picture: QTransform) -> None:
    """One fading ellipse; `picture` maps body heights to the painter's units."""
    place = _place(shape, picture)
    brush = QBrush(palette.glow(shape.role, shape.alpha))
    brush.setTransform(place)
    # It fades to nothing, so antialiasing its rim would be invisible and double the cost.
    painter.setRenderHint(_SMOOTH, False)
    painter.fillPath(place.map(_DISC), brush)
    painter.setRenderHint(_SMOOTH)


def ellipse_rect(shape: Shape, picture: QTransform) -> QRectF:
    """A box around a fading ellipse, in the painter's units."""
    x, y, ax, ay, bx, by = shape.loops[0]
    wide, high = abs(ax) + abs(bx), abs(ay) + abs(by)
    return picture.mapRect(QRectF(x - wide, y - high, 2 * wide, 2 * high))


def paint_soft(
    painter: QPainter,
    shapes: Sequence[Shape],
    palette: Palette,
    picture: QTransform,
    asked: QRectF | None = None,
) -> None:
    """Paints fading ellipses through a small picture of their own; only what touches `asked`, if
    given. The grid of the small picture stays in place, so that a repainted part fits the rest."""
    boxes = [ellipse_rect(shape, picture) for shape in shapes]
    area = QRectF()
    for box in boxes:
        area = area.united(box)
    coarse = min(max(abs(picture.m22()) / _GRAIN, 1.0), 12.0)
    if asked is not None:
        around = asked.adjusted(-coarse, -coarse, coarse, coarse)
        shapes = [s for s, box in zip(shapes, boxes, strict=True) if around.intersects(box)]
        area = area.intersected(around)
    if not shapes:
        return
    left, top = floor(area.left() / coarse) - 1, floor(area.top() / coarse) - 1
    wide, high = ceil(area.right() / coarse) + 1 - left, ceil(area.bottom() / coarse) + 1 - top
    small = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    small.fill(Qt.GlobalColor.transparent)
    shrunk = picture * QTransform(1 / coarse, 0.0, 0.0, 1 / coarse, -left, -top)
    inner = QPainter(small)
    for shape in shapes:
        paint_glow(inner, shape, palette, shrunk)
    inner.end()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    target = QRectF(left * coarse, top * coarse, wide * coarse, high * coarse)
    painter.drawImage(target, small, QRectF(small.rect()))


def _place(shape: Shape, picture: QTransform) -> QTransform:
    x, y, ax, ay, bx, by = shape.loops[0]
    return QTransform(ax, ay, bx, by, x, y) * picture
