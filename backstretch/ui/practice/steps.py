"""A word between a minus and a plus, on one ground: the pace, or how many reps."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from backstretch.ui.practice.buttons import ActionButton
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class Steps(QWidget):
    """`less` and `more` step what `word` names."""

    def __init__(
        self,
        less: QAction,
        more: QAction,
        word: str,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        scale = Scale.at(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.space(1.5), 0, scale.space(1.5), 0)
        row.setSpacing(0)
        self._label = QLabel(word)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setFont(scale.font_of("body"))
        row.addWidget(ActionButton(less, "minus", "bare", appearance))
        row.addWidget(self._label)
        row.addWidget(ActionButton(more, "plus", "bare", appearance))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(scale.space(12))

    def set_word(self, word: str) -> None:
        if word != self._label.text():
            self._label.setText(word)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("fill"))
        edge = max(2.0, Scale.at(self).unit / 2)
        body = QRectF(self.rect()).adjusted(0, edge, 0, -edge)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
