"""The list of all commands that have a key."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backstretch.translation_marks import QT_TRANSLATE_NOOP
from backstretch.ui.actions import Actions, key_label, text_of
from backstretch.ui.dialogs.centred import CentredDialog
from backstretch.ui.entries import ENTRIES, Entry, Where
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

_PLACES: tuple[tuple[Where, str], ...] = (
    ("session", QT_TRANSLATE_NOOP("KeyList", "While practising")),
    ("today", QT_TRANSLATE_NOOP("KeyList", "On Today")),
    ("history", QT_TRANSLATE_NOOP("KeyList", "In History")),
    ("anywhere", QT_TRANSLATE_NOOP("KeyList", "Anywhere")),
)


class KeyCap(QWidget):
    """One key, drawn as a key cap."""

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


class KeyList(CentredDialog):
    """The dialog that `?` opens. It scrolls; Escape closes it."""

    def __init__(
        self, appearance: Appearance, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setWindowTitle(self.tr("Keys"))
        scale = Scale.at(self)
        page = Page()
        room = parent.size() * 0.92 if parent else QSize(scale.space(220), scale.space(170))
        columns = (
            3 if room.width() >= scale.space(240) else 2 if room.width() > scale.space(140) else 1
        )
        page.column.addLayout(self._sheet(actions, columns, scale))
        page.column.addStretch(1)
        page.column.addWidget(
            Label(self.tr("Keys can be changed on the Settings page."), "small", "soft")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scale.space(4))
        column.addWidget(page, 1)
        close = Button(appearance, self.tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        close.setFocus()
        wanted = QSize(scale.space((110, 180, 262)[columns - 1]), scale.space(172))
        self.resize(wanted.boundedTo(room))

    def _sheet(self, actions: Actions, columns: int, scale: Scale) -> QHBoxLayout:
        """The commands by place, in columns of about the same height. Those of a session are by far
        the most and take two of three columns; the other places share the last."""
        sides = [QVBoxLayout() for _ in range(columns)]
        for where, title in _PLACES:
            shown = [entry for entry in ENTRIES if entry.where == where and _keys(actions, entry)]
            heading = QCoreApplication.translate("KeyList", title)
            parts = 2 if where == "session" and columns == 3 else 1
            half = -(-len(shown) // parts)
            for part in range(parts):
                side = sides[part if where == "session" else -1]
                label = Label(heading, "heading", wraps=False)
                if part:
                    # No second heading, but the rows of both columns stay level.
                    side.addSpacing(label.sizeHint().height())
                    label.deleteLater()
                else:
                    side.addWidget(label)
                side.addLayout(self._listed(actions, shown[part * half :][:half], scale))
                side.addSpacing(scale.space(4))
        sheet = QHBoxLayout()
        sheet.setSpacing(scale.space(8))
        for side in sides:
            side.setSpacing(scale.space(2.5))
            side.addStretch(1)
            sheet.addLayout(side)
        return sheet

    def _listed(self, actions: Actions, entries: list[Entry], scale: Scale) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(scale.space(4))
        grid.setVerticalSpacing(scale.space(1.5))
        grid.setColumnStretch(1, 1)
        for row, entry in enumerate(entries):
            caps = QHBoxLayout()
            caps.setSpacing(scale.space(1))
            for key in _keys(actions, entry):
                caps.addWidget(KeyCap(self._appearance, key))
            caps.addStretch(1)
            grid.addLayout(caps, row, 0)
            grid.addWidget(Label(text_of(entry), "body"), row, 1)
        return grid


def _keys(actions: Actions, entry: Entry) -> list[str]:
    """The command's keys without media keys, which say themselves what they do."""
    return [key for key in actions.keys(entry.id) if not key.startswith(("Media", "Togg"))]
