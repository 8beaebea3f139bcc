"""A table of texts with hairlines between the rows. Screen readers read it cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from backstretch.ui.parts.tip import plain_tip
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance, Role


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `dot` colours a square before the first cell. `name` says what the row stands for,
    such as a date or an id; a row without one cannot be chosen."""

    cells: tuple[str, ...]
    dot: Role | None = None
    name: object = None


class Table(QTableWidget):
    """`chosen` carries the name of the row that was clicked or chosen with Enter. The first column
    is aligned with the start of the line, the others with its end. `roomy` spreads the columns, for
    a table as wide as its page. As high as its rows: the page scrolls, not the table."""

    chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, *, roomy: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._roomy = roomy
        self._rows: tuple[Row, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        # Tab leaves the table; with Qt's default it would stop at every cell.
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.cellClicked.connect(self._choose)
        self._dress()

    def show_rows(self, headings: Sequence[str], rows: Sequence[Row]) -> None:
        """Replaces everything. Each row has as many cells as there are headings."""
        self._rows = tuple(rows)
        self.clear()
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        choosable = any(row.name is not None for row in rows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.SingleSelection if choosable else modes.NoSelection)
        for column, heading in enumerate(headings):
            item = QTableWidgetItem(heading)
            item.setTextAlignment(_alignment(column))
            self.setHorizontalHeaderItem(column, item)
            mode = QHeaderView.ResizeMode
            self.horizontalHeader().setSectionResizeMode(
                column, mode.Stretch if column == 0 else mode.ResizeToContents
            )
        for number, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_alignment(column))
                item.setToolTip(plain_tip(text) if column == 0 else "")
                if column == 0 and row.dot is not None:
                    item.setIcon(self._dot(self._appearance.theme.colour(row.dot)))
                self.setItem(number, column, item)
        self._set_apart()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_apart()

    def _set_apart(self) -> None:
        """Widens all columns but the first, into the room that the first does not need."""
        others = self.columnCount() - 1
        if not self._roomy or others < 1:
            return
        scale, header = Scale.at(self), self.horizontalHeader()
        spare = (self.viewport().width() - self.sizeHintForColumn(0)) // others
        least = max(scale.space(8), min(scale.space(30), spare))
        if least != header.minimumSectionSize():
            header.setMinimumSectionSize(least)
            # Set again, or the header would keep the widths it has until the next resize.
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(number) for number in range(self.rowCount()))
        return QSize(Scale.at(self).space(64), rows + self.horizontalHeader().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(Scale.at(self).space(48), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._choose(self.currentRow(), 0)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape):
            # For the page, where they go to another week or back; rows are chosen as a whole.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wear(self) -> None:
        """Applies the current theme. Connect `Appearance.changed`: the dots are pixmaps, and the
        colours in the table's own style sheet do not follow a change of theme."""
        self._dress()
        for number, row in enumerate(self._rows):
            item = self.item(number, 0)
            if row.dot is not None and item is not None:
                item.setIcon(self._dot(self._appearance.theme.colour(row.dot)))

    def _choose(self, row: int, column: int) -> None:
        del column
        if 0 <= row < len(self._rows) and self._rows[row].name is not None:
            self.chosen.emit(self._rows[row].name)

    def _dress(self) -> None:
        scale = Scale.at(self)
        self.setFont(scale.font_of("body"))
        self.horizontalHeader().setFont(scale.font_of("small"))
        self.verticalHeader().setDefaultSectionSize(scale.space(9))
        side = round(scale.line * 0.75)
        self.setIconSize(QSize(side, side))
        colours = self._appearance.theme.colours
        self.setStyleSheet(
            f"QTableWidget {{ background: transparent; color: {colours['text']}; }}"
            "QTableWidget::item { padding: 0 0.4ex;"
            f" border: none; border-bottom: 1px solid {colours['line']}; }}"
            f"QTableWidget::item:selected {{ background: {colours['accent-soft']};"
            f" color: {colours['text']}; }}"
            "QHeaderView { background: transparent; }"
            f"QHeaderView::section {{ background: transparent; color: {colours['text-soft']};"
            f" border: none; border-bottom: 1px solid {colours['line']}; padding: 0.8ex 0.4ex; }}"
        )

    def _dot(self, colour: QColor) -> QPixmap:
        side = self.iconSize().width()
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(0, 0, side, side, side * 0.25, side * 0.25)
        painter.end()
        return pixmap


def _alignment(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignTrailing if column else Qt.AlignmentFlag.AlignLeading
    return across | Qt.AlignmentFlag.AlignVCenter
