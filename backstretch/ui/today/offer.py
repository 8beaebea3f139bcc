"""The one thing that Today may offer in a visit: a larger dose of a move."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from backstretch.ui.parts.button import Button
from backstretch.ui.parts.flow_layout import Flow
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import DoseOffer
from backstretch.ui.words import today_words


class OfferCard(QFrame):
    """Hidden without an offer. `dose_chosen` carries a move's id and its dose from now on."""

    dose_chosen = Signal(str, int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._offer: DoseOffer | None = None
        scale = Scale.at(self)
        column = QVBoxLayout(self)
        pad = scale.space(3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(scale.space(2))
        self._words = Label("")
        column.addWidget(self._words)
        row = QWidget()
        flow = Flow(row)
        self.more = Button(appearance)
        self.same = Button(appearance)
        for button in (self.more, self.same):
            flow.addWidget(button)
        self.more.clicked.connect(lambda: self._choose(more=True))
        self.same.clicked.connect(lambda: self._choose(more=False))
        column.addWidget(row)
        self.hide()

    def show_offer(self, offer: DoseOffer | None) -> None:
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is not None:
            text = today_words.offer_line(offer)
            self._words.setText(text)
            self.setAccessibleName(text)
            self.more.set_words(self.tr("Try {count}").format(count=offer.next), "")
            self.same.set_words(self.tr("Keep {count}").format(count=offer.now), "")

    def _choose(self, *, more: bool) -> None:
        if self._offer is not None:
            offer = self._offer
            self.dose_chosen.emit(offer.move_id, offer.next if more else offer.now)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._appearance.theme, Scale.at(self)
        painter.setPen(theme.colour("accent"))
        painter.setBrush(theme.colour("accent-soft"))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, scale.corner, scale.corner)
