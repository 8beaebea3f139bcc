"""The question how stiff the back is, as a card on Today and on the summary."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from backstretch.ui.history.stiffness import StiffnessScale
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.theme import Appearance


class StiffnessCard(Card):
    """`rated` carries 0 to 10, or None when the answer is taken back."""

    rated = Signal(object)

    def __init__(self, appearance: Appearance, title: str) -> None:
        super().__init__(appearance, title)
        hint = self.tr("0 is supple, 10 could not be stiffer. Press a digit, or skip it.")
        self.column.addWidget(Label(hint, "small", "soft"))
        self._scale_row = StiffnessScale(appearance, title)
        self._scale_row.rated.connect(self.rated)
        self.column.addWidget(self._scale_row)
        self.column.addStretch(1)

    @property
    def value(self) -> int | None:
        return self._scale_row.value

    def clear(self) -> None:
        self._scale_row.show_value(None)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Answers with the digit that was pressed; False when it was none."""
        return self._scale_row.take_digit(event)
