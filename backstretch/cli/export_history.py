"""`backstretch export`: the whole history in a file of the format its name ends in."""

import argparse
from pathlib import Path

from backstretch.cli.history import unreadable
from backstretch.cli.refusal import Refusal
from backstretch.history.exchange import SUFFIXES, UnknownFormatError, export
from backstretch.history.reading import Reading, UnreadableError
from backstretch.paths import places


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="ends in .json (all of it), .csv or .ics"
    )


def run(options: argparse.Namespace) -> int:
    target: Path = options.file
    try:
        count = export(Reading(places().journal), target)
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
