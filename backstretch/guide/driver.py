"""The one object between the pure player and everything that shows or speaks: it keeps the player's
state, steps it when something is due, and emits what changed."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backstretch.figure.poses import Poses
from backstretch.guide.frame_rate import Travel, frames_per_second
from backstretch.session import player
from backstretch.session.commands import Command, Pause
from backstretch.session.happenings import Happening
from backstretch.session.moment import Moment
from backstretch.session.state import State
from backstretch.session.timeline import Timeline
from backstretch.settings import Preferences

HEARTBEAT_SECONDS = 0.6
"""While playing, gaps in time are looked for at least this often, whether or not anything moves."""
PAUSED_HEARTBEAT_SECONDS = 20.0

LONGEST_FRAME_SECONDS = 0.02
"""How long drawing one picture may take on a slow machine."""

Record = Callable[[Happening], None]


class Driver(QObject):
    """Owns one session at a time. Each signal carries one frozen record: the moment now, a
    happening, the timeline when it was laid out anew, or after a command all that happened with it.

    `clock` reads the session clock in seconds. `watch_gap` returns a Pause if time has jumped
    since the last call, else None. `record`, given with the session, must return at once.
    """

    moment_changed = Signal(Moment)
    happened = Signal(object)
    timeline_changed = Signal(Timeline)
    commanded = Signal(tuple)

    def __init__(
        self,
        clock: Callable[[], float],
        watch_gap: Callable[[], Pause | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._watch_gap = watch_gap
        self._state: State | None = None
        self._moment: Moment | None = None
        self._record: Record | None = None
        self._travel: Travel | None = None
        self._watched = True
        self._reduced = False
        self._frame_due = 0.0
        self._seen = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._wake)

    @property
    def state(self) -> State | None:
        return self._state

    @property
    def moment(self) -> Moment | None:
        return self._moment

    @property
    def timeline(self) -> Timeline | None:
        return self._state.timeline if self._state is not None else None

    def open(self, state: State, record: Record | None = None) -> None:
        """Starts driving a session; `record` gets each of its happenings, in order."""
        self._state, self._record = state, record
        if isinstance(state.ways, Poses):
            self._travel = Travel(state.ways)
        self._frame_due = self._clock()
        self.timeline_changed.emit(state.timeline)
        self._step(None)
        self.commanded.emit(())

    def close(self) -> None:
        """Stops driving the session, without ending it."""
        self._timer.stop()
        self._state = self._moment = self._record = None
        self.commanded.emit(())

    def command(self, command: Command) -> None:
        """Steps the player with `command` now. Does nothing without a session."""
        self._step(command)

    def catch_up(self) -> None:
        """Brings the session to the present, in case that time has jumped."""
        self._step(None)

    def set_watched(self, watched: bool) -> None:
        """`watched` is False while nobody can see the figure: then the program wakes only for what
        has to be heard or counted."""
        if watched != self._watched:
            self._watched = watched
            self._step(None)

    def heed(self, preferences: Preferences) -> None:
        """Applies the choice that matters here: less motion."""
        self._reduced = preferences.reduced_motion
        self._step(None)

    def _wake(self) -> None:
        self._step(None)

    def _step(self, command: Command | None) -> None:
        state = self._state
        if state is None:
            return
        gap = self._watch_gap() if self._watch_gap else None
        if gap is not None and state.status == "playing":
            self._take(gap)
        self._take(command)
        self._schedule()

    def _take(self, command: Command | None) -> None:
        state = self._state
        if state is None:
            return
        self._seen = now = self._clock()
        self._state, happenings = player.step(state, command, now)
        if self._state.timeline is not state.timeline:
            self.timeline_changed.emit(self._state.timeline)
        for happening in happenings:
            if self._record is not None:
                self._record(happening)
            self.happened.emit(happening)
        if self._state is not None:
            self._moment = player.moment(self._state, now)
            self.moment_changed.emit(self._moment)
        if command is not None:
            self.commanded.emit(tuple(happenings))

    def _schedule(self) -> None:
        if self._moment is None or self._state is None or self._state.over:
            self._timer.stop()
            return
        now = self._clock()
        self._timer.start(max(1, ceil(self._wait(self._moment, now) * 1000)))

    def _wait(self, moment: Moment, now: float) -> float:
        """Seconds until something has to be shown, counted or checked."""
        waits = [PAUSED_HEARTBEAT_SECONDS]
        shown_for = now - self._seen
        if moment.undo_left > 0:
            waits.append(moment.undo_left - shown_for)
        if moment.status == "paused" and moment.motion.leaving is not None:
            waits.append(self._frame_wait(moment, now))
        if moment.status == "playing":
            waits.append(HEARTBEAT_SECONDS)
            if moment.reentry > 0:
                waits.append(moment.reentry - shown_for)
            elif not moment.waiting:
                waits.append(moment.remaining - shown_for)
            waits.append(_unhurried(self._frame_wait(moment, now), before=min(waits)))
        return max(0.0, min(waits))

    def _frame_wait(self, moment: Moment, now: float) -> float:
        """Seconds until the next picture, on an even grid that a late wake does not shift."""
        rate = 0
        if self._watched and self._travel is not None:
            rate = frames_per_second(moment, self._travel, reduced=self._reduced)
        if not rate:
            self._frame_due = now
            return HEARTBEAT_SECONDS
        spacing = 1 / rate
        if now >= self._frame_due:
            self._frame_due = max(self._frame_due + spacing, now + spacing / 4)
        self._frame_due = min(self._frame_due, now + spacing)
        return self._frame_due - now


def _unhurried(frame: float, before: float) -> float:
    """Seconds until the next picture. It is put off to the cue due in `before` seconds if drawing
    it would still be going on then, so that the cue never waits for a picture."""
    return before if before - LONGEST_FRAME_SECONDS < frame < before else frame
