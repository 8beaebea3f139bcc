"""The base of most pages: a column that scrolls in a small window and keeps a readable width in a
large one."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from backstretch.ui.scale import Scale


class Page(QScrollArea):
    """The content goes into `column`; `widest` is its greatest width in units of the scale."""

    def __init__(self, *, widest: float = 330, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._body.setObjectName("page")
        self.column = QVBoxLayout(self._body)
        self.column.setSpacing(Scale.at(self).space(5))
        self.setWidget(self._body)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins(event.size())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_margins(self.viewport().size())

    def _set_margins(self, size: QSize) -> None:
        """Centres the column in a viewport of `size`, and moves it down a little if there is much
        height to spare."""
        scale = Scale.at(self)
        least = scale.space(6 if size.width() < 200 * scale.unit else 12)
        side = max(least, round((size.width() - scale.space(self._widest)) / 2))
        below = scale.space(5 if size.height() < 160 * scale.unit else 9)
        margins = self.column.contentsMargins()
        content = self._body.sizeHint().height() - margins.top() - margins.bottom()
        spare = size.height() - content - 2 * below
        above = below + (spare // 3 if spare > scale.space(24) else 0)
        self.column.setContentsMargins(side, above, side, below)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._body.minimumSizeHint().width(), Scale.at(self).space(40))
