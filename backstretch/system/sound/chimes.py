"""Chimes and breath tones, played by the sound process."""

from backstretch.ports import Availability, BreathTone, Chime
from backstretch.system.voice.protocol import (
    Breathe,
    DropComingSounds,
    HushSounds,
    PlayChime,
    SetVolume,
)
from backstretch.system.voice.speech import SpokenVoice, no_device


class SoftChimes:
    """`link` leads to the sound process. While the volume is 0 nothing is asked of it."""

    def __init__(self, link: SpokenVoice) -> None:
        self._link = link
        self._volume = 1.0
        link.changed.connect(self._tell_volume)

    def play(self, chime: Chime, at: float | None = None) -> None:
        if self._volume > 0:
            self._link.send(PlayChime(chime, at))

    def breathe(self, breath: BreathTone, seconds: float, at: float | None = None) -> None:
        if self._volume > 0:
            self._link.send(Breathe(breath, seconds, at))

    def hush(self) -> None:
        self._link.send(HushSounds())

    def drop_coming(self) -> None:
        self._link.send(DropComingSounds())

    def set_volume(self, volume: float) -> None:
        """Sets the volume at once: 0 is off, 0.8 is as loud as the files are."""
        self._volume = min(1.0, max(0.0, volume))
        self._tell_volume()

    def availability(self) -> Availability:
        if self._link.is_heard:
            return Availability(True, "")
        return Availability(False, "", no_device())

    def close(self) -> None:
        self.hush()

    def _tell_volume(self) -> None:
        """Also tells a process that was started anew."""
        self._link.send(SetVolume(self._volume))
