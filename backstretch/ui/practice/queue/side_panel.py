"""The column beside the stage: the queue of moves, or how the current one is done."""

from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.ui.actions import Actions
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.parts.flow_layout import Flow
from backstretch.ui.parts.move_pictures import MovePictures
from backstretch.ui.parts.text_block import Run, TextBlock
from backstretch.ui.practice.instructions import Instructions
from backstretch.ui.practice.queue.queue import Queue
from backstretch.ui.practice.stage.demonstrator import Demonstrator
from backstretch.ui.scale import Scale, sized
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words

Topic = Literal["moves", "instructions"]
"""What the column shows; also the commands that ask for it."""
LEAST_LINES = 16
"""In a column lower than so many lines of text, tabs and rows are drawn as if it had that many."""


class SidePanel(QWidget):
    """Two tabs, one for each `Topic`, and below them the slow demonstration."""

    def __init__(
        self,
        demonstrator: Demonstrator,
        pictures: MovePictures,
        actions: Actions,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._actions = actions
        self._demonstrator = demonstrator
        self._routine: Routine | None = None
        self._pictures = pictures
        self.queue = Queue(appearance, self._picture)
        self.instructions = Instructions(appearance)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.queue)
        self._pages.addWidget(self.instructions)
        self._pause = TextBlock(appearance)
        self._pause.hide()
        self._show_me = ActionButton(actions["show-me"], "eye", "pill", appearance)
        self._lay_out()
        self._covers = False
        self._paused = False
        self.topic: Topic = "moves"
        self.turn_to("moves")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _lay_out(self) -> None:
        scale = Scale.at(self)
        tabs = QWidget()
        across = Flow(tabs)
        across.setContentsMargins(scale.space(2), 0, scale.space(2), 0)
        for command in ("moves", "instructions"):
            self._actions[command].setCheckable(True)
            across.addWidget(ActionButton(self._actions[command], "", "pill", self._appearance))
        foot = QVBoxLayout()
        foot.setContentsMargins(scale.space(3), 0, scale.space(3), 0)
        foot.addWidget(self._show_me)
        column = QVBoxLayout(self)
        margin = scale.space(3)
        column.setContentsMargins(margin, scale.space(4), margin, scale.space(3))
        column.setSpacing(scale.space(2))
        column.addWidget(tabs)
        column.addWidget(self._pause)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)

    def turn_to(self, topic: Topic) -> None:
        """Shows that topic, and marks its tab."""
        self.topic = topic
        self._pages.setCurrentWidget(self.queue if topic == "moves" else self.instructions)
        self.mark(shown=True, covers=self._covers)

    def mark(self, *, shown: bool, covers: bool = False) -> None:
        """Marks the command whose topic is seen, if the column is `shown`. `covers`: it lies over
        the stage."""
        self._covers = covers
        for command in ("moves", "instructions"):
            self._actions[command].setChecked(shown and command == self.topic)
        self._tell_pause()

    def _tell_pause(self) -> None:
        """Says that the session is paused for this, and what resumes it."""
        told = self._paused and (self._covers or self.topic == "instructions")
        words = practice_words.paused("", self._actions.key_label("toggle"))
        self._pause.write(Run(". ".join(words), "accent-text"))
        self._pause.setVisible(told)

    def fit_height(self, height: int) -> None:
        """Writes smaller where so many pixels are too low for the size of text."""
        font = QApplication.font()
        self.setFont(sized(font, min(1.0, height / LEAST_LINES / Scale.of(font).line)))
        self._pause.setFont(Scale.at(self).font_of("body"))

    def sizeHint(self) -> QSize:
        """A quarter of the page, but no less than the rows need and no more than they can use."""
        scale = Scale.at(self)
        page = self.parentWidget()
        quarter = round(page.width() * 0.26) if page else scale.space(80)
        return QSize(min(max(quarter, scale.space(56)), scale.space(84)), scale.space(100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the button below it disappears; the transport's menu has it
        too."""
        super().resizeEvent(event)
        scale = Scale.at(self)
        fits = self._show_me.sizeHint().width() <= self.width() - scale.space(14)
        self._show_me.setVisible(fits and self.height() >= scale.space(115))

    def show_moment(self, routine: Routine, moment: Moment) -> None:
        self._routine = routine
        self.queue.show_moment(routine, moment)
        self.instructions.show_move(routine.move(moment.phase.move_id))
        paused = moment.status == "paused" and not moment.ending
        if paused != self._paused:
            self._paused = paused
            self._tell_pause()

    def _picture(self, move_id: str, width: int, height: int) -> QPixmap:
        if self._routine is None:
            return QPixmap()
        move, size = self._routine.move(move_id), QSize(width, height)
        look = self._demonstrator.look
        return self._pictures.picture(move, look, size, self.devicePixelRatioF())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.colour("card"))
        thick = max(1, round(Scale.at(self).hairline))
        left = self.width() - thick if self.isRightToLeft() else 0
        painter.fillRect(left, 0, thick, self.height(), theme.colour("line"))
