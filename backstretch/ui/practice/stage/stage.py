"""The stage: paints the figure on its mat, nothing else. Clicks and drags go to the page."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from backstretch.figure.drawing import Box, Drawing
from backstretch.figure.look import Look
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.poses import Poses
from backstretch.guide.reduced_motion import faded, still_motion
from backstretch.paint import Palette, changed_rect, dirty_rect, paint_drawing, palette_for
from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.practice.stage.demonstrator import Demonstrator
from backstretch.ui.practice.stage.framing import Room, Shot
from backstretch.ui.theme import Appearance

DRAG_PX = 6
DEGREES_PER_PX = 0.4
RIM = 3.5 / 816
"""The width of the light round the figure, as a share of the stage's height."""


class Stage(QWidget):
    """`clicked` pauses or resumes; `turned` carries the degrees by which the user dragged the
    figure round."""

    clicked = Signal()
    turned = Signal(float)

    def __init__(
        self, poses: Poses, look: Look, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.demonstrator = Demonstrator(poses, look)
        self.figure_rect = QRectF(0, 0, 1, 1)
        self.showing = False
        """True during the slow demonstration: what is seen is not the session."""
        self.reduced = False
        """Reduced motion: key poses that fade into one another."""
        self._is_cinema = False
        self._palette: Palette | None = None
        self._shot: Shot | None = None
        self._drawing: Drawing | None = None
        self._hints: tuple[Drawing, ...] = ()
        self._still: tuple[object, QPixmap] | None = None
        self._dimmed = False
        self._fade = 1.0
        self._faded_out: Drawing | None = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self._painted = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appearance.changed.connect(self._forget_colours)

    def set_figure_rect(
        self,
        rect: QRectF,
        taken: Sequence[QRectF] = (),
        taken_before: Sequence[QRectF] = (),
        *,
        air: float = 0.0,
        floored: bool = True,
    ) -> None:
        """Sets where in the stage the figure is, and what of it is taken by something else; see
        `Room`. The rest is ground for words."""
        corners, before = (
            tuple(_corners(each.translated(-rect.topLeft())) for each in boxes)
            for boxes in (taken, taken_before)
        )
        self.demonstrator.stand_in(Room(rect.width(), rect.height(), corners, before, air, floored))
        if rect != self.figure_rect:
            self.figure_rect = rect
            self._still = None
            self.update()

    def set_cinema(self, on: bool) -> None:
        """As in mat mode: a light behind the figure, and in the dark one round its edge."""
        self._is_cinema = on
        self._forget_colours()

    @property
    def _rim(self) -> float:
        """The width in pixels of the light round the figure; 0 for none."""
        if not self._is_cinema or not self._appearance.theme.dark:
            return 0.0
        return RIM * self.height()

    def show_timeline(self, routine: Routine, timeline: Timeline) -> None:
        self.demonstrator.show_timeline(routine, timeline)

    def show_moment(self, moment: Moment) -> None:
        """Repaints what changed, and nothing if nothing moved."""
        dimmed = moment.status == "paused" and not self.showing
        show, phase = self.demonstrator, moment.phase
        show.follow(moment)
        if self.reduced:
            shot = show.shot_for(phase.move)
            part = faded(moment) if moment.status == "playing" else 1.0
            drawing = show.drawing(still_motion(moment), shot, phase, glow=not dimmed, blinks=False)
            self._fade_to(drawing, shot, part)
        else:
            shot = show.shot(moment)
            blinks = moment.status == "playing"
            drawing = show.drawing(moment.motion, shot, phase, glow=not dimmed, blinks=blinks)
            self._fade = 1.0
        hints = show.hints(phase, shot) if self.showing else ()
        self._put(drawing, shot, hints, dimmed=dimmed)

    def _fade_to(self, drawing: Drawing, shot: Shot, part: float) -> None:
        """Lets the pose shown so far fade out behind the new one."""
        if drawing != self._drawing:
            self._faded_out = self._drawing if shot == self._shot else None
        if self._faded_out is not None and part != self._fade:
            self.update(self._painted)
        self._fade = part

    def shape_of(self, phase: Phase) -> Shape:
        return self.demonstrator.shape_of(phase)

    def wear(self, look: Look) -> None:
        self.demonstrator.wear(look)
        self._forget_colours()

    def _put(
        self, drawing: Drawing, shot: Shot, hints: tuple[Drawing, ...], *, dimmed: bool
    ) -> None:
        same_ground = shot == self._shot and dimmed == self._dimmed and hints is self._hints
        if same_ground and drawing == self._drawing:
            return
        before = self._drawing
        self._drawing, self._shot, self._hints, self._dimmed = drawing, shot, hints, dimmed
        if before is None or not same_ground:
            self.update()
        elif self._faded_out is not None:
            area = self._area(drawing, shot)
            self.update(QRegion(area.united(self._painted)))
        else:
            changed = changed_rect(before, drawing, self.figure_rect, shot.box)
            self.update(self._wider(changed))

    def _area(self, drawing: Drawing, shot: Shot) -> QRect:
        """The pixels that painting `drawing` touches."""
        return self._wider(dirty_rect(drawing, self.figure_rect, shot.box))

    def _wider(self, rect: QRect) -> QRect:
        edge = ceil(self._rim) + 1 if self._rim else 0
        return rect.adjusted(-edge, -edge, edge, edge) if not rect.isEmpty() else rect

    def _forget_colours(self) -> None:
        self._palette = None
        self._still = None
        self.update()

    def _colours(self) -> Palette:
        if self._palette is None:
            theme = self._appearance.theme
            look = self.demonstrator.look
            self._palette = palette_for(look, theme.dark, theme.colours, lit=self._rim > 0)
        return self._palette

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._shot is None or self._drawing is None:
            painter.fillRect(event.rect(), self._appearance.theme.colour("stage"))
            return
        ground = self._ground(self._shot)
        _blit(painter, ground, event.rect())
        area = self._area(self._drawing, self._shot)
        if self._faded_out is not None and self._fade < 1:
            area = area.united(self._area(self._faded_out, self._shot))
        if self._hints or event.region().intersects(area):
            asked = event.rect() if self._hints else event.region().intersected(area).boundingRect()
            self._paint_figure(painter, self._shot, asked)
            self._painted = area

    def _paint_figure(self, painter: QPainter, shot: Shot, asked: QRect) -> None:
        assert self._drawing is not None
        colours = self._colours()
        for behind in self._hints[:1]:
            paint_drawing(painter, behind, colours, self.figure_rect, shot.box, asked)
        if self._fade < 1 and self._faded_out is not None:
            self._paint_faded(painter, self._faded_out, shot, 1 - self._fade)
            self._paint_faded(painter, self._drawing, shot, self._fade)
        else:
            rect, rim = self.figure_rect, self._rim
            paint_drawing(painter, self._drawing, colours, rect, shot.box, asked, rim=rim)
        for over in self._hints[1:]:
            paint_drawing(painter, over, colours, self.figure_rect, shot.box, asked)
        if self._dimmed:
            veil = QColor(self._appearance.theme.colour("stage"))
            veil.setAlphaF(0.55)
            painter.fillRect(self.rect(), veil)

    def _paint_faded(self, painter: QPainter, drawing: Drawing, shot: Shot, opacity: float) -> None:
        """Paints the whole drawing at one opacity; painting each shape so would show what they
        hide."""
        area = self._area(drawing, shot)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(area.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        within = QPainter(picture)
        within.translate(-area.topLeft())
        rect, rim = self.figure_rect, self._rim
        paint_drawing(within, drawing, self._colours(), rect, shot.box, rim=rim)
        within.end()
        painter.setOpacity(opacity)
        painter.drawPixmap(area.topLeft(), picture)
        painter.setOpacity(1.0)

    def _ground(self, shot: Shot) -> QPixmap:
        """The ground and the mat, which stand still, painted once."""
        ratio = self.devicePixelRatioF()
        key = (shot, self.size(), ratio)
        if self._still is None or self._still[0] != key:
            pixmap = QPixmap((self.size() * ratio).expandedTo(self.size()))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(self._appearance.theme.colour("stage"))
            painter = QPainter(pixmap)
            if self._is_cinema:
                painter.fillRect(self.rect(), self._spotlight())
            mat = mat_drawing(shot.camera)
            paint_drawing(painter, mat, self._colours(), self.figure_rect, shot.box)
            painter.end()
            self._still = (key, pixmap)
        return self._still[1]

    def _spotlight(self) -> QRadialGradient:
        theme, wide, tall = self._appearance.theme, self.width(), self.height()
        light = QRadialGradient(wide * 0.5, tall * 0.5, max(wide * 0.5, tall * 0.75))
        light.setColorAt(0.0, theme.colour("far-spot"))
        light.setColorAt(1.0, theme.colour("stage"))
        return light

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = event.position().x() - self._pressed.x()
        if self._dragging or abs(moved) > DRAG_PX:
            self._dragging = True
            self._pressed = event.position()
            self.turned.emit(-moved * DEGREES_PER_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pressed is not None and not self._dragging:
            self.clicked.emit()
        self._pressed, self._dragging = None, False


def _corners(box: QRectF) -> Box:
    return box.left(), box.top(), box.right(), box.bottom()


def _blit(painter: QPainter, ground: QPixmap, rect: QRect) -> None:
    """Copies `rect` of the ground. Whole pixels are copied one to one, as scaling would blur
    them."""
    ratio = ground.devicePixelRatio()
    if ratio == 1.0:
        painter.drawPixmap(rect.topLeft(), ground, rect)
        return
    source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
    painter.drawPixmap(QRectF(rect), ground, source)
