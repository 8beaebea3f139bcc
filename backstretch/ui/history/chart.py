"""The base of the charts: painted marks that show a tip, can be reached with the arrow keys and
pressed."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from backstretch.paint.charts import Ink
from backstretch.ui.parts.button import focus_ring
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance, Theme

# By how many marks an arrow key goes, and whether that is by rows.
_STEPS = {
    Qt.Key.Key_Left: (-1, False),
    Qt.Key.Key_Right: (1, False),
    Qt.Key.Key_Up: (-1, True),
    Qt.Key.Key_Down: (1, True),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark: its rectangle in the widget, and `say`, which returns the text of its tip. Tips are
    worded only when shown. `name` says what the mark stands for, such as a date."""

    rect: QRectF
    say: Callable[[], str]
    name: object

    @property
    def tip(self) -> str:
        return self.say()


class Chart(QWidget):
    """A subclass lays out its marks (`lay_out`) and paints them (`paint`). `pressed` carries the
    name of the mark that was clicked or chosen with Enter.

    For screen readers the whole chart is one element. Its description is the chart's sentence, and
    the tip of a mark while the arrow keys are on it.
    """

    pressed = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.spots: tuple[Spot, ...] = ()
        self.rows_of = 0  # marks in a row, for the keys up and down; 0 if all are in one row
        self._current = -1
        self._sentence = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    @abstractmethod
    def lay_out(self) -> tuple[Spot, ...]:
        """Lays the marks out for the present size and returns them, in reading order."""

    @abstractmethod
    def paint(self, painter: QPainter, scale: Scale) -> None:
        """Paints what was laid out last."""

    def tell(self, name: str, sentence: str) -> None:
        """Tells screen readers what the chart is and what it shows."""
        self._sentence = sentence
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)

    def relay(self) -> None:
        """Lays the chart out again after its data or size changed."""
        self.spots = self.lay_out() if self.width() > 0 and self.height() > 0 else ()
        self._current = min(self._current, len(self.spots) - 1)
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.relay()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = Scale.at(self)
        self.paint(painter, scale)
        if self.hasFocus() and 0 <= self._current < len(self.spots):
            focus_ring(
                painter, self.appearance, self.spots[self._current].rect, scale.unit * 1.5, scale
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.spots:
            step, across = _STEPS[key]
            if not across and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                step = -step
            self._go(self._current + step * (self.rows_of if across and self.rows_of else 1))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self.spots) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._press(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._go(max(0, self._current))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The next visit begins with what the chart shows, not with the last mark.
        self.setAccessibleDescription(self._sentence)
        QToolTip.hideText()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._current = self._at(event.position().toPoint())
            self._press(self._current)
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(event.pos())
            if found >= 0:
                spot = self.spots[found]
                QToolTip.showText(event.globalPos(), spot.tip, self, spot.rect.toRect())
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _at(self, point: QPoint) -> int:
        """The index of the mark at `point`, or -1."""
        for number, spot in enumerate(self.spots):
            if spot.rect.contains(point.toPointF()):
                return number
        return -1

    def _go(self, number: int) -> None:
        """Makes a mark the current one, shows its tip and has it read out."""
        if not self.spots:
            return
        self._current = min(max(number, 0), len(self.spots) - 1)
        spot = self.spots[self._current]
        self.setAccessibleDescription(spot.tip)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        below = spot.rect.bottomLeft().toPoint()
        QToolTip.showText(self.mapToGlobal(below), spot.tip, self)
        self.update()

    def _press(self, number: int) -> None:
        if 0 <= number < len(self.spots):
            self.pressed.emit(self.spots[number].name)


def ink_of(theme: Theme) -> Ink:
    """The theme's colours for charts."""
    return Ink(
        series=(
            theme.colour("chart-1"),
            theme.colour("chart-2"),
            theme.colour("chart-3"),
            theme.colour("chart-4"),
            theme.colour("chart-5"),
        ),
        strong=theme.colour("chart-1"),
        soft=theme.colour("chart-2"),
        line=theme.colour("chart-5"),
        empty=theme.colour("track"),
        ground=theme.colour("card"),
    )
