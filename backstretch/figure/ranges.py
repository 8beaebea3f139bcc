"""What no body can do: joints beyond their ranges, flesh under the floor or inside itself."""

from collections.abc import Iterator

from backstretch.figure import joint_angles
from backstretch.figure.body import SIDES, Body
from backstretch.figure.build import BUILDS, EVEN, STURDY
from backstretch.figure.flesh import (
    crossings,
    depth_in_head,
    depth_in_trunk,
    lowest,
    reaching_parts,
)

Measure = tuple[str, float, float, float]
"""What is measured, its value in degrees, and the least and the most that it may be."""

_FLOOR = 0.005
"""How far flesh may press into the floor, in body heights."""
_FLOOR_ON_THE_WAY = 0.03
_ROUNDING = 0.5
"""Degrees, so that a pose at the very end of a range is not refused for a rounded number."""
_ON_THE_WAY = 30.0
"""Degrees by which a joint may exceed its range on the way from pose to pose."""
_LEAST_DEPTH_IN_TRUNK = 0.85
"""The flesh of the trunk gives way this far; 1 is its surface."""


def pose_fault(body: Body) -> str:
    """One sentence about what is wrong with the body in a pose; empty if nothing is.

    The ranges are the normal ones, and a quarter more for a supple person: what the tests hold
    every instant of the shipped moves to.
    """
    return joint_fault(body, _ROUNDING) or _under_floor(body) or _into_itself(body)


def passing_fault(body: Body) -> str:
    """As `pose_fault`, for a body on its way from one pose to another: limbs may graze, and what is
    passed quickly need not be held."""
    below = lowest(body, STURDY)
    part = min(below, key=below.__getitem__)
    return joint_fault(body, _ON_THE_WAY) or _sunk(part, below[part], _FLOOR_ON_THE_WAY)


def joint_fault(body: Body, beyond: float) -> str:
    """One sentence about the first joint more than `beyond` degrees out of its range; empty if
    there is none."""
    for what, value, least, most in measured(body):
        if not least - beyond <= value <= most + beyond:
            bounds = f"keep it between {least:g} and {most:g}"
            return f"{what} is {value:.0f} degrees; {bounds}"
    return ""


def measured(body: Body) -> Iterator[Measure]:
    """Every joint that has a range."""
    for side in SIDES:
        yield f"the bend of the {side} elbow", joint_angles.elbow(body, side), 0.0, 150.0
        yield f"the bend of the {side} knee", joint_angles.knee(body, side), 0.0, 158.0
        flexion, abduction = joint_angles.hip(body, side)
        # An angle has no beginning: far behind the body is as well far past the belly.
        flexion += 360.0 if flexion < -110.0 else 0.0
        yield f"the flexion of the {side} hip", flexion, -37.5, 151.0
        yield f"how far the {side} hip is spread", abduction, -20.0, 66.25
        yield f"the stretch of the {side} ankle", joint_angles.ankle(body, side), -25.0, 62.5
        _, extension = joint_angles.shoulder(body, side)
        yield f"how far the {side} arm points behind the trunk", extension, 0.0, 75.0
        yield f"the bend of the {side} wrist", joint_angles.wrist(body, side), 0.0, 90.5
    flexion, bend = joint_angles.bent(body.spine[4], body.spine[0])
    yield "the flexion of the back", flexion, -43.75, 112.5
    yield "the side bend of the back", bend, -43.75, 43.75
    flexion, bend = joint_angles.bent(body.head, body.spine[4])
    yield "the flexion of neck and head", flexion, -70.0, 56.25
    yield "the side bend of neck and head", bend, -45.0, 45.0


def _under_floor(body: Body) -> str:
    for build in BUILDS.values():
        for part, height in lowest(body, build).items():
            if height < -_FLOOR:
                return _sunk(part, height, _FLOOR)
    return ""


def _sunk(part: str, height: float, allowed: float) -> str:
    if height >= -allowed:
        return ""
    return f"the {part} is {-height:.3f} body heights below the floor; raise it"


def _into_itself(body: Body) -> str:
    for part, point in reaching_parts(body):
        if depth_in_trunk(point, body, EVEN) <= _LEAST_DEPTH_IN_TRUNK:
            return f"the {part} is inside the trunk; move it out"
        if depth_in_head(point, body, EVEN) <= 1.0:
            return f"the {part} is inside the head; move it out"
    for pair, apart in crossings(body).items():
        if apart <= 0.0:
            return f"{pair} go through each other; move them {-apart:.3f} apart"
    return ""
