"""Says which move the figure previews, and plays it alone if wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backstretch.ui.parts.button import Button
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class PreviewNote(QWidget):
    """Hidden before `tell`. `only_chosen` carries the id of the move to play alone."""

    only_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.move_id = ""
        column = QVBoxLayout(self)
        pad = Scale.at(self).space(2)
        column.setContentsMargins(pad, pad, pad, 0)
        column.setSpacing(0)
        self._title = Label("", "body", "soft", wraps=False)
        self._only = Button(appearance, self.tr("Play only this move"), look="bare")
        self._only.clicked.connect(lambda: self.only_chosen.emit(self.move_id))
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTrailing)
        column.addWidget(self._only, 0, Qt.AlignmentFlag.AlignTrailing)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground of its own: the mat may lie behind it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("card"))
        radius = Scale.at(self).corner
        painter.drawRoundedRect(self.rect(), radius, radius)

    def tell(self, move_id: str, title: str) -> None:
        """An empty id hides it."""
        self.move_id = move_id
        self._title.setText(title)
        self.setVisible(bool(move_id))
        self.adjustSize()
