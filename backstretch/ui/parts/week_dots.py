"""A week as seven dots: full for a day with practice, a ring for today, pale for days to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, assert_never

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from backstretch.ui.scale import Scale
from backstretch.ui.theme import Theme
from backstretch.ui.words.numbers import number, whole_minutes

if TYPE_CHECKING:
    from backstretch.history.week import Week

DayState = Literal["done", "without", "today", "to come"]


@dataclass(frozen=True, slots=True)
class Dot:
    """One day. `minutes` is shown in a full dot; `name` is the weekday, short."""

    name: str
    minutes: str
    state: DayState
    is_today: bool


def dots_of(week: "Week", today: date, *, is_first: bool = False) -> tuple[Dot, ...]:
    """The dots of the week. `is_first`: nobody has practised before today, so no day was missed."""
    locale = QLocale()
    found = []
    for day in week.days:
        name = locale.standaloneDayName(day.date.isoweekday(), QLocale.FormatType.ShortFormat)
        state: DayState
        if day.practised:
            state = "done"
        elif day.date == today:
            state = "today"
        else:
            state = "without" if day.date < today and not is_first else "to come"
        minutes = number(whole_minutes(day.seconds)) if day.practised else ""
        found.append(Dot(name, minutes, state, day.date == today))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DotsForm:
    """How large the dots are, from the font: all in pixels."""

    across: float
    words: float
    gap: float

    @classmethod
    def of(cls, scale: Scale) -> "DotsForm":
        words = QFontMetrics(scale.font_of("small")).lineSpacing()
        return cls(scale.unit * 9.5, words, scale.unit * 1.2)

    def within(self, cell: float) -> "DotsForm":
        """Smaller dots if a day has less than `cell` pixels of width."""
        return DotsForm(min(self.across, cell * 0.8), self.words, self.gap)

    @property
    def height(self) -> int:
        return round(self.across * 1.25 + self.gap + self.words)

    def width(self, scale: Scale) -> int:
        """The least width of seven dots whose names do not touch."""
        return round(7 * max(self.across * 1.25, self._names(scale)))

    def _names(self, scale: Scale) -> float:
        font = QFont(scale.font_of("small"))
        font.setBold(True)
        locale, short = QLocale(), QLocale.FormatType.ShortFormat
        metrics = QFontMetrics(font)
        names = (locale.standaloneDayName(day, short) for day in range(1, 8))
        return max(metrics.horizontalAdvance(name) for name in names) + scale.unit


@dataclass(frozen=True, slots=True)
class Burst:
    """Emphasis of today's dot: `closed`, 0 to 1, is how much of its outer ring is drawn, and
    `rays`, 0 to 1, how long its rays are."""

    closed: float
    rays: float


def paint_dots(
    painter: QPainter,
    rect: QRectF,
    dots: Sequence[Dot],
    theme: Theme,
    scale: Scale,
    burst: Burst | None = None,
    mirrored: bool = False,
) -> None:
    """Paints the week across `rect`, at its top. Restores nothing of pen and brush."""
    cell = rect.width() / 7
    form = DotsForm.of(scale).within(cell)
    for place, dot in enumerate(dots):
        column = 6 - place if mirrored else place
        middle = QPointF(rect.left() + (column + 0.5) * cell, rect.top() + form.across * 0.625)
        _paint_dot(painter, middle, form, dot, theme, scale)
        if burst is not None and dot.is_today:
            _paint_burst(painter, middle, form, theme, scale, burst)
        font = QFont(scale.font_of("small"))
        font.setBold(dot.is_today)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if dot.is_today else "text-soft"))
        below = QRectF(
            middle.x() - cell / 2, rect.top() + form.across * 1.25 + form.gap, cell, form.words
        )
        fits = QFontMetrics(font).horizontalAdvance(dot.name) <= cell
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, dot.name if fits else dot.name[:1])


def _paint_dot(
    painter: QPainter, middle: QPointF, form: DotsForm, dot: Dot, theme: Theme, scale: Scale
) -> None:
    radius = form.across / 2
    thick = max(2.0, scale.unit * 0.7)
    match dot.state:
        case "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(middle, radius, radius)
            font = QFont(scale.font_of("small"))
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(theme.colour("on-accent"))
            area = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            if QFontMetrics(font).horizontalAdvance(dot.minutes) <= area.width():
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, dot.minutes)
        case "today":
            painter.setPen(QPen(theme.colour("accent"), thick))
            painter.setBrush(theme.colour("card"))
            painter.drawEllipse(middle, radius - thick / 2, radius - thick / 2)
        case "without":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text-soft"))
            painter.drawEllipse(middle, radius * 0.28, radius * 0.28)
        case "to come":
            painter.setPen(QPen(theme.colour("track"), thick * 0.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius - thick / 2, radius - thick / 2)
        case _:
            assert_never(dot.state)


def _paint_burst(
    painter: QPainter,
    middle: QPointF,
    form: DotsForm,
    theme: Theme,
    scale: Scale,
    burst: Burst,
) -> None:
    """The ring closes clockwise from the top; rays stand over its upper half."""
    thick = max(2.0, scale.unit * 0.55)
    radius = form.across / 2 + thick * 1.6
    around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pale = QColor(theme.colour("accent"))
    pale.setAlphaF(0.28)
    painter.setPen(QPen(pale, thick))
    painter.drawEllipse(around)
    pen = QPen(theme.colour("accent"), thick)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(around, 90 * 16, -round(360 * 16 * burst.closed))
    if burst.rays <= 0:
        return
    painter.save()
    painter.translate(middle)
    inner = radius + thick * 1.6
    painter.rotate(-60)
    for _ in range(5):
        painter.drawLine(QPointF(0, -inner), QPointF(0, -inner - scale.unit * 1.6 * burst.rays))
        painter.rotate(30)
    painter.restore()
