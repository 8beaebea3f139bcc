"""Sessions to fill a journal with, made of the happenings that the player would emit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache

from backstretch.history.events import Entry, Event, event
from backstretch.session.happenings import (
    Began,
    Ended,
    MoveEntered,
    MoveLeft,
    PhaseEntered,
    RepDone,
)

EAST = timezone(timedelta(hours=2))
MONDAY = datetime(2026, 11, 16, 18, 30, tzinfo=EAST)


@dataclass(frozen=True, slots=True)
class Told:
    entry: Entry
    wall: datetime


MOVES = (
    ("side-bends", 6, True),
    ("articulations", 10, False),
    ("back-lifts", 12, False),
    ("child-to-cobra", 6, False),
    ("butt-kicks", 20, False),
)


def plan(gentler: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "routine": "balanced-back",
        "choices": [
            {"id": name, "dose": dose, "per_side": per_side, "gentler": name in gentler}
            for name, dose, per_side in MOVES
        ],
    }


def told(
    began: datetime = MONDAY,
    *,
    moves: int = 5,
    skipped: tuple[int, ...] = (),
    ends: bool | None = True,
    gentler: tuple[str, ...] = (),
    pace: float = 3.0,
) -> Iterator[Told]:
    """A session of the first `moves` moves, `pace` seconds per rep. `ends` is the value of
    `Ended.finished`; None leaves the session without an end."""
    at = 0.0

    def now() -> datetime:
        return began + timedelta(seconds=at)

    yield Told(Began(at, plan(gentler)), now())
    for index, (_, dose, per_side) in enumerate(MOVES[:moves]):
        led = 0.0
        yield Told(MoveEntered(at, index), now())
        if index not in skipped:
            for rep in range(1, dose + 1):
                for side in ("right", "left") if per_side else (None,):
                    phase = PhaseEntered(at, len(MOVES) * index + rep, index, led, rep, side)
                    yield Told(phase, now())
                    at += pace
                    led += pace
                    yield Told(RepDone(at, index, rep, side, led), now())
        yield Told(MoveLeft(at, index, led, index in skipped), now())
    if ends is not None:
        yield Told(Ended(at, ends), now())


def fill(journal, identity: str, began: datetime = MONDAY, **how) -> None:
    for one in told(began, **how):
        journal.record(identity, one.entry, one.wall)


def events_of(identity: str, began: datetime = MONDAY, **how) -> list[Event]:
    """The events that a journal would make of such a session."""
    return list(_events(identity, began, **how))


@cache
def _events(identity: str, began: datetime, **how) -> tuple[Event, ...]:
    return tuple(
        event(identity, seq, one.entry, one.wall)
        for seq, one in enumerate(told(began, **how), start=1)
    )


def fill_at_once(journal, identity: str, began: datetime = MONDAY, **how) -> None:
    """Does the same in one transaction, which is faster than one per rep."""
    journal.merge(events_of(identity, began, **how)).result(20)
