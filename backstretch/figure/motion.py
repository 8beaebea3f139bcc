"""What the session asks of the figure: the poses to pass through, and how far along.

A way is a pure function of a fraction, so the picture obeys the same clock as the count,
the voice and the breath.
"""

from dataclasses import dataclass

LEAST_RANGE = 0.5
"""The range at which a pose is its smallest sensible one."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A named key pose and the fraction (0..1) of the phase at which it is reached.

    Where `further` names a second pose, the first has turned into it by the share `grown` (0..1).
    `range` is how far it goes: 1 is the full pose, 0.5 the smallest sensible one (`Pose.smallest`).
    """

    fraction: float
    pose: str
    further: str = ""
    grown: float = 0.0
    range: float = 1.0


@dataclass(frozen=True, slots=True)
class Way:
    """The poses a phase passes through, in order.

    The first stop lies at fraction 0, the last at 1 or before; after the last the pose is held.
    """

    stops: tuple[Stop, ...]

    @property
    def begins(self) -> str:
        """The pose of the first stop."""
        return self.stops[0].pose

    @property
    def ends(self) -> str:
        """The pose of the last stop."""
        return self.stops[-1].pose


@dataclass(frozen=True, slots=True)
class Place:
    """A point on a way: `fraction` runs 0..1 over the whole phase."""

    way: Way
    fraction: float


@dataclass(frozen=True, slots=True)
class Motion:
    """All the figure needs to be drawn at one instant.

    After a jump (skip, back, gentler) the figure glides from `leaving` to `place`;
    `arrived` runs 0..1 over that glide and is 1 when `leaving` is None. Where another jump comes
    in the midst of a glide, `leaving` is that glide as far as it had come.
    `fullness` is how full of breath the chest is, 0 (empty) to 1.
    """

    place: Place
    leaving: "Place | Motion | None" = None
    arrived: float = 1.0
    fullness: float = 0.0
