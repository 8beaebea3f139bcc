"""Makes quieter copies of sounds, as not every player has a volume setting."""

import array
import sys
import tempfile
import wave
from pathlib import Path


def quieten(samples: bytes, volume: float) -> bytes:
    """16-bit little-endian `samples` scaled by `volume`, 0 to 1."""
    values = array.array("h")
    values.frombytes(samples)
    if sys.byteorder == "big":
        values.byteswap()
    scaled = array.array("h", (round(value * volume) for value in values))
    if sys.byteorder == "big":
        scaled.byteswap()
    return scaled.tobytes()


class Shelf:
    """Copies of WAV files at one volume, made when first asked for and deleted on `close`."""

    def __init__(self, originals: Path) -> None:
        self._originals = originals
        self._volume = 1.0
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def set_volume(self, volume: float) -> None:
        if volume != self._volume:
            self.close()
        self._volume = volume

    def file(self, name: str) -> Path:
        """The path of that sound at the current volume. Raises OSError and wave.Error."""
        original = self._originals / f"{name}.wav"
        if self._volume == 1.0:
            return original
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="backstretch-sounds-")
        copy = Path(self._folder.name) / original.name
        if not copy.exists():
            _copy(original, copy, self._volume)
        return copy

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _copy(original: Path, copy: Path, volume: float) -> None:
    with wave.open(str(original), "rb") as source:
        form = source.getparams()
        samples = source.readframes(form.nframes)
    with wave.open(str(copy), "wb") as target:
        target.setparams(form)
        target.writeframes(quieten(samples, volume))
