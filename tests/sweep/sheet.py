"""Contact sheets of the program's pages, and the README's pictures.

    python3 dev.py shots                    every page at 800x600 and 1280x800
    python3 dev.py shots --page session --size 800x480 --text 250 --language de --theme dark
    python3 dev.py shots --all              everything in everything: takes an hour
    python3 dev.py shots --readme           the pictures in docs/pictures

Each option but the last two may be given several times. One sheet for each language and text size
goes into the folder given with --out, ./shots by default.
"""

import argparse
import os
import runpy
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from tests.sweep.scene import PAGES, PSEUDO, THEMES, Sight, opened, settle, show

SIZES = ((800, 480), (800, 600), (1024, 640), (1280, 800), (1366, 768), (1920, 1080), (3840, 2160))
PERCENTS = (100, 150, 200, 250)
LANGUAGES = ("en", "de", PSEUDO)
COMMON_SIZES = ((800, 600), (1280, 800))
_ACROSS, _WIDE, _LINE = 4, 640, 24


def size_of(text: str) -> tuple[int, int]:
    """`800x600` as two numbers. Raises ValueError for anything else."""
    wide, high = text.split("x")
    return int(wide), int(high)


def arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python3 dev.py shots",
        description=(__doc__ or "").partition("\n")[0],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=(__doc__ or "").partition("\n")[2],
    )
    parser.add_argument("--page", action="append", choices=PAGES)
    parser.add_argument("--size", action="append", type=size_of, metavar="WIDTHxHEIGHT")
    parser.add_argument("--text", action="append", type=int, metavar="PERCENT")
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--move", action="append", type=int, choices=range(5))
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("shots"))
    return parser.parse_args(given)


def sights(asked: argparse.Namespace) -> list[Sight]:
    """What is asked for, sorted so that a language and a text size stand together."""
    whole = asked.all
    ways = product(
        asked.language or (LANGUAGES if whole else ("en",)),
        asked.text or (PERCENTS if whole else (100,)),
        asked.page or PAGES,
        asked.move or (0,),
        asked.theme or (THEMES if whole else ("light",)),
        asked.size or (SIZES if whole else COMMON_SIZES),
    )
    return [
        Sight(page, size, percent, language, theme, move)
        for language, percent, page, move, theme, size in ways
    ]


def picture(app: QApplication, pixmap: QPixmap, title: str) -> QImage:
    """The picture, made small, with a title under it."""
    small = pixmap.scaledToWidth(
        min(_WIDE, pixmap.width()), Qt.TransformationMode.SmoothTransformation
    )
    made = QImage(_WIDE, small.height() + _LINE, QImage.Format.Format_RGB32)
    made.fill(QColor("#777777"))
    painter = QPainter(made)
    painter.drawPixmap(0, 0, small)
    font = QFont(app.font())
    font.setPixelSize(14)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    line = QRect(4, small.height(), _WIDE, _LINE)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
    painter.end()
    return made


def tiled(pictures: Sequence[QImage]) -> QImage:
    """The pictures in rows, each row as high as its highest."""
    rows = [pictures[at : at + _ACROSS] for at in range(0, len(pictures), _ACROSS)]
    heights = [max(each.height() for each in row) + 8 for row in rows]
    wide = (_WIDE + 8) * min(_ACROSS, len(pictures))
    whole = QImage(wide, sum(heights), QImage.Format.Format_RGB32)
    whole.fill(QColor("#777777"))
    painter = QPainter(whole)
    for row, top in zip(rows, (sum(heights[:at]) for at in range(len(rows))), strict=True):
        for column, each in enumerate(row):
            painter.drawImage((_WIDE + 8) * column, top, each)
    painter.end()
    return whole


def sheets(app: QApplication, asked: Sequence[Sight], out: Path) -> None:
    """Writes a sheet for each language and text size into the folder `out`."""
    for language, percent in dict.fromkeys((each.language, each.percent) for each in asked):
        pictures = []
        with opened(app, percent, language) as program:
            for sight in asked:
                if (sight.language, sight.percent) == (language, percent):
                    show(program, sight)
                    settle()
                    pictures.append(picture(app, program.window.grab(), str(sight)))
        file = out / f"{language}-{percent}.png"
        tiled(pictures).save(str(file))
        print(file)


def readme() -> None:
    """Makes the README's pictures anew."""
    script = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "build.py"
    sys.argv = [str(script)]
    runpy.run_path(str(script), run_name="__main__")


def main(given: Sequence[str]) -> int:
    asked = arguments(given)
    if asked.readme:
        readme()
        return 0
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["BACKSTRETCH_HOME"] = home
        app = QApplication(sys.argv[:1])
        app.setStyle("fusion")
        sheets(app, sights(asked), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
