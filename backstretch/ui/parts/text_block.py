"""Text that is never cut off: it wraps, even within a word that is longer than the line."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backstretch.ui.theme import Appearance, Role

LINE_BREAK = "\u2028"
"""Begins a new line within a `Run`; a plain one would be passed over."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one colour and weight."""

    text: str
    role: Role = "text"
    bold: bool = False


def flow(runs: Iterable[Run], font: QFont, width: float, appearance: Appearance) -> QTextLayout:
    """Lays out `runs` one after another as one paragraph, wrapped to `width` pixels."""
    kept = tuple(runs)
    layout = QTextLayout("".join(run.text for run in kept), font)
    layout.setTextOption(wrapping())
    layout.setFormats(formats_of(kept, appearance))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def wrapping() -> QTextOption:
    """Wraps anywhere if necessary. The writing direction is the language's, not guessed from the
    text, so that a line that begins with a number or a foreign word keeps its side."""
    rightward = QGuiApplication.layoutDirection() != Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignLeft if rightward else Qt.AlignmentFlag.AlignRight)
    option.setTextDirection(QGuiApplication.layoutDirection())
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def height_of(layout: QTextLayout) -> float:
    """The height of all lines, in pixels."""
    return sum(layout.lineAt(index).height() for index in range(layout.lineCount()))


def formats_of(runs: tuple[Run, ...], appearance: Appearance) -> list[QTextLayout.FormatRange]:
    """Colour and weight for the joined text of `runs`."""
    ranges, start = [], 0
    for run in runs:
        form = QTextCharFormat()
        form.setForeground(QBrush(appearance.theme.colour(run.role)))
        if run.bold:
            form.setFontWeight(QFont.Weight.Bold)
        piece = QTextLayout.FormatRange()
        # Qt counts in UTF-16 units: a character outside the basic plane counts twice.
        length = len(run.text.encode("utf-16-le")) // 2
        piece.start, piece.length, piece.format = start, length, form
        ranges.append(piece)
        start += length
    return ranges


class TextBlock(QWidget):
    """A paragraph of plain text, painted from `Run`s. The text is also its accessible name."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._runs: tuple[Run, ...] = ()
        self._laid: tuple[float, str, QTextLayout] | None = None
        self._at_bottom = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def write(self, *runs: Run) -> None:
        """Replaces the text. The same runs again cost nothing, so callers need not compare."""
        if runs != self._runs:
            self._runs = runs
            self._laid = None
            self.setAccessibleName("".join(run.text for run in runs))
            self.updateGeometry()
            self.update()

    @property
    def runs(self) -> tuple[Run, ...]:
        return self._runs

    def text(self) -> str:
        return "".join(run.text for run in self._runs)

    def stand_at_bottom(self) -> None:
        """Aligns the text with the lower edge of the widget instead of the upper."""
        self._at_bottom = True

    def height_needed(self, width: float, runs: Iterable[Run] | None = None) -> int:
        """The height in pixels of `runs`, or of the present text, at that width."""
        kept = self._runs if runs is None else tuple(runs)
        return round(height_of(flow(kept, self.font(), width, self._appearance)) + 0.5)

    def width_used(self, width: float, runs: Iterable[Run] | None = None) -> float:
        """The width in pixels of the longest line of `runs`, or of the present text, when wrapped
        to `width`."""
        kept = self._runs if runs is None else tuple(runs)
        layout = flow(kept, self.font(), width, self._appearance)
        lines = (layout.lineAt(index) for index in range(layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_needed(width)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self._layout_now()
        top = self.height() - height_of(layout) if self._at_bottom else 0.0
        layout.draw(painter, QPointF(0, top), [], QRectF(event.rect()))

    def _layout_now(self) -> QTextLayout:
        key = (float(self.width()), self.font().key() + self._appearance.theme.name)
        if self._laid is None or self._laid[:2] != key:
            self._laid = (*key, flow(self._runs, self.font(), key[0], self._appearance))
        return self._laid[2]
