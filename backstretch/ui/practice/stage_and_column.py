"""Board and column side by side. Where there is no room for both, the column is a drawer."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from backstretch.ui.practice.board import Board
from backstretch.ui.practice.queue.side_panel import SidePanel, Topic
from backstretch.ui.scale import Scale

LEAST_WIDTH = 1000
LEAST_LINES = 52
"""A page narrower than this, in pixels or in heights of a line, gives the figure all of its
width."""
DRAWER_LINES = 24
"""The width of a drawer in heights of a line, where the page has that much."""


class StageAndColumn(QWidget):
    """The column never lies over a figure that moves: `covering` is emitted when the drawer opens,
    and whoever receives it pauses the session."""

    covering = Signal()
    drawer_changed = Signal()
    """Whether the column is a drawer has changed."""

    def __init__(self, board: Board, side: SidePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board, self._side = board, side
        self.is_drawer = False
        self._open = False
        board.setParent(self)
        side.setParent(self)

    @property
    def covers(self) -> bool:
        """True while the open drawer lies over the stage."""
        return self.is_drawer and self._open

    def ask_for(self, topic: Topic) -> None:
        """Shows the topic; if that is what is shown already, closes it again."""
        seen = self._side.topic == topic and (self.covers or not self.is_drawer)
        if seen and self.is_drawer:
            self.close_drawer()
        elif seen and topic == "moves":
            self._arrange()
        else:
            self._side.turn_to("moves" if seen else topic)
            self._open = self.is_drawer
            self._arrange()
            if self.covers:
                self.covering.emit()

    def close_drawer(self) -> None:
        self._open = False
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self.width() / Scale.at(self).line
        drawer = self.width() < LEAST_WIDTH or lines < LEAST_LINES
        changed = drawer != self.is_drawer
        self.is_drawer = drawer
        if changed:
            self._open = False
        self._arrange()
        if changed:
            self.drawer_changed.emit()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        self._side.fit_height(height)
        wide = self._side.sizeHint().width()
        if self.is_drawer:
            readable = round(DRAWER_LINES * Scale.at(self).line)
            wide = min(round(0.9 * width), max(wide, readable, round(0.45 * width)))
        board = width if self.is_drawer else width - wide
        leftward = self.isRightToLeft()
        self._board.setGeometry(QRect(width - board if leftward else 0, 0, board, height))
        self._side.setGeometry(QRect(0 if leftward else width - wide, 0, wide, height))
        self._side.setVisible(not self.is_drawer or self._open)
        self._side.mark(shown=not self.is_drawer or self._open, covers=self.covers)
        self._board.cover(wide if self.covers else 0)
        if self.covers:
            self._side.raise_()
