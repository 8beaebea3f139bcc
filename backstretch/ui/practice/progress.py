"""How far the session has come: one bar per move, as long as the move takes."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words


@dataclass(frozen=True, slots=True)
class Span:
    """When a move, with the change that leads to it, begins and ends, in seconds of the
    timeline."""

    move: int
    begin: float
    end: float


def move_spans(timeline: Timeline) -> tuple[Span, ...]:
    """The spans of the moves in the order of the timeline."""
    spans: dict[int, Span] = {}
    for phase in timeline.phases:
        known = spans.get(phase.move)
        begin = known.begin if known else phase.start
        spans[phase.move] = Span(phase.move, begin, phase.end)
    return tuple(spans.values())


def filled(span: Span, moment: Moment) -> float:
    """The share of a span that is done, 0 to 1; 0 for a move that was skipped."""
    if span.move != moment.phase.move and moment.moves[span.move].skipped:
        return 0.0
    here = moment.phase.start + moment.fraction * moment.phase.length
    return min(1.0, max(0.0, (here - span.begin) / max(span.end - span.begin, 0.001)))


class Progress(QWidget):
    """The session's bar. `chosen` carries the index of the move whose stretch was clicked."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._spans: tuple[Span, ...] = ()
        self._filled: tuple[float, ...] = ()
        self._drawn: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(practice_words.progress_name())

    def show_timeline(self, timeline: Timeline) -> None:
        self._spans = move_spans(timeline)
        self._drawn = ()

    def show_moment(self, moment: Moment) -> None:
        """Repaints only if a pixel of the bar changes."""
        self._filled = tuple(filled(span, moment) for span in self._spans)
        boxes = self._boxes()
        drawn = tuple(
            round(box.width() * part) for box, part in zip(boxes, self._filled, strict=True)
        )
        if drawn != self._drawn:
            self._drawn = drawn
            self.update()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(60), scale.space(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(Scale.at(self).space(20), Scale.at(self).space(6))

    def _boxes(self) -> list[QRectF]:
        if not self._spans:
            return []
        scale = Scale.at(self)
        gap, thick = scale.unit * 1.2, scale.unit * 2
        whole = max(self._spans[-1].end, 0.001)
        wide = self.width() - gap * (len(self._spans) - 1)
        boxes, left = [], 0.0
        for span in self._spans:
            length = wide * (span.end - span.begin) / whole
            boxes.append(QRectF(left, (self.height() - thick) / 2, length, thick))
            left += length + gap
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            for box in boxes:
                box.moveRight(self.width() - box.left())
        return boxes

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._appearance.theme
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for box, part in zip(self._boxes(), self._filled, strict=False):
            whole = QPainterPath()
            whole.addRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.fillPath(whole, theme.colour("track"))
            if part <= 0:
                continue
            behind = QRectF(box)
            behind.setWidth(max(box.height(), box.width() * part))
            if leftward:
                behind.moveRight(box.right())
            done = QPainterPath()
            done.addRoundedRect(behind, box.height() / 2, box.height() / 2)
            painter.fillPath(done & whole, theme.colour("accent-text"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for span, box in zip(self._spans, self._boxes(), strict=True):
            if box.left() <= event.position().x() <= box.right():
                self.chosen.emit(span.move)
                return
