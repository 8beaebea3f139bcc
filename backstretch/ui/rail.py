"""The navigation at the edge of the window: a button with icon and name for each page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backstretch.ui.actions import Actions
from backstretch.ui.entries import entry_of
from backstretch.ui.icons import paint_icon
from backstretch.ui.parts.button import PressableButton, focus_ring
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class RailButton(PressableButton):
    """The button of one page, highlighted while that page is shown."""

    def __init__(self, appearance: Appearance, action: QAction, icon: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = icon
        self._current = False
        self.setText(action.text())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.clicked.connect(lambda: action.trigger())

    def set_current(self, current: bool) -> None:
        self._current = current
        self.setAccessibleDescription(self.tr("shown now") if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        words = QFontMetrics(scale.font_of("small")).horizontalAdvance(self.text())
        return QSize(max(words + scale.space(4), scale.space(16)), scale.space(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), Scale.at(self).space(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect())
        radius = scale.corner * 0.8
        if self._current or self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent-soft" if self._current else "fill"))
            painter.drawRoundedRect(rect, radius, radius)
        colour = theme.colour("accent-text" if self._current else "text-soft")
        side = scale.space(6)
        above = scale.space(2.6)
        spot = QRectF(rect.center().x() - side / 2, rect.top() + above, side, side)
        font = scale.font_of("small")
        words = QRectF(rect.left(), spot.bottom(), rect.width(), rect.bottom() - spot.bottom())
        if words.height() >= QFontMetrics(font).ascent():
            painter.setPen(colour)
            painter.setFont(font)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        else:
            # A low window with large text: the icon alone, and the words in the tip.
            spot.moveCenter(rect.center())
        paint_icon(painter, self._icon, spot, colour)
        if self.hasFocus():
            focus_ring(painter, self._appearance, rect, radius, scale)


class Rail(QWidget):
    """Today, History and Settings; the menu and the list of keys at the foot."""

    PAGES = ("today", "history", "settings")

    def __init__(self, appearance: Appearance, actions: Actions) -> None:
        super().__init__()
        self._appearance = appearance
        self.setAccessibleName(self.tr("Pages"))
        scale = Scale.at(self)
        column = QVBoxLayout(self)
        pad = scale.space(2.5)
        column.setContentsMargins(pad, scale.space(5), pad, scale.space(4))
        column.setSpacing(scale.space(2))
        self._buttons: dict[str, RailButton] = {}
        for name in (*self.PAGES, "menu", "keys"):
            button = RailButton(appearance, actions[name], entry_of(name).icon)
            self._buttons[name] = button
            if name == "menu":
                column.addStretch(1)
            if name == "keys":
                button.setText(self.tr("Keys"))
            column.addWidget(button)

    @property
    def menu_button(self) -> QWidget:
        return self._buttons["menu"]

    def set_current(self, name: str) -> None:
        """Highlights the page of that name; none if it has no button."""
        for page, button in self._buttons.items():
            button.set_current(page == name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(event.rect(), theme.colour("rail"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = 0.5 if mirrored else self.width() - 0.5
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(round(edge - 0.5), 0, round(edge - 0.5), self.height())
