"""Paints a drawing into a rectangle."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPaintEngine, QPainter, QTransform

from backstretch.figure.drawing import Box, Drawing, Shape, bounds
from backstretch.paint.colours import Palette
from backstretch.paint.outline_paths import Paths, Ready, paths_for
from backstretch.paint.rim import paint_rim
from backstretch.paint.soft import ellipse_rect, paint_glow, paint_soft

_MANY = 40
"""If this many shapes changed it is nearly all of them, and finding their edge costs more than it
saves."""


def fit(window: Box, rect: QRectF) -> tuple[float, float, float]:
    """Pixels per body height, and the picture's origin in `rect`, so that `window` just fits."""
    left, bottom, right, top = window
    wide, high = max(right - left, 1e-6), max(top - bottom, 1e-6)
    scale = min(rect.width() / wide, rect.height() / high)
    x = rect.center().x() - (left + right) / 2 * scale
    y = rect.center().y() + (bottom + top) / 2 * scale
    return scale, x, y


def dirty_rect(drawing: Drawing, rect: QRectF, window: Box | None = None) -> QRect:
    """The whole pixels that painting `drawing` touches."""
    return _pixels(drawing.box, fit(window or drawing.box, rect))


def changed_rect(old: Drawing, new: Drawing, rect: QRectF, window: Box) -> QRect:
    """The whole pixels in which two drawings at the same place differ; empty if none."""
    place = fit(window, rect)
    before, after = _by_name(old), _by_name(new)
    stayed = [name for name in before if name in after]
    moved = len(before) + len(after) - 2 * len(stayed)
    if moved > _MANY or stayed != [name for name in after if name in before]:
        return _pixels(old.box, place).united(_pixels(new.box, place))
    changed = [shape for name, shape in before.items() if name not in after]
    changed += [shape for name, shape in after.items() if name not in before]
    return _pixels(bounds(changed), place) if changed else QRect()


def _by_name(drawing: Drawing) -> dict[object, Shape]:
    """True if both are the same. A part at rest keeps its very shapes, so identity is enough;
    lights are compared number by number."""
    return {shape if shape.kind == "glow" else id(shape): shape for shape in drawing.shapes}


def _pixels(box: Box, place: tuple[float, float, float]) -> QRect:
    scale, x, y = place
    left, bottom, right, top = box
    area = QRectF(x + left * scale, y - top * scale, (right - left) * scale, (top - bottom) * scale)
    return area.adjusted(-2, -2, 2, 2).toAlignedRect()


def paint_drawing(
    painter: QPainter,
    drawing: Drawing,
    palette: Palette,
    rect: QRectF,
    window: Box | None = None,
    area: QRect | None = None,
    *,
    rim: float = 0.0,
) -> None:
    """Paints all shapes, or only those that touch `area` if no other pixels are needed. A light
    of the width `rim`, in pixels, shines round the figure. Restores the painter's state."""
    scale, x, y = fit(window or drawing.box, rect)
    # Paths are mapped to pixels first: Qt flattens curves before it scales, so tiny units would
    # cost ten times as much.
    picture = QTransform(scale, 0.0, 0.0, -scale, x, y)
    paths = paths_for(scale, x, y)
    asked = None if area is None else QRectF(area)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shapes = _after_shadow(painter, drawing.shapes, palette, picture, asked)
    if rim > 0:
        paint_rim(painter, _outlines(shapes, paths), palette.colour("rim"), rim, asked)
    for shape in shapes:
        if shape.kind == "glow":
            if asked is None or asked.intersects(ellipse_rect(shape, picture)):
                paint_glow(painter, shape, palette, picture)
        elif shape.kind == "line":
            line, width = paths.of_all(shape.loops), shape.width * scale
            if asked is None or asked.intersects(line.box.adjusted(-width, -width, width, width)):
                pen = palette.pen(shape.role, shape.tone, shape.alpha, width)
                painter.strokePath(line.path, pen)
        else:
            brush = palette.brush(shape.role, shape.tone, shape.alpha)
            if shape.fade:
                brush = palette.fading(shape.role, shape.tone, shape.fade, picture)
            for part in _apart(shape, paths):
                if asked is None or asked.intersects(part.box):
                    painter.fillPath(part.path, brush)
    painter.restore()


def _apart(shape: Shape, paths: Paths) -> Iterable[Ready]:
    """What is to be filled. Opaque loops one by one: their union costs Qt twice as much and looks
    the same."""
    return map(paths.of, shape.loops) if shape.alpha >= 1 else (paths.of_all(shape.loops),)


def _outlines(shapes: tuple[Shape, ...], paths: Paths) -> Iterable[Ready]:
    """The outlines of all that is the figure itself, without shades, lines, light and shadow."""
    for shape in shapes:
        if shape.kind == "fill" and shape.alpha >= 1 and not shape.role.endswith("-shade"):
            yield from map(paths.of, shape.loops)


def _after_shadow(
    painter: QPainter,
    shapes: tuple[Shape, ...],
    palette: Palette,
    picture: QTransform,
    asked: QRectF | None,
) -> tuple[Shape, ...]:
    """Paints the shadow if shapes are painted in pixels, and returns what is left to paint."""
    count = 0
    while count < len(shapes) and shapes[count].role == "shadow" and shapes[count].kind == "glow":
        count += 1
    if count < 2 or painter.paintEngine().type() != QPaintEngine.Type.Raster:
        return shapes
    paint_soft(painter, shapes[:count], palette, picture, asked)
    return shapes[count:]
