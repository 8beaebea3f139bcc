"""Reads a JSON export session by session, each checked field by field before it is handed on.

The file may be larger than memory, in any of JSON's encodings, and written by anybody.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from pathlib import Path
from typing import Literal

from backstretch.history import edits
from backstretch.history.events import Entry, Event, canonical, entry_of, is_known
from backstretch.history.exchange import FORMAT, VERSION
from backstretch.history.json_stream import JsonStream, NotJsonError
from backstretch.history.soundness import fitting_entries, is_sound_wall

_MOST_SEQ = 2**53
_IDENTITY = re.compile(r"[A-Za-z0-9_.:@-]{1,100}")
_KIND = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,40}")
_MOST_LED = 86_400.0
"""Seconds; nobody is led in one move for longer than a day."""

ImportFault = Literal["no-json", "no-export", "newer", "damaged"]


class NotAnExportError(ValueError):
    """The file cannot be imported. `where` is the damaged place in the file."""

    def __init__(self, code: ImportFault, where: str = "") -> None:
        super().__init__(f"{code} {where}".strip())
        self.code: ImportFault = code
        self.where = where


def read_export(path: Path) -> list[Event]:
    """Returns the events of a JSON export. Raises NotAnExportError and OSError."""
    return list(events_in(path))


def events_in(path: Path, tell: Callable[[int, int], None] = lambda *_: None) -> Iterator[Event]:
    """Yields the events of a JSON export, session by session. `tell` gets how many of how many
    bytes are read.

    Raises NotAnExportError, perhaps only at the end of the file: whoever takes the events in must
    be able to give them back. Raises OSError, also for what is no regular file.
    """
    with JsonStream.open(path) as stream:
        begun = ""
        try:
            if not stream.take("{"):
                stream.value()
                stream.finish()
                raise NotAnExportError("no-export")
            head: dict[str, object] = {}
            count = 0
            for key in stream.names():
                if key == "sessions" and stream.take("["):
                    begun = "session 1"
                    for number, session in enumerate(stream.items(), start=1):
                        _check_head(head, complete=False)
                        for event in _events(f"session {number}", session):
                            count += 1
                            yield event
                        begun = f"session {number + 1}"
                        tell(stream.bytes_read, stream.size)
                    head[key] = []
                else:
                    head[key] = stream.value()
            stream.finish()
        except NotJsonError:
            # What began as an export is one, though cut off or changed.
            raise NotAnExportError("damaged" if begun else "no-json", begun) from None
        _check_head(head, complete=True)
        if head.get("event_count", count) != count:
            raise NotAnExportError("damaged", f"{count} events")


def _check_head(head: Mapping[str, object], *, complete: bool) -> None:
    """Checks the keys beside the sessions; unless `complete`, some may be still to come."""
    if (complete or "format" in head) and head.get("format") != FORMAT:
        raise NotAnExportError("no-export")
    if complete or "version" in head:
        version = head.get("version")
        if not isinstance(version, int) or version > VERSION:
            raise NotAnExportError("newer")
    if complete and head.get("sessions") != []:
        raise NotAnExportError("damaged", "sessions")


def _events(where: str, session: object) -> list[Event]:
    if not isinstance(session, dict):
        raise NotAnExportError("damaged", where)
    identity, told = session.get("id"), session.get("events")
    if not isinstance(identity, str) or not _IDENTITY.fullmatch(identity):
        raise NotAnExportError("damaged", where)
    if not isinstance(told, list):
        raise NotAnExportError("damaged", where)
    made: list[tuple[Event, Entry | None]] = []
    for place, values in enumerate(told, start=1):
        one = _event(identity, values) if isinstance(values, dict) else None
        if one is None:
            raise NotAnExportError("damaged", f"{where}, event {place}")
        made.append(one)
    fits = fitting_entries(entry for _, entry in made if entry is not None)
    for place, (_, entry) in enumerate(made, start=1):
        if entry is not None and not fits(entry):
            raise NotAnExportError("damaged", f"{where}, event {place}")
    return [event for event, _ in made]


def _event(session: str, values: Mapping[str, object]) -> tuple[Event, Entry | None] | None:
    """Makes an event of its JSON values, and what it says; None if any value is invalid. An event
    of unknown kind, from a newer version, is kept as it is and says nothing."""
    match values:
        case {"seq": int(seq), "kind": str(kind), "wall": str(wall), "body": dict(body)}:
            led = values.get("led")
        case _:
            return None
    if isinstance(seq, bool) or not 0 < seq < _MOST_SEQ or not _KIND.fullmatch(kind):
        return None
    if led is not None and (isinstance(led, bool) or not isinstance(led, int | float)):
        return None
    if led is not None and not (isfinite(led) and 0 <= led <= _MOST_LED):
        return None
    if not is_sound_wall(wall):
        return None
    event = Event(session, seq, kind, wall, None if led is None else float(led), canonical(body))
    if not is_known(kind):
        return event, None
    made = entry_of(kind, body, event.led)
    if made is None:
        return None
    at_home = isinstance(made, edits.PracticeEdit) == (session == edits.PRACTICE)
    return (event, made) if at_home else None
