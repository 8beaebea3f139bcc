"""The questions at the top of Today: to continue a session, or to raise a dose."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from backstretch.ui.parts.button import Button, Look
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import PastFacts
from backstretch.ui.words import today_words


class Notice(QFrame):
    """One sentence with buttons to respond."""

    def __init__(self, appearance: Appearance, text: str) -> None:
        super().__init__()
        self._appearance = appearance
        self.buttons: list[Button] = []
        scale = Scale.at(self)
        self._row = QHBoxLayout(self)
        pad = scale.space(3.5)
        self._row.setContentsMargins(scale.space(5), pad, pad, pad)
        self._row.setSpacing(scale.space(2.5))
        self.setAccessibleName(text)
        self._row.addWidget(Label(text), 1)

    def add(self, text: str, look: Look = "quiet") -> Button:
        """Adds a button at the end of the sentence and returns it."""
        button = Button(self._appearance, text, look=look)
        self._row.addWidget(button)
        self.buttons.append(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._appearance.theme, Scale.at(self)
        painter.setPen(theme.colour("accent"))
        painter.setBrush(theme.colour("accent-soft"))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, scale.corner, scale.corner)


class Notices(QWidget):
    """All notices, one below the other; hidden if there are none. `resume_chosen` carries True to
    continue the session and False to drop it, `dose_chosen` a move's id and its dose from now
    on."""

    resume_chosen = Signal(bool)
    dose_chosen = Signal(str, int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Scale.at(self).space(2.5))
        self.hide()

    def show_past(self, past: PastFacts) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Often called from a click on one of its buttons, so it must outlive this call.
                widget.hide()
                widget.deleteLater()
        if past.resume is not None:
            self._add_resume(today_words.resume_line(past.resume, past.today))
        for offer in past.offers:
            notice = Notice(self._appearance, today_words.offer_line(offer))
            yes = notice.add(self.tr("Try {count}").format(count=offer.next), "accent")
            no = notice.add(self.tr("Keep {count}").format(count=offer.now))
            yes.clicked.connect(lambda _=False, o=offer: self.dose_chosen.emit(o.move_id, o.next))
            no.clicked.connect(lambda _=False, o=offer: self.dose_chosen.emit(o.move_id, o.now))
            self._column.addWidget(notice)
        self.setVisible(self._column.count() > 0)

    @property
    def buttons(self) -> list[Button]:
        """All buttons, in the order they appear."""
        places = (self._column.itemAt(place) for place in range(self._column.count()))
        notices = (item.widget() for item in places if item is not None)
        return [button for each in notices if isinstance(each, Notice) for button in each.buttons]

    def _add_resume(self, text: str) -> None:
        notice = Notice(self._appearance, text)
        go_on = notice.add(self.tr("Continue"), "accent")
        leave = notice.add(self.tr("Leave it"))
        go_on.clicked.connect(lambda: self.resume_chosen.emit(True))
        leave.clicked.connect(lambda: self.resume_chosen.emit(False))
        self._column.addWidget(notice)
