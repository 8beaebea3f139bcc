"""The shapes that charts are made of. Lengths are in the unit of the caller's width and height; y
points down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; (x, y) is its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> float:
        """The x of the middle."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box in the colour of its series, counted from 0."""

    box: Box
    series: int


def mirrored(box: Box, width: float) -> Box:
    """The box in a chart of that width laid out from right to left."""
    return Box(width - box.x - box.width, box.y, box.width, box.height)
