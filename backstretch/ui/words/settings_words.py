"""What the settings page says of a choice, and what is wrong with a settings file."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from backstretch.settings import Rule, SettingsProblem
from backstretch.settings.rule import Unit


def title(rule: Rule) -> str:
    return _translated(rule.title)


def hint(rule: Rule) -> str:
    """The hint below the title. May name keys as `{command}`, see `Actions.with_keys`."""
    return _translated(rule.hint)


def options(rule: Rule) -> dict[str, str]:
    """The values of a choice and their words, in the order of the declaration."""
    return {value: _translated(words) for value, words in rule.options.items()}


def _translated(source: str) -> str:
    return QCoreApplication.translate("Preferences", source) if source else ""


def amount(value: float, unit: Unit) -> str:
    """A number with its unit and up to two decimals: `2.55 m`, `130%`, `3 s`."""
    match unit:
        case "seconds":
            words = QCoreApplication.translate("Preferences", "{number} s")
            return words.format(number=_exact(value))
        case "percent":
            return _percent(value)
        case "share":
            return _percent(value * 100)
        case "metres":
            words = QCoreApplication.translate("Preferences", "{number} m")
            return words.format(number=_exact(value))
        case "inches" if value == 0:
            return QCoreApplication.translate("Preferences", "as the screen says")
        case "inches":
            words = QCoreApplication.translate("Preferences", "{number} inches")
            return words.format(number=_exact(value))
        case "":
            return _exact(value)
        case _:
            assert_never(unit)


def _percent(value: float) -> str:
    words = QCoreApplication.translate("Preferences", "{number}%")
    return words.format(number=_exact(value))


def _exact(value: float) -> str:
    """Up to two decimals, without trailing zeros."""
    places = next((n for n in (0, 1) if abs(value - round(value, n)) < 0.005), 2)
    return QLocale().toString(float(value), "f", places)


def unset(amount_of_routine: str) -> str:
    """Shown while the user has chosen nothing, so that the routine decides."""
    words = QCoreApplication.translate("Preferences", "{amount}, as the routine has it")
    return words.format(amount=amount_of_routine)


def problem_text(problem: SettingsProblem) -> str:
    """What is wrong with the settings file, and what is used instead."""
    match problem.code:
        case "unreadable":
            words = QCoreApplication.translate(
                "Preferences", "The settings in {file} cannot be read ({why}); defaults are used."
            )
        case "no-object":
            words = QCoreApplication.translate(
                "Preferences", "The settings in {file} are not a JSON object; defaults are used."
            )
        case "bad-value":
            words = QCoreApplication.translate(
                "Preferences",
                "The setting {key} cannot be {found}; it has to be {wanted}. Its default is used.",
            )
        case "unsaved":
            words = QCoreApplication.translate(
                "Preferences", "The settings cannot be saved in {file} ({why})."
            )
        case "mirrored-before":
            words = QCoreApplication.translate(
                "Preferences",
                "“Mirror” is now two choices in Settings. Yours became “Start with the left side”;"
                " a figure that faces you moves as in a mirror.",
            )
        case _:
            assert_never(problem.code)
    return words.format(
        file=problem.path,
        why=problem.why,
        key=problem.key,
        found=problem.found,
        wanted=_wanted(problem.rule) if problem.rule is not None else "",
    )


def _wanted(rule: Rule) -> str:
    """What a value has to be, in words that follow "has to be"."""
    match rule.kind:
        case "flag":
            return QCoreApplication.translate("Preferences", "true or false")
        case "one-of":
            words = QCoreApplication.translate("Preferences", "one of {options}")
            return words.format(options=", ".join(f'"{value}"' for value in rule.options))
        case "number":
            words = QCoreApplication.translate("Preferences", "a number from {least} to {most}")
            return words.format(least=_exact(rule.least), most=_exact(rule.most))
        case "whole":
            words = QCoreApplication.translate(
                "Preferences", "a whole number from {least} to {most}"
            )
            return words.format(least=_exact(rule.least), most=_exact(rule.most))
        case "text":
            return QCoreApplication.translate("Preferences", "a text")
        case "move-tables":
            return QCoreApplication.translate("Preferences", "a table of moves")
        case "keys":
            return QCoreApplication.translate("Preferences", "a table of keys")
        case "rectangle":
            return QCoreApplication.translate("Preferences", "four whole numbers")
        case _:
            assert_never(rule.kind)
