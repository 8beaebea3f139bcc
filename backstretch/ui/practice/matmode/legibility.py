"""How large letters must be drawn to be read from the mat."""

from dataclasses import dataclass
from math import radians, tan

SHORT_CUE_ARCMIN = 22.0
COUNT_ARCMIN = 60.0
COMING_ARCMIN = 22.0
LEAST_COMING_ARCMIN = 15.0
"""What comes next is told again, and shown, when it comes: a long name may be smaller."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen's size in millimetres and in device-independent pixels."""

    width_mm: float
    height_mm: float
    width_px: float
    height_px: float

    @property
    def px_per_mm(self) -> float:
        return self.height_px / self.height_mm


def cap_height_px(arcmin: float, metres: float, screen: Screen) -> float:
    """The height in pixels that a capital letter needs to subtend `arcmin` minutes of arc at
    `metres`."""
    millimetres = 2 * metres * 1000 * tan(radians(arcmin / 60) / 2)
    return millimetres * screen.px_per_mm


PLAUSIBLE_PX_PER_MM = (1.5, 20.0)
USUAL_PX_PER_MM = 3.6
"""A desktop screen of 92 pixels per inch, assumed if the screen reports nothing, or nonsense."""


def screen_of(
    width_px: float, height_px: float, width_mm: float, height_mm: float, inches: float = 0.0
) -> Screen:
    """The screen by its own report, corrected by `inches`, the diagonal that the user gave (0:
    none)."""
    if inches > 0:
        diagonal_px = (width_px**2 + height_px**2) ** 0.5
        mm_per_px = inches * 25.4 / diagonal_px
        return Screen(width_px * mm_per_px, height_px * mm_per_px, width_px, height_px)
    least, most = PLAUSIBLE_PX_PER_MM
    if height_mm <= 0 or not least <= height_px / height_mm <= most:
        return Screen(width_px / USUAL_PX_PER_MM, height_px / USUAL_PX_PER_MM, width_px, height_px)
    return Screen(width_mm, height_mm, width_px, height_px)
