"""Happenings and edits as the journal keeps them: one event each, known by its content.

An event's place in its session is (seq, wall, digest). A seq counts up from 1 on the computer that
writes; where two computers wrote the same seq, wall and digest decide the same way on both.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from backstretch.history import edits
from backstretch.session import happenings
from backstretch.session.happenings import Happening

Entry = Happening | edits.Edit

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        happenings.Began,
        happenings.MoveEntered,
        happenings.PhaseEntered,
        happenings.RepDone,
        happenings.RepDropped,
        happenings.MoveLeft,
        happenings.Paused,
        happenings.Resumed,
        happenings.Replanned,
        happenings.Ended,
        edits.Rated,
        edits.Noted,
        edits.Corrected,
        edits.Deleted,
        edits.Restored,
        edits.GoalSet,
        edits.RestWeekMarked,
    )
}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal. `wall` is ISO 8601 with offset, `led` seconds led so far in the
    move concerned (None where none is), `body` the rest of the happening as canonical JSON."""

    session: str
    seq: int
    kind: str
    wall: str
    led: float | None
    body: str

    @property
    def digest(self) -> bytes:
        """Eight bytes that stand for the whole event."""
        text = f"{self.session}\n{self.seq}\n{self.kind}\n{self.wall}\n{self.led!r}\n{self.body}"
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()

    @property
    def order(self) -> tuple[int, str, bytes]:
        return (self.seq, self.wall, self.digest)


def event(session: str, seq: int, entry: Entry, wall: datetime) -> Event:
    """`entry` as an event. Raises ValueError when `wall` has no offset."""
    if wall.utcoffset() is None:
        raise ValueError("a journal entry needs a wall time with its UTC offset")
    values = {field.name: getattr(entry, field.name) for field in fields(entry)}
    led = values.pop("led", None)
    seconds = None if led is None else float(led)
    return Event(session, seq, type(entry).__name__, wall.isoformat(), seconds, canonical(values))


def canonical(values: Mapping[str, object]) -> str:
    """JSON that is the same for the same values."""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def entry(event: Event) -> Entry | None:
    """The happening or edit, or None for a kind this version does not know or cannot read."""
    kind = _KINDS.get(event.kind)
    if kind is None:
        return None
    try:
        values: object = json.loads(event.body)
    except ValueError:
        return None
    if not isinstance(values, dict):
        return None
    if event.led is not None:
        values["led"] = event.led
    known = {field.name for field in fields(kind)}
    try:
        made: Entry = kind(**{name: value for name, value in values.items() if name in known})
    except TypeError:
        return None
    if isinstance(made, edits.Restored):
        return edits.Restored(tuple(made.deletions))
    return made
