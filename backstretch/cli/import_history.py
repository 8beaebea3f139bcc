"""`backstretch import`: takes JSON exports in; what is there already stays as it is."""

import argparse
import sqlite3
from pathlib import Path

from backstretch.cli import Refusal
from backstretch.history.events import Event
from backstretch.history.merge import NotAnExportError, read_export
from backstretch.history.store import Journal
from backstretch.history.trouble import NewerJournalError
from backstretch.paths import places
from backstretch.session import clock

_SAID = {
    "no-json": "{file} is no JSON file; name one that `backstretch export FILE.json` wrote",
    "no-export": "{file} is no export; name one that `backstretch export FILE.json` wrote",
    "newer": "{file} was written by a newer Backstretch; install that one to import it",
    "damaged": "{file} is damaged ({where}); nothing of it was imported, export it again",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.json")


def run(options: argparse.Namespace) -> int:
    read = [(file, _read(file)) for file in options.files]
    journal = Journal(places().journal, clock.wall().date())
    try:
        for file, events in read:
            merged = journal.merge(events).result()
            sessions = f"{merged.sessions} session{'s' * (merged.sessions != 1)}"
            print(f"{file}: {merged.events} new events of {sessions}")
    except (OSError, sqlite3.Error, NewerJournalError) as error:
        raise Refusal(
            f"{places().journal} cannot be written ({error}); nothing was lost, try again"
        ) from None
    finally:
        journal.close()
    return 0


def _read(file: Path) -> list[Event]:
    try:
        return read_export(file)
    except NotAnExportError as error:
        raise Refusal(_SAID[error.code].format(file=file, where=error.where)) from None
