"""One move of today: its picture, its title, its dose; pressing it offers what can be done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy

from backstretch.ui.parts.button import PressableButton, focus_ring
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

PICTURE_RATIO = 0.72


class MoveCard(PressableButton):
    """Shows a picture as soon as it is given one. `titles` are two lines at most."""

    def __init__(self, appearance: Appearance, title: str, dose: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._title = title
        self._dose = dose
        self._picture: QPixmap | None = None
        self._ratio = PICTURE_RATIO
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(dose)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def picture_size(self) -> QSize:
        """In logical pixels."""
        return QSize(self.width(), self._picture_height(self.width()))

    def give_height(self, width: int, ratio: float) -> None:
        """Makes the picture `ratio` times as high as it will be wide."""
        self._ratio = ratio
        self.setFixedHeight(self.heightForWidth(width))

    def _picture_height(self, width: int) -> int:
        return round(width * self._ratio)

    def _words_height(self) -> int:
        scale = Scale.at(self)
        title = QFontMetrics(scale.font_of("heading")).lineSpacing()
        return 2 * title + QFontMetrics(scale.font_of("small")).lineSpacing() + scale.space(9)

    def heightForWidth(self, width: int) -> int:
        return self._picture_height(width) + self._words_height()

    def sizeHint(self) -> QSize:
        wide = Scale.at(self).space(46)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = Scale.at(self).space(34)
        return QSize(wide, self._words_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale, theme = Scale.at(self), self._appearance.theme
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(rect, scale.corner, scale.corner)
        painter.fillPath(outline, theme.colour("card"))
        above = QRectF(0, 0, self.width(), self._picture_height(self.width()))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(above, theme.colour("thumb"))
        if self._picture is not None:
            painter.drawPixmap(above, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        hovered = self.underMouse() or self.isDown()
        painter.setPen(QPen(theme.colour("accent" if hovered else "line"), scale.hairline))
        painter.drawPath(outline)
        self._paint_words(painter, QRectF(self.rect()), above.bottom(), scale)
        if self.hasFocus():
            focus_ring(painter, self._appearance, QRectF(self.rect()), scale.corner, scale)

    def _paint_words(self, painter: QPainter, rect: QRectF, top: float, scale: Scale) -> None:
        theme = self._appearance.theme
        pad = scale.space(4)
        inner = rect.adjusted(pad, top + scale.space(3), -pad, -scale.space(3.5))
        painter.setPen(theme.colour("text"))
        painter.setFont(scale.font_of("heading"))
        leading = Qt.AlignmentFlag.AlignLeading
        painter.drawText(
            inner, leading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._title
        )
        painter.setPen(theme.colour("text-soft"))
        painter.setFont(scale.font_of("small"))
        line = QFontMetrics(painter.font()).elidedText(
            self._dose, Qt.TextElideMode.ElideRight, round(inner.width())
        )
        painter.drawText(inner, leading | Qt.AlignmentFlag.AlignBottom, line)
