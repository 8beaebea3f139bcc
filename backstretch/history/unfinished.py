"""The session that was interrupted when the program ended."""

from dataclasses import dataclass
from datetime import datetime

from backstretch.history.fold import happenings_of, wall_of
from backstretch.history.reading import Reading
from backstretch.history.week import SessionDone
from backstretch.session.happenings import Began, Happening, Replanned
from backstretch.session.outcome import fold


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An interrupted session. Whoever resumes it records under the same id.

    session     what was done
    plan        its latest plan, as plain JSON values
    happenings  everything that happened, for `player.resume`
    last        the wall time of its last event
    """

    session: SessionDone
    plan: dict[str, object]
    happenings: tuple[Happening, ...]
    last: datetime

    @property
    def id(self) -> str:
        """The session's id."""
        return self.session.id

    @property
    def move(self) -> int:
        """The index in the plan of the move to resume in; the number of moves if nothing is left
        to do."""
        moves = self.session.moves
        for index in range(fold(self.happenings).next_move, len(moves)):
            if moves[index].done < moves[index].planned and not moves[index].skipped:
                return index
        return len(moves)


def last_unfinished(reading: Reading, now: datetime | None = None) -> Unfinished | None:
    """Returns the last session before `now` if it has no end; None if it has one or if there is no
    session.

    An earlier unfinished session is not offered: nobody wants to resume last Tuesday's.
    Raises UnreadableError.
    """
    session = reading.last_session(now)
    if session is None or session.status != "unfinished":
        return None
    events = reading.events(session.id)
    happened = happenings_of(events)
    plans = [one.plan for one in happened if isinstance(one, Began | Replanned)]
    if not plans:
        return None
    walls = [wall for event in events if (wall := wall_of(event)) is not None]
    return Unfinished(session, plans[-1], happened, walls[-1])
