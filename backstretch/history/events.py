"""Happenings and edits as the journal keeps them: one event each, known by its content.

An event's place in its session is (seq, wall, digest). A seq counts up from 1 on the computer that
writes; where two computers wrote the same seq, wall and digest decide the same way on both.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

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
    """JSON that is the same for the same values, and can be written as UTF-8."""
    text = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "replace").decode("utf-8")


def entry(event: Event) -> Entry | None:
    """The happening or edit, or None for a kind this version does not know or cannot read."""
    if event.kind not in _KINDS:
        return None
    try:
        values: object = json.loads(event.body)
    except ValueError:
        return None
    return entry_of(event.kind, values, event.led) if isinstance(values, dict) else None


def entry_of(kind: str, body: Mapping[str, object], led: float | None) -> Entry | None:
    """The same from the values of an event's body."""
    made_of = _KINDS.get(kind)
    if made_of is None:
        return None
    known = _fields(kind)
    values: dict[str, Any] = {name: value for name, value in body.items() if name in known}
    if led is not None and "led" in known:
        values["led"] = led
    try:
        made: Entry = made_of(**values)
    except TypeError:
        return None
    if isinstance(made, edits.Restored):
        return edits.Restored(tuple(made.deletions))
    return made


@cache
def _fields(kind: str) -> frozenset[str]:
    return frozenset(field.name for field in fields(_KINDS[kind]))


def is_sound(made: Entry) -> bool:
    """Whether every field holds what its type says: a file from outside may hold anything."""
    hints = _types(type(made).__name__)
    return all(_fits(getattr(made, name), kind) for name, kind in hints.items())


@cache
def _types(kind: str) -> dict[str, Any]:
    return get_type_hints(_KINDS[kind])


def _fits(value: object, kind: Any) -> bool:
    origin = get_origin(kind)
    if origin is Literal:
        return value in get_args(kind)
    if origin is UnionType or type(None) in get_args(kind):
        return any(_fits(value, one) for one in get_args(kind))
    if origin is tuple:
        return isinstance(value, tuple) and all(isinstance(one, str) for one in value)
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9
    return isinstance(value, origin or kind)
