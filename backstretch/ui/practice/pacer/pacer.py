"""The pacer: a ring that fills with the rep, a disc that breathes, the count and the side."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backstretch.session.moment import Moment
from backstretch.ui.parts.shapes import Shape, shape_path
from backstretch.ui.practice.pacer.ring import Arc, Ring
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words

FULL_TURN = 16 * 360
RING_HZ = 10


class Pacer(QWidget):
    """Shows one `Ring` with the count inside and the word of the phase, with its shape, below. The
    ring is as large as the widget allows above two lines of caption."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ring = Ring((), 0.5)
        self._count = ("", "")
        self._caption: tuple[Shape | None, str] = (None, "")
        self._sized: tuple[object, float] | None = None
        self._written: tuple[object, QPixmap] | None = None
        self._said: tuple[object, ...] = ()
        self._painted_at = 0.0
        self._breathes = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_moment(self, moment: Moment, ring: Ring, shape: Shape) -> None:
        """`shape` stands beside the word of the phase. The ring fills slowly, so it is repainted a
        few times a second only, but at once if a word, the count or the state changes."""
        said = (
            practice_words.count(moment),
            (shape, practice_words.caption(moment.phase)),
            moment.index,
            moment.status,
        )
        at = moment.elapsed - moment.reentry
        if said == self._said and abs(at - self._painted_at) < 1 / RING_HZ:
            return
        self._said, self._painted_at = said, at
        self._ring = ring
        self._count, self._caption = said[:2]
        self._breathes = moment.phase.kind == "work" and moment.phase.breath is not None
        name = practice_words.count_sentence(moment)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        side = scale.space(44)
        return QSize(side, self.height_for(side))

    def _caption_height(self, side: float) -> int:
        return round(QFontMetricsF(self._caption_font(side)).height() + Scale.at(self).unit * 2)

    def _caption_font(self, side: float) -> QFont:
        """The size of lead text, larger under a large ring."""
        lead = Scale.at(self).font_of("lead")
        lead.setBold(True)
        lead.setPixelSize(max(QFontInfo(lead).pixelSize(), round(side * 0.09)))
        return lead

    def height_for(self, side: float) -> int:
        """The height in pixels that goes with a ring of width `side`."""
        return round(side) + self._caption_height(side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._ring_side()
        box = QRectF((self.width() - side) / 2, 0, side, side)
        if self._breathes:
            self._paint_disc(painter, box)
        painter.drawPixmap(0, 0, self._still(box))
        self._paint_arcs(painter, box, filled=True)

    def _still(self, box: QRectF) -> QPixmap:
        """Everything that does not move: track, count, caption, and the disc unless it breathes.
        Painted once and kept."""
        ratio = self.devicePixelRatioF()
        theme = self._appearance.theme.name
        key = (
            self._count,
            self._caption,
            self._breathes,
            tuple(arc.begin for arc in self._ring.arcs),
            self._ring.towards,
            box.width(),
            self.size(),
            ratio,
            theme,
            self.font().key(),
        )
        if self._written is None or self._written[0] != key:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._breathes:
                self._paint_disc(painter, box)
            self._paint_arcs(painter, box, filled=False)
            self._paint_count(painter, box)
            self._paint_caption(painter, box.bottom())
            painter.end()
            self._written = (key, pixmap)
        return self._written[1]

    def _ring_side(self) -> float:
        """The largest ring in pixels that leaves enough height for its caption."""
        key = (self.size(), self.font().key())
        if self._sized is None or self._sized[0] != key:
            side = float(self.height())
            for _ in range(3):
                side = self.height() - self._caption_height(side)
            self._sized = (key, min(float(self.width()), side))
        return self._sized[1]

    def _paint_disc(self, painter: QPainter, box: QRectF) -> None:
        least, most = (0.27, 0.40) if self._breathes else (0.355, 0.355)
        radius = box.width() * (least + (most - least) * self._ring.swell)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("breath"))
        painter.drawEllipse(box.center(), radius, radius)

    def _paint_arcs(self, painter: QPainter, box: QRectF, *, filled: bool) -> None:
        thick = box.width() * 0.062
        inner = box.adjusted(thick, thick, -thick, -thick)
        gap = 0.028 if len(self._ring.arcs) > 1 else 0.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for arc in self._ring.arcs:
            if not filled:
                self._stroke(painter, inner, arc, 1.0, gap, thick, "track")
            elif arc.filled > 0:
                self._stroke(painter, inner, arc, arc.filled, gap, thick, "accent")

    def _stroke(
        self,
        painter: QPainter,
        box: QRectF,
        arc: Arc,
        part: float,
        gap: float,
        thick: float,
        role: str,
    ) -> None:
        colour = self._appearance.theme.colour("accent-text" if role == "accent" else "track")
        pen = QPen(colour, thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        begin, span = arc.begin + gap, max(0.0, arc.end - arc.begin - 2 * gap)
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._ring.towards is not None:
            leftward = self._ring.towards == "left"
        turn = 1 if leftward else -1
        start = FULL_TURN / 4 + turn * begin * FULL_TURN
        painter.drawArc(box, round(start), round(turn * span * part * FULL_TURN))

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        theme = self._appearance.theme
        large, small = self._count
        room = box.width() * 0.54
        lower = _fitted(self.font(), small, room * 0.92, box.width() * 0.1, bold=False)
        upper = _fitted(self.font(), large, room, box.width() * 0.34, bold=True)
        heights = QFontMetricsF(upper).capHeight(), QFontMetricsF(lower).capHeight()
        gap = heights[1] * 0.9
        top = box.center().y() - (heights[0] + gap + heights[1]) / 2
        if large:
            _centred(painter, large, upper, theme.colour("text"), box, top + heights[0])
            base = top + heights[0] + gap + heights[1]
        else:
            base = box.center().y() + heights[1] / 2
        _centred(painter, small, lower, theme.colour("text"), box, base)

    def _paint_caption(self, painter: QPainter, top: float) -> None:
        scale = Scale.at(self)
        theme = self._appearance.theme
        shape, word = self._caption
        lead = self._caption_font(top)
        font = _fitted(lead, word, self.width() - scale.space(7), lead.pixelSize(), bold=True)
        metrics = QFontMetricsF(font)
        mark = metrics.capHeight()
        gap = scale.unit * 1.5
        whole = metrics.horizontalAdvance(word) + (mark + gap if shape else 0)
        left = (self.width() - whole) / 2
        base = top + scale.unit * 2 + metrics.ascent()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text_left = left if mirrored else left + whole - metrics.horizontalAdvance(word)
        colour = theme.colour("accent-text")
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(text_left, base), word)
        if shape:
            mark_left = left + whole - mark if mirrored else left
            painter.fillPath(shape_path(shape, QRectF(mark_left, base - mark, mark, mark)), colour)


def _fitted(base: QFont, text: str, width: float, height: float, *, bold: bool) -> QFont:
    """`base` at `height` pixels, or smaller if `text` would be wider than `width`."""
    font = QFont(base)
    font.setBold(bold)
    font.setPixelSize(max(1, round(height)))
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > width:
        font.setPixelSize(max(1, int(height * width / wide)))
    return font


def _centred(
    painter: QPainter, text: str, font: QFont, colour: QColor, box: QRectF, base: float
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    painter.drawText(QPointF(box.center().x() - wide / 2, base), text)
