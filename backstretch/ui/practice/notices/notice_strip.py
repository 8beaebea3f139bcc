"""The strip at the foot of the stage: one notice at a time, and the button that ends a wait."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from backstretch.session.moment import Moment
from backstretch.session.steering import UNDO_SECONDS
from backstretch.ui.actions import Actions
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.practice.notices.breath_panel import BreathPanel
from backstretch.ui.practice.notices.notice import Notice, NoticeButton
from backstretch.ui.practice.notices.voice_notice import VoiceNotice
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words


class NoticeStrip:
    """Owns the notices over `stage`, and decides which of them is seen. `place` says where."""

    def __init__(
        self,
        clock: Callable[[], float],
        actions: Actions,
        appearance: Appearance,
        stage: QWidget,
    ) -> None:
        """`clock` reads seconds, for taking the user's own breath."""
        self._actions = actions
        self._stage = stage
        self._strip = QRectF()
        self._covered = False
        self._at = (False, 0)
        self.paused = Notice(appearance, "pause", parent=stage)
        self.undo = Notice(appearance, "skip", NoticeButton(actions["undo"], appearance), stage)
        self.breath = BreathPanel(clock, actions, appearance, stage)
        self.voice = VoiceNotice(appearance, self._room, stage)
        self.go_on = ActionButton(actions["go-on"], "right", "pill", appearance, stage)
        self.go_on.hide()
        self.breath.changed.connect(self._show_breath)
        self.voice.appears.connect(self._show_voice)
        self.voice.gone.connect(self._again)
        self._last: tuple[Moment, bool] | None = None

    def place(self, strip: QRectF, *, covered: bool) -> None:
        """Puts everything into `strip`. `covered`: what covers the stage says itself that the
        session is paused."""
        self._strip, self._covered = strip, covered
        self._place_all()

    def show_moment(self, moment: Moment, *, showing: bool) -> None:
        """`showing`: what is seen is the slow demonstration, not the session."""
        self._last = (moment, showing)
        at = (moment.status == "paused", moment.phase.move)
        if at != self._at:
            self._at = at
            self.breath.put_away()
        busy = not (self.breath.isHidden() and self.voice.isHidden())
        paused = moment.status == "paused" and not (busy or moment.ending or self._covered)
        may_go_on = bool(moment.ending) or (
            moment.status == "playing" and (moment.phase.kind != "work" or moment.reentry > 0)
        )
        if (may_go_on and not showing) == self.go_on.isHidden():
            self.go_on.setVisible(may_go_on and not showing)
            self._place_all()
        if paused:
            words = practice_words.paused(moment.why, self._actions.key_label("toggle"))
            self._tell(self.paused, words)
        self._tell(self.undo, practice_words.skipped(moment))
        self.undo.drain(moment.undo_left / UNDO_SECONDS)
        self._reveal(self.paused, paused)
        self._reveal(self.undo, moment.undo_left > 0 and not paused and not busy)

    def _room(self) -> QRectF:
        """The strip without the button, if that is seen."""
        if self.go_on.isHidden():
            return self._strip
        taken = self.go_on.width() + Scale.at(self.go_on).space(2)
        if self._stage.isRightToLeft():
            return self._strip.adjusted(taken, 0, 0, 0)
        return self._strip.adjusted(0, 0, -taken, 0)

    def _place_all(self) -> None:
        size = self.go_on.sizeHint()
        high = min(float(size.height()), self._strip.height())
        button = QRectF(self._strip.left(), self._strip.top(), size.width(), high)
        if not self._stage.isRightToLeft():
            button.moveRight(self._strip.right())
        button.moveCenter(
            QRectF(button.left(), self._strip.top(), button.width(), self._strip.height()).center()
        )
        self.go_on.setGeometry(button.toAlignedRect())
        for notice in (self.paused, self.undo, self.breath, self.voice):
            if not notice.isHidden():
                notice.place(self._room())

    def _tell(self, notice: Notice, words: tuple[str, str]) -> None:
        if notice.tell(*words) and not notice.isHidden():
            notice.place(self._room())

    def _reveal(self, notice: Notice, wanted: bool) -> None:
        if wanted != notice.isHidden():
            return
        if wanted:
            notice.place(self._room())
        notice.setVisible(wanted)

    def _show_breath(self) -> None:
        """While one's own breath is taken, its notice has the strip to itself."""
        for other in (self.paused, self.undo, self.voice):
            other.hide()
        self.breath.place(self._room())

    def _show_voice(self) -> None:
        for other in (self.paused, self.undo, self.breath):
            other.hide()

    def _again(self) -> None:
        if self._last is not None:
            self.show_moment(self._last[0], showing=self._last[1])
