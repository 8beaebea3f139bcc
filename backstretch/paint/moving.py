"""Moving pictures, GIF and WebP, by Pillow."""

from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from backstretch.paint.colours import palette_for
from backstretch.paint.film import Film
from backstretch.private_files import replacing

_RATES = {".gif": 20, ".webp": 25}
"""Pictures per second; a GIF counts in hundredths of a second."""


def write_moving(film: Film, dark: bool, size: tuple[int, int], path: Path) -> None:
    """Writes the whole film, repeating forever. Raises OSError."""
    kind = path.suffix.lower()
    rate = _RATES[kind]
    frames = [
        _pillow(image) for image in film.frames(palette_for(film.look, dark), QSize(*size), rate)
    ]
    how: dict[str, Any] = {"format": "WEBP", "quality": 82, "method": 3}
    if kind == ".gif":
        # One palette for all pictures, so that nothing flickers.
        colours = frames[len(frames) // 2].quantize(255)
        frames = [frame.quantize(palette=colours, dither=Image.Dither.NONE) for frame in frames]
        how = {"format": "GIF"}
    first, *others = frames
    with replacing(path) as draft:
        first.save(draft, save_all=True, append_images=others, duration=1000 // rate, loop=0, **how)


def _pillow(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    return Image.frombytes(
        "RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine()
    )
