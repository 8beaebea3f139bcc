"""Happenings and edits as events of the journal, identified by their content.

An event's place in its session is (seq, wall, digest). The writing computer counts `seq` up from 1;
if two computers wrote the same seq, wall and digest give the same order on both.
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
from backstretch.session.happenings import Happening

Entry = Happening | edits.Edit

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Entry)}
"""Taken from the union, as a kind missing here would be written and never read again."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal. `wall` is ISO 8601 with its UTC offset, `led` the seconds led so far
    in the move (None if no move is concerned), `body` the other fields as canonical JSON."""

    session: str
    seq: int
    kind: str
    wall: str
    led: float | None
    body: str

    @property
    def digest(self) -> bytes:
        """Eight bytes that identify the event by its content. Stored with it, so it also shows
        whether the content is still the same; never change how it is made."""
        text = f"{self.session}\n{self.seq}\n{self.kind}\n{self.wall}\n{self.led!r}\n{self.body}"
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()

    @property
    def order(self) -> tuple[int, str, bytes]:
        """The key that sorts the events of a session."""
        return (self.seq, self.wall, self.digest)


def event(session: str, seq: int, entry: Entry, wall: datetime) -> Event:
    """Makes the event of `entry`. Raises ValueError if `wall` has no UTC offset."""
    if wall.utcoffset() is None:
        raise ValueError("a journal entry needs a wall time with its UTC offset")
    values = {field.name: getattr(entry, field.name) for field in fields(entry)}
    led = values.pop("led", None)
    seconds = None if led is None else float(led)
    return Event(session, seq, type(entry).__name__, wall.isoformat(), seconds, canonical(values))


def canonical(values: Mapping[str, object]) -> str:
    """Returns JSON that is the same for equal values and can be written as UTF-8."""
    text = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "replace").decode("utf-8")


def entry(event: Event) -> Entry | None:
    """Returns the happening or edit of an event; None if this version doesn't know its kind or
    cannot read it."""
    if event.kind not in _KINDS:
        return None
    try:
        values: object = json.loads(event.body)
    except ValueError:
        return None
    return entry_of(event.kind, values, event.led) if isinstance(values, dict) else None


def entry_of(kind: str, body: Mapping[str, object], led: float | None) -> Entry | None:
    """Returns the happening or edit made of the values of an event's body. Unknown values are
    ignored, as a newer version may have added them."""
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
    """True if every field has the type it declares; an imported file may hold anything."""
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
