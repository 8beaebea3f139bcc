"""Form controls in the program's own look: choice, switch, slider.

Choice and slider ignore the wheel while they do not have the focus, so that scrolling a page does
not change the settings that pass under the mouse.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QSlider, QStyle, QWidget

from backstretch.ui.icons import paint_icon
from backstretch.ui.parts.button import focus_ring
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class Choice(QComboBox):
    """A drop-down list of a few options."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(Scale.at(self).font_of("body"))

    def sizeHint(self) -> QSize:
        scale, metrics = Scale.at(self), QFontMetrics(self.font())
        texts = [self.itemText(place) for place in range(self.count())]
        wide = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        line = metrics.height()
        wide = min(wide, line * 16) + round(line * 3.3)
        return QSize(max(wide, scale.space(34)), max(scale.control, 2 * line))

    minimumSizeHint = sizeHint

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, rect = self._appearance.theme, QRectF(self.rect())
        line = QFontMetrics(self.font()).height()
        radius = line * 0.55
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("fill-strong" if self.underMouse() else "fill"))
        painter.drawRoundedRect(rect, radius, radius)
        side, pad = line * 0.9, line * 0.7
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = pad * 0.8 if mirrored else rect.right() - side - pad * 0.8
        spot = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_icon(painter, "down", spot, theme.colour("text-soft"))
        painter.setPen(theme.colour("text" if self.isEnabled() else "text-soft"))
        if mirrored:
            words = rect.adjusted(side + 2 * pad, 0, -pad, 0)
        else:
            words = rect.adjusted(pad, 0, -side - 2 * pad, 0)
        text = QFontMetrics(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(words.width()) + 1
        )
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, leading, text)
        if self.hasFocus():
            focus_ring(painter, self._appearance, rect, radius, Scale.at(self))


class Switch(QCheckBox):
    """On or off, shown by position as well as by colour."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(13), scale.space(7.5))

    minimumSizeHint = sizeHint

    def hitButton(self, _at: object) -> bool:
        """All of it can be clicked. Qt's own rectangle is that of the check box of its style."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = rect.height() / 2
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if on else "text-soft"), scale.hairline * 1.5))
        painter.setBrush(theme.colour("accent" if on else "fill"))
        painter.drawRoundedRect(rect, radius, radius)
        knob = rect.height() - scale.space(2)
        inset = (rect.height() - knob) / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_end = on != mirrored
        left = rect.right() - inset - knob if at_end else rect.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on-accent" if on else "text-soft"))
        painter.drawEllipse(QRectF(left, rect.top() + inset, knob, knob))
        if self.hasFocus():
            focus_ring(painter, self._appearance, QRectF(self.rect()), radius, scale)


class Slider(QSlider):
    """A number between bounds."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(46), scale.space(8))

    minimumSizeHint = sizeHint

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        knob = scale.space(4.5)
        upside = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = self.width() - knob - 2
        at = 1 + QStyle.sliderPositionFromValue(
            self.minimum(), self.maximum(), self.value(), room, upside
        )
        middle, high = self.height() / 2, scale.unit
        groove = QRectF(knob / 2, middle - high / 2, self.width() - knob, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(groove, high / 2, high / 2)
        filled = QRectF(groove)
        if upside:
            filled.setLeft(at + knob / 2)
        else:
            filled.setRight(at + knob / 2)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(filled, high / 2, high / 2)
        handle = QRectF(at, middle - knob / 2, knob, knob)
        painter.drawEllipse(handle)
        if self.hasFocus():
            around = handle.adjusted(-2, -2, 2, 2)
            painter.setPen(QPen(theme.colour("focus"), max(2.0, scale.unit / 2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(around)
            painter.setPen(QPen(theme.colour("card"), max(1.5, scale.unit / 3)))
            painter.drawEllipse(handle.adjusted(1, 1, -1, -1))
