"""A session as its events tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from backstretch.figure.body import Side
from backstretch.history import edits
from backstretch.history.events import Entry, Event, entry
from backstretch.history.planned import PlannedMove, moves_of, routine_of
from backstretch.history.week import MoveDone, SessionDone, SessionStatus
from backstretch.session import happenings


@dataclass(slots=True)
class _Move:
    reps: set[tuple[int, Side | None]] = field(default_factory=set)
    seconds: float = 0.0
    skipped: bool = False
    corrected: edits.Corrected | None = None


@dataclass(slots=True)
class _Told:
    """What the events read so far have told."""

    routine: str = ""
    plan: tuple[PlannedMove, ...] = ()
    gentler: set[str] = field(default_factory=set)
    started: datetime | None = None
    ended: datetime | None = None
    finished: bool = False
    moves: dict[str, _Move] = field(default_factory=dict)
    ratings: dict[str, int | None] = field(default_factory=dict)
    note: str = ""

    def at(self, index: int) -> _Move:
        """The move of that place in the plan as it now stands."""
        known = 0 <= index < len(self.plan)
        return self.move(self.plan[index].id) if known else _Move()

    def move(self, identity: str) -> _Move:
        return self.moves.setdefault(identity, _Move())


def session_of(identity: str, events: Sequence[Event]) -> SessionDone | None:
    """The session these events (in their order) tell of; None when it never began or is deleted."""
    if deletions(events):
        return None
    told = _Told()
    for event in events:
        made = entry(event)
        if made is not None:
            _tell(told, made, _wall(event))
    if told.started is None:
        return None
    return SessionDone(
        id=identity,
        routine=told.routine,
        started=told.started,
        ended=_ended(told),
        status=_status(told),
        moves=tuple(_move_done(told, planned) for planned in told.plan),
        before=told.ratings.get("before"),
        after=told.ratings.get("after"),
        note=told.note,
        corrected=any(move.corrected for move in told.moves.values()),
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


def _tell(told: _Told, made: Entry, wall: datetime | None) -> None:
    if isinstance(made, happenings.Began):
        if told.started is None:
            told.started = wall
        _plan(told, made.plan)
    elif isinstance(made, happenings.Replanned):
        _plan(told, made.plan)
    elif isinstance(made, happenings.Ended):
        told.ended, told.finished = wall, made.finished
    elif isinstance(made, happenings.Resumed):
        told.ended = None
    elif isinstance(made, happenings.MoveEntered):
        told.at(made.move).skipped = False
    elif isinstance(made, happenings.RepDone):
        told.at(made.move).reps.add((made.rep, made.side))
        told.at(made.move).seconds = made.led
    elif isinstance(made, happenings.MoveLeft):
        told.at(made.move).skipped = made.skipped
        told.at(made.move).seconds = made.led
    elif isinstance(made, happenings.Paused | happenings.RepDropped):
        told.at(made.move).seconds = made.led
    else:
        _edit(told, made)


def _edit(told: _Told, made: Entry) -> None:
    if isinstance(made, edits.Rated):
        told.ratings[made.when] = made.value
    elif isinstance(made, edits.Noted):
        told.note = made.text
    elif isinstance(made, edits.Corrected):
        told.move(made.move).corrected = made


def _plan(told: _Told, plan: dict[str, object]) -> None:
    told.routine = routine_of(plan) or told.routine
    told.plan = moves_of(plan)
    told.gentler.update(move.id for move in told.plan if move.gentler)


def _move_done(told: _Told, planned: PlannedMove) -> MoveDone:
    move = told.moves.get(planned.id, _Move())
    sides = [side for _, side in move.reps]
    done = MoveDone(
        id=planned.id,
        planned=planned.planned,
        done=len(move.reps),
        left=sides.count("left") if planned.per_side else None,
        right=sides.count("right") if planned.per_side else None,
        seconds=round(move.seconds, 3),
        skipped=move.skipped,
        gentler=planned.id in told.gentler,
    )
    if move.corrected is None:
        return done
    left, right = move.corrected.left, move.corrected.right
    if not planned.per_side or left is None or right is None:
        return replace(done, done=move.corrected.done)
    return replace(done, done=left + right, left=left, right=right)


def _ended(told: _Told) -> datetime | None:
    """Never before the start, even where the clock was set back in between."""
    if told.ended is None or told.started is None:
        return None
    return max(told.ended, told.started)


def _status(told: _Told) -> SessionStatus:
    if told.ended is None:
        return "unfinished"
    return "finished" if told.finished else "stopped"


def _wall(event: Event) -> datetime | None:
    try:
        wall = datetime.fromisoformat(event.wall)
    except ValueError:
        return None
    return wall if wall.utcoffset() is not None else None
