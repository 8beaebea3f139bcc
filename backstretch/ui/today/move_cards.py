"""The cards of today's moves in even rows, with pictures as tall as the page allows."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from backstretch.ui.parts.button import PressableButton, focus_ring
from backstretch.ui.parts.tip import plain_tip
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import CardFacts
from backstretch.ui.words import today_words

PICTURE_RATIO = 0.72
"""Height to width of a picture if the page has neither height to spare nor too little."""


class MoveCard(PressableButton):
    """One move: its picture, once set, above a title of up to two lines and the dose."""

    def __init__(self, appearance: Appearance, title: str, dose: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._title = title
        self._dose = dose
        self._picture: QPixmap | None = None
        self._ratio = PICTURE_RATIO
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(dose)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def picture_size(self) -> QSize:
        """The picture's size in device-independent pixels."""
        return QSize(self.width(), self._picture_height(self.width()))

    def give_height(self, width: int, ratio: float) -> None:
        """Fixes the height of a card that will be `width` pixels wide, with a picture `ratio` times
        as high as wide."""
        self._ratio = ratio
        self.setFixedHeight(self.heightForWidth(width))

    def _picture_height(self, width: int) -> int:
        return round(width * self._ratio)

    def _words_height(self) -> int:
        scale = Scale.at(self)
        title = QFontMetrics(scale.font_of("heading")).lineSpacing()
        return 2 * title + QFontMetrics(scale.font_of("small")).lineSpacing() + scale.space(9)

    def heightForWidth(self, width: int) -> int:
        return self._picture_height(width) + self._words_height()

    def sizeHint(self) -> QSize:
        wide = Scale.at(self).space(46)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = Scale.at(self).space(34)
        return QSize(wide, self._words_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(rect, scale.corner, scale.corner)
        painter.fillPath(outline, theme.colour("card"))
        above = QRectF(0, 0, self.width(), self._picture_height(self.width()))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(above, theme.colour("thumb"))
        if self._picture is not None:
            painter.drawPixmap(above, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        hovered = self.underMouse() or self.isDown()
        painter.setPen(QPen(theme.colour("accent" if hovered else "line"), scale.hairline))
        painter.drawPath(outline)
        self._paint_words(painter, QRectF(self.rect()), above.bottom(), scale)
        if self.hasFocus():
            focus_ring(painter, self._appearance, QRectF(self.rect()), scale.corner, scale)

    def _paint_words(self, painter: QPainter, rect: QRectF, top: float, scale: Scale) -> None:
        theme = self._appearance.theme
        pad = scale.space(4)
        inner = rect.adjusted(pad, top + scale.space(3), -pad, -scale.space(3.5))
        painter.setPen(theme.colour("text"))
        painter.setFont(scale.font_of("heading"))
        leading = Qt.AlignmentFlag.AlignLeading
        painter.drawText(
            inner, leading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._title
        )
        painter.setPen(theme.colour("text-soft"))
        painter.setFont(scale.font_of("small"))
        line = QFontMetrics(painter.font()).elidedText(
            self._dose, Qt.TextElideMode.ElideRight, round(inner.width())
        )
        painter.drawText(inner, leading | Qt.AlignmentFlag.AlignBottom, line)


LEAST_RATIO, MOST_RATIO = 0.5, 0.9
"""Bounds of that ratio if the page is low, and if it is high."""


class Cards(QGridLayout):
    """The grid of cards. `pressed` is called with a move's id when its card is pressed."""

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
        """Replaces the cards. They are seen after the next `place`."""
        for card in self._cards.values():
            self.removeWidget(card)
            card.deleteLater()
        self._cards = {}
        for move in moves:
            card = MoveCard(self._appearance, move.title, today_words.card_line(move))
            card.setToolTip(plain_tip(move.brief))
            card.clicked.connect(lambda _=False, name=move.id: self._pressed(name))
            self._cards[move.id] = card

    def picture_sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height of each card's picture, in device-independent pixels."""
        sizes = {name: card.picture_size() for name, card in self._cards.items()}
        return {name: (size.width(), size.height()) for name, size in sizes.items()}

    def set_picture(self, move_id: str, picture: QPixmap) -> None:
        """Gives the card its picture; ignored if the move has left since it was asked for."""
        if move_id in self._cards:
            self._cards[move_id].set_picture(picture)

    def place(self, width: int, scale: Scale) -> None:
        """Arranges the cards in even rows `width` pixels wide."""
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
        """Makes the pictures higher or lower to fill the page.

        `spare` and `spare_at_least` are the pixels left over with pictures of the usual ratio, if
        everything else has its preferred height or its least; negative if they are missing.
        Pictures grow by the first. They shrink only by what is missing from the second, so that the
        rest of the page gives way before them.
        """
        each = max(1, self._rows * self._wide)
        liked = PICTURE_RATIO + spare / each
        needed = min(PICTURE_RATIO, PICTURE_RATIO + spare_at_least / each)
        self._give(min(MOST_RATIO, max(LEAST_RATIO, liked, needed)))

    def _give(self, ratio: float) -> None:
        for card in self._cards.values():
            card.give_height(self._wide, ratio)


def even_columns(cards: int, room: float) -> int:
    """The number of columns that fills the rows most evenly, if `room` cards fit side by side."""
    fits = max(1, min(cards, int(room)))
    rows = -(-cards // fits) if cards else 1
    return max(1, -(-cards // rows))
