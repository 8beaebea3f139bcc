"""One of today's moves as a row: its picture, its name, how often, and a handle to move it."""

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from backstretch.ui.icons import paint_icon
from backstretch.ui.parts.button import PressableButton, focus_ring
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.tip import plain_tip
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance, Role
from backstretch.ui.today.facts import CardFacts
from backstretch.ui.words import doses

COLOURS: tuple[Role, ...] = ("chart-1", "chart-2", "chart-3", "chart-4", "chart-5")


class MoveRow(QWidget):
    """`previewed` when its picture is pressed, `stepped` with the new dose, `menu_wanted` with a
    point of the screen, `shifted` with -1 or 1 by the arrow keys, `dragged` with the height of the
    pointer in the list, None once it is let go."""

    previewed = Signal()
    stepped = Signal(int)
    menu_wanted = Signal(QPoint)
    shifted = Signal(int)
    dragged = Signal(object)

    def __init__(self, appearance: Appearance, facts: CardFacts, colour: Role) -> None:
        super().__init__()
        self._facts = facts
        scale = Scale.at(self)
        self.picture = _Picture(appearance)
        self.picture.clicked.connect(self.previewed)
        self._title = Label("")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._dot = _Spot(appearance, colour)
        self.less = _Round(appearance, "minus")
        self.more = _Round(appearance, "plus")
        self._count = Label("", wraps=False)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grip = _Grip(appearance)
        self.less.clicked.connect(lambda: self.stepped.emit(self._facts.count - 1))
        self.more.clicked.connect(lambda: self.stepped.emit(self._facts.count + 1))
        self.grip.shifted.connect(self.shifted)
        self.grip.dragged.connect(self._drag)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, scale.space(1), 0, scale.space(1))
        grid.setHorizontalSpacing(scale.space(2))
        grid.setVerticalSpacing(scale.space(0.5))
        grid.addWidget(self.picture, 0, 0, 2, 1)
        grid.addWidget(self._dot, 0, 1)
        grid.addWidget(self._title, 0, 2, 1, 3)
        grid.addWidget(self.less, 1, 1, 1, 2, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self._count, 1, 3)
        grid.addWidget(self.more, 1, 4)
        grid.addWidget(self.grip, 0, 5, 2, 1)
        grid.setColumnStretch(3, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_facts(facts)

    @property
    def facts(self) -> CardFacts:
        return self._facts

    def show_facts(self, facts: CardFacts) -> None:
        self._facts = facts
        self.setAccessibleName(facts.title)
        self._title.setText(facts.title)
        self._title.setToolTip(plain_tip(facts.brief))
        dose = doses.dose(facts.count, facts.unit, per_side=facts.per_side)
        self._count.setText(dose)
        self.less.setEnabled(facts.count > facts.least)
        self.more.setEnabled(facts.count < facts.most)
        names = {
            self.picture: QCoreApplication.translate("TodayPage", "Preview {move}"),
            self.less: QCoreApplication.translate("TodayPage", "{move}: one fewer"),
            self.more: QCoreApplication.translate("TodayPage", "{move}: one more"),
            self.grip: QCoreApplication.translate("TodayPage", "{move}: move with the arrow keys"),
        }
        for widget, name in names.items():
            told = name.format(move=facts.title)
            widget.setAccessibleName(told)
            widget.setToolTip(plain_tip(told))
        for button in (self.less, self.more):
            button.setAccessibleDescription(dose)

    def stops(self) -> tuple[QWidget, ...]:
        """Its controls, in the order of Tab."""
        return self.picture, self.less, self.more, self.grip

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def _drag(self, height: object) -> None:
        """Passes on how far down in the list the pointer is."""
        if isinstance(height, int):
            self.dragged.emit(self.y() + self.grip.y() + height)
        else:
            self.dragged.emit(None)


class _Picture(PressableButton):
    """The move's picture; blank before `set_picture`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._picture: QPixmap | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(25), scale.space(18.75))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect())
        radius = scale.corner * 0.7
        outline = QPainterPath()
        outline.addRoundedRect(rect, radius, radius)
        painter.setClipPath(outline)
        busy = self.underMouse() or self.isDown()
        painter.fillRect(rect, theme.colour("fill-strong" if busy else "thumb"))
        if self._picture is not None:
            painter.drawPixmap(rect, self._picture, QRectF(self._picture.rect()))
        if self.hasFocus():
            focus_ring(painter, self._appearance, rect, radius, scale)


class _Spot(QWidget):
    """The move's colour, as in the charts."""

    def __init__(self, appearance: Appearance, colour: Role) -> None:
        super().__init__()
        self._appearance = appearance
        self._colour: Role = colour
        self.setFixedWidth(Scale.at(self).space(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour(self._colour))
        radius = Scale.at(self).unit * 1.2
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)


class _Round(PressableButton):
    """A round button with an icon, easy to hit though it looks smaller."""

    def __init__(self, appearance: Appearance, icon: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = Scale.at(self).space(9)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        inset = scale.unit * 0.75
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        busy = self.underMouse() or self.isDown()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("fill-strong" if busy and self.isEnabled() else "fill"))
        if self.isEnabled():
            painter.drawEllipse(rect)
        pad = rect.width() * 0.25
        colour = theme.colour("text" if self.isEnabled() else "text-soft")
        paint_icon(painter, self._icon, rect.adjusted(pad, pad, -pad, -pad), colour)
        if self.hasFocus():
            focus_ring(painter, self._appearance, QRectF(self.rect()), self.width() / 2, scale)


class _Grip(QWidget):
    """Six dots to drag the row by. With the focus, arrow keys move it."""

    shifted = Signal(int)
    dragged = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(Scale.at(self).font)
        return QSize(Scale.at(self).space(7), metrics.height() * 2)

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
        if step:
            self.shifted.emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            self.dragged.emit(round(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dragged.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme = Scale.at(self), self._appearance.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text-soft"))
        middle, radius = QRectF(self.rect()).center(), scale.unit * 0.45
        for across in (-0.75, 0.75):
            for down in (-1.5, 0.0, 1.5):
                x, y = middle.x() + across * scale.unit, middle.y() + down * scale.unit
                painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        if self.hasFocus():
            focus_ring(painter, self._appearance, QRectF(self.rect()), scale.unit * 2, scale)
