"""The session that was under way when the program ended: "Continue with move 3, rep 6?"."""

from dataclasses import dataclass
from datetime import datetime

from backstretch.history.fold import happenings_of
from backstretch.history.reading import Reading
from backstretch.history.week import SessionDone
from backstretch.session.happenings import Began, Happening, Replanned
from backstretch.session.outcome import fold


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`session` is what was done, `plan` the plan as it last stood, `happenings` all that
    happened, for the session's own fold; `last` is the wall time of the last of them. Whoever
    takes it up records on under the same id."""

    session: SessionDone
    plan: dict[str, object]
    happenings: tuple[Happening, ...]
    last: datetime

    @property
    def id(self) -> str:
        return self.session.id

    @property
    def move(self) -> int:
        """The place in the plan (from 0) of the move being led; one past the end where nothing is
        left of it or of those after it."""
        moves = self.session.moves
        led = fold(self.happenings).move or 0
        for index in range(led, len(moves)):
            if moves[index].done < moves[index].planned and not moves[index].skipped:
                return index
        return len(moves)


def last_unfinished(reading: Reading) -> Unfinished | None:
    """The last session, when it has no end; None when it has one, or there is none.

    A session before the last stays as it is: nobody wants to go on with last Tuesday's.
    Raises UnreadableError.
    """
    session = reading.last_session()
    if session is None or session.status != "unfinished":
        return None
    events = reading.events(session.id)
    happened = happenings_of(events)
    plans = [one.plan for one in happened if isinstance(one, Began | Replanned)]
    walls = [datetime.fromisoformat(event.wall) for event in events]
    return Unfinished(session, plans[-1], happened, walls[-1])
