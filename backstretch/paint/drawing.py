"""Paints a drawing into a rectangle."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from backstretch.figure.drawing import Box, Drawing, Loop
from backstretch.paint.colours import Palette


def fit(window: Box, rect: QRectF) -> tuple[float, float, float]:
    """Pixels for a body height, and the picture's origin in `rect`, so that `window` just fits."""
    left, bottom, right, top = window
    wide, high = max(right - left, 1e-6), max(top - bottom, 1e-6)
    scale = min(rect.width() / wide, rect.height() / high)
    x = rect.center().x() - (left + right) / 2 * scale
    y = rect.center().y() + (bottom + top) / 2 * scale
    return scale, x, y


def dirty_rect(drawing: Drawing, rect: QRectF, window: Box | None = None) -> QRect:
    """The whole pixels that painting `drawing` touches."""
    scale, x, y = fit(window or drawing.box, rect)
    left, bottom, right, top = drawing.box
    area = QRectF(x + left * scale, y - top * scale, (right - left) * scale, (top - bottom) * scale)
    return area.adjusted(-2, -2, 2, 2).toAlignedRect()


def paint_drawing(
    painter: QPainter,
    drawing: Drawing,
    palette: Palette,
    rect: QRectF,
    window: Box | None = None,
) -> None:
    """Paints all shapes; the painter comes back as it was."""
    scale, x, y = fit(window or drawing.box, rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    base = QTransform(scale, 0.0, 0.0, -scale, x, y) * painter.transform()
    painter.setTransform(base)
    for shape in drawing.shapes:
        if shape.kind == "fill":
            painter.fillPath(_path(shape.loops), palette.brush(shape.role, shape.tone, shape.alpha))
        elif shape.kind == "line":
            pen = palette.pen(shape.role, shape.tone, shape.alpha, shape.width)
            painter.strokePath(_path(shape.loops), pen)
        else:
            _glow(painter, shape.loops[0], palette, shape.role, shape.alpha, base)
    painter.restore()


def _path(loops: tuple[Loop, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    curve = path.cubicTo
    for loop in loops:
        path.moveTo(loop[0], loop[1])
        for i in range(2, len(loop), 6):
            curve(*loop[i : i + 6])
    return path


def _glow(
    painter: QPainter, loop: Loop, palette: Palette, role: str, alpha: float, base: QTransform
) -> None:
    x, y, ax, ay, bx, by = loop
    painter.setTransform(QTransform(ax, ay, bx, by, x, y) * base)
    painter.setBrush(palette.glow(role, alpha))
    painter.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    painter.setTransform(base)
