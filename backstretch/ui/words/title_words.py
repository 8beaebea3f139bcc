"""The title of the window during a session."""

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.ui.words import numbers
from backstretch.ui.words.practice_words import paused_word


def window_title(routine: Routine, moment: Moment) -> str:
    """`Back lifts, 3 of 12 · Backstretch`, or `Paused · Backstretch`."""
    if moment.status == "paused" and not moment.ending:
        return f"{paused_word()} · Backstretch"
    title = routine.move(moment.phase.move_id).title
    if moment.phase.kind == "work" and moment.count:
        title = f"{title}, {numbers.of(moment.count, moment.of)}"
    return f"{title} · Backstretch"
