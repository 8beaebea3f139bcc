"""`backstretch import`: takes in JSON exports; what is there already stays as it is."""

import argparse
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

from backstretch.cli.refusal import Refusal
from backstretch.history.events import Event
from backstretch.history.merge import Merged, NotAnExportError, in_chunks, read_export
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
    # For the window, which runs its imports in a process of their own.
    parser.add_argument("--lines", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    if options.lines:
        return _run_in_lines(options.files[0])
    read = [(file, _read(file)) for file in options.files]
    journal = Journal(places().journal, clock.wall().date())
    try:
        for file, events in read:
            merged = merge_all(journal, events)
            sessions = f"{merged.sessions} session{'s' * (merged.sessions != 1)}"
            print(f"{file}: {merged.events} new events of {sessions}")
    except (OSError, sqlite3.Error, NewerJournalError) as error:
        raise Refusal(
            f"{places().journal} cannot be written ({error}); nothing was lost, try again"
        ) from None
    finally:
        journal.close()
    return 0


def merge_all(
    journal: Journal, events: list[Event], tell: Callable[[int, int], None] = lambda *_: None
) -> Merged:
    """Imports piece by piece. If it is interrupted, the events imported so far stay, and a second
    import continues from there. `tell` gets how many of how many events are in."""
    whole = Merged(0, 0)
    told = 0
    for chunk in in_chunks(events):
        merged = journal.merge(chunk).result()
        whole = Merged(whole.sessions + merged.sessions, whole.events + merged.events)
        told += len(chunk)
        tell(told, len(events))
    return whole


def _run_in_lines(file: Path) -> int:
    """Prints one JSON object per line: the progress (`done`, `of`), finally the result
    (`sessions`), or why it failed (`code` and `where`, or `why`)."""

    def say(**values: object) -> None:
        print(json.dumps(values), flush=True)

    try:
        events = read_export(file)
        journal = Journal(places().journal, clock.wall().date())
        try:
            merged = merge_all(journal, events, lambda done, of: say(done=done, of=of))
        finally:
            journal.close()
        say(sessions=merged.sessions)
    except NotAnExportError as error:
        say(code=error.code, where=error.where)
    except (OSError, sqlite3.Error, NewerJournalError) as error:
        say(why=getattr(error, "strerror", None) or str(error))
    return 0


def _read(file: Path) -> list[Event]:
    try:
        return read_export(file)
    except NotAnExportError as error:
        raise Refusal(_SAID[error.code].format(file=file, where=error.where)) from None
