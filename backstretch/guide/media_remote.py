"""Shows the session to the desktop's media controls and obeys them. The position and the length are
those of the whole session, the title is the current move's."""

from collections.abc import Callable
from typing import Literal, assert_never

from PySide6.QtCore import QObject, Signal

from backstretch.ports import MediaCommand, MediaControls, NowPlaying
from backstretch.routine.model import Move, Routine
from backstretch.session.commands import Back, Command, Next, Pause, Play, Toggle
from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline

_IDLE = NowPlaying("", "", 0, 0, "stopped", 0.0, 0.0)
_TELLING_SECONDS = 1.0


class MediaRemote(QObject):
    """`commanded` carries a command for the player. `start_wanted`: start a session, none is open.
    `leave_wanted`: pause and ask whether to end the session. `raise_wanted`: bring the window to
    the front. `art` returns the path of a move's picture, or "" if there is none."""

    commanded = Signal(object)
    start_wanted = Signal()
    leave_wanted = Signal()
    raise_wanted = Signal()

    def __init__(
        self, media: MediaControls, art: Callable[[Move], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._media = media
        self._art = art
        self._routine: Routine | None = None
        self._timeline: Timeline | None = None
        self._shown = _IDLE
        media.listen(self._obey)

    def take_session(self, routine: Routine, timeline: Timeline) -> None:
        self._routine, self._timeline = routine, timeline

    def take_moment(self, moment: Moment) -> None:
        """Shows what changed; if only time has passed, the position about once a second."""
        if self._routine is None or self._timeline is None:
            return
        status: Literal["playing", "paused"]
        match moment.status:
            case "finished" | "stopped":
                self.end()
                return
            case "playing":
                status = "playing"
            case "ready" | "paused":
                status = "paused"
            case _:
                assert_never(moment.status)
        position, length = moment.elapsed, self._timeline.seconds
        shown = self._shown
        same = (shown.track, shown.status, shown.length) == (moment.phase.move + 1, status, length)
        if same and abs(position - shown.position) < _TELLING_SECONDS:
            return
        move = self._routine.move(moment.phase.move_id)
        same_track = same or shown.title == move.title
        self._shown = NowPlaying(
            title=move.title,
            routine=self._routine.title,
            track=moment.phase.move + 1,
            tracks=len(moment.moves),
            status=status,
            position=position,
            length=length,
            art=shown.art if same_track else self._art(move),
        )
        self._media.show(self._shown)

    def end(self) -> None:
        """Shows that nothing is playing."""
        self._routine = self._timeline = None
        if self._shown != _IDLE:
            self._shown = _IDLE
            self._media.show(_IDLE)

    def _obey(self, command: MediaCommand) -> None:
        match command:
            case "raise":
                self.raise_wanted.emit()
            case "play" | "toggle" if self._routine is None:
                self.start_wanted.emit()
            case "play":
                self._say(Play())
            case "toggle":
                self._say(Toggle())
            case "pause":
                self._say(Pause())
            case "next":
                self._say(Next())
            case "previous":
                self._say(Back())
            case "stop":
                if self._routine is not None:
                    self.leave_wanted.emit()
            case _:
                assert_never(command)

    def _say(self, command: Command) -> None:
        if self._routine is not None:
            self.commanded.emit(command)
