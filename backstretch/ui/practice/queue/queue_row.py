"""Paints one row of the queue."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from backstretch.ui.parts.shapes import Shape, shape_path
from backstretch.ui.parts.text_block import Run, flow, height_of
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words.practice_words import MoveState

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SHAPES: dict[MoveState, Shape | None] = {
    "done": "tick",
    "now": "right",
    "next": "flow",
    "later": None,
    "skipped": "skip",
}


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """`word` names the state, `line` is the dose, or how much of it is done."""

    id: str
    title: str
    state: MoveState
    word: str
    line: str


class QueueRow(QStyledItemDelegate):
    def __init__(
        self,
        appearance: Appearance,
        picture: Callable[[str, int, int], QPixmap],
        view: QListView,
    ) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._picture = picture
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry: QueueEntry = index.data(ENTRY_ROLE)
        scale = Scale.at(self._view)
        width = self._view.viewport().width()
        text = self._text_height(entry, scale, self._text_width(width, scale))
        inner = max(text, self._picture_size(width, scale).height())
        return QSize(width, round(inner + scale.space(4 if self._narrow(width, scale) else 7)))

    def _narrow(self, width: float, scale: Scale) -> bool:
        return width < scale.space(74)

    def _picture_size(self, width: int, scale: Scale) -> QSize:
        part = 0.29 if self._narrow(width, scale) else 0.36
        wide = min(scale.space(25), round(width * part))
        return QSize(wide, round(wide * 0.62))

    def _text_width(self, width: int, scale: Scale) -> float:
        around = scale.space(8 if self._narrow(width, scale) else 15)
        return width - self._picture_size(width, scale).width() - around

    def _title_font(self, scale: Scale) -> QFont:
        narrow = self._narrow(self._view.viewport().width(), scale)
        return scale.font_of("small" if narrow else "body")

    def _text_height(self, entry: QueueEntry, scale: Scale, width: float) -> float:
        title = flow(_title(entry), self._title_font(scale), width, self._appearance)
        line = flow(
            _line(entry),
            scale.font_of("small"),
            self._line_width(entry, scale, width),
            self._appearance,
        )
        return height_of(title) + height_of(line) + scale.unit

    def _line_width(self, entry: QueueEntry, scale: Scale, width: float) -> float:
        return width - (scale.space(4.5) if _SHAPES[entry.state] else 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: QueueEntry = index.data(ENTRY_ROLE)
        scale = Scale.at(self._view)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, option, entry, row, scale)
        self._paint_inside(painter, entry, row, scale)
        painter.restore()

    def _paint_card(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        entry: QueueEntry,
        row: QRectF,
        scale: Scale,
    ) -> None:
        theme = self._appearance.theme
        state = option.state
        card = row.adjusted(scale.unit, scale.unit, -scale.unit, -scale.unit)
        pen = QPen(Qt.PenStyle.NoPen)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        near = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if entry.state == "now":
            painter.setBrush(theme.colour("accent-soft"))
            pen = QPen(theme.colour("accent"), scale.unit * 0.45)
        elif near:
            painter.setBrush(theme.colour("fill"))
        if focused:
            pen = QPen(theme.colour("focus"), scale.unit * 0.75)
        painter.setPen(pen)
        painter.drawRoundedRect(card, scale.corner, scale.corner)

    def _paint_inside(
        self, painter: QPainter, entry: QueueEntry, row: QRectF, scale: Scale
    ) -> None:
        size = self._picture_size(round(row.width()), scale)
        leftward = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(0, 0, size.width(), size.height())
        narrow = self._narrow(row.width(), scale)
        margin = scale.space(2.5 if narrow else 4)
        box.moveTop(row.center().y() - size.height() / 2)
        box.moveLeft(row.right() - margin - size.width() if leftward else row.left() + margin)
        faded = entry.state in ("done", "skipped")
        painter.setOpacity(0.55 if faded else 1.0)
        clip = QPainterPath()
        clip.addRoundedRect(box, scale.corner * 0.6, scale.corner * 0.6)
        painter.setClipPath(clip)
        painter.fillRect(box, self._appearance.theme.colour("thumb"))
        painter.drawPixmap(box.topLeft(), self._picture(entry.id, size.width(), size.height()))
        painter.setClipping(False)
        painter.setOpacity(1.0)
        width = self._text_width(round(row.width()), scale)
        gap = scale.space(3 if narrow else 4)
        left = row.right() - 2 * margin - box.width() - width if leftward else box.right() + gap
        self._paint_text(painter, entry, QRectF(left, row.top(), width, row.height()), scale)

    def _paint_text(self, painter: QPainter, entry: QueueEntry, room: QRectF, scale: Scale) -> None:
        width = room.width()
        top = room.center().y() - self._text_height(entry, scale, width) / 2
        title = flow(_title(entry), self._title_font(scale), width, self._appearance)
        title.draw(painter, QPointF(room.left(), top))
        top += height_of(title) + scale.unit
        font = scale.font_of("small")
        shape = _SHAPES[entry.state]
        line_width = self._line_width(entry, scale, width)
        line = flow(_line(entry), font, line_width, self._appearance)
        leftward = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = width - line_width
        line.draw(painter, QPointF(room.left() + (0 if leftward else lead), top))
        if shape:
            mark = QFontMetricsF(font).capHeight()
            middle = top + QFontMetricsF(font).ascent() - mark
            at = room.right() - mark if leftward else room.left()
            theme = self._appearance.theme
            skipped = entry.state == "skipped"
            colour = theme.colour("text-soft") if skipped else theme.colour("accent-text")
            painter.fillPath(shape_path(shape, QRectF(at, middle, mark, mark)), colour)


def _title(entry: QueueEntry) -> tuple[Run, ...]:
    quiet = entry.state in ("done", "skipped")
    return (Run(entry.title, "text-soft" if quiet else "text", bold=True),)


def _line(entry: QueueEntry) -> tuple[Run, ...]:
    if entry.state == "later":
        return (Run(entry.line, "text-soft"),)
    return (Run(entry.word, "text-soft", bold=True), Run(f" · {entry.line}", "text-soft"))
