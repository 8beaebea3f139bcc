"""What a remembered choice may be, and the words of its row on the settings page.

`Preferences` declares one rule for each choice. The settings file is checked by it, and the page
builds the row from it, so that bounds and defaults stand in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeGuard, assert_never

from backstretch.plain_text import is_plain

Kind = Literal["flag", "one-of", "number", "whole", "text", "move-tables", "keys", "rectangle"]
Unit = Literal["", "seconds", "percent", "share", "metres", "inches"]
"""What a number counts; `share` is a factor that is shown as a percentage."""

_MOST = 1000
"""Entries of a table or a list, and characters of a text."""
_FARTHEST = 100_000
"""Pixels."""
_NO_OPTIONS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """`title` and `hint` are the row's words and `options` maps values to words, all of them
    English sources marked for translation; a choice without a row has no title. `least` and
    `most` are inclusive, `step` is how far one press moves the row. `may_be_unset`: the value may
    be None, which leaves the decision to the routine."""

    kind: Kind
    title: str = ""
    hint: str = ""
    options: Mapping[str, str] = field(default_factory=lambda: _NO_OPTIONS)
    least: float = 0
    most: float = 0
    step: float = 1
    unit: Unit = ""
    may_be_unset: bool = False

    def accepts(self, value: object) -> bool:
        """True if `value`, as JSON has it, may be kept."""
        if value is None:
            return self.may_be_unset
        match self.kind:
            case "flag":
                return isinstance(value, bool)
            case "one-of":
                return isinstance(value, str) and value in self.options
            case "number":
                return _is_number(value, self.least, self.most)
            case "whole":
                return isinstance(value, int) and _is_number(value, self.least, self.most)
            case "text":
                return _is_text(value)
            case "move-tables":
                return _is_table(value) and all(_is_move_table(each) for each in value.values())
            case "keys":
                return _is_table(value) and all(_is_texts(each) for each in value.values())
            case "rectangle":
                return value == [] or _is_rectangle(value)
            case _:
                assert_never(self.kind)


def _is_number(value: object, least: float, most: float) -> bool:
    # True and False are integers to Python; NaN fails both comparisons.
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict) and len(value) <= _MOST and all(map(_is_text, value))


def _is_text(value: object) -> bool:
    """A short line: Qt ends the program at halves of characters, and cuts texts off at a NUL."""
    return isinstance(value, str) and len(value) <= _MOST and is_plain(value) and "\n" not in value


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _MOST and all(map(_is_text, value))


def _is_move_table(value: object) -> bool:
    """Choices for a move: flags, numbers that a float can hold, short texts."""
    return _is_table(value) and all(
        isinstance(each, bool) or _is_text(each) or _is_number(each, -1e9, 1e9)
        for each in value.values()
    )


def _is_rectangle(value: object) -> bool:
    """Four whole numbers that Qt can take; the size is that of some screen."""
    if not isinstance(value, list) or len(value) != 4 or not all(type(n) is int for n in value):
        return False
    return all(abs(n) < _FARTHEST for n in value) and all(n > 0 for n in value[2:])
