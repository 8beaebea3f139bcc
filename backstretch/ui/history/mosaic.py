"""Cards side by side where there is room, one below the other where there is none."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from backstretch.ui.scale import Scale

_NARROW_UNITS = 200


class Mosaic(QWidget):
    """Pairs of a wide and a narrow card."""

    def __init__(self, pairs: tuple[tuple[QWidget, QWidget], ...]) -> None:
        super().__init__()
        self._pairs = pairs
        self._one_column: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Scale.at(self).space(5))
        self._arrange(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() < Scale.at(self).space(_NARROW_UNITS))

    def _arrange(self, one_column: bool) -> None:
        if one_column == self._one_column:
            return
        self._one_column = one_column
        for number, (first, second) in enumerate(self._pairs):
            if one_column:
                self._grid.addWidget(first, 2 * number, 0, 1, 2)
                self._grid.addWidget(second, 2 * number + 1, 0, 1, 2)
            else:
                self._grid.addWidget(first, 2 * number, 0, 1, 1)
                self._grid.addWidget(second, 2 * number, 1, 1, 1)
        self._grid.setColumnStretch(0, 11)
        self._grid.setColumnStretch(1, 0 if one_column else 8)
