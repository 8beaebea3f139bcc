"""A notice at the foot of the stage: paused and why, a skip that can be undone, the voice level.

It stands in a strip that the board keeps free above the transport, so that it never covers the
figure, the title or the cue.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.parts.shapes import Shape, shape_path
from backstretch.ui.parts.text_block import Run, TextBlock
from backstretch.ui.scale import Scale, sized
from backstretch.ui.theme import Appearance

_LEAST_LETTERS = 0.6
"""Words that do not fit in one line shrink to this part of their size before they are wrapped."""


def strip_height(scale: Scale, stage_height: float) -> int:
    """The height in pixels of the strip for notices; a low stage spares less for it."""
    return round(min(scale.space(11), max(0.11 * stage_height, 1.4 * scale.line)))


class Notice(QWidget):
    """A dark pill with a shape, a heading, a line and possibly a button, all in one row. The line
    is left out where it does not fit; screen readers hear it all the same."""

    def __init__(
        self,
        appearance: Appearance,
        shape: Shape,
        button: QAbstractButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shape = shape
        self._words = TextBlock(appearance, self)
        self._told = ("", "")
        self._share_left = 0.0
        self._button = button
        if button is None:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            button.setParent(self)
        self.hide()

    def tell(self, heading: str, line: str) -> bool:
        """True if the words changed, so that the notice has to be placed again."""
        if (heading, line) == self._told:
            return False
        self._told = (heading, line)
        self.setAccessibleName(". ".join(part for part in (heading, line) if part))
        return True

    @property
    def heading(self) -> str:
        return self._told[0]

    def drain(self, share: float) -> None:
        """Shows how much of its time is left, 0 to 1; 0 shows no bar."""
        if abs(share - self._share_left) * self.width() >= 1 or not share:
            self._share_left = share
            self.update()

    def place(self, strip: QRectF) -> None:
        """Places the notice in the middle of `strip`, as wide as its words need."""
        scale = Scale.at(self)
        lead, edge, gap = scale.space(11), scale.space(5), scale.space(4)
        button = QSize(0, 0)
        if self._button is not None:
            button = self._button.sizeHint().boundedTo(
                QSize(round(strip.width()), int(strip.height()))
            )
        around = lead + edge + (gap + button.width() if self._button else 0)
        room = max(1.0, strip.width() - around)
        self._write(room, strip.height() - scale.unit)
        wide = min(room, self._words.width_used(room) + 2)
        tall = self._words.height_needed(wide)
        whole = around + wide
        left = strip.left() + (strip.width() - whole) / 2
        self.setGeometry(round(left), round(strip.top()), round(whole), round(strip.height()))
        words = QRectF(lead, (self.height() - tall) / 2, wide, tall)
        self._words.setGeometry(self._mirrored(words).toAlignedRect())
        if self._button is not None:
            top = (self.height() - button.height()) / 2
            box = QRectF(QPointF(lead + wide + gap, top), button.toSizeF())
            self._button.setGeometry(self._mirrored(box).toAlignedRect())

    def _write(self, width: float, height: float) -> None:
        """Writes as much as fits, in the largest letters that do."""
        heading, line = self._told
        strong, body = Run(heading, "card", bold=True), Scale.at(self).font_of("body")
        choices = [(strong, Run(f"  {line}", "card"))] if line else []
        for runs in (*choices, (strong,)):
            self._words.write(*runs)
            self._words.setFont(body)
            if _one_line(self._words, runs, body, width) <= height:
                return
        self._shrink(body, width, height)

    def _shrink(self, body: QFont, width: float, height: float) -> None:
        factor = 1.0
        while factor > _LEAST_LETTERS and (
            self._words.height_needed(width) > height or self._words.width_used(width) > width
        ):
            factor -= 0.05
            self._words.setFont(sized(body, factor))

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._appearance.theme, Scale.at(self)
        body = QRectF(self.rect())
        radius = min(body.height() / 2, scale.corner * 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(body, radius, radius)
        side = min(scale.space(4), body.height() / 2)
        mark = QRectF(scale.space(5), (body.height() - side) / 2, side, side)
        painter.fillPath(shape_path(self._shape, self._mirrored(mark)), theme.colour("card"))
        if self._share_left > 0:
            thick = max(2.0, scale.unit * 0.6)
            inner = body.adjusted(radius, 0, -radius, 0)
            bar = QRectF(
                inner.left(),
                body.bottom() - thick * 1.5,
                inner.width() * min(1.0, self._share_left),
                thick,
            )
            painter.setBrush(theme.colour("accent-soft"))
            painter.drawRoundedRect(self._mirrored(bar), thick / 2, thick / 2)


def _one_line(words: TextBlock, runs: tuple[Run, ...], font: QFont, width: float) -> float:
    """The height of `runs` at that width; more than any strip has if they need a second line."""
    tall = words.height_needed(width, runs)
    return float(tall) if tall < 1.9 * QFontMetricsF(font).height() else float("inf")


class NoticeButton(ActionButton):
    """A word on a notice that can be pressed."""

    def __init__(self, action: QAction, appearance: Appearance) -> None:
        super().__init__(action, "", "pill", appearance)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        wide = QFontMetricsF(self._words_font()).horizontalAdvance(self.text())
        return QSize(round(wide) + scale.space(5), scale.space(8))

    def _words_font(self) -> QFont:
        font = Scale.at(self).font_of("body")
        font.setBold(True)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._appearance.theme, Scale.at(self)
        near = self.underMouse() or self.isDown()
        font = self._words_font()
        font.setUnderline(near)
        painter.setFont(font)
        painter.setPen(theme.colour("accent-soft"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            edge = max(2.0, scale.unit / 2)
            painter.setPen(QPen(theme.colour("accent-soft"), edge))
            box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
