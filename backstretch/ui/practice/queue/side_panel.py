"""Beside the stage: the queue of moves, and buttons that explain the current one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.ui.actions import Actions
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.move_pictures import MovePictures
from backstretch.ui.practice.queue.queue import Queue
from backstretch.ui.practice.stage.demonstrator import Demonstrator
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SidePanel(QWidget):
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
        self._demonstrator = demonstrator
        self._routine: Routine | None = None
        self._pictures = pictures
        scale = Scale.at(self)
        self.queue = Queue(appearance, self._picture)
        self._title = Label(practice_words.queue_title(), "body", "soft")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._title.setContentsMargins(scale.space(5), 0, 0, 0)
        self._buttons: list[ActionButton] = []
        self._footer = QBoxLayout(_ACROSS)
        self._footer.setSpacing(scale.space(2))
        self._footer.setContentsMargins(scale.space(3), scale.space(2), scale.space(3), 0)
        for command, icon in (("show-me", "eye"), ("instructions", "info")):
            button = ActionButton(actions[command], icon, "pill", appearance)
            self._buttons.append(button)
            self._footer.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._footer.addStretch(1)
        column = QVBoxLayout(self)
        margin = scale.space(3)
        column.setContentsMargins(margin, scale.space(6), margin, scale.space(4))
        column.setSpacing(scale.space(3))
        column.addWidget(self._title)
        column.addWidget(self.queue, 1)
        column.addLayout(self._footer)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """A quarter of the page, but no less than the rows need and no more than they can use."""
        scale = Scale.at(self)
        page = self.parentWidget()
        quarter = round(page.width() * 0.26) if page else scale.space(80)
        return QSize(min(max(quarter, scale.space(56)), scale.space(84)), scale.space(100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two buttons show words if there is enough height, else icons; in a low window they
        disappear, as the transport's menu has them too."""
        super().resizeEvent(event)
        scale = Scale.at(self)
        roomy = self.height() >= scale.space(160)
        self._footer.setDirection(_DOWN if roomy else _ACROSS)
        for button in self._buttons:
            button.set_kind("pill" if roomy else "round")
            button.setVisible(self.height() >= scale.space(115))

    def show_moment(self, routine: Routine, moment: Moment) -> None:
        self._routine = routine
        self.queue.show_moment(routine, moment)

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
