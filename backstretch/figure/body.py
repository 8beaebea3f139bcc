"""The solved body: where every joint is at one instant, ready to be outlined.

Units are body heights. World axes: x points the way a seated figure faces (and the way
the head points when lying), y to the figure's left when seated, z up; the floor is z = 0.
"""

from dataclasses import dataclass
from typing import Literal

Vector = tuple[float, float, float]
Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Frame:
    """A place with an orthonormal basis: `forward` (belly, face, finger tips, toes),
    `left` (the figure's own left) and `up` (crown, back of the hand, instep)."""

    at: Vector
    forward: Vector
    left: Vector
    up: Vector


@dataclass(frozen=True, slots=True)
class Limbs:
    """One side's arm and leg. `grip` 0 is an open hand, 1 a fist with the thumb out.

    `hand.at` is the wrist; its `forward` points along the fingers, its `up` is the hand's back.
    `foot.at` is the ankle, its `forward` points from heel to toes, its `up` is the instep side.
    """

    shoulder: Vector
    elbow: Vector
    wrist: Vector
    hand: Frame
    grip: float
    hip: Vector
    knee: Vector
    ankle: Vector
    foot: Frame


@dataclass(frozen=True, slots=True)
class Body:
    """`spine` holds the frames at the sacrum, between the four segments, and at the neck's root
    (five in all, lowest first; `up` along the spine, `forward` towards the belly).
    `pelvis.at` lies midway between the hip joints; `head.at` is the centre of the skull."""

    pelvis: Frame
    spine: tuple[Frame, ...]
    head: Frame
    left: Limbs
    right: Limbs
    fullness: float = 0.0

    def limbs(self, side: Side) -> Limbs:
        """The arm and leg of that side."""
        return self.left if side == "left" else self.right
