"""YAML text to plain data that remembers its lines."""

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from backstretch.figure.posenode import Path, PoseProblem

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_LONGEST = 500_000
_DEEPEST = 12
_MISSING = object()
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9]\d{0,5})(\.\d{1,9})?").fullmatch
_PLAIN_NAME = re.compile(r"(?!(?:yes|no|on|off|true|false|null)$)[a-z][a-z-]{1,40}").fullmatch
"""What poses are mostly written in, known at a glance; the rest is left to YAML's own rules."""


def parsed(text: str, name: str) -> tuple[object, dict[Path, int]]:
    """The data and the line (from 1) of every value. `name` is the file's, for messages.

    Raises PoseProblem for what is not YAML, too large or too deep.
    """
    if len(text) > _LONGEST:
        raise PoseProblem(f"{name}:1: the file is too large; keep poses under {_LONGEST} letters")
    try:
        reading = _Reading(_Loader(text))
        return reading.read(), reading.lines
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        line = mark.line + 1 if mark else 1
        raise PoseProblem(f"{name}:{line}: {problem.problem}", (), line) from problem
    except (yaml.YAMLError, ValueError) as problem:
        if isinstance(problem, PoseProblem):
            raise PoseProblem(f"{name}:{problem.line}: {problem.message}") from problem
        raise PoseProblem(f"{name}:1: this is not readable as YAML", (), 1) from problem


class _Reading:
    """Builds the data from the parser's events, so that no depth of nesting uses up the stack."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader
        self._open: list[tuple[dict[str, object] | list[object], Path]] = []
        self._key: list[object] = []
        self._root: object = {}
        self.lines: dict[Path, int] = {}

    def read(self) -> object:
        while self._loader.check_event():
            event = self._loader.get_event()
            if isinstance(event, MappingStartEvent):
                self._begin(event, {})
            elif isinstance(event, SequenceStartEvent):
                self._begin(event, [])
            elif isinstance(event, CollectionEndEvent):
                self._open.pop()
                self._key.pop()
            elif isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, AliasEvent):
                raise _problem("write the values out; '*' for repeats is not read here", event)
        return self._root

    def _begin(self, event: Any, holder: dict[str, object] | list[object]) -> None:
        path = self._place(event, holder)
        if len(path) >= _DEEPEST:
            raise _problem("the file is nested too deeply", event)
        self._open.append((holder, path))
        self._key.append(_MISSING)

    def _scalar(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            raise _problem("write the value plainly; '!' and '!!' are not read here", event)
        value = self._value(event)
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is _MISSING:
            if not isinstance(value, str):
                raise _problem("names must be texts", event)
            if value in self._open[-1][0]:
                raise _problem(f"'{value}' is written twice", event)
            self._key[-1] = value
            return
        self._place(event, value)

    def _value(self, event: Any) -> object:
        if not event.implicit[0]:
            return event.value
        if _PLAIN_NUMBER(event.value):
            return float(event.value)
        if _PLAIN_NAME(event.value):
            return event.value
        tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)
        return self._loader.construct_object(node)

    def _place(self, event: Any, value: object) -> Path:
        """Puts a value where it belongs, and tells the way to it."""
        path: Path = ()
        if not self._open:
            self._root = value
        else:
            holder, above = self._open[-1]
            if isinstance(holder, list):
                path = (*above, len(holder))
                holder.append(value)
            else:
                key = self._key[-1]
                if not isinstance(key, str):
                    raise _problem("names must be texts", event)
                path = (*above, key)
                holder[key] = value
                self._key[-1] = _MISSING
        self.lines[path] = event.start_mark.line + 1
        return path


def _problem(message: str, event: Any) -> PoseProblem:
    return PoseProblem(message, (), event.start_mark.line + 1)
