"""The note of a session, kept while it is typed."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from backstretch.plain_text import without_controls
from backstretch.ui.parts.card import Card
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

_KEPT_AFTER_MS = 1500


class NoteCard(Card):
    """`noted` carries the session's id and the note. It is emitted soon after the first letter and
    not for each one, so that a note makes few events and a crash costs at most its last words."""

    noted = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        title = QCoreApplication.translate("History", "Note")
        super().__init__(appearance, title)
        self._identity = ""
        self._recorded = ""
        self._is_awaited = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setFont(Scale.at(self).font_of("body"))
        self.text.setFixedHeight(Scale.at(self).space(24))
        self.text.setPlaceholderText(
            QCoreApplication.translate("History", "How it felt, what to watch next time")
        )
        self.text.textChanged.connect(self._changed)
        self.column.addWidget(self.text)

    def show_note(self, identity: str, note: str) -> None:
        """Shows the note of a session as the journal has it. It comes after every save, also while
        the journal cannot be written, and must not undo what is typed or not yet written."""
        if identity != self._identity:
            self.keep()
            self._identity, self._is_awaited = identity, False
            self._put(note)
            return
        if note == self._recorded:
            self._is_awaited = False
        is_typing = self.text.hasFocus() or self._typed != self._recorded
        if not is_typing and not self._is_awaited and self.text.toPlainText() != note:
            self._put(note)

    def keep(self) -> None:
        """Emits the note if it was changed since it was emitted last."""
        self._timer.stop()
        typed = self._typed
        if self._identity and typed != self._recorded:
            self._recorded, self._is_awaited = typed, True
            self.noted.emit(self._identity, typed)

    @property
    def _typed(self) -> str:
        return without_controls(self.text.toPlainText()).strip()

    def _put(self, note: str) -> None:
        self._recorded = note
        self.text.setPlainText(note)
        self._recorded = self._typed
        self._timer.stop()

    def _changed(self) -> None:
        # Not restarted by the next letter, or the note of whoever types on is never kept.
        if not self._timer.isActive():
            self._timer.start()
