"""Legible at a distance: how large letters must be drawn to be read from the mat."""

from dataclasses import dataclass
from math import radians, tan

SHORT_CUE_ARCMIN = 22.0
COUNT_ARCMIN = 60.0
NEXT_UP_ARCMIN = 22.0


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
    """How many pixels high a capital letter must be to subtend `arcmin` at `metres`."""
    millimetres = 2 * metres * 1000 * tan(radians(arcmin / 60) / 2)
    return millimetres * screen.px_per_mm
