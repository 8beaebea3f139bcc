"""What the settings page needs from the rest of the program, as plain functions and values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from backstretch.ports import Availability
from backstretch.routine.model import Routine


@dataclass(frozen=True, slots=True)
class DataAction:
    """Something to do with the whole history: `title`, `hint` and the `words` on its button."""

    title: str
    hint: str
    words: str
    press: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Hooks:
    """`figures` are names; `preview` draws one. `voices` returns names by voice id, `services`
    availability by the service's name. All of them may be called again at any time."""

    figures: tuple[str, ...]
    preview: Callable[[str, int, float], QPixmap]
    languages: Mapping[str, str]
    routine: Callable[[], Routine]
    places: Mapping[str, str]
    data_actions: tuple[DataAction, ...] = ()
    voices: Callable[[], Mapping[str, str]] = dict
    services: Callable[[], Mapping[str, Availability]] = dict
    try_voice: Callable[[], object] | None = None
    try_sounds: Callable[[], object] | None = None
