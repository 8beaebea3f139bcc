"""Paints a drawing into a rectangle."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPainterPath, QTransform

from backstretch.figure.drawing import Box, Drawing, Loop
from backstretch.paint.colours import Palette
from backstretch.paint.soft import paint_glow, paint_soft


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
    # Mapped paths: Qt flattens curves before it scales, so tiny units would cost tenfold.
    picture = QTransform(scale, 0.0, 0.0, -scale, x, y)
    kept = _paths_for((scale, x, y))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shapes = drawing.shapes
    count = 0
    while count < len(shapes) and shapes[count].role == "shadow" and shapes[count].kind == "glow":
        count += 1
    if count > 1 and painter.paintEngine().type() == QPaintEngine.Type.Raster:
        paint_soft(painter, shapes[:count], palette, picture)
        shapes = shapes[count:]
    for shape in shapes:
        if shape.kind == "fill":
            brush = palette.brush(shape.role, shape.tone, shape.alpha)
            if shape.fade:
                brush = palette.fading(shape.role, shape.tone, shape.fade, picture)
            # Opaque loops one by one: their union costs Qt twice as much and looks the same.
            for path in _mapped(shape.loops, picture, kept, apart=shape.alpha >= 1):
                painter.fillPath(path, brush)
        elif shape.kind == "line":
            pen = palette.pen(shape.role, shape.tone, shape.alpha, shape.width * scale)
            for path in _mapped(shape.loops, picture, kept):
                painter.strokePath(path, pen)
        else:
            paint_glow(painter, shape, palette, picture)
    painter.restore()


Fit = tuple[float, float, float]
Kept = dict[int, tuple[tuple[Loop, ...], tuple[QPainterPath, ...]]]
_MOST_KEPT = 400
_kept: dict[Fit, Kept] = {}


def _paths_for(place: Fit) -> Kept:
    """The paths already made for that fit: a limb at rest is the same loops in every frame."""
    kept = _kept.get(place)
    if kept is None:
        if len(_kept) >= 4:
            _kept.clear()
        kept = _kept[place] = {}
    elif len(kept) > _MOST_KEPT:
        kept.clear()
    return kept


def _mapped(
    loops: tuple[Loop, ...], picture: QTransform, kept: Kept, apart: bool = False
) -> tuple[QPainterPath, ...]:
    found = kept.get(id(loops))
    if found is None:
        groups = [(loop,) for loop in loops] if apart else [loops]
        paths = tuple(picture.map(_path(group)) for group in groups)
        # The loops are kept too, so that their id stays theirs.
        found = kept[id(loops)] = (loops, paths)
    return found[1]


def _path(loops: tuple[Loop, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    curve = path.cubicTo
    for loop in loops:
        path.moveTo(loop[0], loop[1])
        for i in range(2, len(loop), 6):
            curve(*loop[i : i + 6])
    return path
