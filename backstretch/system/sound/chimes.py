"""Plays our own sounds with whatever this system has for it; silent if it has nothing."""

import logging
import wave
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from backstretch import assets
from backstretch.ports import Availability, Chime
from backstretch.system.sound.loudness import Shelf
from backstretch.system.sound.players import Program, ranked

log = logging.getLogger(__name__)


class Output(Protocol):
    """Starts playing a WAV file and returns at once."""

    is_installed: bool

    @property
    def name(self) -> str: ...
    def play(self, file: Path) -> object: ...
    def close(self) -> None: ...


class SoftChimes:
    def __init__(self, output: Output, sounds: Path | None = None) -> None:
        self._output = output
        self._shelf = Shelf(sounds or assets.folder("resources") / "sounds")
        self._audible = True

    def play(self, chime: Chime) -> None:
        if not self._audible:
            return
        try:
            self._output.play(self._shelf.file(chime))
        except (OSError, wave.Error) as error:
            self._audible = False
            log.info("no sounds from here on: %s", error)

    def set_volume(self, volume: float) -> None:
        """Sets the volume: 0 is off, 1 is as loud as the files are."""
        self._audible = volume > 0
        self._shelf.set_volume(min(1.0, max(0.0, volume)))

    def availability(self) -> Availability:
        name = self._output.name
        return Availability(bool(name), name, "" if name else _advice(self._output))

    def close(self) -> None:
        self._output.close()
        self._shelf.close()


def best_output() -> Output:
    """The first player that this system has; one with an empty name if it has none."""
    from backstretch.system.sound import windows

    return windows.WindowsOutput() if windows.is_here() else Program(ranked())


def _advice(output: Output) -> str:
    if output.is_installed:
        return QCoreApplication.translate(
            "Sound", "No sound comes out: check that a loudspeaker is connected and switched on."
        )
    return QCoreApplication.translate(
        "Sound",
        "No program that plays sounds was found. On Debian and Ubuntu: "
        "sudo apt install pulseaudio-utils (or alsa-utils).",
    )
