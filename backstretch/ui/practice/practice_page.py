"""The practice page: board, queue and transport. Turns keys and buttons into commands."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backstretch.figure.look import look_of
from backstretch.routine.model import Routine
from backstretch.session import commands
from backstretch.session.commands import Command, Jump, Pause
from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.settings import Preferences
from backstretch.settings.preferences import Facing
from backstretch.ui.actions import Actions
from backstretch.ui.parts.move_pictures import MovePictures
from backstretch.ui.practice.announcer import Announcer
from backstretch.ui.practice.board import Board
from backstretch.ui.practice.matmode.mat_view import MatView
from backstretch.ui.practice.matmode.mat_words import note
from backstretch.ui.practice.queue.side_panel import SidePanel, Topic
from backstretch.ui.practice.stage.show_slowly import ShowMe
from backstretch.ui.practice.stage.stage import Stage
from backstretch.ui.practice.stage_and_column import StageAndColumn
from backstretch.ui.practice.transport import Transport
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words
from backstretch.ui.words.facing_words import facing_told

TURN_DEGREES = 15.0
SLOW_HZ = 5
"""How often per second the clock, the progress and the queue are updated within a phase."""


class PracticePage(QWidget):
    """Shows moments and emits what the user wants.

    `commanded` carries a `Command`. `leaving` asks the owner of the window to pause and confirm.
    `facing` carries how the user wants to see a figure that faces them (`Preferences.facing`),
    `seen` is emitted when the page is shown or hidden. Mat mode switches the window to full screen
    and back by itself.
    """

    commanded = Signal(object)
    leaving = Signal()
    facing = Signal(str)
    mat_mode = Signal(bool)
    seen = Signal(bool)

    def __init__(
        self,
        stage: Stage,
        pictures: MovePictures,
        clock: Callable[[], float],
        actions: Actions,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._moment: Moment | None = None
        self._routine: Routine | None = None
        self._timeline: Timeline | None = None
        self._slow: tuple[object, ...] = ()
        self.stage = stage
        self.board = Board(stage, clock, actions, appearance)
        self.side = SidePanel(stage.demonstrator, pictures, actions, appearance)
        self.upper = StageAndColumn(self.board, self.side)
        self.transport = Transport(actions, appearance)
        self.mat = MatView(actions, appearance, self)
        self.announcer = Announcer(self.stage, actions)
        self._show_me = ShowMe(clock, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.upper, 1)
        column.addWidget(self.transport)
        self.setFocusProxy(self.stage)

    def _connect(self) -> None:
        for name, command in COMMANDS.items():
            self._actions[name].triggered.connect(lambda _=False, c=command: self._say(c))
        for name, respond in {
            "leave": self._leave,
            "moves": lambda: self._ask_for("moves"),
            "instructions": lambda: self._ask_for("instructions"),
            "turn-left": lambda: self.turn(-TURN_DEGREES),
            "turn-right": lambda: self.turn(TURN_DEGREES),
            "turn-reset": self.face_as_the_move_wants,
            "mirror": self._face_otherwise,
            "mat": self.toggle_mat,
            "show-me": self.toggle_show_me,
            "breathe": self.board.notices.breath.invite,
        }.items():
            self._actions[name].triggered.connect(lambda _=False, r=respond: r())
        self._actions["gentler"].setCheckable(True)
        self.upper.covering.connect(self._pause)
        self.upper.drawer_changed.connect(
            lambda: self.transport.offer_moves(offered=self.upper.is_drawer)
        )
        self._show_me.moment_shown.connect(self._show)
        self.board.notices.breath.taken.connect(self._say)
        self.board.notices.breath.changed.connect(
            lambda: self.mat.confirm(("flow", note(self.board.notices.breath.heading)))
        )
        self.transport.range.chosen.connect(lambda share: self._say(commands.Range(share)))
        self.stage.clicked.connect(lambda: self._say(COMMANDS["toggle"]))
        self.stage.turned.connect(self.turn)
        for moves in (self.side.queue, self.transport.progress):
            moves.chosen.connect(lambda move: self._say(Jump(move)))

    # --- what is shown ---

    def heed(self, preferences: Preferences) -> None:
        """Applies the user's choices."""
        self.stage.reduced = preferences.reduced_motion
        self.stage.wear(look_of(preferences.figure))
        self._heed_facing(preferences.facing)
        self.board.notices.voice.heed(preferences)
        self.mat.heed(preferences)
        self._again()

    def show_session(self, routine: Routine, timeline: Timeline) -> None:
        """Sets what the following moments belong to; called again when the timeline is laid out
        anew."""
        self._routine, self._timeline = routine, timeline
        self._slow = ()
        self.stage.show_timeline(routine, timeline)
        self.board.show_timeline(routine, timeline)
        self.mat.show_timeline(timeline)
        self.transport.show_timeline(timeline)

    def show_moment(self, moment: Moment) -> None:
        if self._routine is None:
            return
        self._moment = moment
        if self._show_me.on and moment.status != "paused":
            self._end_show_me()
        if not self._show_me.on:
            self._show(moment)
        self.announcer.show_moment(self._routine, moment)
        if moment.status == "playing" and self.upper.covers:
            self.upper.close_drawer()
        move = self._routine.move(moment.phase.move_id)
        self._actions["gentler"].setChecked(moment.gentler)
        self._actions.allow(
            "gentler",
            allowed=move.gentler is not None,
            why_not=practice_words.no_gentler(),
        )
        self._actions["undo"].setEnabled(moment.undo_left > 0)

    def _show(self, moment: Moment) -> None:
        assert self._routine is not None and self._moment is not None
        self.stage.demonstrator.follow(moment)
        if self.in_mat_mode:
            self.mat.show_moment(self._routine, moment, self.stage.shape_of(moment.phase))
            self.stage.show_moment(moment)
            return
        self.board.show_moment(moment)
        self.stage.show_moment(moment)
        slow = (self._moment.status, self._moment.index, int(self._moment.elapsed * SLOW_HZ))
        if slow != self._slow:
            self._slow = slow
            self.side.show_moment(self._routine, self._moment)
            self.transport.show_moment(self._moment)

    def _again(self) -> None:
        if self._moment is not None:
            self.show_moment(self._moment)

    # --- the camera ---

    def turn(self, degrees: float) -> None:
        """Turns the figure by `degrees` as seen from above; positive is to the right."""
        show = self.stage.demonstrator
        show.turned = (show.turned + degrees + 180) % 360 - 180
        self._again()

    def face_as_the_move_wants(self) -> None:
        self.stage.demonstrator.turned = 0.0
        self._again()

    def _heed_facing(self, facing: Facing) -> None:
        """Says so if it changes during a session, as it is not seen at once."""
        mirror, wanted = self.stage.demonstrator.mirror, facing == "mirror"
        if mirror.wanted != wanted and self._moment is not None:
            self.board.notices.voice.say(*facing_told(facing))
        mirror.wanted = wanted

    def _face_otherwise(self) -> None:
        """Asks for the other way to see a figure that faces the user."""
        self.facing.emit("outside" if self.stage.demonstrator.mirror.wanted else "mirror")

    # --- mat mode and show me ---

    @property
    def in_mat_mode(self) -> bool:
        return not self.mat.isHidden()

    def toggle_mat(self) -> None:
        """Enters mat mode, or returns to the page."""
        on = not self.in_mat_mode
        self.mat.setVisible(on)
        window, whole = self.window(), Qt.WindowState.WindowFullScreen
        state = window.windowState()
        window.setWindowState(state | whole if on else state & ~whole)
        if on:
            self.mat.setGeometry(self.rect())
            self.mat.raise_()
            self.mat.take(self.stage)
        else:
            self.mat.let_go()
            self.board.take(self.stage)
        self.mat_mode.emit(on)
        self._slow = ()
        self._again()
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_show_me(self) -> None:
        """Starts or ends the slow demonstration; the session pauses during it."""
        if self._show_me.on:
            self._end_show_me()
            self._again()
        elif self._moment is not None and self._timeline is not None:
            self.upper.close_drawer()
            self._pause()
            self.stage.showing = True
            self._show_me.start(self._timeline, self._moment)

    def _end_show_me(self) -> None:
        self._show_me.stop()
        self.stage.showing = False

    def _ask_for(self, topic: Topic) -> None:
        """Shows the moves or the instructions in the column. Whoever reads instructions does not
        follow the figure, so the session pauses."""
        if self.in_mat_mode:
            self.toggle_mat()
        self.upper.ask_for(topic)
        if topic == "instructions" and self.side.topic == topic and self.side.isVisible():
            self._pause()

    def _pause(self) -> None:
        if self._moment is not None and self._moment.status == "playing":
            self.commanded.emit(Pause())

    # --- what the user says ---

    def _say(self, command: Command) -> None:
        self.commanded.emit(command)
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """Closes one thing at a time: the drawer or the instructions, the demonstration, mat mode,
        then the session."""
        if self.upper.covers:
            self.upper.close_drawer()
        elif self.side.topic == "instructions" and not self.upper.is_drawer:
            self.side.turn_to("moves")
        elif self._show_me.on:
            self.toggle_show_me()
        elif self.in_mat_mode:
            self.toggle_mat()
        else:
            self.leaving.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handles keys that no focused control took. The breath key is held, so it is not an
        ordinary action."""
        if self._actions.match(event, "session") == "breathe":
            if not event.isAutoRepeat():
                self.board.notices.breath.inhale()
        elif not self._actions.taken(event, "session"):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._actions.match(event, "session") != "breathe":
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat() and self.board.notices.breath.inhaling:
            self.board.notices.breath.exhale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.mat.setGeometry(self.rect())
        self.transport.fit_page(self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.transport.fit_page(self.height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end_show_me()
        if self.in_mat_mode and not event.spontaneous():
            self.toggle_mat()
        self.seen.emit(False)


COMMANDS: Mapping[str, commands.Command] = {
    "toggle": commands.Toggle(),
    "next": commands.Next(),
    "back": commands.Back(),
    "go-on": commands.EndEarly(),
    "undo": commands.Undo(),
    "more": commands.OneMore(),
    "less": commands.OneLess(),
    "enough": commands.Enough(),
    "repeat-side": commands.RepeatSide(),
    "repeat-move": commands.RepeatMove(),
    "faster": commands.Pace(1),
    "slower": commands.Pace(-1),
    "gentler": commands.Gentle(),
    "further": commands.Further(1),
    "less-far": commands.Further(-1),
}
