"""The strip of mat mode: words, the bar that drains with the phase, the count, and at the foot how
far the session has come."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.practice.matmode.mat_layout import SIGN, Box, MatBoxes
from backstretch.ui.practice.matmode.mat_text import far_font, paint_line, width_in_letters
from backstretch.ui.practice.matmode.mat_words import FarWords, Forms, Line, spoken
from backstretch.ui.practice.progress import Span, filled, move_spans
from backstretch.ui.theme import Appearance

NOTHING = FarWords("dot", ((), (), ()), ("", ""), ())


@dataclass(frozen=True, slots=True)
class Bars:
    """What is filled: of the phase's bar what is left, of each move what is done, in pixels."""

    drain: int
    session: tuple[int, ...]


class Strip(QWidget):
    """`note` stands in the place of the cue as long as it is set."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._boxes: MatBoxes | None = None
        self._words = NOTHING
        self._note: tuple[Shape, Forms] | None = None
        self._spans: tuple[Span, ...] = ()
        self._bars = Bars(0, ())
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- what is shown ---

    def place(self, boxes: MatBoxes, least_letter: float) -> None:
        """`boxes` are in the window's pixels; `least_letter` is what can be read from the mat."""
        self._boxes, self._least = boxes, least_letter
        left, top, width, height = boxes.strip
        self.setGeometry(round(left), round(top), round(width), round(height + 0.5))
        self.update()

    def show_timeline(self, timeline: Timeline) -> None:
        self._spans = move_spans(timeline)

    def tell(self, words: FarWords) -> None:
        if words != self._words:
            self._words = words
            self._say()

    def confirm(self, note: tuple[Shape, Forms] | None) -> None:
        """Shows a confirmation in the place of the cue; None takes it away."""
        self._note = note
        self._say()

    def _say(self) -> None:
        _, forms = self._line_now()
        said = [spoken(forms[0]), " ".join(self._words.count), spoken(self._words.coming)]
        self.setAccessibleName(". ".join(part for part in said if part.strip()))
        self.update()

    def show_bars(self, moment: Moment) -> None:
        """Repaints only if a pixel of a bar changes."""
        if self._boxes is None:
            return
        left = 0.0 if moment.waiting else 1 - moment.fraction
        done = zip(self._session_boxes(), self._spans, strict=True)
        bars = Bars(
            round(self._boxes.drain[2] * left),
            tuple(round(box.width() * filled(span, moment)) for box, span in done),
        )
        before, self._bars = self._bars, bars
        if bars.drain != before.drain:
            self.update(self._inside(self._boxes.drain).toAlignedRect())
        if bars.session != before.session:
            self.update(self._inside(self._boxes.session).toAlignedRect())

    def line_shown(self) -> tuple[str, float]:
        """The words in the cue's place and their letter size in pixels."""
        line, letter = self._fitted()
        return spoken(line), letter

    def _line_now(self) -> tuple[Shape, Forms]:
        return self._note or (self._words.shape, self._words.cue)

    def _fitted(self) -> tuple[Line, float]:
        """The cue in the form that its move has room for; a confirmation, or that the session is
        paused, in the longest that can be read."""
        assert self._boxes is not None
        _, forms = self._line_now()
        across, usual = self._boxes.cue[2], self._boxes.letters.cue
        first = self._boxes.form if self._note is None else 0
        letter = usual
        for line in forms[first:]:
            wide = width_in_letters(self.font(), spoken(line), bold=True) + SIGN
            letter = min(usual, across / wide)
            if letter >= min(self._least, usual) - 0.01:
                return line, letter
        return forms[-1], letter

    # --- painting ---

    def _inside(self, box: Box) -> QRectF:
        """A box of the window in the strip's own pixels, mirrored where one reads leftwards."""
        assert self._boxes is not None
        left, top, width, height = box
        if self.isRightToLeft():
            left = self.width() - left - width
        return QRectF(left, top - self._boxes.strip[1], width, height)

    def _session_boxes(self) -> list[QRectF]:
        if self._boxes is None or not self._spans:
            return []
        whole = self._inside(self._boxes.session)
        gap = max(2.0, whole.height() * 0.5)
        seconds = max(self._spans[-1].end, 0.001)
        wide = whole.width() - gap * (len(self._spans) - 1)
        boxes, left = [], 0.0
        for span in self._spans:
            length = wide * (span.end - span.begin) / seconds
            at = whole.width() - left - length if self.isRightToLeft() else left
            boxes.append(QRectF(at, whole.top(), length, whole.height()))
            left += length + gap
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(event.rect(), self._appearance.theme.colour("far-strip"))
        if self._boxes is None:
            return
        touched = QRectF(event.rect())
        self._paint_bars(painter)
        cue, count = self._inside(self._boxes.cue), self._inside(self._boxes.count)
        if touched.top() < cue.bottom() * 1.2 and touched.left() < cue.right():
            line, letter = self._fitted()
            font = far_font(self.font(), letter, bold=True)
            paint_line(painter, line, font, cue, self._appearance, self._line_now()[0])
        if self._boxes.letters.coming:
            font = far_font(self.font(), self._boxes.letters.coming, bold=False)
            coming = self._inside(self._boxes.coming)
            paint_line(painter, self._words.coming, font, coming, self._appearance)
        if touched.intersects(count):
            self._paint_count(painter, count)

    def _paint_bars(self, painter: QPainter) -> None:
        assert self._boxes is not None
        theme, box = self._appearance.theme, self._inside(self._boxes.drain)
        round_by = box.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("far-track"))
        painter.drawRoundedRect(box, round_by, round_by)
        if self._bars.drain > 0:
            left = QRectF(box)
            left.setWidth(max(box.height(), self._bars.drain))
            if self.isRightToLeft():
                left.moveRight(box.right())
            painter.setBrush(theme.colour("far-accent"))
            painter.drawRoundedRect(left, round_by, round_by)
        for place, done in zip(self._session_boxes(), self._bars.session, strict=False):
            painter.fillRect(place, theme.colour("far-track"))
            part = QRectF(place)
            part.setWidth(done)
            if self.isRightToLeft():
                part.moveRight(place.right())
            painter.fillRect(part, theme.colour("far-done"))

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        assert self._boxes is not None
        letters, theme = self._boxes.letters, self._appearance.theme
        large, small = self._words.count
        big = far_font(self.font(), letters.count, bold=True)
        little = far_font(self.font(), letters.of, bold=False)
        of = f" {small}" if self._boxes.has_of and small else ""
        wide = QFontMetricsF(big).horizontalAdvance(large)
        rest = QFontMetricsF(little).horizontalAdvance(of)
        # The last of it ends at the edge, so that the digits stay where they are.
        left = box.left() if self.isRightToLeft() else box.right() - wide - rest
        number, dose = (left + rest, left) if self.isRightToLeft() else (left, left + wide)
        painter.setFont(big)
        painter.setPen(theme.colour("far-text"))
        painter.drawText(QPointF(number, box.bottom()), large)
        painter.setFont(little)
        painter.setPen(theme.colour("far-soft"))
        painter.drawText(QPointF(dose, box.bottom()), of)
