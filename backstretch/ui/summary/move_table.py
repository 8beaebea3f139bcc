"""What was done, move by move, folded away under one line."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from backstretch.ui.icons import paint_icon
from backstretch.ui.parts.button import PressableButton, focus_ring
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label, Tone
from backstretch.ui.scale import Kind, Scale
from backstretch.ui.summary.summary_facts import SummaryFacts
from backstretch.ui.theme import Appearance
from backstretch.ui.words import doses, numbers, summary_words


class MoveTable(Card):
    """A line that says it all in short; pressing it opens the table below it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.column.setSpacing(0)
        pad = Scale.at(self).space(2)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.fold = _Fold(appearance)
        self.column.addWidget(self.fold)
        self._table: QWidget | None = None
        self.fold.toggled.connect(self._open)

    def show_facts(self, facts: SummaryFacts) -> None:
        self.fold.tell(summary_words.details_line(facts))
        if self._table is not None:
            self.column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        table = self._table = QWidget()
        grid = QGridLayout(table)
        scale = Scale.at(self)
        pad = scale.space(3)
        grid.setContentsMargins(pad, pad, pad, pad)
        grid.setHorizontalSpacing(scale.space(6))
        grid.setVerticalSpacing(scale.space(3.5))
        grid.setColumnStretch(0, 1)
        _write(grid, facts)
        table.setVisible(self.fold.isChecked())
        self.column.addWidget(table)

    def _open(self, wanted: bool) -> None:
        if self._table is not None:
            self._table.setVisible(wanted)


def _write(grid: QGridLayout, facts: SummaryFacts) -> None:
    heads = (
        QCoreApplication.translate("Summary", "Move"),
        QCoreApplication.translate("Summary", "Done", "a heading: how many reps were done"),
        QCoreApplication.translate("Summary", "Left · right"),
        QCoreApplication.translate("Summary", "Time"),
    )
    for column, head in enumerate(heads):
        _put(grid, 0, column, head, "small", "soft")
    for row, move in enumerate(facts.moves, 1):
        _put(grid, row, 0, summary_words.move_title(facts.routine, move), "body")
        done = summary_words.move_done(move)
        _put(grid, row, 1, done, "body", "soft" if move.skipped else "text")
        _put(grid, row, 2, doses.sides(move.left, move.right), "body")
        _put(grid, row, 3, numbers.clock(move.seconds), "body", "soft")


def _put(
    grid: QGridLayout, row: int, column: int, text: str, kind: Kind, tone: Tone = "text"
) -> None:
    label = Label(text, kind, tone, wraps=column == 0)
    at_end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
    label.setAlignment(Qt.AlignmentFlag.AlignLeading if column == 0 else at_end)
    grid.addWidget(label, row, column)


class _Fold(PressableButton):
    """A whole line that is pressed to open what is below it, and again to close it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(QCoreApplication.translate("Summary", "Details"))
        self._appearance = appearance
        self._told = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _open: self._describe())

    def tell(self, text: str) -> None:
        self._told = text
        self._describe()
        self.update()

    def _describe(self) -> None:
        opened = QCoreApplication.translate("Summary", "open")
        closed = QCoreApplication.translate("Summary", "closed")
        state = opened if self.isChecked() else closed
        self.setAccessibleName(f"{self.text()}: {self._told}")
        self.setAccessibleDescription(state)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(60), scale.control)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect())
        radius = scale.corner * 0.8
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("fill"))
            painter.drawRoundedRect(rect, radius, radius)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = scale.space(5)
        pad = scale.space(3)
        icon = "down" if self.isChecked() else ("left" if mirrored else "right")
        left = rect.right() - pad - side if mirrored else pad
        spot = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_icon(painter, icon, spot, theme.colour("text"))
        words = rect.adjusted(pad + side + scale.space(2.5), 0, -pad, 0)
        if mirrored:
            words = rect.adjusted(pad, 0, -pad - side - scale.space(2.5), 0)
        self._paint_words(painter, words, scale)
        if self.hasFocus():
            focus_ring(painter, self._appearance, rect, radius, scale)

    def _paint_words(self, painter: QPainter, rect: QRectF, scale: Scale) -> None:
        bold = QFont(scale.font_of("body"))
        bold.setBold(True)
        name = QFontMetrics(bold).horizontalAdvance(self.text()) + scale.space(4)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(bold)
        painter.setPen(self._appearance.theme.colour("text"))
        painter.drawText(rect, leading, self.text())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = rect.adjusted(0, 0, -name, 0) if mirrored else rect.adjusted(name, 0, 0, 0)
        plain = scale.font_of("body")
        painter.setFont(plain)
        painter.setPen(self._appearance.theme.colour("text-soft"))
        elide = Qt.TextElideMode.ElideRight
        told = QFontMetrics(plain).elidedText(self._told, elide, round(rest.width()))
        painter.drawText(rest, leading, told)
