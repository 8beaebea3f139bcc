"""The figure on Today, large and moving slowly, before the words: one scene behind the page.

It costs little: at most `RATE` pictures a second, and none while the window has no focus, is
hidden, or has been looked at for a minute.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

if TYPE_CHECKING:  # not needed before the first paint
    from backstretch.ui.today.hero_film import HeroFilm

RATE = 10
STILL_AFTER_SECONDS = 60.0


class Hero(QWidget):
    """A ground for the page's words; `stand_in` says where the figure may be. Shows none before
    `play`."""

    resized = Signal()

    def __init__(self, appearance: Appearance, clock: Callable[[], float]) -> None:
        """`clock` returns seconds that only grow."""
        super().__init__()
        self._appearance = appearance
        self._clock = clock
        self._film: HeroFilm | None = None
        self._place = QRectF()
        self._still = False
        self._at = 0
        self._begun = 0.0
        self._seen_from = 0.0
        self._ground: tuple[object, QPixmap] | None = None
        self.pictures = 0
        """How many pictures of the figure were painted."""
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 / RATE))
        self._timer.timeout.connect(self._tick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        appearance.changed.connect(lambda _theme: self._renew())

    def play(self, film: "HeroFilm") -> None:
        """Shows that film, from its most telling picture on."""
        if film == self._film:
            return
        if self._film is not None:
            self._film.forget()
        self._film, self._at = film, film.telling
        self._ground = None
        self.update()
        self._begin()

    def stand_in(self, rect: QRectF) -> None:
        """The figure is fitted into `rect`, its feet at the lower edge."""
        if rect != self._place:
            self._place = rect
            self._renew()

    def keep_still(self, still: bool) -> None:
        """Less motion: only the most telling picture."""
        self._still = still
        if still and self._film is not None:
            self._at = self._film.telling
            self.update()
        self._begin()

    @property
    def is_moving(self) -> bool:
        return self._timer.isActive()

    def _may_move(self) -> bool:
        seen = self.isVisible() and self.isActiveWindow() and not self.window().isMinimized()
        return seen and not self._still and self._film is not None

    def _begin(self) -> None:
        """Moves on from where the figure stands, for a minute, or stops it."""
        if not self._may_move():
            self._timer.stop()
            return
        now = self._clock()
        self._begun, self._seen_from = now - self._at / RATE, now
        self._timer.start()

    def _tick(self) -> None:
        now = self._clock()
        if not self._may_move() or now - self._seen_from >= STILL_AFTER_SECONDS:
            self._timer.stop()
            if self._film is not None:
                self._film.forget()
            return
        assert self._film is not None
        before = self._picture(self._film)[0]
        self._at = int((now - self._begun) * RATE) % self._film.count
        self.update(QRegion(before).united(self._picture(self._film)[0]))

    def _picture(self, film: "HeroFilm") -> tuple[QRect, QPixmap]:
        theme, ratio = self._appearance.theme, self.devicePixelRatioF()
        return film.picture(self._at, self._place, theme, ratio)

    def _renew(self) -> None:
        self._ground = None
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        if self._film is not None:
            self._film.forget()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._begin()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self._ground_now()
        ratio = ground.devicePixelRatio()
        rect = event.rect()
        source = QRectF(rect.topLeft().toPointF() * ratio, rect.size().toSizeF() * ratio)
        painter.drawPixmap(QRectF(rect), ground, source)
        film = self._film
        if film is not None:
            area, picture = self._picture(film)
            if rect.intersects(area):
                painter.drawPixmap(area.topLeft(), picture)
                self.pictures += 1

    def _ground_now(self) -> QPixmap:
        """Sky, circle, floor and mat, which stand still, painted once."""
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, self._place)
        if self._ground is None or self._ground[0] != key:
            size = (QSize(self.size()) * ratio).expandedTo(QSize(1, 1))
            pixmap = QPixmap(size)
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            painter.end()
            self._ground = (key, pixmap)
        return self._ground[1]

    def _paint_ground(self, painter: QPainter) -> None:
        theme, place = self._appearance.theme, self._place
        rect = QRect(0, 0, self.width(), self.height())
        painter.fillRect(rect, theme.colour("background"))
        radius = min(place.width(), place.height()) * 0.52
        middle = QPointF(place.center().x(), place.top() + radius)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, alpha in ((1.0, 0.45), (0.78, 0.75)):
            breath = QColor(theme.colour("breath"))
            breath.setAlphaF(alpha)
            painter.setBrush(breath)
            painter.drawEllipse(middle, radius * share, radius * share)
        horizon = place.top() + place.height() * 0.72
        floor = QLinearGradient(0, horizon, 0, rect.height())
        for at, alpha in ((0.0, 0.0), (0.25, 0.55), (1.0, 0.25)):
            ground = QColor(theme.colour("fill-strong"))
            ground.setAlphaF(alpha)
            floor.setColorAt(at, ground)
        painter.fillRect(QRectF(0, horizon, rect.width(), rect.height() - horizon), floor)
        if self._film is not None:
            self._film.paint_mat(painter, place, theme)

    def sizeHint(self) -> QSize:
        return QSize(Scale.at(self).space(120), Scale.at(self).space(100))
