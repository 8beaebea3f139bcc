"""The picture at the end of a session: the figure rests under the words and the week. What is saved
as a picture is painted by the same function."""

from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
)

from backstretch.figure.look import Look
from backstretch.figure.poses import Poses
from backstretch.ui.icons import paint_icon
from backstretch.ui.parts.resting_figure import paint_resting, proportion
from backstretch.ui.parts.week_dots import Burst, DotsForm, dots_of, paint_dots
from backstretch.ui.scale import Scale, sized
from backstretch.ui.summary.summary_facts import SummaryFacts
from backstretch.ui.theme import Role, Theme
from backstretch.ui.words import summary_words
from backstretch.ui.words.dates import day_of_year

_WRAP = Qt.TextFlag.TextWordWrap
_NARROW = 190
"""In units of the scale: narrower, words, week and figure stand below one another."""
LEAST_SHARE = 0.55
"""How much of its preferred size the figure keeps on a low page."""
_SUN = 0.14
_FLOOR = 0.3


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything is, in pixels from the picture's upper left corner."""

    size: QSize
    heading: QRectF
    sentence: QRectF
    days: QRectF
    dots: QRectF
    figure: QRectF
    mark: QRectF


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the picture is made of. `scale` decides how large letters are."""

    facts: SummaryFacts
    poses: Poses
    look: Look
    theme: Theme
    scale: Scale
    mirrored: bool = False

    def plan(self, width: int, most: float = inf) -> Plan:
        """Lays out a picture `width` pixels wide. The figure shrinks, to about half, to keep the
        height below `most`."""
        scale, facts = self.scale, self.facts
        wide = width >= scale.space(_NARROW)
        pad = scale.space(10 if wide else 6)
        room = width - 2 * pad
        column = room * 0.46 if wide else room
        heading = QRectF(pad, pad - scale.unit, column, 0)
        heading.setHeight(self._height(self._heading_font(), self._heading(), column))
        sentence = QRectF(pad, heading.bottom() + scale.space(2), column, 0)
        font = scale.font_of("lead")
        sentence.setHeight(self._height(font, summary_words.sentence(facts), column))
        form, week = DotsForm.of(scale), facts.week is not None
        block = min(room, form.width(scale)) if week else 0
        days_high = QFontMetricsF(self._days_font()).lineSpacing() if week else 0
        top = pad if wide else sentence.bottom() + scale.space(4)
        left = width - pad - block if wide else pad
        days = QRectF(left, top, block, days_high)
        dots = QRectF(left, days.bottom() + scale.space(4), block, form.height if week else 0)
        small = QFontMetricsF(scale.font_of("small")).lineSpacing()
        foot = small + scale.space(7)
        figure = self._figure_place(
            width, pad, dots.bottom(), sentence.bottom(), most - foot, wide=wide
        )
        mark = QRectF(pad, figure.bottom() + scale.space(2), room, small)
        return Plan(
            QSize(width, round(mark.bottom() + scale.space(5))),
            heading,
            sentence,
            days,
            dots,
            figure,
            mark,
        )

    def _figure_place(
        self, width: int, pad: int, dots: float, words: float, most: float, *, wide: bool
    ) -> QRectF:
        """The figure's rectangle; its lower edge is above `most` if that is possible."""
        part = proportion(self.poses, self.look)
        liked = min((width - 2 * pad) * (0.68 if wide else 1.0), self.scale.space(190))
        above = dots + self.scale.unit
        across = min(liked, max(liked * LEAST_SHARE, (most - above) / part))
        high = across * part
        # The arms lie low on the side of the words, so only the lower part must stay below them.
        top = max(above, words - high * 0.35 if wide else dots)
        return QRectF(width - pad - across, top, across, high)

    def paint(self, painter: QPainter, plan: Plan, burst: Burst) -> None:
        rect = QRectF(QPointF(), plan.size)
        scale, theme = self.scale, self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(rect, scale.corner, scale.corner)
        painter.save()
        painter.setClipPath(outline)
        self._paint_ground(painter, rect, plan)
        paint_resting(painter, plan.figure, self.poses, self.look, theme)
        painter.restore()
        facts = self.facts
        self._write(painter, plan, plan.heading, self._heading_font(), self._heading())
        told = summary_words.sentence(facts)
        self._write(painter, plan, plan.sentence, scale.font_of("lead"), told)
        if facts.week is not None:
            line = summary_words.days_line(facts)
            wide = plan.days.left() > plan.size.width() / 3
            self._write(painter, plan, plan.days, self._days_font(), line, at_end=wide)
            dots = dots_of(facts.week, facts.today, is_first=facts.is_first)
            area = self._turned(plan.dots, plan)
            paint_dots(painter, area, dots, theme, scale, burst, self.mirrored)
        self._paint_mark(painter, plan)

    def image(self, width: int, ratio: float = 2.0, most: float = inf) -> QImage:
        """The picture laid out by `plan`, `ratio` real pixels for each of `width`."""
        plan = self.plan(width, most)
        image = QImage(plan.size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, plan, self.burst(1.0))
        painter.end()
        return image

    def burst(self, part: float) -> Burst:
        """The emphasis of today's dot, `part` 0 to 1 through its growth. Its ring is as closed as
        the week's goal is reached."""
        week, goal = self.facts.week, self.facts.goal_days
        share = min(1.0, week.days_practised / goal) if week is not None and goal else 1.0
        return Burst(share * part, part)

    def _paint_ground(self, painter: QPainter, rect: QRectF, plan: Plan) -> None:
        theme = self.theme
        painter.fillRect(rect, theme.colour("stage"))
        middle = QPointF(plan.figure.left() + plan.figure.width() * 0.72, plan.figure.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        for radius, share in ((1.0, _SUN / 2), (0.76, _SUN)):
            painter.setBrush(mixed(theme, "stage", "glow", share))
            reach = radius * plan.figure.width() * 0.36
            painter.drawEllipse(middle, reach, reach)
        horizon = plan.figure.top() + plan.figure.height() * 0.5
        floor = QLinearGradient(0, horizon - plan.figure.height() * 0.12, 0, rect.bottom())
        ground = QColor(mixed(theme, "stage", "fill-strong", _FLOOR))
        clear = QColor(ground)
        clear.setAlphaF(0.0)
        floor.setColorAt(0.0, clear)
        floor.setColorAt(0.3, ground)
        floor.setColorAt(1.0, mixed(theme, "stage", "fill-strong", 2 * _FLOOR))
        painter.fillRect(
            QRectF(0, horizon - plan.figure.height() * 0.12, rect.width(), rect.height()), floor
        )

    def _paint_mark(self, painter: QPainter, plan: Plan) -> None:
        scale, theme = self.scale, self.theme
        font = scale.font_of("small")
        text = f"Backstretch · {day_of_year(self.facts.today)}"
        wide = QFontMetricsF(font).horizontalAdvance(text) + 1
        side = plan.mark.height()
        words = QRectF(plan.mark.right() - wide, plan.mark.top(), wide, side)
        spot = QRectF(words.left() - side * 1.3, words.top(), side, side)
        paint_icon(painter, "today", self._turned(spot, plan), theme.colour("text-soft"))
        self._write(painter, plan, words, font, text, role="text-soft", at_end=True)

    def _write(
        self,
        painter: QPainter,
        plan: Plan,
        rect: QRectF,
        font: QFont,
        text: str,
        *,
        role: Role = "text",
        at_end: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self.theme.colour(role))
        left = at_end == self.mirrored
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        painter.drawText(self._turned(rect, plan), side | absolute | _WRAP, text)

    def _turned(self, rect: QRectF, plan: Plan) -> QRectF:
        """`rect` on the other side if the language is written from right to left. The figure stays
        as it is, and words move away from it no further than they were."""
        if not self.mirrored:
            return rect
        return QRectF(plan.size.width() - rect.right(), rect.top(), rect.width(), rect.height())

    def _heading(self) -> str:
        return f"{summary_words.headline(self.facts)}\n{summary_words.length(self.facts.seconds)}"

    def _heading_font(self) -> QFont:
        return sized(self.scale.font, 3.2, bold=True)

    def _days_font(self) -> QFont:
        return sized(self.scale.font, 1.6, bold=True)

    def _height(self, font: QFont, text: str, width: float) -> float:
        return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), _WRAP, text).height()


def mixed(theme: Theme, one: Role, other: Role, part: float) -> QColor:
    """`part`, 0 to 1, of the second colour over the first."""
    a, b = theme.colour(one), theme.colour(other)
    rest = 1 - part
    return QColor.fromRgbF(
        a.redF() * rest + b.redF() * part,
        a.greenF() * rest + b.greenF() * part,
        a.blueF() * rest + b.blueF() * part,
    )
