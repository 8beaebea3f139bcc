"""Soft things: lights that fade to nothing, and the shadow, painted small and drawn large.

A gradient costs some ten times as much a pixel as a colour, and a shadow has nothing fine in it.
"""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QTransform

from backstretch.figure.drawing import Shape
from backstretch.paint.colours import Palette

_DISC = QPainterPath()
_DISC.addEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
_GRAIN = 110.0
"""Pixels of a body height in the small picture, about."""


def paint_glow(painter: QPainter, shape: Shape, palette: Palette, picture: QTransform) -> None:
    """One fading ellipse; `picture` maps body heights to the painter's units."""
    place = _place(shape, picture)
    brush = QBrush(palette.glow(shape.role, shape.alpha))
    brush.setTransform(place)
    painter.fillPath(place.map(_DISC), brush)


def paint_soft(
    painter: QPainter, shapes: Sequence[Shape], palette: Palette, picture: QTransform
) -> None:
    """Fading ellipses, through a small picture of their own."""
    area = QRectF()
    for shape in shapes:
        area = area.united(_place(shape, picture).mapRect(QRectF(-1.0, -1.0, 2.0, 2.0)))
    coarse = min(max(abs(picture.m22()) / _GRAIN, 1.0), 12.0)
    wide, high = ceil(area.width() / coarse) + 2, ceil(area.height() / coarse) + 2
    small = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    small.fill(Qt.GlobalColor.transparent)
    shrunk = QTransform.fromTranslate(-area.x(), -area.y()) * QTransform.fromScale(
        1 / coarse, 1 / coarse
    )
    inner = QPainter(small)
    inner.translate(1.0, 1.0)
    for shape in shapes:
        paint_glow(inner, shape, palette, picture * shrunk)
    inner.end()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    target = QRectF(area.topLeft() - QPointF(coarse, coarse), QSizeF(wide * coarse, high * coarse))
    painter.drawImage(target, small, QRectF(small.rect()))


def _place(shape: Shape, picture: QTransform) -> QTransform:
    x, y, ax, ay, bx, by = shape.loops[0]
    return QTransform(ax, ay, bx, by, x, y) * picture
