"""Mat mode: the figure large over one strip, to be read from the mat."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.settings import Preferences
from backstretch.ui.actions import Actions
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.practice.matmode.legibility import Screen, screen_of
from backstretch.ui.practice.matmode.mat_controls import MatControls
from backstretch.ui.practice.matmode.mat_layout import MatBoxes, Widths, letters_for, mat_boxes
from backstretch.ui.practice.matmode.mat_notes import Note, facing_note, note_of, voice_note
from backstretch.ui.practice.matmode.mat_strip import Strip
from backstretch.ui.practice.matmode.mat_text import shares_of, width_in_letters
from backstretch.ui.practice.matmode.mat_words import FarWords, Forms, far_words, forms_of, spoken
from backstretch.ui.practice.stage.stage import Stage
from backstretch.ui.theme import Appearance

FLASH_MS = 350
NOTE_MS = 2_000
AIR = 16.0 / 1080
"""Kept free around the figure, as a share of the height."""
SIDE = 0.035
"""Kept free beside it, as a share of the width."""
MOVED_PX = 4
"""A pointer that trembles is not moved."""


class MatView(QWidget):
    """Covers its parent. `take` moves the stage in here; the board takes it back."""

    def __init__(
        self, actions: Actions, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._stage: Stage | None = None
        self._told: FarWords | None = None
        self._timeline: Timeline | None = None
        self._group: tuple[object, ...] = ()
        self._cues: tuple[Forms, ...] = ()
        self._moment: Moment | None = None
        self._now: Preferences | None = None
        self._heard: QWindow | None = None
        self._pointer: QPoint | None = None
        self.boxes: MatBoxes | None = None
        self.words = Strip(appearance, self)
        self.controls = MatControls(actions, appearance, self)
        self._flash = _Flash(appearance, self)
        self._note_over = QTimer(self)
        self._note_over.setSingleShot(True)
        self._note_over.timeout.connect(lambda: self.words.confirm(None))
        self.setMouseTracking(True)
        self.hide()

    def heed(self, preferences: Preferences) -> None:
        """Follows how far away the mat is, how large the screen, and whether a phase begins with a
        flash. Confirms what is heard and how the figure faces the user, once that changes."""
        before, self._now = self._now, preferences
        if before is not None and before.voice_level != preferences.voice_level:
            self.confirm(voice_note(preferences.voice_level))
        if before is not None and before.facing != preferences.facing:
            self.confirm(facing_note(preferences.facing))
        self._arrange()

    def take(self, stage: Stage) -> None:
        self._stage = stage
        stage.setParent(self)
        stage.lower()
        stage.set_cinema(True)
        stage.setMouseTracking(True)
        stage.installEventFilter(self)
        stage.show()
        self._pointer = None
        self._arrange()

    def let_go(self) -> None:
        """Gives the stage back as it was."""
        if self._stage is not None:
            self._stage.removeEventFilter(self)
            self._stage.setMouseTracking(False)
            self._stage.set_cinema(False)
            self._stage = None
        self.controls.hide()
        self._note_over.stop()
        self.words.confirm(None)

    def show_timeline(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._group = ()
        self.words.show_timeline(timeline)

    def show_moment(self, routine: Routine, moment: Moment, shape: Shape) -> None:
        before, self._moment = self._moment, moment
        key = self._actions.key_label
        words = far_words(routine, moment, shape, key("toggle"))
        self._follow_group(moment)
        told, self._told = self._told, words
        if told is None or _extent(told) != _extent(words) or self.boxes is None:
            self._arrange()
        self.words.tell(words)
        self.words.show_bars(moment)
        self.controls.show_moment(moment)
        note = note_of(before, moment, key("undo")) if before is not None else None
        if note is not None:
            self.confirm(note)
        begins = before is None or before.index != moment.index
        flashes = self._now is not None and self._now.flash
        if begins and flashes and moment.status == "playing" and self.isVisible():
            self._flash.appear()

    def confirm(self, note: Note) -> None:
        """Shows it in the place of the cue for two seconds; nothing while mat mode is not shown."""
        if self.isVisible():
            self.words.confirm(note)
            self._note_over.start(NOTE_MS)

    def _follow_group(self, moment: Moment) -> None:
        """Phases of one kind in one move share the size of their letters and the form of their
        cues, so that nothing jumps when one follows the other."""
        group = (moment.phase.move, moment.phase.kind)
        if group != self._group:
            self._group = group
            phases = self._timeline.phases if self._timeline is not None else (moment.phase,)
            own = [phase for phase in phases if (phase.move, phase.kind) == group]
            self._cues = tuple(dict.fromkeys(forms_of(phase) for phase in own))
            self.boxes = None

    def screen_now(self) -> Screen:
        screen = self.screen()
        size, mm = screen.size(), screen.physicalSize()
        inches = self._now.screen_inches if self._now is not None else 0.0
        return screen_of(size.width(), size.height(), mm.width(), mm.height(), inches)

    # --- where everything is ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.window().windowHandle()
        if window is not None and window is not self._heard:
            self._heard = window
            # Another screen has other millimetres, even where it has as many pixels.
            window.screenChanged.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *_screen: object) -> None:
        if self._told is None:
            return
        shares = shares_of(self.font())
        metres = (self._now or Preferences()).viewing_metres
        wanted = letters_for(self.screen_now(), metres, shares)
        boxes = mat_boxes(self.width(), self.height(), wanted, shares, self._widths(self._told))
        self.boxes = boxes
        self.words.place(boxes, wanted.cue)
        stage = QRectF(*boxes.stage)
        self.controls.place(stage)
        self._flash.setGeometry(self.rect())
        if self._stage is not None:
            self._stage.setGeometry(stage.toAlignedRect())
            side = SIDE * stage.width()
            ground = QRectF(side, 0, stage.width() - 2 * side, stage.height())
            self._stage.set_figure_rect(ground, air=AIR * self.height(), floored=False)

    def _widths(self, words: FarWords) -> Widths:
        def wide(text: str, *, bold: bool) -> float:
            return width_in_letters(self.font(), text, bold=bold)

        cues = self._cues or (words.cue,)
        of = words.count[1]
        return Widths(
            tuple(max(wide(spoken(cue[form]), bold=True) for cue in cues) for form in range(3)),
            # Room for as many digits as the dose has, so that 9 to 10 moves nothing.
            wide("8" * _digits(words), bold=True),
            wide(f" {of}", bold=False) if of else 0.0,
            wide(spoken(words.coming), bold=False) if words.coming else 0.0,
        )

    # --- the pointer ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._follow_pointer(event)
        return super().eventFilter(watched, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow_pointer(event)

    def _follow_pointer(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        before, self._pointer = self._pointer or at, self._pointer or at
        if (at - before).manhattanLength() > MOVED_PX:
            self._pointer = at
            self.controls.appear()


def _digits(words: FarWords) -> int:
    """How many digits the count can have."""
    dose = "".join(each for each in words.count[1] if each.isdigit())
    return max(1, len(words.count[0]), len(dose))


def _extent(words: FarWords) -> tuple[object, ...]:
    """What decides how much room the words take, besides the cues of their move."""
    return words.coming, words.count[1], _digits(words)


class _Flash(QWidget):
    """A frame round everything, for a moment."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.hide)
        self.hide()

    def appear(self) -> None:
        self.show()
        self.raise_()
        self._over.start(FLASH_MS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        thick = max(8.0, self.height() * 0.025)
        painter.setPen(QPen(self._appearance.theme.colour("far-accent"), thick * 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect())
