"""What a screen reader announces during a session: only the changes worth hearing."""

from typing import assert_never

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase
from backstretch.ui.accessible_roles import install_roles
from backstretch.ui.actions import Actions
from backstretch.ui.words import practice_words

_LONG_SECONDS = 2.0
_QUICK_SECONDS = 1.0


class Announcer:
    """Announces each new move, each new phase that is long enough, and pauses; never the seconds in
    between."""

    def __init__(self, speaker: QWidget, actions: Actions) -> None:
        install_roles()
        self._speaker = speaker
        self._actions = actions
        self._said: tuple[object, ...] = ()
        self.silent = False
        """True while the program's own voice speaks, so that nothing is said twice."""

    def show_moment(self, routine: Routine, moment: Moment) -> None:
        name = practice_words.figure_of(routine.move(moment.phase.move_id))
        if self._speaker.accessibleName() != name:
            self._speaker.setAccessibleName(name)
        at = (moment.index, moment.status)
        if at == self._said or moment.reentry > 0:
            return
        before, self._said = self._said, at
        words = announcement(
            routine,
            moment,
            moved=not before or before[0] != moment.index,
            resume_key=self._actions.key_label("toggle"),
        )
        if words and not self.silent:
            self._announce(words)

    def _announce(self, words: str) -> None:
        event = QAccessibleAnnouncementEvent(self._speaker, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def announcement(routine: Routine, moment: Moment, *, moved: bool, resume_key: str) -> str:
    """The words for a new moment: the move and how to get into it, or the phase. After a jump
    during a pause, the move alone."""
    phase = moment.phase
    if moment.status == "paused" and moved:
        lead, title = practice_words.title(moment, routine.move(phase.move_id))
        return f"{lead} {title}".strip()
    if moment.status == "paused":
        heading, line = (
            practice_words.skipped(moment)
            if moment.ending
            else practice_words.paused(moment.why, resume_key)
        )
        return f"{heading}. {line}"
    if moment.status != "playing" or not moved or not _is_worth_saying(phase):
        return ""
    match phase.kind:
        case "lead-in" | "change":
            lead, title = practice_words.title(moment, routine.move(phase.move_id))
            return f"{lead} {title}. {phase.cue}"
        case "rest":
            return phase.cue
        case "work":
            return _work(moment)
        case _:
            assert_never(phase.kind)


def _work(moment: Moment) -> str:
    phase = moment.phase
    word, rest = practice_words.short_cue(phase)
    count = practice_words.count_sentence(moment) if phase.step == 0 and moment.count else ""
    return ". ".join(part for part in (f"{word} {rest}".strip(), count) if part)


def _is_worth_saying(phase: Phase) -> bool:
    """True if there is time to hear it. Long phases always are worth announcing; of short ones
    those that begin a rep, of quick ones only the first of the move."""
    if phase.kind != "work" or phase.length >= _LONG_SECONDS:
        return True
    return phase.step == 0 and (phase.length >= _QUICK_SECONDS or phase.rep == 1)
