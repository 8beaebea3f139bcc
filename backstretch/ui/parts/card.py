"""A card: the surface that groups what belongs together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class Card(QFrame):
    """A rounded surface. The content goes into `column`, below `title` if given."""

    def __init__(
        self, appearance: Appearance, title: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        scale = Scale.at(self)
        self.column = QVBoxLayout(self)
        pad = scale.space(5)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(scale.space(3))
        if title:
            self.setAccessibleName(title)
            self.column.addWidget(Label(title, "heading"))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        scale = Scale.at(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = scale.hairline / 2
        painter.setPen(QPen(self._appearance.theme.colour("line"), scale.hairline))
        painter.setBrush(self._appearance.theme.colour("card"))
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, scale.corner, scale.corner)
