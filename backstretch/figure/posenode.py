"""Plain data read with care: every mistake becomes one sentence that knows where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from backstretch.figure.body import Vector

MOST_ENTRIES = 800
_LONGEST_NAME = 60
Path = tuple[str | int, ...]


class PoseProblem(ValueError):  # noqa: N818 - the field's word
    """A mistake in a pose: `path` leads to it in the data, `line` (from 1) where it was read."""

    def __init__(self, message: str, path: Path = (), line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the data and the way to it."""

    value: object
    path: Path = ()

    def fail(self, message: str) -> PoseProblem:
        return PoseProblem(message, self.path)

    def mapping(self, allowed: frozenset[str] | None = None) -> dict[str, "Node"]:
        if not isinstance(self.value, Mapping):
            raise self.fail(f"{self.label} must be a list of names and values ('name: value')")
        found = {}
        for key, value in self.value.items():
            if not isinstance(key, str) or len(key) > _LONGEST_NAME:
                raise self.fail(f"{self.label}: names must be short texts")
            if allowed is not None and key not in allowed:
                raise PoseProblem(
                    f"'{key}' is not known here; write one of: {', '.join(sorted(allowed))}",
                    (*self.path, key),
                )
            found[key] = Node(value, (*self.path, key))
        return found

    def items(self, count: int | None = None, most: int = MOST_ENTRIES) -> list["Node"]:
        value = self.value
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.fail(f"{self.label} must be a list, like [1, 2, 3]")
        if len(value) > most or (count is not None and len(value) != count):
            raise self.fail(f"{self.label} must have {count or f'at most {most}'} entries")
        return [Node(item, (*self.path, index)) for index, item in enumerate(value)]

    def number(self, least: float = -360.0, most: float = 360.0) -> float:
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(f"{self.label} must be a number")
        if not (least <= value <= most and isfinite(value)):
            raise self.fail(f"{self.label} must lie between {least:g} and {most:g}")
        return float(value)

    def text(self) -> str:
        if not isinstance(self.value, str) or not 0 < len(self.value) <= _LONGEST_NAME:
            raise self.fail(f"{self.label} must be a short name")
        return self.value

    def vector(self, least: float = -3.0, most: float = 3.0) -> Vector:
        x, y, z = (item.number(least, most) for item in self.items(3))
        return (x, y, z)

    def direction(self) -> Vector:
        found = self.vector()
        if max(map(abs, found)) < 0.01:
            raise self.fail(f"{self.label} points nowhere; give a direction, like [1, 0, 0]")
        return found

    @property
    def label(self) -> str:
        return " › ".join(str(part) for part in self.path[1:]) or "the file"
