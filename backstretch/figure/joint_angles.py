"""The angles of a body's joints, in degrees."""

from math import acos, atan2, degrees, hypot

from backstretch.figure.body import Body, Frame, Side, Vector
from backstretch.figure.vectors import dot, subtract, unit, within


def between(a: Vector, b: Vector) -> float:
    """Degrees between two directions."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def elbow(body: Body, side: Side) -> float:
    limb = body.limbs(side)
    return between(subtract(limb.elbow, limb.shoulder), subtract(limb.wrist, limb.elbow))


def knee(body: Body, side: Side) -> float:
    limb = body.limbs(side)
    return between(subtract(limb.knee, limb.hip), subtract(limb.ankle, limb.knee))


def hip(body: Body, side: Side) -> tuple[float, float]:
    """Flexion (negative: extension) and abduction."""
    limb, pelvis = body.limbs(side), body.pelvis
    thigh = unit(subtract(limb.knee, limb.hip))
    f, out, u = within((pelvis.forward, pelvis.left, pelvis.up), thigh)
    out = out if side == "left" else -out
    return degrees(atan2(f, -u)), degrees(atan2(out, hypot(f, u)))


def shoulder(body: Body, side: Side) -> tuple[float, float]:
    """Elevation from hanging, and extension: how far behind the trunk's side the arm points."""
    limb, chest = body.limbs(side), body.spine[3]
    arm = unit(subtract(limb.elbow, limb.shoulder))
    f, out, u = within((chest.forward, chest.left, chest.up), arm)
    behind = degrees(atan2(-f, hypot(out, u))) if f < 0 else 0.0
    return degrees(acos(max(-1.0, min(1.0, -u)))), behind


def ankle(body: Body, side: Side) -> float:
    """Plantar flexion (negative: towards the shin)."""
    limb = body.limbs(side)
    shank = unit(subtract(limb.ankle, limb.knee))
    return 90.0 - between(limb.foot.forward, shank)


def bent(frame: Frame, base: Frame) -> tuple[float, float]:
    """Flexion and bend to the left of one frame on another."""
    f, left, u = within((base.forward, base.left, base.up), frame.up)
    return degrees(atan2(f, u)), degrees(atan2(left, hypot(f, u)))


def wrist(body: Body, side: Side) -> float:
    """Degrees by which the hand is bent off the forearm."""
    limb = body.limbs(side)
    return between(subtract(limb.wrist, limb.elbow), limb.hand.forward)
