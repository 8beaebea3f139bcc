"""Small pictures of the moves, drawn when there is time and kept while they fit."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap

from backstretch.figure.poses import Poses
from backstretch.routine.model import Move
from backstretch.ui.theme import Appearance

Show = Callable[[str, QPixmap], None]


class Thumbnails(QObject):
    """Draws one picture a turn of the event loop, so that nothing waits for them."""

    def __init__(self, appearance: Appearance, poses: Poses) -> None:
        super().__init__()
        self._appearance = appearance
        self._poses = poses
        self._kept: dict[tuple[str, str, int, int, float, str], QPixmap] = {}
        self._wanted: list[tuple[Move, str, QSize, float, Show]] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._draw_one)

    def ask(self, move: Move, figure: str, size: QSize, ratio: float, show: Show) -> None:
        """Calls `show(move.id, picture)`: now where it was drawn before, else soon."""
        kept = self._kept.get(self._key(move, figure, size, ratio))
        if kept is not None:
            show(move.id, kept)
            return
        self._wanted = [want for want in self._wanted if want[0].id != move.id]
        self._wanted.append((move, figure, size, ratio, show))
        self._turn.start(0)

    def stop(self) -> None:
        self._wanted.clear()
        self._turn.stop()

    def _key(
        self, move: Move, figure: str, size: QSize, ratio: float
    ) -> tuple[str, str, int, int, float, str]:
        theme = self._appearance.theme.name
        return (move.id, figure, size.width(), size.height(), ratio, theme)

    def _draw_one(self) -> None:
        if not self._wanted:
            return
        move, figure, size, ratio, show = self._wanted.pop(0)
        if not size.isEmpty():
            key = self._key(move, figure, size, ratio)
            if len(self._kept) > 60:
                self._kept.clear()
            self._kept[key] = draw_move(self._poses, move, figure, self._appearance, size, ratio)
            show(move.id, self._kept[key])
        if self._wanted:
            self._turn.start(0)


def draw_move(
    poses: Poses, move: Move, figure: str, appearance: Appearance, size: QSize, ratio: float
) -> QPixmap:
    """The move's telling pose on its mat, seen from the move's own side, with a little air."""
    from backstretch.figure.blend import body_at
    from backstretch.figure.camera import Camera
    from backstretch.figure.look import look_of
    from backstretch.figure.motion import Motion, Place, Stop, Way
    from backstretch.figure.outline.figure_drawing import draw_list
    from backstretch.figure.outline.mat import mat_drawing
    from backstretch.figure.view_box import window_of
    from backstretch.paint.colours import palette_for
    from backstretch.paint.picture import render

    look = look_of(figure)
    way = Way((Stop(0.0, telling_pose(move)),))
    body = body_at(poses, Motion(Place(way, 0.0)), look.build)
    camera = Camera(move.view.yaw, move.view.pitch)
    theme = appearance.theme
    window = window_of([body], camera, look)
    left, bottom, right, top = window
    air = 0.12 * (right - left)
    box = (left - air, bottom - air, right + air, top + air)
    drawings = [mat_drawing(camera), draw_list(body, camera, look)]
    palette = palette_for(look, theme.dark, theme.colours)
    return QPixmap.fromImage(render(drawings, palette, size, box, ratio=ratio))


def telling_pose(move: Move) -> str:
    """The pose that tells the move from others: where the first step of a rep leads."""
    return move.rep[0].pose
