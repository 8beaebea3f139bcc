"""Small pictures of the moves, drawn once for each size, figure and theme, then kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap

from backstretch.figure.look import Look
from backstretch.figure.poses import Poses
from backstretch.paint.colours import palette_for
from backstretch.paint.move_picture import move_picture
from backstretch.routine.model import Move
from backstretch.ui.theme import Appearance

MOST_KEPT = 60
Show = Callable[[str, QPixmap], None]
_Key = tuple[Move, str, int, int, float, str]


class MovePictures(QObject):
    """Pictures for all pages. `size` is in device-independent pixels everywhere, `ratio` the
    screen's pixel ratio."""

    def __init__(self, appearance: Appearance, poses: Poses) -> None:
        super().__init__()
        self._appearance = appearance
        self._poses = poses
        self._kept: dict[_Key, QPixmap] = {}
        self._wanted: list[tuple[Move, Look, QSize, float, Show]] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._draw_one)

    def picture(self, move: Move, look: Look, size: QSize, ratio: float) -> QPixmap:
        """The picture of `move`, drawn at once if it is not kept."""
        key = self._key(move, look, size, ratio)
        if key not in self._kept:
            theme = self._appearance.theme
            palette = palette_for(look, theme.dark, theme.colours)
            image = move_picture(self._poses, look, move, palette, size, ratio)
            if len(self._kept) >= MOST_KEPT:
                # Every step of a resize adds a set of pictures that is not asked for again.
                self._kept.clear()
            self._kept[key] = QPixmap.fromImage(image)
        return self._kept[key]

    def ask(self, move: Move, look: Look, size: QSize, ratio: float, show: Show) -> None:
        """Calls `show(move.id, picture)`, at once if the picture is kept, else soon. Only one is
        drawn per turn of the event loop, so that a key press waits for one at most. A later request
        by the same page for a move of that id, be it of another routine, replaces one that still
        waits."""
        self._wanted = [want for want in self._wanted if (want[0].id, want[4]) != (move.id, show)]
        kept = self._kept.get(self._key(move, look, size, ratio))
        if kept is not None:
            show(move.id, kept)
            return
        self._wanted.append((move, look, size, ratio, show))
        self._turn.start(0)

    @property
    def are_wanted(self) -> bool:
        """True while requests wait."""
        return bool(self._wanted)

    def stop(self) -> None:
        """Drops the requests that still wait."""
        self._wanted.clear()
        self._turn.stop()

    def _key(self, move: Move, look: Look, size: QSize, ratio: float) -> _Key:
        theme = self._appearance.theme.name
        return (move, look.name, size.width(), size.height(), ratio, theme)

    def _draw_one(self) -> None:
        if not self._wanted:
            return
        move, look, size, ratio, show = self._wanted.pop(0)
        if not size.isEmpty():
            show(move.id, self.picture(move, look, size, ratio))
        if self._wanted:
            self._turn.start(0)
