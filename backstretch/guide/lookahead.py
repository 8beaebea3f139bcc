"""Follows the session a moment ahead of it, for whoever leads by ear: what is to be heard has to
be asked for before it is due.

The player is a function of its state and the time, so what will happen if the user does nothing is
known: a copy of the state is stepped `AHEAD_SECONDS` ahead. A command makes that copy worthless; it
is taken anew.
"""

from collections import deque
from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backstretch.guide.driver import HEARTBEAT_SECONDS, Driver
from backstretch.session import player
from backstretch.session.happenings import Happening, PhaseEntered
from backstretch.session.moment import Moment
from backstretch.session.state import State

AHEAD_SECONDS = 0.6
_OVERDUE_SECONDS = 0.5
_KEPT_HAPPENINGS = 64


class Lookahead(QObject):
    """Emits what the driver emits, early.

    `turned`: a command came, so whatever was asked for and is still to come must be forgotten.
    `due` is the session clock's time that the moment being emitted is for: of a phase that begins,
    its very begin; None if it is for now.
    """

    moment_changed = Signal(Moment)
    happened = Signal(object)
    turned = Signal()

    def __init__(
        self, driver: Driver, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._clock = clock
        self._state: State | None = None
        self._told: deque[Happening] = deque(maxlen=_KEPT_HAPPENINGS)
        self._wake_at = 0.0
        self.due: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._wake)
        driver.commanded.connect(self._turn)

    def stop(self) -> None:
        self._timer.stop()
        self._state = None

    def _turn(self, happenings: tuple[Happening, ...]) -> None:
        """Begins again at the session as it is now. What time alone had brought about before the
        command was emitted ahead of time already."""
        self.turned.emit()
        self._state = self._driver.state
        if self._state is None:
            self._timer.stop()
            return
        commanded = [each for each in happenings if each not in self._told]
        self._emit(commanded, self._state, self._clock())
        self._look()

    def _wake(self) -> None:
        """A timer that is long overdue means that time has jumped: the driver looks at that first,
        and turns us if so."""
        if self._clock() - self._wake_at > _OVERDUE_SECONDS:
            self._driver.catch_up()
        self._look()

    def _look(self) -> None:
        if self._state is None or self._driver.state is None:
            return
        ahead = self._clock() + AHEAD_SECONDS
        self._state, happenings = player.step(self._state, None, ahead)
        begun = [each.at for each in happenings if isinstance(each, PhaseEntered)]
        self._told.extend(happenings)
        self.due = begun[-1] if begun else ahead
        moment = self._emit(happenings, self._state, ahead)
        self.due = None
        self._schedule(moment)

    def _emit(self, happenings: Sequence[Happening], state: State, at: float) -> Moment:
        for happening in happenings:
            self.happened.emit(happening)
        moment = player.moment(state, at)
        self.moment_changed.emit(moment)
        return moment

    def _schedule(self, moment: Moment) -> None:
        if moment.ending:
            # The end comes by itself, and is told.
            self._wake_at = self._clock() + moment.undo_left
            self._timer.start(max(1, ceil(moment.undo_left * 1000)))
            return
        if moment.status != "playing" or moment.waiting:
            self._timer.stop()
            return
        wait = HEARTBEAT_SECONDS
        if moment.reentry > 0:
            # Its seconds are counted aloud.
            wait = min(wait, moment.reentry % 1 or 1.0)
        else:
            wait = min(wait, moment.remaining)
        self._wake_at = self._clock() + wait
        self._timer.start(max(1, ceil(wait * 1000)))
