"""The messages between the program and its speech process, one JSON object per line. Pure."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from backstretch.ports import Utterance


@dataclass(frozen=True, slots=True)
class Hush:
    pass


@dataclass(frozen=True, slots=True)
class Configure:
    voice: str
    rate: float
    volume: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The process is ready to speak, through the engine of that name."""

    name: str
    voices: list[str]


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
    """The engine does not work; the process ends."""

    why: str


Request = Utterance | Hush | Configure
Report = Ready | Began | Over | Late | Failed

_REQUESTS: dict[str, type] = {"say": Utterance, "hush": Hush, "configure": Configure}
_REPORTS: dict[str, type] = {
    "ready": Ready,
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
