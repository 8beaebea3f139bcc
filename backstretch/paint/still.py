"""One instant of a film as a file."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QImage, QImageWriter

from backstretch.paint.colours import palette_for
from backstretch.paint.film import Film
from backstretch.paint.picture import render
from backstretch.paint.svg import svg_text
from backstretch.private_files import write_bytes, write_text


def write_still(film: Film, fraction: float, dark: bool, size: tuple[int, int], path: Path) -> None:
    """Writes an .svg or a .png. Raises OSError."""
    palette = palette_for(film.look, dark)
    drawings = film.drawings(fraction)
    if path.suffix.lower() == ".svg":
        write_text(path, svg_text(drawings, palette, size, film.box))
        return
    write_image(render(drawings, palette, QSize(*size), film.box, background=True), path)


def write_image(image: QImage, path: Path) -> None:
    """Writes a .png. Raises OSError."""
    file = QBuffer()
    file.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(file, b"png").write(image)
    write_bytes(path, bytes(file.data().data()))
