"""The bones: their lengths in body heights, and how the trunk stacks up from the pelvis.

Lengths follow Drillis & Contini (in Winter, *Biomechanics and Motor Control of Human Movement*):
the four segments and the sacrum below them add up to hip joint to shoulder, neck and
skull to shoulder to crown. Hip and shoulder joints lie inside the breadths given there.
"""

from math import cos, radians, sin

from backstretch.figure.body import Side, Vector
from backstretch.figure.vectors import Axes, add, along, dot, placed, turned, unit

UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.108
THIGH = 0.245
SHANK = 0.246
FOOT = 0.152
ANKLE_HEIGHT = 0.039
HEEL = 0.040
"""How far the heel lies behind the ankle."""
SACRUM = 0.050
SPINE = (0.065, 0.060, 0.060, 0.053)
NECK = 0.052
SKULL = 0.062
"""From the top of the neck to the middle of the skull."""
CROWN = 0.068
HALF_HIPS = 0.052
HALF_SHOULDERS = 0.108
ARM_REACH = UPPER_ARM + FOREARM

_BREASTBONE = (0.030, 0.012, -0.022)
_COLLAR = (-0.035, HALF_SHOULDERS - 0.012, 0.010)
_FULL_RISE = 26.0
_FULL_REACH = 13.0

WORLD: Axes = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
Bend = tuple[float, float, float]
"""Flexion, bend to the left, twist to the left, in degrees."""


def pelvis_axes(pitch: float, roll: float, yaw: float) -> Axes:
    """Degrees: tipped forward, leaning to its left, turned to its left; 0, 0, 0 sits upright."""
    return turned(turned(WORLD, 0.0, 0.0, yaw), pitch, roll, 0.0)


def stacked(
    at: Vector, axes: Axes, bends: tuple[Bend, ...], lengths: tuple[float, ...]
) -> list[tuple[Vector, Axes]]:
    """The places and axes at the end of each segment, bent evenly along its length."""
    column = []
    for bend, size in zip(bends, lengths, strict=True):
        above = turned(axes, *bend)
        at = along(at, unit(add(axes[2], above[2])), size)
        axes = above
        column.append((at, axes))
    return column


def resting_shoulder(neck_root: Vector, chest: Axes, side: Side) -> Vector:
    """Where the shoulder joint lies with the arm hanging and the girdle at ease."""
    return _shoulder(neck_root, chest, side, 0.0, 0.0)


def shoulder(
    neck_root: Vector, chest: Axes, side: Side, towards: Vector, girdle: tuple[float, float]
) -> Vector:
    """The shoulder joint when the hand lies `towards` (world, unit, from the resting shoulder).

    Collar bone and shoulder blade rise and follow the arm as it is lifted: about a third of the
    elevation (scapulohumeral rhythm). `girdle` adds degrees of lift and of forward draw.
    """
    raised = 0.5 + 0.5 * dot(towards, chest[2])
    rise = girdle[0] + _FULL_RISE * raised * raised * (3.0 - 2.0 * raised)
    forward = girdle[1] + _FULL_REACH * dot(towards, chest[0])
    return _shoulder(neck_root, chest, side, rise, forward)


def _shoulder(at: Vector, chest: Axes, side: Side, rise: float, forward: float) -> Vector:
    out = 1.0 if side == "left" else -1.0
    x, y, z = _COLLAR
    c, s = cos(radians(forward)), sin(radians(forward))
    x, y = x * c + y * s, y * c - x * s
    c, s = cos(radians(rise)), sin(radians(rise))
    y, z = y * c - z * s, z * c + y * s
    a, b, d = _BREASTBONE
    return add(at, placed(chest, (a + x, (b + y) * out, d + z)))
