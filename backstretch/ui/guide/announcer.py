"""Tells screen readers what a glance would tell: each new move and phase, once, and not while our
own voice tells it already."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.ui.guide import wording

_SHORTEST_SECONDS = 1.5
"""Phases that are over sooner are not announced one by one."""


class Announcer(QObject):
    """`is_spoken` tells whether our own voice speaks the guidance. Announcements go out from
    `widget`, politely: they wait for what is being read."""

    def __init__(
        self, widget: QWidget, is_spoken: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._widget = widget
        self._is_spoken = is_spoken
        self._last: tuple[int, str, str] | None = None

    def take_moment(self, moment: Moment, routine: Routine) -> None:
        text = self._news(moment, routine)
        if text and not self._is_spoken():
            event = QAccessibleAnnouncementEvent(self._widget, text)
            QAccessible.updateAccessibility(event)

    def end(self) -> None:
        self._last = None

    def _news(self, moment: Moment, routine: Routine) -> str:
        """What is new since the last moment, empty where nothing is."""
        phase = moment.phase
        state = "playing" if moment.status == "ready" else moment.status
        before = self._last
        new_move = before is None or before[0] != phase.move
        quick = phase.kind == "work" and phase.length < _SHORTEST_SECONDS
        title = before[1] if quick and before is not None else phase.title
        now = (phase.move, title, state)
        if now == before and not new_move:
            return ""
        self._last = now
        if state == "paused":
            return wording.paused()
        if state in ("finished", "stopped"):
            return wording.finished() if state == "finished" else ""
        name = routine.move(phase.move_id).title if new_move else ""
        return wording.joined(name, phase.short)
