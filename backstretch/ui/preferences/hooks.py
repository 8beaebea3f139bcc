"""What the settings page needs of the rest of the program, said without knowing it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from backstretch.ports import Availability
from backstretch.routine.model import Routine


@dataclass(frozen=True, slots=True)
class DataAction:
    """One thing that can be done with the history: `title`, `hint` and the button's `words`."""

    title: str
    hint: str
    words: str
    press: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Hooks:
    """`figures` are names; `preview` draws one. `voices` maps a voice's id to its name, `services`
    a service's name to whether it works. All may be asked again at any time."""

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
