"""Takes the user's own breath: a key or a button held while breathing in, three times."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from backstretch.session.commands import BreathRhythm
from backstretch.session.own_breath import BREATHS, Breathing
from backstretch.ui.actions import Actions
from backstretch.ui.parts.button import Button
from backstretch.ui.practice.notices.notice import Notice
from backstretch.ui.theme import Appearance
from backstretch.ui.words import own_breath_words, practice_words

PATIENCE_MS = 20_000
THANKS_MS = 5_000


class BreathPanel(Notice):
    """`taken` carries the rhythm once three breaths are known. Hides after a while without a
    breath, and drops what was measured."""

    taken = Signal(object)
    changed = Signal()

    def __init__(
        self,
        clock: Callable[[], float],
        actions: Actions,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        """`clock` reads seconds."""
        hold = Button(appearance, practice_words.hold_word(), look="accent")
        super().__init__(appearance, "flow", hold, parent)
        self._actions = actions
        self._breathing = Breathing()
        self._clock = clock
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.put_away)
        hold.pressed.connect(self.inhale)
        hold.released.connect(self.exhale)

    @property
    def inhaling(self) -> bool:
        """True from an inhale's beginning to its end."""
        return self._breathing.inhaling

    def invite(self) -> None:
        """Explains what to do and waits for the first breath."""
        self._breathing = Breathing()
        self._say(*own_breath_words.breath_invitation(self._actions.key_label("breathe")))

    def inhale(self) -> None:
        self._breathing = self._breathing.pressed(self._clock())
        number = min(self._breathing.breaths + 1, BREATHS)
        self._say(own_breath_words.breathing_in(), own_breath_words.breath_of(number, BREATHS))

    def exhale(self) -> None:
        before = self._breathing.breaths
        self._breathing = self._breathing.released(self._clock())
        rhythm = self._breathing.rhythm()
        if rhythm is not None:
            self._finish(rhythm)
        elif self._breathing.breaths > before:
            number = self._breathing.breaths
            self._say(own_breath_words.breathing_out(), own_breath_words.breath_of(number, BREATHS))
        else:
            self._say(*own_breath_words.breath_invitation(self._actions.key_label("breathe")))

    def put_away(self) -> None:
        self._patience.stop()
        self._breathing = Breathing()
        self.hide()

    def _finish(self, rhythm: BreathRhythm) -> None:
        self._breathing = Breathing()
        self._say(*own_breath_words.breath_taken(rhythm.inhale, rhythm.exhale))
        self._patience.start(THANKS_MS)
        self.taken.emit(rhythm)

    def _say(self, heading: str, line: str) -> None:
        self.tell(heading, line)
        self._patience.start(PATIENCE_MS)
        self.show()
        self.raise_()
        self.changed.emit()
