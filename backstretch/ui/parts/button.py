"""Push buttons in the program's own look: flat pills with text, an icon or both."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from backstretch.ui.icons import paint_icon
from backstretch.ui.scale import Kind, Scale
from backstretch.ui.theme import Appearance, Role

Look = Literal["quiet", "accent", "bare", "warn"]
_GROUND: dict[Look, Role] = {"quiet": "fill", "accent": "accent", "bare": "fill", "warn": "fill"}
_HOVER: dict[Look, Role] = {
    "quiet": "fill-strong",
    "accent": "accent-strong",
    "bare": "fill",
    "warn": "warn-soft",
}
_WORDS: dict[Look, Role] = {
    "quiet": "text",
    "accent": "on-accent",
    "bare": "accent-text",
    "warn": "warn",
}


class PressableButton(QPushButton):
    """A push button that Enter presses, not only Space; held down, once. Escape and `?` are left to
    the page and the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Question):
            event.ignore()
        else:
            super().keyPressEvent(event)


def focus_ring(
    painter: QPainter, appearance: Appearance, rect: QRectF, radius: float, scale: Scale
) -> None:
    """Draws the focus ring just inside `rect`. `radius`, in pixels, is that of its corners."""
    width = max(2.0, scale.unit / 2)
    inset = width / 2
    painter.setPen(QPen(appearance.theme.colour("focus"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


class Button(PressableButton):
    """A pill with a text, an icon or both. `name` is its accessible name; needed if there is no
    text."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        *,
        icon: str = "",
        look: Look = "quiet",
        kind: Kind = "body",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._icon = icon
        self._look: Look = look
        self._kind: Kind = kind
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def follow(self, action: QAction) -> None:
        """Triggers `action` when pressed, and follows its tip and enabled state. The text stays the
        button's own."""

        def copy() -> None:
            self.setEnabled(action.isEnabled())
            self.setToolTip(action.toolTip())
            if not self.accessibleName():
                self.setAccessibleName(action.text())

        self.clicked.connect(lambda: action.trigger())
        action.changed.connect(copy)
        copy()

    def set_words(self, text: str, icon: str) -> None:
        """Replaces text, accessible name and icon."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        metrics = QFontMetrics(scale.font_of(self._kind))
        height = max(scale.control, round(metrics.height() * 2.1))
        width = 2 * round(height * 0.42)
        if self.text():
            width += metrics.horizontalAdvance(self.text())
        if self._icon:
            width += round(metrics.height() * (1.05 if self.text() else 0.9))
            width += round(metrics.height() * 0.35) if self.text() else 0
        return QSize(max(width, height), height)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = Scale.at(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        busy = self.underMouse() or self.isDown()
        ground = (_HOVER if busy else _GROUND)[self._look]
        if self._look != "bare" or busy:
            path = QPainterPath()
            path.addRoundedRect(rect, radius, radius)
            colour = QColor(self._appearance.theme.colour(ground))
            colour.setAlphaF(1.0 if self.isEnabled() else 0.5)
            painter.fillPath(path, colour)
        self._paint_words(painter, rect, scale)
        if self.hasFocus():
            focus_ring(painter, self._appearance, rect, radius, scale)
            if self._look == "accent":
                self._paint_inner_ring(painter, rect, radius, scale)

    def _paint_inner_ring(
        self, painter: QPainter, rect: QRectF, radius: float, scale: Scale
    ) -> None:
        """A light line inside the focus ring, which alone would not stand out from the accent
        colour."""
        width = max(2.0, scale.unit / 2)
        painter.setPen(QPen(self._appearance.theme.colour("on-accent"), width / 1.5))
        painter.drawRoundedRect(
            rect.adjusted(width * 1.5, width * 1.5, -width * 1.5, -width * 1.5),
            radius - width,
            radius - width,
        )

    def _paint_words(self, painter: QPainter, rect: QRectF, scale: Scale) -> None:
        theme = self._appearance.theme
        colour = theme.colour(_WORDS[self._look] if self.isEnabled() else "text-soft")
        font = scale.font_of(self._kind)
        if self._look == "accent":
            font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        side = metrics.height() * (1.05 if self.text() else 1.2) if self._icon else 0.0
        gap = metrics.height() * 0.35 if self._icon and self.text() else 0.0
        width = metrics.horizontalAdvance(self.text())
        left = rect.center().x() - (side + gap + width) / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_left = left + width + gap if mirrored else left
        if self._icon:
            spot = QRectF(icon_left, rect.center().y() - side / 2, side, side)
            paint_icon(painter, self._icon, spot, colour)
        painter.setPen(colour)
        text_left = left if mirrored else left + side + gap
        words = QRectF(text_left, rect.top(), width + 1, rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
