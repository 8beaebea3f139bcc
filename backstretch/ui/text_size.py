"""The text size: the system's, times the user's factor, times up to 2 in a very large window, so
that a page does not look lost on a large screen."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFormLayout, QGridLayout, QLayout, QWidget

from backstretch.ui.scale import Scale, sized

COMMON_LINES = (100.0, 55.0)
"""Width and height of the largest window that does not enlarge its text, as multiples of the height
of a line."""
MOST = 2.0
_SHARE = 0.7
_STEP = 0.1


def growth(width: float, height: float, line: float) -> float:
    """The factor for a window of that size in pixels, from 1 to `MOST` in steps of a tenth, so that
    dragging an edge does not lay everything out again at each pixel. `line` is the height of a line
    of text at factor 1."""
    roomy = min(width / (COMMON_LINES[0] * line), height / (COMMON_LINES[1] * line))
    wanted = min(MOST, 1 + max(0.0, roomy - 1) * _SHARE)
    return round(wanted / _STEP) * _STEP


class Growth(QObject):
    """Keeps the application's font, and with it every length, in step with the size of `window`.
    `percent` is the user's text size that the application's font already has."""

    def __init__(self, app: QApplication, window: QWidget, percent: int) -> None:
        super().__init__(window)
        # Without this, the style sheet stops a new font at the window: its children keep the old.
        app.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
        self._app = app
        self._window = window
        self._system_font = sized(app.font(), 100 / percent)
        self._percent = percent
        self._factor = percent / 100
        self._fit()
        window.installEventFilter(self)

    def choose(self, percent: int) -> None:
        """Applies the user's text size, in percent of the system's."""
        if percent != self._percent:
            self._percent = percent
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        # Full screen is mat mode, which sizes its text by the distance from the mat.
        if self._window.isFullScreen():
            return
        chosen = sized(self._system_font, self._percent / 100)
        size = self._window.size()
        grown = growth(size.width(), size.height(), Scale.of(chosen).line)
        factor = grown * self._percent / 100
        if abs(factor - self._factor) > 0.001:
            ratio, self._factor = factor / self._factor, factor
            enlarge(self._window, ratio)
            self._app.setFont(sized(self._system_font, factor))


def enlarge(window: QWidget, ratio: float) -> None:
    """Multiplies by `ratio` what does not follow the application's font: fonts set on single
    widgets, and the spacing and margins of layouts."""
    for widget in window.findChildren(QWidget):
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            font = widget.font()
            widget.setFont(sized(font, ratio, bold=font.bold()))
    for layout in window.findChildren(QLayout):
        _spread(layout, ratio)


def _spread(layout: QLayout, ratio: float) -> None:
    if isinstance(layout, QGridLayout | QFormLayout):
        layout.setHorizontalSpacing(round(layout.horizontalSpacing() * ratio))
        layout.setVerticalSpacing(round(layout.verticalSpacing() * ratio))
    elif layout.spacing() > 0:
        layout.setSpacing(round(layout.spacing() * ratio))
    margins = layout.contentsMargins()
    layout.setContentsMargins(
        round(margins.left() * ratio),
        round(margins.top() * ratio),
        round(margins.right() * ratio),
        round(margins.bottom() * ratio),
    )
