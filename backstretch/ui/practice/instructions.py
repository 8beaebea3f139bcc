"""The fuller instructions: how the move is done, what to watch for, and its gentler variant."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from backstretch.routine.model import Move
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import instruction_words


class Instructions(QWidget):
    """A panel over the side of the stage, which scrolls in a small window."""

    def __init__(
        self, toggle: QAction, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._move: Move | None = None
        scale = Scale.at(self)
        pad = scale.space(6)
        self._title = Label("", "lead")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(
            ActionButton(toggle, "close", "bare", appearance), 0, Qt.AlignmentFlag.AlignTop
        )
        body = QWidget()
        body.setObjectName("page")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, scale.space(2), 0)
        self._column.setSpacing(scale.space(2))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(scale.space(3))
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.hide()

    def show_move(self, move: Move) -> None:
        """Shows everything there is to say about `move`. Does nothing if that is shown already."""
        if move is self._move:
            return
        self._move = move
        self._title.setText(move.title)
        self.setAccessibleName(instruction_words.instructions_of(move))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for heading, text in instruction_words.instruction_parts(move):
            head = Label(heading, "body", "accent")
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self._column.addWidget(head)
            self._column.addWidget(Label(text.strip(), "body"))
        self._column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._move = None
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.colour("card"))
        edge = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        thick = max(1, round(Scale.at(self).hairline))
        left = 0 if edge else self.width() - thick
        painter.fillRect(left, 0, thick, self.height(), theme.colour("line"))
