"""The messages between the program and its sound process, one JSON object per line. Pure."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from backstretch.ports import BreathTone, Chime, Utterance

FLAG = "--sound"
"""Starts the program as a sound process. Then follow the language and, perhaps, the next one."""
WITHOUT_SYSTEM_VOICE = "without-system-voice"


@dataclass(frozen=True, slots=True)
class Hush:
    """Stops speaking, now and later."""


@dataclass(frozen=True, slots=True)
class HushSounds:
    """Stops tones, now and later."""


@dataclass(frozen=True, slots=True)
class DropComing:
    """Forgets what is to be said later."""


@dataclass(frozen=True, slots=True)
class DropComingSounds:
    """Forgets the tones that are to come later."""


@dataclass(frozen=True, slots=True)
class Configure:
    voice: str
    rate: float
    volume: float


@dataclass(frozen=True, slots=True)
class PlayChime:
    chime: Chime
    at: float | None


@dataclass(frozen=True, slots=True)
class Breathe:
    breath: BreathTone
    seconds: float
    at: float | None


@dataclass(frozen=True, slots=True)
class SetVolume:
    """How loud tones are."""

    volume: float


@dataclass(frozen=True, slots=True)
class Ping:
    """Asks whether the process still works; it replies with Alive."""


@dataclass(frozen=True, slots=True)
class Alive:
    """The reply to Ping."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The process works; repeated when something here changes. `name` is the engine's, "" if
    nothing can speak or it would not be heard; `is_heard` is False without a sound device."""

    name: str
    voices: list[str]
    is_heard: bool


@dataclass(frozen=True, slots=True)
class Began:
    """A text is being said and will take `seconds`."""

    text: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing is being said any more."""


@dataclass(frozen=True, slots=True)
class Late:
    """`text` did not fit into its room and was left out."""

    text: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The process cannot go on; it ends."""

    why: str


Request = (
    Utterance
    | Hush
    | HushSounds
    | DropComing
    | DropComingSounds
    | Configure
    | PlayChime
    | Breathe
    | SetVolume
    | Ping
)
Report = Ready | Alive | Began | Over | Late | Failed

_REQUESTS: dict[str, type] = {
    "say": Utterance,
    "hush": Hush,
    "hush sounds": HushSounds,
    "drop coming": DropComing,
    "drop coming sounds": DropComingSounds,
    "configure": Configure,
    "chime": PlayChime,
    "breathe": Breathe,
    "volume": SetVolume,
    "ping": Ping,
}
_REPORTS: dict[str, type] = {
    "ready": Ready,
    "alive": Alive,
    "began": Began,
    "over": Over,
    "late": Late,
    "failed": Failed,
}
_WORDS = {kind: word for word, kind in (_REQUESTS | _REPORTS).items()}


def written(record: Request | Report) -> str:
    """The line for `record`, with the line feed."""
    return json.dumps({_WORDS[type(record)]: asdict(record)}) + "\n"


def request(line: str) -> Request:
    """Reads a request. Raises ValueError for any other line."""
    record = _read(line, _REQUESTS)
    assert isinstance(record, Request)
    return record


def report(line: str) -> Report:
    """Reads a report. Raises ValueError for any other line."""
    record = _read(line, _REPORTS)
    assert isinstance(record, Report)
    return record


def _read(line: str, kinds: dict[str, type]) -> Any:
    content = json.loads(line)
    if not isinstance(content, dict) or len(content) != 1:
        raise ValueError(f"not one message: {line!r}")
    ((word, values),) = content.items()
    kind = kinds.get(word)
    if kind is None or not isinstance(values, dict):
        raise ValueError(f"not a message: {line!r}")
    if set(values) != {field.name for field in fields(kind)}:
        raise ValueError(f"not the values of {word}: {line!r}")
    return kind(**values)
