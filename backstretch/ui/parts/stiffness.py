"""Asks how stiff the back is, from 0 to 10, like the numeric rating scale used in clinics."""

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backstretch.ui.parts.button import PressableButton, focus_ring
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance, Role

MOST = 10
TEN_MS = 700
"""A 0 this soon after a 1 makes it 10."""
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Up)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Down)


class StiffnessScale(QWidget):
    """Eleven cells in a row. `rated` carries the chosen number, or None if the user unchooses it by
    pressing it again.

    A digit chooses at once, if the scale has the focus or its page passes digits on with
    `take_digit`. 10 is 1 with 0 soon after it.
    """

    rated = Signal(object)

    def __init__(self, appearance: Appearance, name: str = "", before: int | None = None) -> None:
        """`before` is an earlier rating, marked by a ring."""
        super().__init__()
        self._value: int | None = None
        self._cells = [
            _Cell(appearance, number, is_before=number == before) for number in range(MOST + 1)
        ]
        self._one = QTimer(self)
        self._one.setSingleShot(True)
        self._one.setInterval(TEN_MS)
        self.setAccessibleName(
            name or QCoreApplication.translate("Stiffness", "How stiff is your back?")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Scale.at(self).space(0.7))
        for cell in self._cells:
            row.addWidget(cell)
            cell.clicked.connect(lambda _checked=False, number=cell.number: self._choose(number))
        self.setFocusProxy(self._cells[0])

    @property
    def value(self) -> int | None:
        return self._value

    def show_value(self, value: int | None) -> None:
        """Shows a rating without emitting `rated`. Focus given to the scale goes to that cell."""
        self._value = value
        for cell in self._cells:
            cell.setChecked(cell.number == value)
        self.setFocusProxy(self._cells[value if value is not None else 0])

    def take_digit(self, event: QKeyEvent) -> bool:
        """Chooses the digit that was pressed. False if the key was no digit, held down, or pressed
        with a modifier other than the Shift that digits need on a French keyboard."""
        typed = event.text()
        with_shift = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        modified = event.modifiers() & ~with_shift
        if len(typed) != 1 or not typed.isdecimal() or modified or event.isAutoRepeat():
            return False
        digit = int(typed)
        if digit == 0 and self._one.isActive():
            self._one.stop()
            digit = MOST
        elif digit == 1:
            self._one.start()
        else:
            self._one.stop()
        self._rate(digit)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._one.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.take_digit(event):
            return
        step = (event.key() in _FORWARD) - (event.key() in _BACK)
        across = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if across and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        if step:
            here = next((cell.number for cell in self._cells if cell.hasFocus()), 0)
            self._cells[min(max(here + step, 0), MOST)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self._rate(None if number == self._value else number)

    def _rate(self, value: int | None) -> None:
        self.show_value(value)
        self.rated.emit(value)


class _Cell(PressableButton):
    def __init__(self, appearance: Appearance, number: int, *, is_before: bool) -> None:
        super().__init__(QLocale().toString(number))
        self.number = number
        self._is_before = is_before
        self._appearance = appearance
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = QCoreApplication.translate("Stiffness", "{number} of 10")
        self.setAccessibleName(told.format(number=self.text()))
        if is_before:
            was = QCoreApplication.translate("Stiffness", "before the session")
            self.setAccessibleDescription(was)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (*_FORWARD, *_BACK)
        if event.key() in keys or event.text().isdecimal():
            # For the scale: Qt's buttons would use the arrows to move the focus by themselves.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        metrics = QFontMetrics(scale.font_of("body"))
        return QSize(metrics.horizontalAdvance("10") + scale.space(3), scale.control)

    def minimumSizeHint(self) -> QSize:
        scale = Scale.at(self)
        metrics = QFontMetrics(scale.font_of("small"))
        return QSize(metrics.horizontalAdvance("10") + 2, scale.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        scale, theme = Scale.at(self), self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground: Role = "fill-strong" if self.underMouse() else "fill"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self.isChecked() else ground))
        rect = QRectF(self.rect())
        radius = scale.unit * 2
        painter.drawRoundedRect(rect, radius, radius)
        if self._is_before:
            thick = max(2.0, scale.unit * 0.6)
            inset = thick / 2
            painter.setPen(QPen(theme.colour("accent-text"), thick))
            if self.isChecked():
                inset += thick
                painter.setPen(QPen(theme.colour("on-accent"), thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
        font = scale.font_of("body")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("on-accent" if self.isChecked() else "text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            if self.isChecked():
                # On the accent colour the ring is visible only with a gap.
                painter.setBrush(Qt.BrushStyle.NoBrush)
            focus_ring(painter, self._appearance, rect, radius, scale)
            inner = scale.unit * 0.9
            if self.isChecked():
                painter.setPen(theme.colour("on-accent"))
                painter.drawRoundedRect(rect.adjusted(inner, inner, -inner, -inner), radius, radius)


class StiffnessRow(QWidget):
    """The question in few lines, without a card; the same as `StiffnessCard` otherwise."""

    def __init__(self, appearance: Appearance, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Scale.at(self).space(1))
        column.addWidget(Label(title, "body"))
        self._scale_row = StiffnessScale(appearance, title)
        column.addWidget(self._scale_row)
        hint = QCoreApplication.translate("StiffnessCard", "0 = loose, 10 = very stiff (optional)")
        column.addWidget(Label(hint, "small", "soft"))
        self.setFocusProxy(self._scale_row)

    @property
    def value(self) -> int | None:
        return self._scale_row.value

    def clear(self) -> None:
        self._scale_row.show_value(None)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Rates with the digit that was pressed; False if the key was no digit."""
        return self._scale_row.take_digit(event)


class StiffnessCard(Card):
    """The question in a card. `rated` carries 0 to 10, or None if the rating is unchosen. With an
    earlier rating, `before`, it says both."""

    rated = Signal(object)

    def __init__(self, appearance: Appearance, title: str, before: int | None = None) -> None:
        super().__init__(appearance, title)
        self._before = before
        self._hint = Label("", "small", "soft")
        self.column.addWidget(self._hint)
        self._scale_row = StiffnessScale(appearance, title, before)
        self._scale_row.rated.connect(self._tell)
        self._scale_row.rated.connect(self.rated)
        self.column.addWidget(self._scale_row)
        self._tell(None)
        self.column.addStretch(1)

    @property
    def value(self) -> int | None:
        return self._scale_row.value

    def clear(self) -> None:
        self._scale_row.show_value(None)
        self._tell(None)

    def _tell(self, value: int | None) -> None:
        """Says what the numbers mean, and what was rated before and now."""
        text = self.tr("0 = loose, 10 = very stiff (optional)")
        if self._before is not None:
            digits = QLocale().toString
            told = self.tr("before {before}").format(before=digits(self._before))
            if value is not None:
                words = self.tr("before {before}, now {now}")
                told = words.format(before=digits(self._before), now=digits(value))
            text = f"{text} · {told}"
        self._hint.setText(text)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Rates with the digit that was pressed; False if the key was no digit."""
        return self._scale_row.take_digit(event)
