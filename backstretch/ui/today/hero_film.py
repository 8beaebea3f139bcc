"""One rep of a move as the hero shows it: on one side, slowly, again and again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box
from backstretch.figure.look import Look
from backstretch.figure.poses import Poses
from backstretch.paint import Palette, dirty_rect, paint_drawing, palette_for
from backstretch.paint.film import Film, film_of
from backstretch.paint.move_picture import telling_pose
from backstretch.routine.model import Move
from backstretch.session.timeline import Phase
from backstretch.ui.theme import Theme

SLOWER = 2.0
"""How many times longer the hero takes than the session does."""
MOST_KEPT_BYTES = 80_000_000
"""Pictures of one rep are kept up to this size: after the first time they cost next to nothing."""


@dataclass(slots=True, eq=False)
class HeroFilm:
    """Pictures are counted from 0 to `count`; `telling` is the one that tells the move from
    others."""

    move: str
    film: Film
    rate: float
    _told: float
    _kept: dict[int, tuple[QRect, QPixmap]] = field(default_factory=dict)
    _kept_for: object = None
    _kept_bytes: int = 0
    _palette: tuple[Theme, Palette] | None = None

    @property
    def count(self) -> int:
        return max(2, round(self.film.seconds * SLOWER * self.rate))

    @property
    def telling(self) -> int:
        return min(self.count - 1, round(self._told * self.count))

    def picture(
        self, number: int, place: QRectF, theme: Theme, ratio: float
    ) -> tuple[QRect, QPixmap]:
        """The figure on a transparent ground, fitted into `place`, and where it belongs. `ratio` is
        how many real pixels make one."""
        wanted = (place, theme.name, ratio)
        if wanted != self._kept_for:
            self.forget()
            self._kept_for = wanted
        kept = self._kept.get(number)
        if kept is not None:
            return kept
        drawing = self.film.drawings(number / self.count)[1]
        box = self.box(place)
        area = dirty_rect(drawing, place, box)
        pixmap = QPixmap(area.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(-area.topLeft())
        paint_drawing(painter, drawing, self._colours(theme), place, box)
        painter.end()
        size = pixmap.width() * pixmap.height() * 4
        if self._kept_bytes + size <= MOST_KEPT_BYTES:
            self._kept[number] = (area, pixmap)
            self._kept_bytes += size
        return area, pixmap

    def forget(self) -> None:
        """Drops the pictures that are kept."""
        self._kept.clear()
        self._kept_bytes, self._kept_for = 0, None

    def _colours(self, theme: Theme) -> Palette:
        if self._palette is None or self._palette[0] != theme:
            self._palette = (theme, palette_for(self.film.look, theme.dark, theme.colours))
        return self._palette[1]

    def box(self, place: QRectF) -> Box:
        """The film's box in the proportions of `place`, with the floor kept at the lower edge."""
        left, bottom, right, top = self.film.box
        wide, tall = right - left, top - bottom
        ratio = place.height() / max(1.0, place.width())
        if tall / wide < ratio:
            return (left, bottom, right, bottom + wide * ratio)
        more = (tall / ratio - wide) / 2
        return (left - more, bottom, right + more, top)

    def paint_mat(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        mat = self.film.drawings(0.0)[0]
        paint_drawing(painter, mat, self._colours(theme), place, self.box(place))


def hero_film(
    move: Move, phases: Sequence[Phase], poses: Poses, look: Look, rate: float
) -> HeroFilm | None:
    """The film of the move in `rate` pictures a second. `phases` are its phases in a timeline; None
    if it has no rep there. Of two sides it shows the one that reaches to the right of the picture,
    away from the words."""
    work = [phase for phase in phases if phase.kind == "work" and phase.rep]
    if not work:
        return None
    # The first rep may begin in another pose than the one it ends in.
    wanted = min(2, max(phase.rep or 0 for phase in work))
    chosen = [phase for phase in work if phase.rep == wanted]
    camera = Camera(move.view.yaw, move.view.pitch)
    sides = dict.fromkeys(phase.side_counted for phase in chosen)
    films = [
        film_of([phase for phase in chosen if phase.side_counted == side], poses, camera, look)
        for side in sides
    ]
    film = max(films, key=lambda one: one.box[0] + one.box[2])
    return HeroFilm(move.id, film, rate, _telling(film, telling_pose(poses, look, move)))


def _telling(film: Film, pose: str) -> float:
    """The place at which `pose` is reached; near the middle if it never is."""
    at = 0.0
    for phase in film.phases:
        at += phase.length
        if phase.way.ends == pose:
            return at / film.seconds
    return 0.5
