"""A hand: palm, four fingers and a thumb, from open and flat to a fist with the thumb out."""

from collections.abc import Callable
from functools import lru_cache

from backstretch.figure.body import Frame, Side
from backstretch.figure.build import Build
from backstretch.figure.drawing import Loop
from backstretch.figure.outline.tube import Ball, Ring, capsule, outline, sleeve, tube
from backstretch.figure.outline.view import View

_PALM = ((-0.004, 0.66, 1.22), (0.012, 0.78, 1.1), (0.034, 0.96, 1.0), (0.054, 0.97, 0.86))
"""Along the hand, and the parts of the palm's breadth and thickness there."""
_FINGERS = ((0.74, 0.045), (0.25, 0.051), (-0.25, 0.047), (-0.72, 0.037))
"""Across the hand (thumb's side positive, parts of the half breadth) and length."""
_KNUCKLES = 0.052
_SPREAD = 0.17
_BENT = 0.3
"""From here on a finger shows two of its bones."""

Placing = Callable[[float, float, float, float], Ball]
"""A ball's place along the hand, across it and above it, and its radius."""


@lru_cache(maxsize=32)
def hand_loops(view: View, hand: Frame, grip: float, side: Side, build: Build) -> tuple[Loop, ...]:
    """The outlines that together are the hand. Kept, as a planted hand does not change."""
    x, y, z = view.spot(hand.at)
    fx, fy, fz = view.spot(hand.forward)
    lx, ly, lz = view.spot(hand.left)
    ux, uy, uz = view.spot(hand.up)
    if side == "left":
        lx, ly, lz = -lx, -ly, -lz
    breadth, thick = build.palm

    def at(along: float, across: float, above: float, radius: float) -> Ball:
        return (
            x + fx * along + lx * across + ux * above,
            y + fy * along + ly * across + uy * above,
            z + fz * along + lz * across + uz * above,
            radius,
        )

    rings: list[Ring] = []
    for along, wide, high in _PALM:
        px, py, pz, _ = at(along, 0.0, 0.0, 0.0)
        w, h = breadth * wide, thick * high
        rings.append((px, py, pz, lx * w, ly * w, ux * h, uy * h, fx * 0.012, fy * 0.012))
    loops = [outline(sleeve(rings))]
    for across, length in _FINGERS:
        loops += _finger(at, breadth * across, length, grip)
    loops.append(_thumb(at, breadth, grip))
    return tuple(loops)


def _finger(at: Placing, side_way: float, length: float, bend: float) -> list[Loop]:
    open_ = 1.0 - bend
    fan = side_way * _SPREAD * 3.2
    middle = at(
        _KNUCKLES + length * 0.52 * open_ + 0.012 * bend,
        side_way + fan * 0.5 * open_,
        (0.003 * open_ - 0.019 * bend),
        0.0064,
    )
    tip = at(
        _KNUCKLES + length * open_ - 0.02 * bend,
        side_way + fan * open_,
        (-0.003 * open_ - 0.024 * bend),
        0.0048 + 0.0016 * bend,
    )
    root = at(_KNUCKLES - 0.008, side_way * 0.96, 0.0, 0.0068)
    if bend < _BENT:
        return [capsule(root, tip)]
    return [capsule(root, middle), capsule(middle, tip)]


def _thumb(at: Placing, breadth: float, bend: float) -> Loop:
    thumb = [
        at(0.010, breadth * 0.55, -0.002, 0.0095),
        at(0.034 - 0.006 * bend, breadth * (1.18 + 0.25 * bend), -0.004, 0.0078),
        at(0.060 - 0.022 * bend, breadth * (1.42 + 0.85 * bend), -0.005, 0.0056),
    ]
    return outline(tube(thumb))
