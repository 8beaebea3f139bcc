"""What the session wants from the desktop, said without naming any desktop.

The rooms below `system` know only these; `system` holds the adapters, each ranked, the last silent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

Chime = Literal["inhale", "exhale", "rep", "side", "change", "last", "finish"]
Level = Literal["full", "cues", "silent"]
MediaCommand = Literal["play", "pause", "toggle", "next", "previous", "stop", "raise"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to be said now. `room` is how many seconds there are before it would be late,
    `shorter` what to say where `text` would overrun. A higher `priority` cuts a lower one off."""

    text: str
    room: float
    priority: int = 0
    shorter: str = ""


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether a service is here, what it calls itself, and what a user would do to have it."""

    works: bool
    name: str
    advice: str = ""


class Voice(Protocol):
    def say(self, utterance: Utterance) -> None: ...
    def hush(self) -> None: ...
    def configure(self, *, voice: str, rate: float, volume: float) -> None:
        """`voice` is one of `voices()` or empty for the best in the language of the window;
        `rate` 0.5 to 2, 1 is ordinary speech; `volume` 0 to 1. From the next utterance on."""

    def voices(self) -> tuple[str, ...]:
        """The voices to choose from, those of the window's language first; empty until known."""
        ...

    def availability(self) -> Availability: ...
    def close(self) -> None: ...


class Chimes(Protocol):
    def play(self, chime: Chime) -> None: ...
    def set_volume(self, volume: float) -> None: ...
    def availability(self) -> Availability: ...
    def close(self) -> None: ...


class Awake(Protocol):
    """Keeps the screen from sleeping while `hold` is on; let go on `release` and on a crash."""

    def hold(self, reason: str) -> None: ...
    def release(self) -> None: ...
    def availability(self) -> Availability: ...


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """What a media control shows. Times in seconds; `art` is a file path or empty."""

    title: str
    routine: str
    track: int
    tracks: int
    status: Literal["playing", "paused", "stopped"]
    position: float
    length: float
    art: str = ""


class MediaControls(Protocol):
    def show(self, now: NowPlaying) -> None: ...
    def listen(
        self, command: Callable[[MediaCommand], None], seek: Callable[[float], None]
    ) -> None: ...
    def availability(self) -> Availability: ...
    def close(self) -> None: ...


Interruption = Literal["suspend", "lock"]


class Interruptions(Protocol):
    """Tells when the computer is about to sleep or the screen is locked."""

    def listen(self, interrupted: Callable[[Interruption], None]) -> None: ...
    def availability(self) -> Availability: ...
    def close(self) -> None: ...
