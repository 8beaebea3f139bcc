"""The scene on the page; today's dot grows once when it is first seen."""

from math import inf

from PySide6.QtCore import QSize, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from backstretch.figure.look import Look
from backstretch.figure.poses import Poses
from backstretch.ui.scale import Scale
from backstretch.ui.summary.summary_facts import SummaryFacts
from backstretch.ui.summary.summary_scene import Scene
from backstretch.ui.theme import Appearance
from backstretch.ui.words import summary_words
from backstretch.ui.words.today_words import week_sentence

GROWTH_MS = 400
SAVED_WIDTH, SAVED_HEIGHT = 238, 98
"""In units of the scale of the program's font: about 1130 by 465 pixels."""


class SceneCard(QWidget):
    """Shows nothing before `show_facts`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._facts: SummaryFacts | None = None
        self._figure: tuple[Poses, Look] | None = None
        self._painted: tuple[object, QPixmap] | None = None
        self._growth = QVariantAnimation(self)
        self._growth.setDuration(GROWTH_MS)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.valueChanged.connect(lambda _value: self.update())
        self._still = False
        self._has_grown = True
        self._most = inf
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: SummaryFacts, poses: Poses, look: Look, *, still: bool) -> None:
        """`still`: nothing moves. The same session told again does not grow again."""
        before = self._facts.week if self._facts is not None else None
        days = facts.week.days if facts.week is not None else ()
        self._has_grown = before is not None and before.days == days
        self._facts, self._figure, self._still = facts, (poses, look), still
        said = [summary_words.headline(facts), summary_words.length(facts.seconds)]
        said.append(summary_words.sentence(facts))
        if facts.week is not None:
            said += [summary_words.days_line(facts), week_sentence(facts.week)]
        self.setAccessibleName(" ".join(said))
        self._growth.stop()
        if self.isVisible():
            self._grow()
        self.update()

    def fit(self, width: int, most: int) -> None:
        """Takes the height that its words and figure need at that width, `most` if possible."""
        self._most = most
        if self._facts is not None:
            self.setFixedHeight(self._scene(Scale.at(self)).plan(width, most).size.height())

    def picture(self) -> QImage:
        """What "Save as picture" writes: the same at any size of the window."""
        scale = Scale.of(QApplication.font())
        return self._scene(scale).image(scale.space(SAVED_WIDTH), most=scale.space(SAVED_HEIGHT))

    def _scene(self, scale: Scale) -> Scene:
        assert self._facts is not None
        assert self._figure is not None
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Scene(self._facts, *self._figure, self._appearance.theme, scale, mirrored)

    def sizeHint(self) -> QSize:
        scale = Scale.at(self)
        return QSize(scale.space(SAVED_WIDTH), scale.space(SAVED_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(Scale.at(self).space(60), Scale.at(self).space(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._facts is None:
            return
        scene = self._scene(Scale.at(self))
        growing = self._growth.state() == QVariantAnimation.State.Running
        part = float(self._growth.currentValue()) if growing else 1.0
        painter = QPainter(self)
        if growing:
            scene.paint(painter, scene.plan(self.width(), self._most), scene.burst(part))
            return
        key = (scene, self.size(), self.devicePixelRatioF())
        if self._painted is None or self._painted[0] != key:
            image = scene.image(self.width(), self.devicePixelRatioF(), self._most)
            self._painted = (key, QPixmap.fromImage(image))
        painter.drawPixmap(0, 0, self._painted[1])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._growth.stop()

    def _grow(self) -> None:
        if not self._still and not self._has_grown and self._facts is not None:
            self._growth.start()
        self._has_grown = True
