"""The fuller instructions: how the move is done, what to watch for, and its gentler variant."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from backstretch.routine.model import Move
from backstretch.ui.parts.text_block import LINE_BREAK, Run, TextBlock
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import instruction_words


class Instructions(QScrollArea):
    """A page of the column beside the stage, which scrolls in a small window."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._move: Move | None = None
        scale = Scale.at(self)
        self._title = TextBlock(appearance)
        self._title.setFont(scale.font_of("lead"))
        body = QWidget()
        body.setObjectName("page")
        body.setAutoFillBackground(False)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(scale.space(3), 0, scale.space(3), 0)
        whole.setSpacing(scale.space(2))
        whole.addWidget(self._title)
        self._column = QVBoxLayout()
        self._column.setSpacing(scale.space(2))
        whole.addLayout(self._column)
        whole.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setWidget(body)

    def show_move(self, move: Move) -> None:
        """Shows everything there is to say about `move`. Does nothing if that is shown already."""
        if move is self._move:
            return
        self._move = move
        self._title.write(Run(move.title, bold=True))
        self.setAccessibleName(instruction_words.instructions_of(move))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for heading, text in instruction_words.instruction_parts(move):
            for run in (
                Run(heading, "accent-text", bold=True),
                Run(text.strip().replace("\n", LINE_BREAK)),
            ):
                words = TextBlock(self._appearance)
                words.setFont(Scale.at(self).font_of("body"))
                words.write(run)
                self._column.addWidget(words)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._move = None
        super().changeEvent(event)
