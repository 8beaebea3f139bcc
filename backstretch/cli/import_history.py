"""`backstretch import`: takes in JSON exports; what is there already stays as it is."""

import argparse
import json
import sqlite3
from pathlib import Path

from backstretch.cli.refusal import Refusal
from backstretch.history.import_file import NotAnExportError, events_in
from backstretch.history.store import Journal
from backstretch.history.trouble import NewerJournalError
from backstretch.history.unsaved import Unsaved
from backstretch.paths import places
from backstretch.session import clock

_SAID = {
    "no-json": "{file} is no JSON file; name one that `backstretch export FILE.json` wrote",
    "no-export": "{file} is no export; name one that `backstretch export FILE.json` wrote",
    "newer": "{file} was written by a newer Backstretch; install that one to import it",
    "damaged": "{file} is damaged ({where}); nothing of it was imported, export it again",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE.json", help="what `export` wrote"
    )
    # For the window, which runs its imports in a process of their own.
    parser.add_argument("--lines", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    if options.lines:
        return _run_in_lines(options.files[0])
    if len(options.files) > 1:
        for file in options.files:
            _check(file)
    journal = _open()
    try:
        for file in options.files:
            merged = journal.merge(events_in(file)).result()
            sessions = f"{merged.sessions} session{'s' * (merged.sessions != 1)}"
            print(f"{file}: {merged.events} new events of {sessions}")
    except NotAnExportError as error:
        raise _refusal(file, error) from None
    except (sqlite3.Error, NewerJournalError) as error:
        raise Refusal(
            f"{places().journal} cannot be written ({error}); nothing was lost, try again"
        ) from None
    finally:
        journal.close()
    return 0


def _open() -> Journal:
    at = places()
    return Journal(at.journal, clock.wall().date(), unsaved=Unsaved(at.state, at.journal))


def _check(file: Path) -> None:
    """Reads the whole file, so that a later one that is damaged leaves out the earlier ones too."""
    try:
        for _ in events_in(file):
            pass
    except NotAnExportError as error:
        raise _refusal(file, error) from None


def _refusal(file: Path, error: NotAnExportError) -> Refusal:
    return Refusal(_SAID[error.code].format(file=file, where=error.where))


def _run_in_lines(file: Path) -> int:
    """Prints one JSON object per line: the progress (`done`, `of`), finally the result
    (`sessions`), or why it failed (`code` and `where`, or `why`)."""

    def say(**values: object) -> None:
        print(json.dumps(values), flush=True)

    percent = -1

    def tell(done: int, of: int) -> None:
        nonlocal percent
        # A line for each session would keep the window busy.
        if 100 * done // max(1, of) > percent:
            percent = 100 * done // max(1, of)
            say(done=done, of=of)

    journal = _open()
    try:
        merged = journal.merge(events_in(file, tell)).result()
        say(sessions=merged.sessions)
    except NotAnExportError as error:
        say(code=error.code, where=error.where)
    except (OSError, sqlite3.Error, NewerJournalError) as error:
        say(why=getattr(error, "strerror", None) or str(error))
    finally:
        journal.close()
    return 0
