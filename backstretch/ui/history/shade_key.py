"""What the shades of a calendar mean: from nothing to a whole session."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backstretch.history.charts.month import LEVELS
from backstretch.paint.charts import level_colour, rounded
from backstretch.ui.history.chart import ink_of
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class ShadeKey(QWidget):
    """The shades in a row between two words."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._less = QCoreApplication.translate("History", "nothing")
        self._more = QCoreApplication.translate("History", "a whole session")
        self.setAccessibleName(f"{self._less} – {self._more}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        metrics = QFontMetricsF(scale.font_of("small"))
        words = metrics.horizontalAdvance(self._less) + metrics.horizontalAdvance(self._more)
        return QSize(round(words + scale.space(4 + 5 * LEVELS)) + 2, round(metrics.height()) + 2)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        font = scale.font_of("small")
        painter.setFont(font)
        painter.setPen(theme.colour("text-soft"))
        flags = Qt.AlignmentFlag.AlignVCenter
        whole = QRectF(self.rect())
        painter.drawText(whole, flags | Qt.AlignmentFlag.AlignLeading, self._less)
        painter.drawText(whole, flags | Qt.AlignmentFlag.AlignTrailing, self._more)
        side, mirrored = 4 * scale.unit, self.isRightToLeft()
        start = QFontMetricsF(font).horizontalAdvance(self._less) + 2 * scale.unit
        painter.setPen(Qt.PenStyle.NoPen)
        for level in range(LEVELS):
            left = start + level * 5 * scale.unit
            box = QRectF(left, (whole.height() - side) / 2, side, side)
            if mirrored:
                box.moveRight(whole.width() - left)
            painter.setBrush(level_colour(ink_of(theme), level))
            rounded(painter, box, scale.unit)
