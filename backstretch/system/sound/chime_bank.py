"""The samples of the chimes that ship, read when first asked for."""

import sys
import wave
from array import array
from pathlib import Path

from backstretch import assets
from backstretch.ports import Chime
from backstretch.system.sound.mixer import RATE

_PANS: dict[Chime, float] = {"tick-left": -0.6, "tick-right": 0.6}


class ChimeBank:
    """`folder` holds NAME.wav for each chime."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or assets.folder("resources") / "sounds"
        self._read: dict[Chime, array[int]] = {}
        self._peaks: dict[Chime, float] = {}

    def samples(self, chime: Chime) -> "array[int]":
        """Raises OSError and wave.Error."""
        if chime not in self._read:
            self._read[chime] = _samples(self._folder / f"{chime}.wav")
        return self._read[chime]

    def peak(self, chime: Chime) -> float:
        """The most that its samples reach, of full scale. Raises OSError and wave.Error."""
        if chime not in self._peaks:
            samples = self.samples(chime)
            self._peaks[chime] = max(max(samples, default=0), -min(samples, default=0)) / 32768
        return self._peaks[chime]

    @staticmethod
    def pan(chime: Chime) -> float:
        """Where the chime is heard, -1 left to 1 right."""
        return _PANS.get(chime, 0.0)


def _samples(file: Path) -> "array[int]":
    with wave.open(str(file), "rb") as sound:
        if (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) != (1, 2, RATE):
            raise wave.Error(f"{file.name} is not mono, 16 bits, {RATE} a second")
        samples = array("h", sound.readframes(sound.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples
