"""A message at the foot of the window, with buttons for what the user can do about it. Nothing
waits for it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backstretch.ui.icons import paint_icon
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class Banner(QWidget):
    """Hidden while there is no message."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        scale = Scale.at(self)
        self._row = QHBoxLayout(self)
        pad = scale.space(2)
        self._row.setContentsMargins(scale.space(12), pad, scale.space(4), pad)
        self._row.setSpacing(scale.space(2.5))
        self._words = Label("")
        self._row.addWidget(self._words, 1)
        self._buttons: list[Button] = []
        self._good = False
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def say(
        self,
        text: str,
        ways: tuple[tuple[str, Callable[[], object]], ...] = (),
        *,
        good: bool = False,
    ) -> None:
        """Shows and announces `text` with a button for each of `ways` (its text and what it does)
        and one that closes the banner. Replaces an earlier message. `good`: something is done, and
        nothing is wrong."""
        self._good = good
        self.update()
        for button in self._buttons:
            # One of them may be the sender, in the middle of its own click: it must not be deleted
            # before it returns, nor be seen until then.
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._words.setText(text)
        self.setAccessibleName(text)
        self._buttons = [self._add(words, press) for words, press in ways]
        self._buttons.append(self._add(self.tr("Close"), self.hide))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def go_on(self, text: str) -> None:
        """Changes the text of a message that is shown, such as its percentage, without announcing
        it again. Does nothing if the banner was closed."""
        if not self.isHidden():
            self._words.setText(text)
            self.setAccessibleName(text)

    def _add(self, words: str, press: Callable[[], object]) -> Button:
        button = Button(self._appearance, words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: press())
        self._row.addWidget(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, scale = self._appearance.theme, Scale.at(self)
        painter.fillRect(event.rect(), theme.colour("accent-soft" if self._good else "warn-soft"))
        colour = theme.colour("accent-text" if self._good else "warn")
        painter.setPen(colour)
        painter.drawLine(0, 0, self.width(), 0)
        side = scale.space(6)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - scale.space(4) - side if mirrored else scale.space(4)
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, "check" if self._good else "warn", spot, colour)
