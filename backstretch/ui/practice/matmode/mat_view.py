"""Mat mode: figure, short cue, count and what comes next, to be read from the mat."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.ui.actions import Actions
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.parts.text_block import Run
from backstretch.ui.practice.matmode.legibility import Screen, screen_of
from backstretch.ui.practice.matmode.mat_layout import Box, MatBoxes, letters_for, mat_boxes
from backstretch.ui.practice.matmode.mat_text import (
    far_font,
    heights_in_letter,
    measures_of,
    paint_runs,
)
from backstretch.ui.practice.matmode.mat_words import FarWords, cue_of, extent, far_words
from backstretch.ui.practice.stage.stage import Stage
from backstretch.ui.theme import Appearance

FLASH_MS = 350


class MatView(QWidget):
    """Covers its parent. `take` moves the stage in here; the board takes it back."""

    def __init__(
        self, actions: Actions, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._appearance = appearance
        self._stage: Stage | None = None
        self._words_shown: FarWords | None = None
        self._timeline: Timeline | None = None
        self._move = -1
        self._cues: tuple[tuple[Run, ...], ...] = ()
        self._index = -1
        self._flashes = False
        self.metres = 2.5
        self.inches = 0.0
        self.boxes: MatBoxes | None = None
        self._heard: QWindow | None = None
        self.words = _Words(self, appearance)
        self._flash_over = QTimer(self)
        self._flash_over.setSingleShot(True)
        self._flash_over.timeout.connect(self.words.end_flash)
        self.hide()

    def heed(self, metres: float, inches: float, *, flashes: bool) -> None:
        """Sets the distance to the mat, the screen's real diagonal (0: as it reports), and whether
        a phase begins with a flash."""
        self.metres, self.inches, self._flashes = metres, inches, flashes
        self._arrange()

    def take(self, stage: Stage) -> None:
        self._stage = stage
        stage.setParent(self)
        stage.show()
        self.words.raise_()
        self._arrange()

    def show_timeline(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._move = -1

    def show_moment(self, routine: Routine, moment: Moment, shape: Shape) -> None:
        words = far_words(routine, moment, shape, self._actions.key_label("toggle"))
        if moment.phase.move != self._move and self._timeline is not None:
            self._move = moment.phase.move
            own = [phase for phase in self._timeline.phases if phase.move == self._move]
            self._cues = tuple(dict.fromkeys(cue_of(phase) for phase in own))
        if words != self._words_shown:
            again = self._words_shown is None or extent(words) != extent(self._words_shown)
            self._words_shown = words
            if again:
                self._arrange()
            self.words.tell(words)
        if moment.index != self._index:
            self._index = moment.index
            if self._flashes and moment.status == "playing" and self.isVisible():
                self.words.flash()
                self._flash_over.start(FLASH_MS)

    def screen_now(self) -> Screen:
        screen = self.screen()
        size, mm = screen.size(), screen.physicalSize()
        return screen_of(size.width(), size.height(), mm.width(), mm.height(), self.inches)

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
        words = self._words_shown
        if words is None:
            return
        cap, digit = heights_in_letter(self.font())
        wanted = letters_for(self.screen_now(), self.metres, cap, digit)
        cues = (words.cue, *self._cues)
        measures = measures_of(self.font(), cues, words.coming, words.count, self._appearance)
        self.boxes = mat_boxes(self.width(), self.height(), wanted, measures)
        self.words.setGeometry(self.rect())
        self.words.place(self.boxes)
        if self._stage is not None and self._stage.parent() is self:
            self._stage.setGeometry(self.rect())
            self._stage.set_figure_rect(self.words.rect_of(self.boxes.figure))


class _Words(QWidget):
    """Only the words, drawn over the stage."""

    def __init__(self, parent: QWidget, appearance: Appearance) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._boxes: MatBoxes | None = None
        self._words: FarWords | None = None
        self._flashing = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def place(self, boxes: MatBoxes) -> None:
        self._boxes = boxes
        self.update()

    def tell(self, words: FarWords) -> None:
        self._words = words
        said = ["".join(run.text for run in words.cue), " ".join(words.count)]
        said.append("".join(run.text for run in words.coming))
        self.setAccessibleName(". ".join(part for part in said if part.strip()))
        self.update()

    def flash(self) -> None:
        self._flashing = True
        self.update()

    def end_flash(self) -> None:
        self._flashing = False
        self.update()

    def rect_of(self, box: Box) -> QRectF:
        left, top, width, height = box
        if self.isRightToLeft():
            left = self.width() - left - width
        return QRectF(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._boxes is None or self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        boxes, words, wear = self._boxes, self._words, self._appearance
        touched = QRectF(event.rect())
        cue, coming = self.rect_of(boxes.cue), self.rect_of(boxes.coming)
        if touched.intersects(cue):
            font = far_font(self.font(), boxes.letters.cue, bold=True)
            paint_runs(painter, words.cue, font, cue, wear, words.shape)
        if touched.intersects(coming):
            font = far_font(self.font(), boxes.letters.coming, bold=False)
            paint_runs(painter, words.coming, font, coming, wear)
        count = self.rect_of(boxes.count)
        if touched.intersects(count):
            self._paint_count(painter, boxes, count)
        if self._flashing:
            thick = max(8.0, self.height() * 0.025)
            painter.setPen(QPen(wear.theme.colour("far-accent"), thick * 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect())

    def _paint_count(self, painter: QPainter, boxes: MatBoxes, box: QRectF) -> None:
        assert self._words is not None
        theme, (large, small) = self._appearance.theme, self._words.count
        align = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing
        align |= Qt.AlignmentFlag.AlignAbsolute
        if self.isRightToLeft():
            align = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        big = far_font(self.font(), boxes.letters.count, bold=True)
        painter.setFont(big)
        painter.setPen(theme.colour("far-text"))
        painter.drawText(_raised(painter, box), align, large)
        under = box.adjusted(0, boxes.letters.count * 0.98 if large else 0.0, 0, 0)
        painter.setFont(far_font(self.font(), boxes.letters.coming, bold=False))
        painter.setPen(theme.colour("far-soft"))
        painter.drawText(_raised(painter, under), align, small)


def _raised(painter: QPainter, box: QRectF) -> QRectF:
    """The box moved up by the space that the font leaves above its capitals."""
    metrics = painter.fontMetrics()
    spare = metrics.ascent() - metrics.capHeight() * 1.08
    return box.adjusted(0, -spare, 0, 0)
