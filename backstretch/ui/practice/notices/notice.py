"""A notice over the stage: paused and why, or a skip that can be undone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from backstretch.ui.parts.shapes import Shape, shape_path
from backstretch.ui.parts.text_block import Run, TextBlock
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class Notice(QWidget):
    """A card with a shape, a heading, a line below it and possibly a button."""

    def __init__(
        self,
        appearance: Appearance,
        shape: Shape,
        button: QAbstractButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shape = shape
        scale = Scale.at(self)
        self._heading = TextBlock(appearance)
        self._heading.setFont(scale.font_of("lead"))
        self._line = TextBlock(appearance)
        self._line.setFont(scale.font_of("body"))
        words = QVBoxLayout()
        words.setSpacing(round(scale.unit))
        words.addWidget(self._heading)
        words.addWidget(self._line)
        column = self._column = QVBoxLayout(self)
        lead = scale.space(14)
        column.setContentsMargins(lead, scale.space(4), scale.space(6), scale.space(4))
        column.setSpacing(scale.space(2.5))
        column.addLayout(words, 1)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._button = button
        if button is None:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, heading: str, line: str) -> bool:
        """True if the words changed, so that the notice has to be placed again."""
        told = ". ".join(part for part in (heading, line) if part)
        if told == self.accessibleName():
            return False
        self._heading.write(Run(heading, "text", bold=True))
        self._line.write(Run(line, "text-soft"))
        self._line.setVisible(bool(line))
        self.setAccessibleName(told)
        return True

    @property
    def heading(self) -> str:
        return self._heading.text()

    def place(self, room: QRectF) -> None:
        """Places the notice in the upper leading corner of `room`, where the figure seldom reaches:
        as wide as its words need, up to 42 percent. If the room is low, only the heading is shown,
        and a notice that is still too high grows upwards, not over the cue."""
        around = self._column.contentsMargins()
        edges = around.left() + around.right()
        button = self._button.sizeHint() if self._button else QSize(0, 0)
        words = max(self._heading.sizeHint().width(), self._line.sizeHint().width()) + 4
        inner = max(button.width(), min(words, round(room.width() * 0.42) - edges))
        tall = self._heading.height_needed(inner) + around.top() + around.bottom()
        if self._button is not None:
            tall += self._column.spacing() + button.height()
        line = self._line.height_needed(inner) + round(Scale.at(self).unit)
        has_line = bool(self._line.text()) and tall + line <= room.height()
        self._line.setVisible(has_line)
        tall += line if has_line else 0
        left = room.right() - inner - edges if self.isRightToLeft() else room.left()
        top = max(0.0, min(room.top(), room.bottom() - tall))
        self.setGeometry(round(left), round(top), inner + edges, round(tall))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._appearance.theme, Scale.at(self)
        half = scale.hairline / 2
        body = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(theme.colour("line"), scale.hairline))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(body, scale.corner, scale.corner)
        side = scale.space(5)
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(QPointF(body.center().x(), self._heading.geometry().center().y() + 0.5))
        margin = scale.space(5)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mark.moveRight(body.right() - margin)
        else:
            mark.moveLeft(body.left() + margin)
        painter.fillPath(shape_path(self._shape, mark), theme.colour("accent-text"))
