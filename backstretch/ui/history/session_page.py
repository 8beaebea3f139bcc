"""One session: its moves, ratings and note, and corrections."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from backstretch.history.edits import Noted, Rated, When
from backstretch.history.events import Entry
from backstretch.history.week import SessionDone
from backstretch.routine.titles import Titles
from backstretch.ui.history import table_rows
from backstretch.ui.history.correction import Correction
from backstretch.ui.history.note_card import NoteCard
from backstretch.ui.history.table import Table
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.parts.stiffness import StiffnessScale
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import dates, history_words, numbers


class SessionPage(Page):
    """`deletion_wanted` carries the session's id. Ratings and corrections are recorded at once, the
    note while it is typed."""

    back_wanted = Signal()
    deletion_wanted = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        record: Callable[[str, Entry], None],
        titles: Callable[[], Titles],
    ) -> None:
        super().__init__()
        self._record = record
        self._titles = titles
        self._session: SessionDone | None = None
        self._title = Label("", "title")
        self._sentence = Label("", "lead", "soft")
        self._back = Button(
            appearance, QCoreApplication.translate("History", "The week"), icon="history"
        )
        self._back.clicked.connect(self.back_wanted)
        delete = Button(
            appearance,
            QCoreApplication.translate("History", "Delete this session"),
            icon="trash",
            look="warn",
        )
        delete.clicked.connect(lambda: self.deletion_wanted.emit(self.identity))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Scale.at(self).space(1.5))
        words.addLayout(head)
        words.addWidget(self._sentence)
        self.column.addLayout(words)
        self.column.addWidget(self._moves_card(appearance))
        self.column.addWidget(self._stiffness_card(appearance))
        self._note = NoteCard(appearance)
        self._note.noted.connect(lambda session, text: self._record(session, Noted(text)))
        self.column.addWidget(self._note)
        self.column.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        appearance.changed.connect(self._moves.wear)

    @property
    def identity(self) -> str:
        """The id of the session shown; "" before the first."""
        return self._session.id if self._session is not None else ""

    def show_session(self, session: SessionDone) -> None:
        self._session = session
        when = f"{dates.long_date(session.started.date())}, {numbers.time_of_day(session.started)}"
        self._title.setText(when)
        self._sentence.setText(_sentence(session))
        headings, made = table_rows.session_move_rows(session, self._titles())
        self._moves.show_rows(headings, made)
        self._correction.offer(session, self._titles())
        for when_rated, scale in self._scales.items():
            scale.show_value(_rating(session, when_rated))
        self._note.show_note(session.id, session.note)

    def take_focus(self) -> None:
        """Focuses the button back to the week, the first control of the page."""
        self._back.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep_note()
        super().hideEvent(event)

    def keep_note(self) -> None:
        """Records what was typed but not yet recorded."""
        self._note.keep()

    def _moves_card(self, appearance: Appearance) -> Card:
        title = QCoreApplication.translate("History", "Moves")
        card = Card(appearance, title)
        self._moves = Table(appearance, roomy=True)
        self._moves.setAccessibleName(title)
        self._correction = Correction(appearance)
        self._correction.corrected.connect(lambda corrected: self._record(self.identity, corrected))
        self._moves.chosen.connect(self._correction.choose)
        card.column.addWidget(self._moves)
        card.column.addWidget(self._correction)
        return card

    def _stiffness_card(self, appearance: Appearance) -> Card:
        title = QCoreApplication.translate("History", "How stiff was your back?")
        card = Card(appearance, title)
        self._scales: dict[When, StiffnessScale] = {}
        names: tuple[tuple[When, str], ...] = (
            ("before", QCoreApplication.translate("History", "Before")),
            ("after", QCoreApplication.translate("History", "After")),
        )
        for when, name in names:
            scale = StiffnessScale(appearance, f"{title} {name}")
            scale.rated.connect(
                lambda value, when=when: self._record(self.identity, Rated(when, value))
            )
            self._scales[when] = scale
            card.column.addWidget(Label(name, "small", "soft"))
            card.column.addWidget(scale)
        return card


def _rating(session: SessionDone, when: When) -> int | None:
    match when:
        case "before":
            return session.before
        case "after":
            return session.after
        case _:
            assert_never(when)


def _sentence(session: SessionDone) -> str:
    parts = [history_words.status(session), numbers.minutes(session.seconds)]
    if session.corrected:
        parts.append(QCoreApplication.translate("History", "corrected"))
    return " · ".join(parts)
