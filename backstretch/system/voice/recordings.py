"""The recorded voices that ship: which there are, which lines they have, how long each takes.

A voice is two files, written by `resources/voices/build.py`: NAME.json lists the lines, NAME.voice
holds the header pages of an Ogg Vorbis stream, then each line's pages.
"""

import json
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Literal

from backstretch import assets
from backstretch.system.voice.pieces import Piece, key, pieces

LANGUAGE = "en"
Recorded = Literal["female", "male"]
RECORDED: tuple[Recorded, ...] = ("female", "male")
SYSTEM = "system"
"""As a choice of voice: the system's own for everything."""
_CHOICE = "recorded-"


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line is in its file, in bytes, and how many samples it has."""

    text: str
    begin: int
    end: int
    samples: int


@dataclass(frozen=True, slots=True)
class Recordings:
    """One voice. `lines` are by the key of their text, `rate` is in samples a second, `header` the
    number of bytes before the first line."""

    file: Path
    rate: int
    header: int
    lines: dict[str, Line]

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The recordings that together say `text`; none if a part of it was not recorded."""
        return pieces(text, self.lines)

    def seconds(self, text: str, rate: float = 1.0) -> float | None:
        """How long `text` takes, `rate` times as fast as recorded; None if it was not recorded."""
        found = self.pieces(text)
        if not found:
            return None
        samples = sum(self.lines[piece.key].samples for piece in found)
        return samples / self.rate / rate + sum(piece.silence for piece in found)


def choice(recorded: Recorded) -> str:
    """What the setting of the voice says for this one."""
    return f"{_CHOICE}{recorded}"


def chosen(voice: str, language: str) -> Recorded | None:
    """The recorded voice that the setting `voice` means in that language; None for the system's.
    With "" it is the first one."""
    if language.split("-")[0] != LANGUAGE:
        return None
    if not voice:
        return RECORDED[0]
    return next((each for each in RECORDED if choice(each) == voice), None)


def recordings(name: Recorded, folder: Path | None = None) -> Recordings:
    """Raises OSError and ValueError if the files are missing or damaged."""
    folder = folder or assets.folder("resources") / "voices"
    content = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    rows = content["lines"]
    ends = list(accumulate((row[1] for row in rows), initial=content["header"]))
    lines = {
        key(text): Line(text, begin, begin + size, samples)
        for (text, size, samples, _), begin in zip(rows, ends, strict=False)
    }
    return Recordings(folder / f"{name}.voice", content["rate"], content["header"], lines)
