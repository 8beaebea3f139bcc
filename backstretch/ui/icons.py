"""The program's own icons: small SVG files on a 24 × 24 grid, painted in one colour of the theme.

Reads only what these files use: `path` (M L H V C Q Z and their lower-case forms) and `circle`,
each filled, or stroked with round ends if it has a `stroke-width`. QtSvg would be one more library
to load at start-up, and would not take the colour from the theme.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from backstretch.assets import folder

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

GRID = 24.0
_ELEMENT = re.compile(r"<(path|circle)\b([^>]*)/>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN = re.compile(r"[MmLlHhVvCcQqZz]|-?(?:\d+\.?\d*|\.\d+)")
_ARITY = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "q": 4, "z": 0}


@dataclass(slots=True)
class _Pen:
    path: QPainterPath
    at: QPointF

    def draw(self, letter: str, numbers: list[float]) -> None:
        origin = self.at if letter.islower() else QPointF()
        kind = letter.lower()
        if kind == "z":
            self.path.closeSubpath()
            self.at = self.path.currentPosition()
            return
        if kind == "h":
            points = [QPointF(origin.x() + numbers[0], self.at.y())]
        elif kind == "v":
            points = [QPointF(self.at.x(), origin.y() + numbers[0])]
        else:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            points = [origin + QPointF(x, y) for x, y in pairs]
        if kind == "m":
            self.path.moveTo(points[0])
        elif kind == "c":
            self.path.cubicTo(*points)
        elif kind == "q":
            self.path.quadTo(*points)
        else:
            self.path.lineTo(points[0])
        self.at = points[-1]


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Commands with their numbers. SVG lets a letter be left out if it repeats; after a move the
    repetition draws lines."""
    letter, numbers = "", list[float]()
    for token in _TOKEN.findall(data):
        if token.isalpha():
            letter, numbers = token, []
        else:
            numbers.append(float(token))
        if len(numbers) == _ARITY[letter.lower()]:
            yield letter, numbers
            numbers = []
            letter = {"m": "l", "M": "L"}.get(letter, letter)


def path_of(data: str) -> QPainterPath:
    """The outline described by the `d` of an SVG path."""
    pen = _Pen(QPainterPath(), QPointF())
    for letter, numbers in _steps(data):
        pen.draw(letter, numbers)
    return pen.path


@cache
def icon_path(name: str) -> QPainterPath:
    """The icon's filled outline on the 24 × 24 grid. Raises FileNotFoundError for an unknown
    name."""
    text = (folder("resources") / "icons" / f"{name}.svg").read_text("utf-8")
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for tag, rest in _ELEMENT.findall(text):
        given = dict(_ATTRIBUTE.findall(rest))
        if tag == "circle":
            path = QPainterPath()
            radius = float(given["r"])
            path.addEllipse(QPointF(float(given["cx"]), float(given["cy"])), radius, radius)
        else:
            path = path_of(given["d"])
        if "stroke-width" in given:
            stroker = QPainterPathStroker()
            stroker.setWidth(float(given["stroke-width"]))
            stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
            stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            path = stroker.createStroke(path)
        whole.addPath(path)
    return whole


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paints the icon as a square centred in `rect`, as large as fits."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / GRID, side / GRID)
    painter.fillPath(icon_path(name), colour)
    painter.restore()


def icon(name: str, colour: QColor, size: int, ratio: float = 1.0) -> "QIcon":
    """A QIcon of `size` device-independent pixels, for what Qt paints itself."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QIcon, QPixmap

    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return QIcon(pixmap)
