"""A line that says what was just done, with a button to undo it."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.theme import Appearance

OFFERED_MS = 20_000


class UndoBar(Card):
    """Hidden until `offer`, then shown for twenty seconds."""

    undo_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._words = Label()
        self._button = Button(
            appearance, QCoreApplication.translate("History", "Undo"), icon="undo"
        )
        self._button.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(OFFERED_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def offer(self, words: str) -> None:
        """Shows `words`, what was done, and starts the twenty seconds again."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        self._timer.start()

    def withdraw(self) -> None:
        """Hides the bar; what was done can no longer be undone here."""
        self._timer.stop()
        self.hide()

    def _take_back(self) -> None:
        # Emit first, so the receiver can move the focus before the button hides.
        self.undo_wanted.emit()
        self.withdraw()
