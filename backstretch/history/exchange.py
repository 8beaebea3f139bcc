"""The history out of this program and back into it.

JSON holds everything and comes back the same; CSV (a row a move) and iCalendar (an event a
session) are for other programs. docs/export.md describes all three for their readers.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO, TypeVar

from backstretch.history import calendar_file, fold, table_file
from backstretch.history.events import Event
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.session_json import session_values
from backstretch.history.week import SessionDone

FORMAT = "backstretch-journal"
VERSION = 1
SUFFIXES = (".json", ".csv", ".ics")


Answer = TypeVar("Answer")


class UnknownFormatError(ValueError):
    """The file's name ends in none of `SUFFIXES`."""


def export(reading: Reading, target: Path, titles: Mapping[str, str] | None = None) -> int:
    """Writes the whole history to `target`, in the format its name ends in; answers how many
    sessions. `titles` maps ids of routines and moves to what they are called.

    The file appears whole or not at all, readable by its owner only.
    Raises UnknownFormatError, OSError and UnreadableError.
    """
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnknownFormatError(target.suffix)
    if suffix == ".json":
        return write_whole(target, lambda stream: write_json(stream, stories(reading)))
    sessions = reading.all_sessions()
    if suffix == ".csv":
        write_whole(target, lambda stream: table_file.write(stream, sessions))
    else:
        write_whole(target, lambda stream: calendar_file.write(stream, sessions, titles or {}))
    return len(sessions)


def stories(reading: Reading) -> Iterator[tuple[str, list[Event]]]:
    """Every session's id with its events, edits of practice as a whole included."""
    for identity in reading.identities():
        yield identity, reading.events(identity)


def with_journal(journal: Path, waiting: Iterable[Event]) -> dict[str, list[Event]]:
    """What the journal still gives, with the events that are `waiting` to be written."""
    told: dict[str, list[Event]] = {}
    try:
        told = dict(stories(Reading(journal)))
    except (UnreadableError, OSError):
        # What waits is worth saving on its own; the journal itself is not lost by this.
        told = {}
    for event in waiting:
        told.setdefault(event.session, []).append(event)
    return {
        identity: sorted(events, key=lambda one: one.order) for identity, events in told.items()
    }


def write_json(stream: TextIO, told: Iterable[tuple[str, list[Event]]]) -> int:
    """Writes `told` to `stream`; answers how many sessions a page would show.

    Of a deleted session only the deletion goes out: that is enough to delete it elsewhere.
    """
    head = {"format": FORMAT, "version": VERSION}
    stream.write(json.dumps(head)[:-1] + ', "sessions": [')
    shown = 0
    for number, (identity, events) in enumerate(told):
        done = fold.session_of(identity, events)
        shown += done is not None
        stream.write(",\n" if number else "\n")
        json.dump(_story(identity, events, done), stream, ensure_ascii=False)
    stream.write("\n]}\n")
    return shown


def write_whole(target: Path, write: Callable[[TextIO], Answer]) -> Answer:
    """Calls `write` with a new file that takes the place of `target` once it is on the disk."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as raw:
            stream = TextIOWrapper(raw, "utf-8", errors="replace", newline="")
            answer = write(stream)
            stream.flush()
            os.fsync(raw.fileno())
            stream.detach()
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return answer


def _story(identity: str, events: list[Event], done: SessionDone | None) -> dict[str, object]:
    if fold.deletions(events):
        events = [event for event in events if event.kind in ("Deleted", "Restored")]
        return {"id": identity, "deleted": True, "events": [_event(event) for event in events]}
    values: dict[str, object] = session_values(done) if done is not None else {"id": identity}
    return {**values, "events": [_event(event) for event in events]}


def _event(event: Event) -> dict[str, object]:
    values: dict[str, object] = {"seq": event.seq, "kind": event.kind, "wall": event.wall}
    if event.led is not None:
        values["led"] = event.led
    return {**values, "body": json.loads(event.body)}
