"""The figures to choose from, each with its picture."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backstretch.ui.parts.button import PressableButton, focus_ring
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

Preview = Callable[[str, int, float], QPixmap]


class FigureButton(PressableButton):
    """One figure. Its picture is drawn when first seen, and again after a change of theme."""

    def __init__(self, appearance: Appearance, name: str, preview: Preview) -> None:
        super().__init__()
        self._appearance = appearance
        self._name = name
        self._preview = preview
        self._picture: QPixmap | None = None
        self._drawn_for = ""
        self._chosen = False
        self.setText(name.capitalize())
        self.setAccessibleName(self.text())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.setAccessibleDescription(self.tr("chosen") if chosen else "")
        self.update()

    def sizeHint(self) -> QSize:
        side = Scale.at(self).space(24)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(rect, scale.corner, scale.corner)
        painter.fillPath(outline, theme.colour("thumb"))
        if self._drawn_for != theme.name:
            QTimer.singleShot(0, self, self._draw)
        if self._picture is not None:
            painter.save()
            painter.setClipPath(outline)
            painter.drawPixmap(rect, self._picture, QRectF(self._picture.rect()))
            painter.restore()
        busy = self._chosen or self.underMouse()
        width = max(2.5, scale.unit * 0.7) if self._chosen else scale.hairline
        painter.setPen(QPen(theme.colour("accent" if busy else "line"), width))
        painter.drawPath(outline)
        if self.hasFocus():
            focus_ring(painter, self._appearance, QRectF(self.rect()), scale.corner, scale)

    def _draw(self) -> None:
        if self._drawn_for != self._appearance.theme.name:
            self._drawn_for = self._appearance.theme.name
            self._picture = self._preview(self._name, self.width(), self.devicePixelRatioF())
            self.update()


class FigureChoice(QWidget):
    """`chosen` carries the name of a figure."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, names: tuple[str, ...], preview: Preview) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Scale.at(self).space(2.5))
        self._buttons: dict[str, FigureButton] = {}
        for name in names:
            button = FigureButton(appearance, name, preview)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._buttons[name] = button
            row.addWidget(button)

    def show_chosen(self, name: str) -> None:
        known = name if name in self._buttons else next(iter(self._buttons), "")
        for each, button in self._buttons.items():
            button.set_chosen(each == known)
