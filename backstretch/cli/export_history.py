"""`backstretch export`: the whole history in a file of the format its name ends in."""

import argparse
import os
from pathlib import Path

from backstretch.cli.history import unreadable
from backstretch.cli.refusal import Refusal
from backstretch.history.calendar_file import CalendarWords
from backstretch.history.exchange import SUFFIXES, UnknownFormatError, export
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.table_file import TableForm
from backstretch.paths import places
from backstretch.routine.titles import Titles, titles_of


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
        words = CalendarWords(_titles()) if target.suffix.lower() == ".ics" else None
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


def _titles() -> Titles:
    """The titles of all routines and moves, in the language chosen for the window, else that
    of the terminal."""
    from backstretch.figure.poses import load_poses
    from backstretch.routine.shelf import shelf
    from backstretch.settings import read

    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    system = next((os.environ[name] for name in names if os.environ.get(name)), "en")
    language = read(places().settings).preferences.language or system.partition(".")[0]
    found = shelf(load_poses(), language, places().routines)
    return titles_of(each.routine for each in found.routines)
