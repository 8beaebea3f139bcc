"""What a session wants from the desktop, as interfaces that name no desktop. The rooms below
`system` know only these; `system` holds the adapters, ranked, the last one silent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Chime = Literal[
    "inhale", "exhale", "rep", "side", "tick-left", "tick-right", "change", "last", "finish"
]
BreathTone = Literal["in", "out"]
Level = Literal["full", "cues", "silent"]
MediaCommand = Literal["play", "pause", "toggle", "next", "previous", "stop", "raise"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to say at `at`, in seconds of the session clock (None: now). `room` is the seconds
    from then until it would be late, `shorter` what to say if `text` does not fit. A higher
    `priority` cuts off a lower one."""

    text: str
    room: float
    priority: int = 0
    shorter: str = ""
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether a service works here, what it is called, and what to install to have it."""

    works: bool
    name: str
    advice: str = ""


class Voice(Protocol):
    def say(self, utterance: Utterance) -> None: ...
    def hush(self) -> None:
        """Stops speaking and forgets what is to be said."""

    def drop_coming(self) -> None:
        """Forgets what is to be said later; what is being said goes on."""

    def seconds(self, text: str) -> float:
        """How long `text` takes as configured: measured if it is recorded, else estimated."""
        ...

    def configure(self, *, voice: str, rate: float, volume: float) -> None:
        """`voice` is one of `voices()`, or "" for the best one in the language of the window;
        `rate` is 0.5 to 2, where 1 is ordinary speech; `volume` is 0 to 1. Applies from the next
        utterance on."""

    def voices(self) -> Mapping[str, str]:
        """The voices to choose from, names for the user by what `configure` takes; empty until
        known."""
        ...

    def availability(self) -> Availability: ...
    def close(self) -> None: ...


class Chimes(Protocol):
    """Times are in seconds of the session clock; None is now."""

    def play(self, chime: Chime, at: float | None = None) -> None: ...
    def breathe(self, breath: BreathTone, seconds: float, at: float | None = None) -> None:
        """A quiet tone that fills a breath of `seconds`, rising with "in", falling with "out"."""

    def hush(self) -> None:
        """Fades out what sounds and forgets what is to sound later."""

    def drop_coming(self) -> None:
        """Forgets what is to sound later; what sounds goes on."""

    def set_volume(self, volume: float) -> None: ...
    def availability(self) -> Availability: ...
    def close(self) -> None: ...


class Awake(Protocol):
    """Keeps the screen from sleeping from `hold` to `release`; a crash ends it too."""

    def hold(self, reason: str) -> None: ...
    def release(self) -> None: ...
    def availability(self) -> Availability: ...


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """What a media control shows. Times are in seconds; `art` is a file path or ""."""

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
    def listen(self, command: Callable[[MediaCommand], None]) -> None: ...
    def availability(self) -> Availability: ...
    def close(self) -> None: ...


Interruption = Literal["suspend", "lock"]


class Interruptions(Protocol):
    """Reports that the computer is about to sleep, or that the screen is locked."""

    def listen(self, interrupted: Callable[[Interruption], None]) -> None: ...
    def availability(self) -> Availability: ...
    def close(self) -> None: ...
