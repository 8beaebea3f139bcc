"""All lengths on the screen follow from the font, so a larger font enlarges everything together."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

Kind = Literal["display", "title", "cue", "heading", "lead", "body", "small"]

_SIZES: dict[Kind, float] = {
    "display": 4.0,
    "title": 2.45,
    "cue": 2.1,
    "heading": 1.2,
    "lead": 1.3,
    "body": 1.12,
    "small": 1.0,
}
_BOLD: tuple[Kind, ...] = ("display", "title", "heading")


def font_of(base: QFont, kind: Kind) -> QFont:
    """`base` in the size and weight of that kind of text."""
    return sized(base, _SIZES[kind], bold=kind in _BOLD)


def sized(base: QFont, factor: float, *, bold: bool = False) -> QFont:
    """`base` enlarged by `factor`, whether its size is in points or in pixels."""
    font = QFont(base)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * factor)))
    font.setBold(bold)
    return font


@dataclass(frozen=True, slots=True)
class Scale:
    """Lengths in device-independent pixels. `unit` is the grid for everything, a quarter of a line
    of the system's font (about 4 at 96 dpi); `line` is the height of that line."""

    line: float
    font: QFont

    @classmethod
    def of(cls, font: QFont) -> "Scale":
        return cls(QFontMetricsF(font).height(), font)

    @classmethod
    def at(cls, widget: QWidget) -> "Scale":
        """The scale of the font that the widget inherits."""
        return cls.of(widget.font())

    @property
    def unit(self) -> float:
        return self.line / 4

    def space(self, units: float) -> int:
        """A distance of that many units in whole pixels, at least one."""
        return max(1, round(units * self.unit))

    @property
    def corner(self) -> float:
        """The corner radius of a card."""
        return 4.5 * self.unit

    @property
    def hairline(self) -> float:
        return max(1.0, self.unit / 4)

    @property
    def control(self) -> int:
        """The height of a button that is easy to hit."""
        return self.space(10)

    def font_of(self, kind: Kind) -> QFont:
        return font_of(self.font, kind)
