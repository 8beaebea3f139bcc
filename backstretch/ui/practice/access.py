"""What screen readers are told: roles of the painted widgets, and what changes worth hearing."""

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase
from backstretch.ui.practice import asides, wording

_ROLES = {
    "Stage": QAccessible.Role.Graphic,
    "Pacer": QAccessible.Role.StaticText,
    "TextBlock": QAccessible.Role.StaticText,
    "_Time": QAccessible.Role.StaticText,
    "Progress": QAccessible.Role.ProgressBar,
    "Notice": QAccessible.Role.StatusBar,
    "BreathPanel": QAccessible.Role.StatusBar,
    "_Words": QAccessible.Role.StaticText,
    "Instructions": QAccessible.Role.Pane,
    "Board": QAccessible.Role.Pane,
    "Transport": QAccessible.Role.ToolBar,
    "SidePanel": QAccessible.Role.Pane,
}
_LONG_SECONDS = 2.0
_QUICK_SECONDS = 1.0
_kept: list[QAccessibleInterface] = []
_installed: list[bool] = []


def _interface(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = _ROLES.get(name.rpartition("::")[2])
    if role is None or not isinstance(thing, QWidget):
        return None
    made = QAccessibleWidget(thing, role)
    _kept.append(made)
    thing.destroyed.connect(lambda: _forget(made))
    return made


def _forget(made: QAccessibleInterface) -> None:
    if made in _kept:
        _kept.remove(made)


def install_roles() -> None:
    """Tells Qt the roles of this page's own widgets. Once for the program."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


class Announcer:
    """Says each new phase that is not too short and each new move once, and pauses; never the
    seconds between."""

    def __init__(self, speaker: QWidget) -> None:
        self._speaker = speaker
        self._said: tuple[object, ...] = ()
        self.silent = False
        """While the program's own voice speaks, nothing is said twice."""

    def show_moment(self, routine: Routine, moment: Moment) -> None:
        at = (moment.index, moment.status)
        if at == self._said or moment.reentry > 0:
            return
        before, self._said = self._said, at
        words = announcement(routine, moment, moved=not before or before[0] != moment.index)
        if words and not self.silent:
            self._announce(words)

    def _announce(self, words: str) -> None:
        event = QAccessibleAnnouncementEvent(self._speaker, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def announcement(routine: Routine, moment: Moment, *, moved: bool) -> str:
    """The words for a moment that is new: the move and how to get into it, or the phase."""
    phase = moment.phase
    if moment.status == "paused":
        heading, line = asides.paused(moment.why)
        return f"{heading}. {line}"
    if moment.status != "playing" or not moved or not _is_worth_saying(phase):
        return ""
    if phase.kind in ("lead-in", "change"):
        lead, title = asides.title(moment, routine.move(phase.move_id))
        return f"{lead} {title}. {phase.cue}"
    if phase.kind == "rest":
        return phase.cue
    word, rest = wording.short_cue(phase)
    count = wording.count_sentence(moment) if phase.step == 0 and moment.count else ""
    return ". ".join(part for part in (f"{word} {rest}".strip(), count) if part)


def _is_worth_saying(phase: Phase) -> bool:
    """Long phases are; of short ones those that begin a rep, of quick ones the first of the move:
    what takes longer to hear than to do is not said."""
    if phase.kind != "work" or phase.length >= _LONG_SECONDS:
        return True
    return phase.step == 0 and (phase.length >= _QUICK_SECONDS or phase.rep == 1)
