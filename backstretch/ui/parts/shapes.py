"""Signs that tell phases and states apart without colour. Drawn as paths, because a font may lack
such characters."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

Shape = Literal["up", "down", "left", "right", "hold", "flow", "tick", "dot", "skip", "pause"]


def shape_path(shape: Shape, box: QRectF) -> QPainterPath:
    """The filled outline of `shape` in the square `box`."""
    path = QPainterPath()
    for ring in _RINGS[shape]:
        points = [_at(box, x, y) for x, y in ring]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
        path.closeSubpath()
    if shape in ("dot", "flow"):
        path.addEllipse(box.adjusted(*_inset(box, 0.18)))
    if shape == "flow":
        path.addEllipse(box.adjusted(*_inset(box, 0.34)))
    return path


# The corners of each shape's polygons, x to the right and y down, from 0 to 1 across its box.
_RINGS: dict[Shape, tuple[tuple[tuple[float, float], ...], ...]] = {
    "up": (((0.5, 0.1), (0.95, 0.88), (0.05, 0.88)),),
    "down": (((0.05, 0.12), (0.95, 0.12), (0.5, 0.9)),),
    "left": (((0.1, 0.5), (0.88, 0.05), (0.88, 0.95)),),
    "right": (((0.12, 0.05), (0.9, 0.5), (0.12, 0.95)),),
    "hold": (((0.08, 0.36), (0.92, 0.36), (0.92, 0.64), (0.08, 0.64)),),
    "pause": (
        ((0.16, 0.08), (0.4, 0.08), (0.4, 0.92), (0.16, 0.92)),
        ((0.6, 0.08), (0.84, 0.08), (0.84, 0.92), (0.6, 0.92)),
    ),
    "tick": (((0.04, 0.54), (0.17, 0.4), (0.38, 0.62), (0.83, 0.14), (0.96, 0.28), (0.39, 0.9)),),
    "skip": (
        ((0.06, 0.08), (0.66, 0.5), (0.06, 0.92)),
        ((0.72, 0.08), (0.94, 0.08), (0.94, 0.92), (0.72, 0.92)),
    ),
    "dot": (),
    "flow": (),
}


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())


def _inset(box: QRectF, part: float) -> tuple[float, float, float, float]:
    margin = part * box.width()
    return margin, margin, -margin, -margin
