"""Buttons that trigger an action and show its icon, text and state."""

from typing import Literal, assert_never

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from backstretch.ui.icons import paint_icon
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

Kind = Literal["main", "round", "pill", "bare"]


class ActionButton(QAbstractButton):
    """Triggers `action` and follows its text, tip and state. `main` is the large round button,
    `round` a round icon, `pill` an icon with text, `bare` a small icon without background.

    Tab focuses it, a click does not: the practice page keeps the focus, and with it the keys that
    lead the session.
    """

    def __init__(
        self,
        action: QAction,
        icon: str,
        kind: Kind,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._icon = icon
        self._kind = kind
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self._action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setAccessibleDescription(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        if self.isCheckable() != self._action.isCheckable():
            self.setCheckable(self._action.isCheckable())
        if self.isCheckable():
            self.setChecked(self._action.isChecked())
        self.updateGeometry()
        self.update()

    def wear(self, icon: str, name: str) -> None:
        """Shows another icon and accessible name than the action's, for what a press does now. The
        name lasts until the action changes."""
        if icon != self._icon or name != self.accessibleName():
            self._icon = icon
            self.setAccessibleName(name)
            self.update()

    def nextCheckState(self) -> None:
        """Does nothing: a click toggles the action, whose state the button then follows. Qt would
        toggle the button as well."""

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        match self._kind:
            case "main":
                return QSize(scale.space(17), scale.space(17))
            case "round":
                return QSize(scale.space(12), scale.space(12))
            case "bare":
                return QSize(scale.space(9), scale.space(9))
            case "pill":
                wide = QFontMetricsF(scale.font_of("body")).horizontalAdvance(self.text())
                lead = scale.space(6) if self._icon else 0
                return QSize(round(wide) + lead + scale.space(8), scale.space(12))
            case _:
                assert_never(self._kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press the button; held down, once. Qt would use the arrows to move the
        focus; here they go to the page, like all other keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = Scale.at(self)
        edge = max(2.0, scale.unit / 2)
        body = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        radius = body.height() / 2
        self._paint_ground(painter, body, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.theme.colour("focus"), edge))
            around = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
        self._paint_content(painter, body, scale)

    def _paint_ground(self, painter: QPainter, body: QRectF, radius: float) -> None:
        theme = self._appearance.theme
        near = self.underMouse() or self.isDown()
        if self._kind == "main":
            ground = theme.colour("accent-strong" if near else "accent")
        elif self.isChecked():
            ground = theme.colour("accent-soft")
        elif self._kind == "bare" and not near:
            return
        elif not self.isEnabled():
            # An outline alone: its words stay as easy to read as any.
            ground = theme.colour("card")
        else:
            ground = theme.colour("fill-strong" if near and self.isEnabled() else "fill")
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
        elif not self.isEnabled() and self._kind != "main":
            painter.setPen(QPen(theme.colour("line"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(ground)
        inset = 2.0 if self.hasFocus() else 0.0
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_content(self, painter: QPainter, body: QRectF, scale: Scale) -> None:
        match self._kind:
            case "main":
                self._paint_icon(painter, body, 0.44)
            case "round":
                self._paint_icon(painter, body, 0.5)
            case "bare":
                self._paint_icon(painter, body, 0.66)
            case "pill":
                self._paint_pill(painter, body, scale)
            case _:
                assert_never(self._kind)

    def _paint_icon(self, painter: QPainter, body: QRectF, share: float) -> None:
        side = body.height() * share
        box = QRectF(0, 0, side, side)
        box.moveCenter(body.center())
        paint_icon(painter, self._icon, box, self._ink())

    def _paint_pill(self, painter: QPainter, body: QRectF, scale: Scale) -> None:
        colour = self._ink()
        room = body.adjusted(scale.space(3.5), 0, -scale.space(3.5), 0)
        if self._icon:
            side = scale.space(4.5)
            at_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            left = room.left() if at_left else room.right() - side
            paint_icon(
                painter, self._icon, QRectF(left, body.center().y() - side / 2, side, side), colour
            )
            lead = scale.space(6)
            room.adjust(lead if at_left else 0, 0, 0 if at_left else -lead, 0)
        painter.setFont(scale.font_of("body"))
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())

    def _ink(self) -> QColor:
        theme = self._appearance.theme
        if self._kind == "main":
            return theme.colour("on-accent")
        if not self.isEnabled():
            return theme.colour("text-soft")
        return theme.colour("accent-text" if self.isChecked() else "text")
