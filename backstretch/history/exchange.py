"""Exports the history.

JSON holds everything and imports unchanged; CSV (a row per move) and iCalendar (an event per
session) are for other programs. docs/export.md describes all three.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO, TypeVar

from backstretch.history import calendar_file, fold, table_file
from backstretch.history.calendar_file import CalendarWords
from backstretch.history.events import Event
from backstretch.history.reading import Reading, Story, UnreadableError
from backstretch.history.session_json import session_values
from backstretch.history.table_file import TableForm
from backstretch.private_files import replacing

FORMAT = "backstretch-journal"
VERSION = 1
SUFFIXES = (".json", ".csv", ".ics")


Result = TypeVar("Result")


class UnknownFormatError(ValueError):
    """The file's name does not end in one of `SUFFIXES`."""


def export(
    reading: Reading,
    target: Path,
    words: CalendarWords | None = None,
    form: TableForm | None = None,
) -> int:
    """Writes the whole history to `target`, in the format that its suffix names. Returns the number
    of sessions. `words` are those of a calendar, English with bare ids by default; `form` is that
    of a table.

    The file appears complete or not at all, readable by its owner only.
    Raises UnknownFormatError, OSError and UnreadableError.
    """
    match target.suffix.lower():
        case ".json":
            return write_whole(target, lambda stream: write_json(stream, reading.stories()))
        case ".csv":
            sessions = reading.all_sessions()
            write_whole(target, lambda stream: table_file.write(stream, sessions, form))
        case ".ics":
            entries = _calendar_entries(reading)
            write_whole(
                target,
                lambda stream: calendar_file.write(stream, entries, words or CalendarWords()),
            )
            return len(entries)
        case _:
            raise UnknownFormatError(target.suffix)
    return len(sessions)


def _calendar_entries(reading: Reading) -> list[calendar_file.Entry]:
    found: list[calendar_file.Entry] = []
    for story in reading.stories():
        if story.done is not None:
            edited = [event for event in story.events if fold.is_edit(event)]
            told = edited or story.events
            walls = [wall for event in told if (wall := fold.wall_of(event)) is not None]
            stamp = walls[-1] if walls else story.done.started
            found.append(calendar_file.Entry(story.done, len(edited), stamp))
    return sorted(found, key=lambda entry: (entry.session.started, entry.session.id))


def with_journal(journal: Path, waiting: Iterable[Event]) -> list[Story]:
    """Returns what can still be read of the journal, together with the events in `waiting` that are
    not written yet."""
    told: dict[str, Story] = {}
    try:
        told = {story.id: story for story in Reading(journal).stories()}
    except (UnreadableError, OSError):
        # The waiting events are worth saving on their own, and the journal file stays as it is.
        told = {}
    late: dict[str, list[Event]] = {}
    for event in waiting:
        late.setdefault(event.session, []).append(event)
    for identity, events in late.items():
        known = told[identity].events if identity in told else []
        whole = sorted([*known, *events], key=lambda event: event.order)
        told[identity] = Story(identity, whole, fold.session_of(identity, whole))
    return list(told.values())


def write_json(stream: TextIO, told: Iterable[Story]) -> int:
    """Writes `told` to `stream`. Returns the number of sessions that a page would show.

    Of a deleted session only the deletion is written: that is enough to delete it elsewhere.
    """
    head = {"format": FORMAT, "version": VERSION}
    stream.write(json.dumps(head)[:-1] + ', "sessions": [')
    shown = count = 0
    for number, story in enumerate(told):
        shown += story.done is not None
        stream.write(",\n" if number else "\n")
        written, text = _story(story)
        count += written
        stream.write(text)
    # At the end, so that a file that was cut off or cut short is known by it.
    stream.write(f'\n], "event_count": {count}}}\n')
    return shown


def write_whole(target: Path, write: Callable[[TextIO], Result]) -> Result:
    """Calls `write` with a new file that replaces `target` once it is on the disk, and returns what
    `write` returns. On an error `target` stays as it was. Raises OSError."""
    with (
        replacing(target) as draft,
        draft.open("w", encoding="utf-8", errors="replace", newline="") as stream,
    ):
        return write(stream)


def _story(story: Story) -> tuple[int, str]:
    """The number of events written, and the text."""
    events = story.events
    values: dict[str, object] = {"id": story.id}
    if story.done is not None:
        values = session_values(story.done)
    elif fold.deletions(events):
        values["deleted"] = True
        events = [event for event in events if event.kind in ("Deleted", "Restored")]
    lines = ",\n  ".join(_event(event) for event in events)
    return len(events), f'{json.dumps(values, ensure_ascii=False)[:-1]}, "events": [\n  {lines}]}}'


def _event(event: Event) -> str:
    """The event as JSON. Its body is JSON already, so it is copied instead of parsed."""
    led = "" if event.led is None else f'"led": {event.led!r}, '
    told = f'"seq": {event.seq}, "kind": {json.dumps(event.kind)}, "wall": {json.dumps(event.wall)}'
    return f'{{{told}, {led}"body": {event.body}}}'
