"""Happenings and edits as events of the journal, identified by their content.

An event's place in its session is (seq, wall, digest). The writing computer counts `seq` up from 1;
if two computers wrote the same seq, wall and digest give the same order on both.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from backstretch.history import edits
from backstretch.history.soundness import is_sound
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
    except (ValueError, RecursionError):
        return None
    return entry_of(event.kind, values, event.led) if isinstance(values, dict) else None


def is_known(kind: str) -> bool:
    """False for a kind of event that only another version knows."""
    return kind in _KINDS


def entry_of(kind: str, body: Mapping[str, object], led: float | None) -> Entry | None:
    """Returns the happening or edit made of the values of an event's body; None if any of them is
    not sound. Unknown values are ignored, as a newer version may have added them."""
    made_of = _KINDS.get(kind)
    if made_of is None:
        return None
    known = _fields(kind)
    values: dict[str, Any] = {name: value for name, value in body.items() if name in known}
    if led is not None and "led" in known:
        values["led"] = led
    if made_of is edits.Restored and isinstance(values.get("deletions"), list):
        values["deletions"] = tuple(values["deletions"])
    try:
        made: Entry = made_of(**values)
    except TypeError:
        return None
    return made if has_its_types(made) and is_sound(made) else None


@cache
def _fields(kind: str) -> frozenset[str]:
    return frozenset(field.name for field in fields(_KINDS[kind]))


def has_its_types(made: Entry) -> bool:
    """True if every field has the type it declares; a file may hold anything."""
    return all(fits(getattr(made, name)) for name, fits in _checks(type(made).__name__))


@cache
def _checks(kind: str) -> tuple[tuple[str, Callable[[object], bool]], ...]:
    """A check for each field: made once, as a history has a million entries."""
    return tuple((name, _check(hint)) for name, hint in get_type_hints(_KINDS[kind]).items())


def _check(hint: Any) -> Callable[[object], bool]:
    origin = get_origin(hint)
    if origin is Literal:
        values = frozenset(get_args(hint))
        return lambda value: isinstance(value, str) and value in values
    if origin is UnionType or type(None) in get_args(hint):
        one_of = [_check(one) for one in get_args(hint)]
        return lambda value: any(fits(value) for fits in one_of)
    if origin is tuple:
        return lambda value: isinstance(value, tuple) and all(type(one) is str for one in value)
    if hint is float:
        return lambda value: type(value) in (int, float)
    if hint is int:
        return lambda value: type(value) is int and abs(value) < 10**9
    return lambda value: isinstance(value, origin or hint)
