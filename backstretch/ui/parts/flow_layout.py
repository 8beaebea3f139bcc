"""A layout that arranges widgets in lines, like words in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from backstretch.ui.scale import Scale


class Flow(QLayout):
    """Fills lines from the side where reading starts, and begins a new one when the width is used
    up. The gap between items follows the font. `at_end` moves each line to the other side."""

    def __init__(self, parent: QWidget | None = None, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, moves: bool) -> int:
        """Arranges the items within `rect`, each centred in its line. Returns the height in pixels;
        with `moves` False it only measures."""
        owner = self.parentWidget()
        gap = Scale.at(owner).space(2) if owner is not None else 0
        mirrored = owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = 0
        for line in self._lines(rect.width(), gap):
            tall = max(_size(item).height() for item in line)
            used = sum(_size(item).width() for item in line) + gap * (len(line) - 1)
            x = max(0, rect.width() - used) if self._at_end else 0
            for item in line:
                size = _size(item)
                left = rect.right() + 1 - x - size.width() if mirrored else rect.left() + x
                if moves:
                    top = rect.top() + y + (tall - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top), size))
                x += size.width() + gap
            y += tall + gap
        return max(0, y - gap)

    def _lines(self, width: int, gap: int) -> list[list[QLayoutItem]]:
        """The visible items, by line. An item wider than `width` has a line of its own."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = _size(item).width()
            if not lines or used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wide + gap
        return lines


def _size(item: QLayoutItem) -> QSize:
    """The preferred size, at least the minimum that was set on the widget."""
    widget = item.widget()
    least = widget.minimumSize() if widget is not None else item.minimumSize()
    return item.sizeHint().expandedTo(least)
