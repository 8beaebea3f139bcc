"""`backstretch export`: the whole history in a file of the format its name ends in."""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from backstretch.assets import folder
from backstretch.cli.history import unreadable
from backstretch.cli.refusal import Refusal
from backstretch.history.calendar_file import CalendarWords
from backstretch.history.exchange import SUFFIXES, UnknownFormatError, export
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.table_file import TableForm
from backstretch.paths import places
from backstretch.routine.titles import titles_of


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="ends in .json (all of it), .csv or .ics"
    )
    parser.add_argument(
        "--decimal-comma",
        action="store_true",
        help="write a .csv for an office program of a language that writes 1,5: with semicolons",
    )


def run(options: argparse.Namespace) -> int:
    target: Path = options.file
    try:
        form = TableForm.of_decimal(",") if options.decimal_comma else None
        words = _words() if target.suffix.lower() == ".ics" else None
        count = export(Reading(places().journal), target, words, form)
    except UnknownFormatError:
        names = ", ".join(SUFFIXES)
        raise Refusal(f"'{target.name}' has to end in one of {names}") from None
    except UnreadableError as error:
        raise Refusal(unreadable(error)) from None
    except IsADirectoryError:
        raise Refusal(f"{target} is a folder; name a file in it") from None
    except FileNotFoundError:
        raise Refusal(f"there is no folder {target.parent}; make it first") from None
    print(f"{count} session{'s' * (count != 1)} written to {target}")
    return 0


def _words() -> CalendarWords:
    """The words of a calendar and the titles of all routines and moves, in the language chosen for
    the window, else that of the terminal."""
    from backstretch.figure.poses import load_poses
    from backstretch.routine.shelf import shelf
    from backstretch.settings import read

    language = read(places().settings).preferences.language or _language_of_terminal()
    found = shelf(load_poses(), language, places().routines)
    english = CalendarWords(titles_of(each.routine for each in found.routines))
    return replace(
        english,
        count=_translated(language, "Numbers", english.count),
        stiffness=_translated(language, "History", english.stiffness),
    )


def _language_of_terminal() -> str:
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    system = next((os.environ[name] for name in names if os.environ.get(name)), "en")
    return system.partition(".")[0].partition("@")[0]


def _translated(language: str, context: str, text: str) -> str:
    """The window's translation of `text`; the text itself if there is none, or no Qt to read it."""
    if language.partition("_")[0] == "en":
        return text
    try:
        from PySide6.QtCore import QTranslator
    except ImportError:
        return text
    translator = QTranslator()
    # Qt falls back from `de_AT` to `de` by itself.
    translator.load(f"backstretch_{language}", str(folder("resources") / "i18n"))
    return translator.translate(context, text) or text
