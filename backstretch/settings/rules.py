"""What a remembered value must be, and the words for it."""

from collections.abc import Callable
from dataclasses import dataclass

Check = Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value must be. `wanted` says so in words that follow "should be"."""

    check: Check
    wanted: str
    meaning: str


def rule(meaning: str, wanted: str, check: Check) -> dict[str, Rule]:
    return {"rule": Rule(check, wanted, meaning)}


def is_number(value: object, least: float, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def one_of(meaning: str, *allowed: str) -> dict[str, Rule]:
    listed = ", ".join(f'"{name}"' for name in allowed)
    return rule(meaning, f"one of {listed}", lambda value: value in allowed)


def number(meaning: str, least: float, most: float) -> dict[str, Rule]:
    wanted = f"a number from {least:g} to {most:g}"
    return rule(meaning, wanted, lambda value: is_number(value, least, most))


def whole(meaning: str, least: int, most: int) -> dict[str, Rule]:
    return rule(
        meaning,
        f"a whole number from {least} to {most}",
        lambda value: isinstance(value, int) and is_number(value, least, most),
    )


def flag(meaning: str) -> dict[str, Rule]:
    return rule(meaning, "true or false", lambda value: isinstance(value, bool))


def text(meaning: str) -> dict[str, Rule]:
    return rule(meaning, "a text", lambda value: isinstance(value, str))


def table(meaning: str, of: str, check: Check) -> dict[str, Rule]:
    return rule(
        meaning,
        f"a table of {of}",
        lambda value: (
            isinstance(value, dict)
            and all(isinstance(k, str) and check(v) for k, v in value.items())
        ),
    )


def is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_geometry(value: object) -> bool:
    return value == [] or (
        isinstance(value, list | tuple)
        and len(value) == 4
        and all(isinstance(n, int) for n in value)
    )
