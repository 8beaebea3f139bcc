"""Every command with its keys, on one sheet."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backstretch.ui.actions import Actions, key_label, text_of
from backstretch.ui.entries import ENTRIES, Where
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import QT_TRANSLATE_NOOP

_PLACES: tuple[tuple[Where, str], ...] = (
    ("session", QT_TRANSLATE_NOOP("KeyList", "While practising")),
    ("today", QT_TRANSLATE_NOOP("KeyList", "On Today")),
    ("history", QT_TRANSLATE_NOOP("KeyList", "In History")),
    ("anywhere", QT_TRANSLATE_NOOP("KeyList", "Anywhere")),
)


class KeyCap(QWidget):
    """One key, drawn as a key."""

    def __init__(self, appearance: Appearance, key: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._text = key_label(key)
        self.setAccessibleName(self._text)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        wide = QFontMetrics(scale.font_of("small")).horizontalAdvance(self._text)
        return QSize(max(wide + scale.space(4), scale.space(7)), scale.space(7))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("track"), 1))
        painter.setBrush(theme.colour("fill"))
        painter.drawRoundedRect(rect, scale.unit * 1.5, scale.unit * 1.5)
        painter.setPen(theme.colour("text"))
        painter.setFont(scale.font_of("small"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)


class KeyList(QDialog):
    """What `?` shows. It scrolls; Escape closes it."""

    def __init__(
        self, appearance: Appearance, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setWindowTitle(self.tr("Keys"))
        scale = Scale.at(self)
        page = Page()
        halves = QHBoxLayout()
        halves.setSpacing(scale.space(10))
        page.column.addLayout(halves)
        left, right = QVBoxLayout(), QVBoxLayout()
        halves.addLayout(left)
        halves.addLayout(right)
        for side in (left, right):
            side.setSpacing(scale.space(2.5))
        for where, title in _PLACES:
            side = left if where == "session" else right
            heading = QCoreApplication.translate("KeyList", title)
            side.addWidget(Label(heading, "heading", wraps=False))
            side.addLayout(self._listed(actions, where, scale))
            side.addSpacing(scale.space(4))
        note = Label(self.tr("Keys can be changed on the Settings page."), "small", "soft")
        right.addWidget(note)
        right.addStretch(1)
        left.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scale.space(4))
        column.addWidget(page, 1)
        close = Button(appearance, self.tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        close.setFocus()
        room = parent.size() * 0.92 if parent else QSize(scale.space(220), scale.space(170))
        self.resize(QSize(scale.space(230), scale.space(200)).boundedTo(room))

    def _listed(self, actions: Actions, where: Where, scale: Scale) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(scale.space(4))
        grid.setVerticalSpacing(scale.space(1.5))
        grid.setColumnStretch(1, 1)
        row = 0
        for entry in ENTRIES:
            keys = [key for key in actions.keys(entry.id) if not key.startswith(("Media", "Togg"))]
            if entry.where != where or not keys:
                continue
            caps = QHBoxLayout()
            caps.setSpacing(scale.space(1))
            for key in keys:
                caps.addWidget(KeyCap(self._appearance, key))
            caps.addStretch(1)
            grid.addLayout(caps, row, 0)
            grid.addWidget(Label(text_of(entry), "body"), row, 1)
            row += 1
        return grid
