"""Today's moves in their order, in a panel of their own."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import CardFacts, TodayFacts
from backstretch.ui.today.move_row import COLOURS, MoveRow
from backstretch.ui.words.numbers import clock


class MoveList(QWidget):
    """`order_chosen` carries the ids in their new order, `dose_stepped` a move's id and its dose
    from now on, `previewed` a move's id, `menu_wanted` a move's id and a point of the screen."""

    order_chosen = Signal(tuple)
    dose_stepped = Signal(str, int)
    previewed = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows: dict[str, MoveRow] = {}
        self._order: list[str] = []
        self._has_pictures = True
        scale = Scale.at(self)
        column = QVBoxLayout(self)
        pad = scale.space(5)
        column.setContentsMargins(pad, scale.space(7), pad, pad)
        column.setSpacing(scale.space(3))
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Today's moves"), "heading"), 1)
        self._length = Label("", "body", "soft", wraps=False)
        head.addWidget(self._length)
        column.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(scale.space(3.5))
        column.addLayout(self._column)
        column.addStretch(1)

    def __getitem__(self, move_id: str) -> MoveRow:
        return self._rows[move_id]

    @property
    def rows(self) -> tuple[MoveRow, ...]:
        """In their order."""
        return tuple(self._rows[name] for name in self._order)

    def show_facts(self, facts: TodayFacts) -> None:
        """Rows of the same moves stay, with their pictures and the focus."""
        self._length.setText(clock(facts.seconds))
        wanted = {card.id: card for card in facts.cards}
        for name in [name for name in self._rows if name not in wanted]:
            row = self._rows.pop(name)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for card in facts.cards:
            if card.id in self._rows:
                self._rows[card.id].show_facts(card)
            else:
                self._rows[card.id] = self._make(card, facts.usual)
        self._put([card.id for card in facts.cards])

    def show_pictures(self, wanted: bool) -> None:
        """Large text in a small window leaves no room for them."""
        self._has_pictures = wanted
        side, scale = 5 if wanted else 2, Scale.at(self)
        below = scale.space(5)
        column = self.layout()
        assert column is not None
        column.setContentsMargins(scale.space(side), scale.space(7), scale.space(side), below)
        for row in self._rows.values():
            row.picture.setVisible(wanted)

    def picture_sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height of each row's picture, in device-independent pixels."""
        sizes = {name: row.picture.sizeHint() for name, row in self._rows.items()}
        return {name: (size.width(), size.height()) for name, size in sizes.items()}

    def set_picture(self, move_id: str, picture: QPixmap) -> None:
        """Gives the row its picture; ignored if the move has left since it was asked for."""
        if move_id in self._rows:
            self._rows[move_id].picture.set_picture(picture)

    def _make(self, card: CardFacts, usual: tuple[str, ...]) -> MoveRow:
        place = usual.index(card.id) if card.id in usual else 0
        row = MoveRow(self._appearance, card, COLOURS[place % len(COLOURS)])
        row.picture.setVisible(self._has_pictures)
        name = card.id
        row.previewed.connect(lambda: self.previewed.emit(name))
        row.stepped.connect(lambda dose: self.dose_stepped.emit(name, dose))
        row.menu_wanted.connect(lambda at: self.menu_wanted.emit(name, at))
        row.shifted.connect(lambda step: self._shift(name, step))
        row.dragged.connect(lambda height: self._drag(name, height))
        return row

    def _put(self, order: list[str]) -> None:
        """Arranges the rows. Those that stay in place keep the focus."""
        self._order = order
        for name in order:
            self._column.removeWidget(self._rows[name])
            self._column.addWidget(self._rows[name])
            self._rows[name].show()
        stops = [stop for row in self.rows for stop in row.stops()]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _shift(self, name: str, step: int) -> None:
        place = self._order.index(name)
        wanted = place + step
        if 0 <= wanted < len(self._order):
            self._move(name, wanted)
            self.order_chosen.emit(tuple(self._order))

    def _move(self, name: str, wanted: int) -> None:
        order = list(self._order)
        order.remove(name)
        order.insert(wanted, name)
        self._put(order)

    def _drag(self, name: str, height: int | None) -> None:
        """Moves the row to where the pointer is; the new order holds once it is let go."""
        if height is None:
            self.order_chosen.emit(tuple(self._order))
            return
        others = [row for row in self.rows if row.facts.id != name]
        wanted = sum(1 for row in others if row.geometry().center().y() < height)
        if wanted != self._order.index(name):
            self._move(name, wanted)
            layout = self.layout()
            assert layout is not None
            layout.activate()

    def sizeHint(self) -> QSize:
        # Wide enough for the longest dose between its buttons.
        hint = super().sizeHint()
        return QSize(
            max(Scale.at(self).space(90), super().minimumSizeHint().width()), hint.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(event.rect(), theme.colour("card"))
        painter.setPen(theme.colour("line"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = self.width() - 1 if mirrored else 0
        painter.drawLine(edge, 0, edge, self.height())
        painter.drawLine(0, 0, self.width(), 0)
