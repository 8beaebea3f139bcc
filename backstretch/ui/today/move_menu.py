"""The menu of a move's row: play only this move, move it, or return to the usual order."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from backstretch.ui.today.facts import TodayFacts


class MoveMenu(QMenu):
    """Deletes itself when closed. `only_chosen` carries the move's id, `order_chosen` the ids of
    today's moves in their new order."""

    only_chosen = Signal(str)
    order_chosen = Signal(tuple)

    def __init__(self, row: QWidget, facts: TodayFacts, move_id: str) -> None:
        super().__init__(row)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._order = tuple(move.id for move in facts.cards)
        place = self._order.index(move_id)
        only = self.addAction(QCoreApplication.translate("TodayPage", "Play only this move"))
        only.triggered.connect(lambda: self.only_chosen.emit(move_id))
        self.addSeparator()
        earlier = QCoreApplication.translate("TodayPage", "Earlier in today's order")
        self._add_move(earlier, place, place - 1)
        later = QCoreApplication.translate("TodayPage", "Later in today's order")
        self._add_move(later, place, place + 1)
        usual = self.addAction(QCoreApplication.translate("TodayPage", "The usual order"))
        usual.setEnabled(self._order != facts.usual)
        usual.triggered.connect(lambda: self.order_chosen.emit(facts.usual))

    def _add_move(self, text: str, place: int, wanted: int) -> None:
        """Adds an action that moves the card from `place` to `wanted`, disabled beyond the
        ends."""
        order = list(self._order)
        action = self.addAction(text)
        action.setEnabled(0 <= wanted < len(order))
        order.insert(wanted, order.pop(place))
        action.triggered.connect(lambda: self.order_chosen.emit(tuple(order)))
