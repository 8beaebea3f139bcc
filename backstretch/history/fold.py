"""A session as its events tell it: the session's own fold, and what the user said about it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from backstretch.history import edits
from backstretch.history.events import Entry, Event, entry
from backstretch.history.week import MoveDone, SessionDone, SessionStatus
from backstretch.session import happenings
from backstretch.session.moment import MoveProgress
from backstretch.session.outcome import Tally, fold


def session_of(identity: str, events: Sequence[Event]) -> SessionDone | None:
    """The session these events (in their order) tell of; None when it never began or is deleted."""
    if deletions(events):
        return None
    told = [(made, event) for event in events if (made := entry(event)) is not None]
    began = next(((made, e) for made, e in told if isinstance(made, happenings.Began)), None)
    started = _wall(began[1]) if began is not None else None
    if began is None or started is None:
        return None
    said = [made for made, _ in told]
    tally = fold(one for one in said if isinstance(one, happenings.Happening))
    corrected = {one.move: one for one in said if isinstance(one, edits.Corrected)}
    moves = [_move_done(move, corrected.get(move.id)) for move in tally.progress()]
    return SessionDone(
        id=identity,
        routine=str(began[0].plan.get("routine", "")),
        started=started,
        ended=_ended(told, started) if tally.finished is not None else None,
        status=_status(tally),
        moves=tuple(moves),
        before=_rating(said, "before"),
        after=_rating(said, "after"),
        note=next((one.text for one in reversed(said) if isinstance(one, edits.Noted)), ""),
        corrected=bool(corrected),
    )


def deletions(events: Iterable[Event]) -> tuple[str, ...]:
    """The digests of the deletions that nothing undoes."""
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
    """What happened, edits left out: what the session's own fold takes up again."""
    made = (entry(event) for event in events)
    return tuple(one for one in made if isinstance(one, happenings.Happening))


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
    """Never before the start, even where the clock was set back in between."""
    for made, event in reversed(told):
        if isinstance(made, happenings.Ended):
            wall = _wall(event)
            return max(wall, started) if wall is not None else None
    return None


def _status(tally: Tally) -> SessionStatus:
    if tally.finished is None:
        return "unfinished"
    return "finished" if tally.finished else "stopped"


def _rating(said: Sequence[Entry], when: edits.When) -> int | None:
    for one in reversed(said):
        if isinstance(one, edits.Rated) and one.when == when:
            return one.value
    return None


def _wall(event: Event) -> datetime | None:
    try:
        wall = datetime.fromisoformat(event.wall)
    except ValueError:
        return None
    return wall if wall.utcoffset() is not None else None
