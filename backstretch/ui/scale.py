"""Sizes of text and lengths on screen, all derived from one font: if it grows, everything does."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

Kind = Literal["title", "cue", "heading", "lead", "body", "small"]

_SIZES: dict[Kind, float] = {
    "title": 2.45,
    "cue": 2.1,
    "heading": 1.2,
    "lead": 1.3,
    "body": 1.12,
    "small": 1.0,
}
_BOLD: tuple[Kind, ...] = ("title", "heading")


def font_of(base: QFont, kind: Kind) -> QFont:
    """`base`, the font of plain text, in the size and weight of that kind of text."""
    return sized(base, _SIZES[kind], bold=kind in _BOLD)


def sized(base: QFont, factor: float, *, bold: bool = False) -> QFont:
    """`base` enlarged by `factor`. A font has its size either in points or in pixels; the other is
    -1."""
    font = QFont(base)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * factor)))
    font.setBold(bold)
    return font


@dataclass(frozen=True, slots=True)
class Scale:
    """Lengths in device-independent pixels. `line` is the height of a line of `font`. `unit`, a
    quarter of it (about 4 at 96 dpi), is the grid for everything."""

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
        """That many units in whole pixels, at least 1."""
        return max(1, round(units * self.unit))

    @property
    def corner(self) -> float:
        """The corner radius of a card."""
        return 4.5 * self.unit

    @property
    def hairline(self) -> float:
        """The width of the thinnest line."""
        return max(1.0, self.unit / 4)

    @property
    def control(self) -> int:
        """The least height of a button, so that it is easy to hit."""
        return self.space(10)

    def font_of(self, kind: Kind) -> QFont:
        return font_of(self.font, kind)
