"""One instant of a film as a file."""

from pathlib import Path

from PySide6.QtCore import QSize

from backstretch.paint.colours import palette_for
from backstretch.paint.film import Film
from backstretch.paint.picture import render
from backstretch.paint.svg import svg_text


def write_still(film: Film, fraction: float, dark: bool, size: tuple[int, int], path: Path) -> bool:
    """Writes an .svg, or any image type that Qt knows by its suffix; False if Qt could not write
    it. Raises OSError."""
    palette = palette_for(film.look, dark)
    drawings = film.drawings(fraction)
    if path.suffix.lower() == ".svg":
        path.write_text(svg_text(drawings, palette, size, film.box), "utf-8")
        return True
    return render(drawings, palette, QSize(*size), film.box, background=True).save(str(path))
