"""Shows how much is spoken from now on, when the level changes during a session."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from backstretch.settings import Preferences
from backstretch.ui.practice.notices.notice import Notice
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words

SHOWN_MS = 2_500


class VoiceNotice(Notice):
    """`room` returns the rectangle that notices may use."""

    appears = Signal()
    gone = Signal()

    _shown: QTimer | None = None

    def __init__(
        self, appearance: Appearance, room: Callable[[], QRectF], parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "dot", parent=parent)
        self._room = room
        self._level = ""
        self._shown = shown = QTimer(self)
        shown.setSingleShot(True)
        shown.timeout.connect(self.hide)
        shown.timeout.connect(self.gone)

    def heed(self, preferences: Preferences) -> None:
        """Appears for a moment if the level is another than before."""
        before, self._level = self._level, preferences.voice_level
        if before in ("", self._level):
            return
        self.say(*practice_words.voice_told(preferences.voice_level))

    def say(self, heading: str, line: str) -> None:
        """Shows the words for a moment."""
        self.tell(heading, line)
        self.appears.emit()
        self.place(self._room())
        self.show()
        self.raise_()
        if self._shown is not None:
            self._shown.start(SHOWN_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden with its page, it does not reappear with it."""
        super().hideEvent(event)
        if self._shown is not None:  # Qt hides a new widget before our own __init__ has finished.
            self._shown.stop()
        self.hide()
