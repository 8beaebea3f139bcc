"""Lets the user correct the count of a move in a past session."""

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QLabel, QWidget

from backstretch.history.edits import Corrected
from backstretch.history.week import MoveDone, SessionDone
from backstretch.routine.titles import Titles
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.choice import Choice
from backstretch.ui.parts.flow_layout import Flow
from backstretch.ui.parts.label import Label
from backstretch.ui.theme import Appearance

_MOST = 99


class Correction(QWidget):
    """A choice of move with its count, or with one count per side. `corrected` carries a
    Corrected."""

    corrected = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._moves: dict[str, MoveDone] = {}
        self._move = Choice(appearance)
        self._move.setAccessibleName(QCoreApplication.translate("History", "Move to correct"))
        self._move.currentIndexChanged.connect(self._show_counts)
        self._done = _count(appearance, QCoreApplication.translate("History", "Done"))
        self._left = _count(appearance, QCoreApplication.translate("History", "Left"))
        self._right = _count(appearance, QCoreApplication.translate("History", "Right"))
        self._keep = Button(
            appearance, QCoreApplication.translate("History", "Correct the count"), icon="check"
        )
        self._keep.clicked.connect(self._tell)
        line = Flow(self)
        self._labels: dict[Choice, QLabel] = {}
        line.addWidget(self._move)
        for count in (self._done, self._left, self._right):
            self._labels[count] = Label(count.accessibleName(), "body", "soft", wraps=False)
            line.addWidget(self._labels[count])
            line.addWidget(count)
        line.addWidget(self._keep)

    def offer(self, session: SessionDone, titles: Titles) -> None:
        """Offers the moves of `session`. The chosen move stays chosen if it is among them."""
        chosen = self._move.currentData()
        self._moves = {move.id: move for move in session.moves}
        self._move.clear()
        for move in session.moves:
            self._move.addItem(titles.move(session.routine, move.id), move.id)
        self.choose(chosen if chosen in self._moves else next(iter(self._moves), ""))

    def choose(self, identity: object) -> None:
        """Chooses the move of that id and shows its count."""
        self._move.setCurrentIndex(self._move.findData(identity))
        self._show_counts()

    def _show_counts(self) -> None:
        move = self._moves.get(self._move.currentData())
        self._keep.setEnabled(move is not None)
        if move is None:
            return
        sided = move.left is not None
        for box, value, shown in (
            (self._done, move.done, not sided),
            (self._left, move.left or 0, sided),
            (self._right, move.right or 0, sided),
        ):
            box.setCurrentIndex(min(value, _MOST))
            box.setVisible(shown)
            self._labels[box].setVisible(shown)

    def _tell(self) -> None:
        move = self._moves.get(self._move.currentData())
        if move is None:
            return
        if move.left is None:
            self.corrected.emit(Corrected(move.id, self._done.currentIndex()))
        else:
            left, right = self._left.currentIndex(), self._right.currentIndex()
            self.corrected.emit(Corrected(move.id, left + right, left, right))


def _count(appearance: Appearance, name: str) -> Choice:
    """A list of numbers from 0, so that a number is its own index."""
    choice = Choice(appearance)
    for number in range(_MOST + 1):
        choice.addItem(QLocale().toString(number))
    choice.setAccessibleName(name)
    return choice
