"""Today's moves side by side: as many in a row as there is room for, with pictures as tall as the
page can give them."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout

from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.today import wording
from backstretch.ui.today.card import PICTURE_RATIO, MoveCard
from backstretch.ui.today.facts import CardFacts

LEAST_RATIO, MOST_RATIO = 0.5, 0.9
"""Height to width of a picture where there is little room, and where there is much."""


class Cards(QGridLayout):
    """`pressed` is called with a move's id when its card is."""

    def __init__(self, appearance: Appearance, pressed: Callable[[str], None]) -> None:
        super().__init__()
        self._appearance = appearance
        self._pressed = pressed
        self._cards: dict[str, MoveCard] = {}
        self._wide = 1
        self._rows = 1

    def __getitem__(self, move_id: str) -> MoveCard:
        return self._cards[move_id]

    def show_moves(self, moves: tuple[CardFacts, ...]) -> None:
        for card in self._cards.values():
            self.removeWidget(card)
            card.deleteLater()
        self._cards = {}
        for move in moves:
            card = MoveCard(self._appearance, move.title, wording.card_line(move))
            card.setToolTip(move.brief)
            card.clicked.connect(lambda _=False, name=move.id: self._pressed(name))
            self._cards[move.id] = card

    def picture_sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height of each card's picture, in logical pixels."""
        sizes = {name: card.picture_size() for name, card in self._cards.items()}
        return {name: (size.width(), size.height()) for name, size in sizes.items()}

    def set_picture(self, move_id: str, picture: QPixmap) -> None:
        if move_id in self._cards:
            self._cards[move_id].set_picture(picture)

    def place(self, width: int, scale: Scale) -> None:
        """Puts the cards into even rows `width` pixels wide."""
        columns = even_columns(len(self._cards), width / scale.space(42))
        for place, card in enumerate(self._cards.values()):
            self.addWidget(card, place // columns, place % columns)
            card.show()
        for column in range(self.columnCount()):
            self.setColumnStretch(column, 1 if column < columns else 0)
        self._wide = (width - (columns - 1) * self.spacing()) // columns
        self._rows = -(-len(self._cards) // columns)
        self._give(PICTURE_RATIO)

    def grow(self, spare: int, spare_at_least: int) -> None:
        """Shares out what the page has left with pictures of the usual height: `spare` pixels
        beside what is liked best, `spare_at_least` beside the least (negative where it lacks)."""
        each = max(1, self._rows * self._wide)
        liked = PICTURE_RATIO + spare / each
        needed = min(PICTURE_RATIO, PICTURE_RATIO + spare_at_least / each)
        self._give(min(MOST_RATIO, max(LEAST_RATIO, liked, needed)))

    def _give(self, ratio: float) -> None:
        for card in self._cards.values():
            card.give_height(self._wide, ratio)


def even_columns(cards: int, room: float) -> int:
    """The number of columns that fills rows most evenly within `room` cards."""
    fits = max(1, min(cards, int(room)))
    rows = -(-cards // fits) if cards else 1
    return max(1, -(-cards // rows))
