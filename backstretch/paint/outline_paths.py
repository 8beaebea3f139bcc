"""Turns outlines in body heights into Qt paths in pixels, each made once while it is in use."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from backstretch.figure.drawing import Loop

_MOST_KEPT = 400
_MOST_PLACES = 4
_WINDING = Qt.FillRule.WindingFill


@dataclass(frozen=True, slots=True)
class Ready:
    """A path in pixels and a box around it. The outlines are kept so that their ids are not
    reused."""

    loops: tuple[Loop, ...] | Loop
    path: QPainterPath
    box: QRectF


class Paths:
    """The paths of one place in the picture. A limb at rest is the very same outline in every
    frame; paths unused for a while are dropped."""

    def __init__(self, picture: QTransform) -> None:
        self._picture = picture
        self._kept: dict[int, Ready] = {}
        self._older: dict[int, Ready] = {}

    def of(self, loop: Loop) -> Ready:
        """One closed outline."""
        found = self._kept.get(id(loop))
        return found or self._older_or_new(loop, (loop,))

    def of_all(self, loops: tuple[Loop, ...]) -> Ready:
        """Several outlines as one path, with overlaps filled once."""
        found = self._kept.get(id(loops))
        return found or self._older_or_new(loops, loops)

    def _older_or_new(self, key: tuple[Loop, ...] | Loop, loops: tuple[Loop, ...]) -> Ready:
        found = self._older.get(id(key))
        if found is None:
            path = self._picture.map(_path(loops))
            found = Ready(key, path, path.controlPointRect())
        if len(self._kept) >= _MOST_KEPT:
            self._older, self._kept = self._kept, {}
        self._kept[id(key)] = found
        return found


def _path(loops: tuple[Loop, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(_WINDING)
    curve = path.cubicTo
    for loop in loops:
        path.moveTo(loop[0], loop[1])
        for i in range(2, len(loop), 6):
            curve(*loop[i : i + 6])
    return path


_places: dict[tuple[float, float, float], Paths] = {}


def paths_for(scale: float, x: float, y: float) -> Paths:
    """The paths for pictures with `scale` pixels per body height and the origin at (x, y)."""
    place = (scale, x, y)
    found = _places.get(place)
    if found is None:
        if len(_places) >= _MOST_PLACES:
            _places.clear()
        found = _places[place] = Paths(QTransform(scale, 0.0, 0.0, -scale, x, y))
    return found
