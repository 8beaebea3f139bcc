"""The shapes charts are made of. Lengths are in whatever unit the caller's size is given in; y
points down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> float:
        return self.x + self.width / 2

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box; `series` tells which colour, counted from 0."""

    box: Box
    series: int


def mirrored(box: Box, width: float) -> Box:
    """The same box where writing runs from right to left."""
    return Box(width - box.x - box.width, box.y, box.width, box.height)
