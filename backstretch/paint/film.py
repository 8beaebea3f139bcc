"""A part of the timeline as pictures: one instant, or all of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from backstretch.figure.blend import body_at
from backstretch.figure.body import Body
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box, Drawing
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place
from backstretch.figure.outline import draw_list, mat_drawing
from backstretch.figure.poses import Poses
from backstretch.figure.view_box import window_of
from backstretch.paint.colours import Palette
from backstretch.paint.picture import render
from backstretch.session.timeline import Phase

_CALM = 0.45
_WINDOW_STEPS = 8


@dataclass(frozen=True, slots=True)
class Film:
    """`phases` in order, seen by a camera that stands still and shows everything that happens."""

    phases: tuple[Phase, ...]
    poses: Poses
    camera: Camera
    look: Look
    box: Box

    @property
    def seconds(self) -> float:
        """The length of the film."""
        return sum(phase.length for phase in self.phases)

    def drawings(self, fraction: float) -> tuple[Drawing, Drawing]:
        """The mat, and the figure at the fraction (0 to 1) of the whole."""
        body = _body(self, fraction)
        return mat_drawing(self.camera), draw_list(body, self.camera, self.look)

    def frames(self, palette: Palette, size: QSize, rate: float) -> Iterator[QImage]:
        """All pictures, `rate` per second, on the stage's colour."""
        count = max(2, round(self.seconds * rate))
        for index in range(count):
            yield render(self.drawings(index / count), palette, size, self.box, background=True)


def film_of(phases: Sequence[Phase], poses: Poses, camera: Camera, look: Look) -> Film:
    """Sets the camera up for `phases` (at least one). Raises KeyError for an unknown pose."""
    film = Film(tuple(phases), poses, camera, look, (0.0, 0.0, 0.0, 0.0))
    steps = _WINDOW_STEPS * len(phases)
    bodies = [_body(film, index / steps) for index in range(steps + 1)]
    return Film(film.phases, poses, camera, look, window_of(bodies, camera, look))


def _body(film: Film, fraction: float) -> Body:
    at = min(max(fraction, 0.0), 1.0) * film.seconds
    for phase in film.phases[:-1]:
        if at < phase.length:
            break
        at -= phase.length
    else:
        phase = film.phases[-1]
    part = min(at / phase.length, 1.0)
    motion = Motion(Place(phase.way, part), fullness=_fullness(phase, part))
    return body_at(film.poses, motion, film.look.build)


def _fullness(phase: Phase, part: float) -> float:
    eased = part * part * (3.0 - 2.0 * part)
    match phase.breath:
        case "in":
            return eased
        case "hold":
            return 1.0
        case "out":
            return 1.0 - eased
        case None:
            return _CALM
        case _:
            assert_never(phase.breath)
