"""The practice page: board, queue and transport; keys and buttons become commands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backstretch.figure.look import Look
from backstretch.figure.poses import Poses
from backstretch.routine.model import Routine
from backstretch.session.commands import Command, Jump
from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.ui.actions import Actions
from backstretch.ui.practice.board import Board
from backstretch.ui.practice.presses import COMMANDS
from backstretch.ui.practice.side_panel import SidePanel
from backstretch.ui.practice.stage import Stage
from backstretch.ui.practice.transport import Transport
from backstretch.ui.theme import Appearance

TURN_DEGREES = 15.0


class PracticePage(QWidget):
    """Shows moments and says what the user wants.

    `commanded` carries a `Command`; `leaving` asks whoever owns the window to pause and ask;
    `mirrored` tells that the user swapped left and right; `seen` whether the page is on the screen.
    """

    commanded = Signal(object)
    leaving = Signal()
    mirrored = Signal(bool)
    seen = Signal(bool)

    def __init__(
        self,
        poses: Poses,
        look: Look,
        actions: Actions,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._moment: Moment | None = None
        self._routine: Routine | None = None
        self.stage = Stage(poses, look, appearance)
        self.board = Board(self.stage, actions, appearance)
        self.side = SidePanel(self.stage.demonstrator, actions, appearance)
        self.transport = Transport(actions, appearance)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.board, 1)
        upper.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.transport)
        self.setFocusProxy(self.stage)
        self._connect()

    def _connect(self) -> None:
        for name, command in COMMANDS.items():
            self._actions[name].triggered.connect(lambda _=False, c=command: self._say(c))
        for name, respond in {
            "leave": self.leaving.emit,
            "instructions": self.board.toggle_instructions,
            "turn-left": lambda: self.turn(-TURN_DEGREES),
            "turn-right": lambda: self.turn(TURN_DEGREES),
            "turn-reset": self.face_as_the_move_wants,
            "mirror": self.mirror,
        }.items():
            self._actions[name].triggered.connect(lambda _=False, r=respond: r())
        self._actions["gentler"].setCheckable(True)
        self.stage.clicked.connect(lambda: self._say(COMMANDS["toggle"]))
        self.stage.turned.connect(self.turn)
        self.side.queue.chosen.connect(self._jump)
        self.transport.progress.chosen.connect(self._jump)

    def show_session(self, routine: Routine, timeline: Timeline) -> None:
        """What the moments to come belong to; again when it is laid out anew."""
        self._routine = routine
        self.stage.show_timeline(routine, timeline)
        self.board.show_timeline(routine, timeline)
        self.transport.show_timeline(timeline)

    def show_moment(self, moment: Moment) -> None:
        if self._routine is None:
            return
        self._moment = moment
        self.stage.show_moment(moment)
        self.board.show_moment(moment)
        self.side.show_moment(self._routine, moment)
        self.transport.show_moment(moment)
        move = self._routine.move(moment.phase.move_id)
        self._actions["gentler"].setChecked(moment.gentler)
        self._actions["gentler"].setEnabled(move.gentler is not None)
        self._actions["undo"].setEnabled(moment.undo_left > 0)

    def turn(self, degrees: float) -> None:
        """Turns the figure by so many degrees, seen from above."""
        show = self.stage.demonstrator
        mirrored = -1 if show.mirrored else 1
        show.turned = (show.turned + mirrored * degrees + 180) % 360 - 180
        self._again()

    def face_as_the_move_wants(self) -> None:
        self.stage.demonstrator.turned = 0.0
        self._again()

    def mirror(self) -> None:
        show = self.stage.demonstrator
        show.mirrored = not show.mirrored
        self.mirrored.emit(show.mirrored)
        self._again()

    def _again(self) -> None:
        if self._moment is not None:
            self.stage.show_moment(self._moment)

    def _say(self, command: Command) -> None:
        self.commanded.emit(command)
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _jump(self, move: int) -> None:
        self._say(Jump(move))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no focused control wanted."""
        if not self._actions.taken(event, "session"):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)
