"""What a frame of the figure costs, painted in software.

    python3 dev.py bench figure

Over one rep of every move, as the stage frames it: milliseconds of the processor to solve the
body, to outline it and to paint it over a still picture of the mat. The parts of one frame are
added up before the percentiles are taken; the whole frame counts all of the figure as painted,
whether or not it changed. Aims: 2.5 ms a frame at 1280x800, 8 ms at 3840x2160;
what is left of them, and why, stands in docs/costs.md.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bench.measure import percentile, table, verdict

if TYPE_CHECKING:
    from backstretch.figure.drawing import Drawing
    from backstretch.paint.colours import Palette
    from backstretch.paint.film import Film

SIZES = ((1280, 800), (2560, 1440), (3840, 2160))
AIMS = {(1280, 800): 2.5, (3840, 2160): 8.0}
FRAMES_A_PHASE = 40
GLOW = 0.6
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Frame:
    """A solved and outlined instant, and the milliseconds that took."""

    drawing: "Drawing"
    box: tuple[float, float, float, float]
    solving: float
    outlining: float


def timed(work: Callable[[], Made]) -> tuple[Made, float]:
    """What `work` makes, and the milliseconds of processor time it took."""
    begun = time.thread_time()
    made = work()
    return made, (time.thread_time() - begun) * 1000


def films() -> "list[Film]":
    """One rep of every move of the shipped routine, seen as the move is by default."""
    from backstretch.cli.draw import chosen_phases
    from backstretch.figure.camera import Camera
    from backstretch.figure.look import looks
    from backstretch.figure.poses import load_poses
    from backstretch.paint.film import film_of
    from backstretch.routine.shelf import shelf
    from backstretch.session.layout import lay_out
    from backstretch.session.plan import plan_for

    poses = load_poses()
    routine = shelf(poses).routines[0].routine
    timeline = lay_out(routine, plan_for(routine), poses)
    return [
        film_of(
            chosen_phases([p for p in timeline.phases if p.move_id == move.id], None),
            poses,
            Camera(move.view.yaw, move.view.pitch),
            looks()[0],
        )
        for move in routine.moves
    ]


def frames(film: "Film") -> Iterator[Frame]:
    from backstretch.figure.blend import body_at
    from backstretch.figure.motion import Motion, Place
    from backstretch.figure.outline import draw_list
    from backstretch.ui.practice.stage.framing import Room, fitted, sampled_bodies

    bodies = sampled_bodies(film.poses, film.look, film.phases)
    box = fitted(film.camera, bodies, film.look, Room(*SIZES[0])).box
    build = film.look.build
    for phase in film.phases:
        for index in range(FRAMES_A_PHASE):
            motion = Motion(Place(phase.way, index / FRAMES_A_PHASE), fullness=0.5)
            body, solving = timed(lambda m=motion: body_at(film.poses, m, build))  # type: ignore[misc]
            drawing, outlining = timed(
                lambda b=body, p=phase: draw_list(  # type: ignore[misc]
                    b, film.camera, film.look, p.works, GLOW, lengthens=p.lengthens
                )
            )
            # The frames kept for painting must not slow the outlining of those to come.
            gc.freeze()
            yield Frame(drawing, box, solving, outlining)


def painting(
    shown: list[Frame], palette: "Palette", size: tuple[int, int], *, whole: bool
) -> list[float]:
    """Milliseconds to paint each frame on a picture of `size` pixels: the whole of it, or what
    differs from the frame before, as the stage does."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    from backstretch.paint import changed_rect, paint_drawing

    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(palette.colour("stage"))
    rect = QRectF(0, 0, *size)

    def paint(frame: Frame, before: Frame) -> None:
        painter = QPainter(image)
        area = None
        if not whole and frame is not before and frame.box == before.box:
            area = changed_rect(before.drawing, frame.drawing, rect, frame.box)
            painter.setClipRect(area)
        paint_drawing(painter, frame.drawing, palette, rect, frame.box, area)
        painter.end()

    paint(shown[0], shown[0])
    pairs = zip(shown, (shown[0], *shown), strict=False)
    return [timed(lambda f=frame, b=before: paint(f, b))[1] for frame, before in pairs]  # type: ignore[misc]


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from backstretch.figure.look import looks
    from backstretch.paint import palette_for

    app = QGuiApplication(sys.argv[:1])
    palette = palette_for(looks()[0])
    shown = [frame for film in films() for frame in frames(film)]
    before = [frame.solving + frame.outlining for frame in shown]
    rows: list[list[object]] = [
        _row("solve", [frame.solving for frame in shown]),
        _row("outline", [frame.outlining for frame in shown]),
    ]
    verdicts = []
    for size in SIZES:
        name = f"{size[0]}x{size[1]}"
        paints = painting(shown, palette, size, whole=True)
        whole = [a + b for a, b in zip(before, paints, strict=True)]
        repaints = painting(shown, palette, size, whole=False)
        rows += [
            _row(f"paint {name}", paints),
            _row(f"paint what changed {name}", repaints),
            _row(f"whole frame {name}", whole),
        ]
        if size in AIMS:
            verdicts.append(verdict(f"{name}, median", percentile(whole, 50), AIMS[size], " ms"))
    print(table(["ms", "median", "p95"], rows))
    print("\n".join(verdicts))
    del app


def _row(name: str, values: list[float]) -> list[object]:
    return [name, percentile(values, 50), percentile(values, 95)]


if __name__ == "__main__":
    main()
