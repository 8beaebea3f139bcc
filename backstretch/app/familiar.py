"""Tells from the history how well each move of a routine is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from backstretch.guide.coaching import Familiarity
from backstretch.history.reading import Reading
from backstretch.history.week import MoveDone, SessionDone
from backstretch.routine.model import Routine

LOOKED_BACK = 40
"""Sessions of the routine, the newest: enough to find eight in which a move was completed."""
KNOWN_LEAD_IN_SECONDS = 10.0
"""Enough to walk to the mat for somebody who needs no explanation of the first move."""


@dataclass(frozen=True, slots=True)
class Known:
    """How well each move is known, by id, and the number of sessions so far."""

    moves: dict[str, Familiarity]
    sessions: int


def known_moves(reading: Reading, routine: Routine, today: date) -> Known:
    """What is known of the moves of `routine`. Raises UnreadableError."""
    recent = reading.recent_sessions(LOOKED_BACK, routine=routine.id)
    moves = {move.id: _familiarity(move.id, recent, today) for move in routine.moves}
    return Known(moves, reading.count())


def _familiarity(name: str, sessions: Iterable[SessionDone], today: date) -> Familiarity:
    days = [
        session.started.date()
        for session in sessions
        for move in session.moves
        if move.id == name and _completed(move)
    ]
    # A session dated in the future, from a clock set wrong, was done at most today.
    return Familiarity(len(days), max(0, (today - max(days)).days) if days else None)


def _completed(move: MoveDone) -> bool:
    return not move.skipped and 0 < move.planned <= move.done


def known_lead_in(routine: Routine, first: str, known: Known) -> float:
    """The length of the lead-in in seconds where the user chose none: the routine's own until the
    move that comes first is known."""
    familiar = known.moves.get(first)
    if familiar is None or familiar.share == "full":
        return routine.lead_in
    return min(routine.lead_in, KNOWN_LEAD_IN_SECONDS)
