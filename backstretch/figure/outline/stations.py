"""Where along a limb its spheres sit: worked out once for each look, not for each frame."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from backstretch.figure.build import Build, Girth

Station = tuple[float, float, float]
"""How far along (0..1 the first bone, 1..2 the second), radius, and how far towards the front."""

Along = Callable[[float], float]
"""A length that depends on how far along the limb one is."""

_DELTOID = 0.003
_ARM = (0.0, 0.16, 0.45, 0.86, 1.0, 1.14, 1.36, 1.7, 2.0)
_LEG = (0.0, 0.16, 0.45, 0.84, 1.0, 1.13, 1.32, 1.62, 2.0)
_THIGH_FRONT = ((0.0, -0.012), (0.2, -0.004), (0.5, 0.005), (1.0, 0.002))
_SHANK_FRONT = ((1.0, 0.002), (1.13, -0.003), (1.32, -0.0085), (1.6, -0.004), (2.0, 0.0))


@dataclass(frozen=True, slots=True)
class Stations:
    """`joint` is the index of the elbow or knee, `cloth` that of the sleeve's or leg's end."""

    places: tuple[Station, ...]
    joint: int
    cloth: int


def girth(radii: Girth, fraction: float) -> float:
    """The radius at 0..1 along evenly spaced radii."""
    place = fraction * (len(radii) - 1)
    index = min(int(place), len(radii) - 2)
    part = place - index
    return radii[index] * (1 - part) + radii[index + 1] * part


@cache
def arm_stations(build: Build, cut: float) -> Stations:
    """The spheres along an arm whose sleeve ends at `cut` (1 elbow, 2 wrist)."""

    def radius(at: float) -> float:
        if at > 1:
            return girth(build.forearm, at - 1)
        # The shoulder's muscle runs out half-way down the arm.
        return girth(build.upper_arm, at) + _DELTOID * max(0.0, 1.0 - at / 0.55)

    return _stations(_ARM, cut, radius, lambda _at: 0.0)


@cache
def leg_stations(build: Build, cut: float) -> Stations:
    """The spheres along a leg whose cloth ends at `cut` (1 knee, 2 ankle)."""

    def radius(at: float) -> float:
        return girth(build.thigh, at) if at <= 1 else girth(build.shank, at - 1)

    def front(at: float) -> float:
        return _between(_THIGH_FRONT if at <= 1 else _SHANK_FRONT, at)

    return _stations(_LEG, cut, radius, front)


def _stations(grid: tuple[float, ...], cut: float, radius: Along, front: Along) -> Stations:
    ats = sorted({*(at for at in grid if abs(at - cut) > 0.05 or at in (0.0, 1.0, 2.0)), cut})
    places = tuple((at, radius(at), front(at)) for at in ats)
    return Stations(places, ats.index(1.0), ats.index(cut))


def _between(curve: tuple[tuple[float, float], ...], at: float) -> float:
    for (a, low), (b, high) in pairwise(curve):
        if at <= b:
            return low + (high - low) * (at - a) / (b - a)
    return curve[-1][1]
