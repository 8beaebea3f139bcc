"""Key poses as drawn: how the golden pictures are made and what they are compared with.

    python -m tests.paint.pictures      # makes them all anew; look at them before committing

The solved bodies are kept beside the pictures, so that a golden picture changes when the drawing
changes and not when a pose does.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from backstretch.figure.blend import body_at
from backstretch.figure.body import Body, Frame, Limbs
from backstretch.figure.camera import Camera
from backstretch.figure.look import looks
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.outline import draw_list, mat_drawing
from backstretch.figure.poses import load_poses
from backstretch.figure.view_box import window_of
from backstretch.paint import palette_for, render

FOLDER = Path(__file__).parent / "golden"
BODIES = FOLDER / "bodies.json"
VIEWS = {"side": Camera(-70, 12), "front": Camera(-20, 15), "back-above": Camera(140, 40)}
CELL = QSize(88, 66)
COLUMNS = 6


def solved_bodies() -> dict[str, Body]:
    """Every shipped key pose."""
    poses = load_poses()
    return {
        name: body_at(
            poses, Motion(Place(Way((Stop(0.0, name),)), 0.0), fullness=0.5), looks()[0].build
        )
        for name in poses.names
    }


def kept_bodies() -> dict[str, Body]:
    """The bodies that the golden pictures show."""
    return {name: _body(data) for name, data in json.loads(BODIES.read_text("utf-8")).items()}


def cells(bodies: dict[str, Body], view: str, dark: bool) -> list[QImage]:
    """A small picture of each body; the figures take turns."""
    camera = VIEWS[view]
    pictures = []
    for index, body in enumerate(bodies.values()):
        look = looks()[index % len(looks())]
        window = window_of((body,), camera, look)
        drawings = (mat_drawing(camera), draw_list(body, camera, look, ("belly", "glutes"), 0.5))
        pictures.append(render(drawings, palette_for(look, dark), CELL, window, background=True))
    return pictures


def file_of(view: str, dark: bool) -> Path:
    return FOLDER / f"{view}-{'dark' if dark else 'light'}.png"


def cut(sheet: QImage, index: int) -> QImage:
    wide, high = CELL.width(), CELL.height()
    return sheet.copy(index % COLUMNS * wide, index // COLUMNS * high, wide, high)


def sheet_of(pictures: list[QImage]) -> QImage:
    rows = -(-len(pictures) // COLUMNS)
    size = QSize(CELL.width() * COLUMNS, CELL.height() * rows)
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(0)
    painter = QPainter(sheet)
    for index, picture in enumerate(pictures):
        painter.drawImage(index % COLUMNS * CELL.width(), index // COLUMNS * CELL.height(), picture)
    painter.end()
    return sheet


def keep(sheet: QImage, file: Path) -> None:
    """Writes `sheet` small: in 256 colours, which is well within the tolerance."""
    plain = sheet.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    rows = bytes(plain.constBits())
    picture = Image.frombytes("RGB", size, rows, "raw", "RGB", plain.bytesPerLine())
    picture.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)


def _body(data: dict[str, Any]) -> Body:
    return Body(
        pelvis=_frame(data["pelvis"]),
        spine=tuple(map(_frame, data["spine"])),
        head=_frame(data["head"]),
        left=_limbs(data["left"]),
        right=_limbs(data["right"]),
        fullness=data["fullness"],
    )


def _frame(data: dict[str, Any]) -> Frame:
    return Frame(**{key: tuple(value) for key, value in data.items()})


def _limbs(data: dict[str, Any]) -> Limbs:
    plain = {
        key: value if key == "grip" else _frame(value) if isinstance(value, dict) else tuple(value)
        for key, value in data.items()
    }
    return Limbs(**plain)


def _rounded(data: object) -> object:
    if isinstance(data, float):
        return round(data, 4)
    if isinstance(data, dict):
        return {key: _rounded(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_rounded(value) for value in data]
    return data


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    bodies = {name: _rounded(asdict(body)) for name, body in solved_bodies().items()}
    BODIES.write_text(json.dumps(bodies, separators=(",", ":")) + "\n", "utf-8")
    for view in VIEWS:
        for dark in (False, True):
            keep(sheet_of(cells(kept_bodies(), view, dark)), file_of(view, dark))
    print(f"{len(bodies)} poses, {len(VIEWS) * 2} pictures in {FOLDER}")


if __name__ == "__main__":
    sys.exit(main())
