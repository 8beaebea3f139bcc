"""Folds a session's events: what happened, by the session's own fold, and the user's edits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

from backstretch.history import edits
from backstretch.history.events import Entry, Event, entry
from backstretch.history.soundness import fitting_entries, is_sound_wall
from backstretch.history.week import MoveDone, SessionDone, SessionStatus
from backstretch.session import happenings, outcome
from backstretch.session.moment import MoveProgress
from backstretch.session.outcome import Tally, fold


@dataclass(frozen=True, slots=True)
class _Said:
    """The user's edits of one session; `corrected` is by move id."""

    before: int | None = None
    after: int | None = None
    note: str = ""
    corrected: Mapping[str, edits.Corrected] = field(default_factory=dict)


def session_of(identity: str, events: Sequence[Event]) -> SessionDone | None:
    """Returns the session that `events`, in their order, describe; None if it never began, is
    deleted, or does not count (`outcome.counts`)."""
    if deletions(events):
        return None
    told = _told(events)
    began = next(((made, e) for made, e in told if isinstance(made, happenings.Began)), None)
    started = wall_of(began[1]) if began is not None else None
    if began is None or started is None:
        return None
    tally = fold(made for made, _ in told if isinstance(made, happenings.Happening))
    said = _said(made for made, _ in told if isinstance(made, edits.SessionEdit))
    moves = [_move_done(move, said.corrected.get(move.id)) for move in tally.progress()]
    if not outcome.counts(moves):
        return None
    return SessionDone(
        id=identity,
        routine=str(began[0].plan.get("routine", "")),
        started=started,
        ended=_ended(told, started) if tally.finished is not None else None,
        status=_status(tally),
        moves=tuple(moves),
        before=said.before,
        after=said.after,
        note=said.note,
        corrected=bool(said.corrected),
    )


def deletions(events: Iterable[Event]) -> tuple[str, ...]:
    """The digests (hexadecimal) of the deletions that no Restored undoes. In whatever order the
    events come: a restoration may be merged in before the deletion it names."""
    deleted: list[str] = []
    undone: set[str] = set()
    for event in events:
        if event.kind == edits.Deleted.__name__:
            deleted.append(event.digest.hex())
        elif event.kind == edits.Restored.__name__:
            made = entry(event)
            if isinstance(made, edits.Restored):
                undone.update(made.deletions)
    return tuple(digest for digest in deleted if digest not in undone)


def happenings_of(events: Iterable[Event]) -> tuple[happenings.Happening, ...]:
    """The happenings among `events`, without the edits: what a session is resumed from."""
    return tuple(made for made, _ in _told(events) if isinstance(made, happenings.Happening))


def _told(events: Iterable[Event]) -> list[tuple[Entry, Event]]:
    """The entries with their events. Left out is what cannot be read, and what names a move or a
    rep that no plan of the session has: a file damaged or made by hand may hold anything."""
    made = [(entry(event), event) for event in events]
    fits = fitting_entries(each for each, _ in made if each is not None)
    return [(each, event) for each, event in made if each is not None and fits(each)]


def _said(made: Iterable[edits.SessionEdit]) -> _Said:
    """Folds the edits in their order; later ones win."""
    said = _Said()
    for edit in made:
        match edit:
            case edits.Rated(when=when, value=value):
                said = _rated(said, when, value)
            case edits.Noted(text=text):
                said = replace(said, note=text)
            case edits.Corrected(move=move):
                said = replace(said, corrected={**said.corrected, move: edit})
            case edits.Deleted() | edits.Restored():
                pass  # counted by `deletions`
            case _:
                assert_never(edit)
    return said


def _rated(said: _Said, when: edits.When, value: int | None) -> _Said:
    match when:
        case "before":
            return replace(said, before=value)
        case "after":
            return replace(said, after=value)
        case _:
            assert_never(when)


def _move_done(move: MoveProgress, corrected: edits.Corrected | None) -> MoveDone:
    done = MoveDone(
        id=move.id,
        planned=move.planned,
        done=move.done,
        left=move.left,
        right=move.right,
        seconds=round(move.seconds, 3),
        skipped=move.skipped,
        gentler=move.gentler,
    )
    if corrected is None:
        return done
    left, right = corrected.left, corrected.right
    if move.left is None or left is None or right is None:
        return replace(done, done=corrected.done)
    return replace(done, done=left + right, left=left, right=right)


def _ended(told: Sequence[tuple[Entry, Event]], started: datetime) -> datetime | None:
    """When the session ended by the wall clock; None if it has no end. Never before the start, even
    if the clock was set back in between."""
    for made, event in reversed(told):
        if isinstance(made, happenings.Ended):
            wall = wall_of(event)
            return max(wall, started) if wall is not None else None
    return None


def _status(tally: Tally) -> SessionStatus:
    if tally.finished is None:
        return "unfinished"
    return "finished" if tally.finished else "stopped"


def is_edit(event: Event) -> bool:
    """True for what the user said of a session afterwards."""
    return isinstance(entry(event), edits.SessionEdit)


def wall_of(event: Event) -> datetime | None:
    """When it happened by the wall clock; None if that cannot be read."""
    return datetime.fromisoformat(event.wall) if is_sound_wall(event.wall) else None
