"""The settings file: each value that can be used is used; it is written whole or not at all."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from backstretch.private_files import private_folder, read_regular, write_bytes, write_text
from backstretch.settings.preferences import RULES, Preferences
from backstretch.settings.settings_problem import SettingsProblem, cut_short

_MOST_BYTES = 1_000_000
_MIRRORED = "mirrored"
"""In earlier versions this swapped left and right in words and figure together, so that the session
began with the left side; that is what is kept of it."""
_NO_VALUES: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """A settings file as understood. `unknown` holds keys of other versions, kept when saving.
    `outdated`: it should be written anew, without what was taken over from an earlier version."""

    preferences: Preferences
    problems: tuple[SettingsProblem, ...] = ()
    unknown: Mapping[str, object] = field(default_factory=lambda: _NO_VALUES)
    outdated: bool = False


def read(path: Path) -> Reading:
    """The settings in `path`; a missing file is all defaults. Raises nothing."""
    try:
        data = json.loads(read_regular(path, _MOST_BYTES))
    except FileNotFoundError:
        return Reading(Preferences())
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or str(error)
        problem = SettingsProblem("unreadable", path, why=cut_short(why))
        return Reading(Preferences(), (problem,))
    if not isinstance(data, dict):
        return Reading(Preferences(), (SettingsProblem("no-object", path),))
    return _understand(data, path)


def _understand(data: dict[str, object], path: Path) -> Reading:
    good: dict[str, object] = {}
    problems: list[SettingsProblem] = []
    for key, rule in RULES.items():
        if key not in data:
            continue
        if rule.accepts(data[key]):
            good[key] = data[key]
        else:
            found = cut_short(json.dumps(data[key], ensure_ascii=False))
            problems.append(SettingsProblem("bad-value", path, key=key, found=found, rule=rule))
    if data.get(_MIRRORED) is True and "starts_left" not in data:
        good["starts_left"] = True
        problems.append(SettingsProblem("mirrored-before", path))
    known = {*RULES, _MIRRORED}
    unknown = {key: value for key, value in data.items() if key not in known and _is_shallow(value)}
    outdated = _MIRRORED in data
    return Reading(Preferences(**good), tuple(problems), unknown, outdated)  # type: ignore[arg-type]


def _is_shallow(value: object, levels: int = 32) -> bool:
    """False if it is nested so deep that it might not be written again."""
    inner: Iterable[object] = ()
    if isinstance(value, dict):
        inner = value.values()
    elif isinstance(value, list):
        inner = value
    return levels > 0 and all(_is_shallow(each, levels - 1) for each in inner)


class Settings:
    """The preferences in force, and their file. `problems` holds what was wrong when it was read,
    `trouble` why it could not be saved last time (None if it could)."""

    def __init__(self, path: Path) -> None:
        reading = read(path)
        self._path = path
        self._unknown = reading.unknown
        self._listeners: list[Callable[[Preferences], None]] = []
        self.now = reading.preferences
        self.problems = reading.problems
        self.trouble: SettingsProblem | None = None
        if any(problem.code != "mirrored-before" for problem in self.problems) and path.exists():
            self._set_aside()
        if reading.outdated:
            self.save()

    def listen(self, listener: Callable[[Preferences], None]) -> Callable[[], None]:
        """Calls `listener` with the new preferences after each change. Returns a function that
        ends that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def change(self, **choices: object) -> None:
        """Takes the choices, keeps them in the file and tells the listeners.
        Raises ValueError for a value out of bounds, KeyError for an unknown choice."""
        for key, value in choices.items():
            if not RULES[key].accepts(list(value) if isinstance(value, tuple) else value):
                raise ValueError(f"{key} cannot be {value!r}")
        new = replace(self.now, **choices)  # type: ignore[arg-type]
        if new == self.now:
            return
        self.now = new
        self.save()
        for listener in tuple(self._listeners):
            listener(new)

    def save(self) -> None:
        """Writes the file, whole or not at all. A failure is kept in `trouble`, not raised."""
        default = Preferences()
        own = {
            each.name: getattr(self.now, each.name)
            for each in fields(Preferences)
            if getattr(self.now, each.name) != getattr(default, each.name)
        }
        try:
            _write(self._path, {**self._unknown, **own})
            self.trouble = None
        except OSError as error:
            self.trouble = SettingsProblem("unsaved", self._path, why=error.strerror or str(error))

    def _set_aside(self) -> None:
        """Keeps a copy of a faulty file, as the next change will overwrite it."""
        with suppress(OSError):
            copy = self._path.with_suffix(".faulty.json")
            write_bytes(copy, read_regular(self._path, _MOST_BYTES))


def _write(path: Path, data: Mapping[str, object]) -> None:
    private_folder(path.parent)
    write_text(path, json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
