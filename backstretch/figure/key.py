"""A key pose solved once, in every space that a blend may want: one row of numbers.

The row holds the trunk's angles, girdle, grips and give; the pelvis in the world and over the
knees; each arm as a reach from the shoulder and as a place in the world; each leg as
angles behind a planted knee and as a place in the world.
"""

from dataclasses import dataclass
from math import cos, radians

from backstretch.figure import skeleton
from backstretch.figure.body import SIDES, Side, Vector
from backstretch.figure.pose import Arm, Pose
from backstretch.figure.reach import span_for
from backstretch.figure.solve import (
    KNEE_HEIGHT,
    Column,
    SolvedArm,
    column,
    folded_knee,
    knee_pole,
    pelvis_over_knees,
    shank_axes,
    solved_arm,
)
from backstretch.figure.vectors import (
    Axes,
    Quaternion,
    along,
    axes_towards,
    cross,
    length,
    placed,
    quaternion,
    relative,
    subtract,
    unit,
    within,
)

NECK = 15
GIRDLE = 21
GRIP = 25
GIVE = 27
PELVIS = 28
THIGH = 31
ARM = (32, 50)
LEG = (68, 81)
ROW = 94
AIM, SPAN, POLE, RELATIVE, WRIST, WORLD = 0, 3, 4, 7, 11, 14
"""Offsets within an arm's eighteen numbers."""
SHANK, ANKLE, KNEE_POLE, FOOT = 0, 3, 6, 9
"""Offsets within a leg's thirteen numbers; the shank's are lift, lean outwards, point."""
QUATERNIONS = tuple(
    [start + offset for start in ARM for offset in (RELATIVE, WORLD)] + [s + FOOT for s in LEG]
)
KNEELING = (THIGH, *(start + SHANK + i for start in LEG for i in range(3)))
"""Numbers that mean something only over planted knees."""
STANDING = (
    *(PELVIS + i for i in range(3)),
    *(start + ANKLE + i for start in LEG for i in range(10)),
)
"""Numbers that mean something only when the knees are not planted."""

Row = tuple[float, ...]
_LEAST_ACROSS = 0.05


def three(row: Row, start: int) -> Vector:
    """The vector that begins at `start` in the row."""
    return (row[start], row[start + 1], row[start + 2])


def four(row: Row, start: int) -> Quaternion:
    """The quaternion that begins at `start` in the row."""
    return (row[start], row[start + 1], row[start + 2], row[start + 3])


@dataclass(frozen=True, slots=True)
class Key:
    """`hands` tells which hands are planted (left, right); `knees` where the knees are, if so."""

    row: Row
    hands: tuple[bool, bool]
    knees: tuple[float, float] | None


def key_of(pose: Pose) -> Key:
    """Raises ValueError when a hand or foot lies out of reach, or a direction along its limb."""
    trunk = pose.trunk
    angles = (trunk.pitch, trunk.roll, trunk.yaw, *(a for bend in trunk.spine for a in bend))
    angles = (*angles, *trunk.neck, *trunk.head)
    at = trunk.at if trunk.knees is None else pelvis_over_knees(trunk.knees, trunk.thigh)
    body = column(at, angles, 0.0)
    girdle = (*pose.left_arm.girdle, *pose.right_arm.girdle)
    row = (*angles, *girdle, pose.left_arm.grip, pose.right_arm.grip, trunk.give, *at, trunk.thigh)
    for side in SIDES:
        firm = 1.0 if f"{side} hand" in pose.planted else 0.0
        row += _arm_numbers(body, side, pose.arm(side), firm)
    for side in SIDES:
        row += _leg_numbers(body, side, pose)
    hands = ("left hand" in pose.planted, "right hand" in pose.planted)
    return Key(row, hands, trunk.knees)


def key_between(one: Key, other: Key, share: float) -> Key:
    """The first key, turned into the second by `share` (0..1). What is planted in both stays so."""
    numbers = list(other.row)
    for start in QUATERNIONS:
        span = range(start, start + 4)
        if sum(one.row[i] * numbers[i] for i in span) < 0.0:
            for i in span:
                numbers[i] = -numbers[i]
    row = tuple(a + (b - a) * share for a, b in zip(one.row, numbers, strict=True))
    hands = (one.hands[0] and other.hands[0], one.hands[1] and other.hands[1])
    return Key(row, hands, one.knees if one.knees == other.knees else None)


def arm_numbers(body: Column, side: Side, arm: SolvedArm, pole: Vector, hand: Axes) -> Row:
    """An arm as it stands, in both spaces."""
    rest = skeleton.resting_shoulder(body.neck_root, body.chest, side)
    aim = within(body.chest, subtract(arm.wrist, rest))
    span = length(aim)
    held: Quaternion = quaternion(relative(hand, arm.forearm))
    return (*unit(aim), span, *pole, *held, *arm.wrist, *quaternion(hand))


def _arm_numbers(body: Column, side: Side, arm: Arm, firm: float) -> Row:
    pole = sided(arm.pole, side)
    wrist = _aimed(body, side, arm) if arm.wrist is None else sided(arm.wrist, side)
    solved = solved_arm(body, side, wrist, pole, arm.girdle, firm)
    if arm.wrist is not None and length(subtract(solved.wrist, wrist)) > 1e-6:
        short = length(subtract(wrist, solved.shoulder)) - skeleton.ARM_REACH
        raise ValueError(f"the {side} hand cannot reach its place; it is {short:.3f} too far away")
    reaching = subtract(solved.wrist, solved.shoulder)
    _check_across(reaching, placed(body.chest, pole), f"the pole of the {side} arm")
    fingers = solved.forearm[0] if arm.fingers is None else sided(arm.fingers, side)
    _check_across(fingers, sided(arm.back, side), f"the back of the {side} hand")
    hand = axes_towards(fingers, sided(arm.back, side))
    return arm_numbers(body, side, solved, unit(pole), hand)


def _aimed(body: Column, side: Side, arm: Arm) -> Vector:
    """The wrist of an arm given by its aim and its elbow."""
    assert arm.aim is not None
    towards = unit(placed(body.chest, sided(arm.aim, side)))
    span = span_for(cos(radians(arm.elbow)), skeleton.UPPER_ARM, skeleton.FOREARM)
    rest = skeleton.resting_shoulder(body.neck_root, body.chest, side)
    direction = towards
    for _ in range(4):
        root = skeleton.shoulder(body.neck_root, body.chest, side, direction, arm.girdle)
        wrist = along(root, towards, span)
        direction = unit(subtract(wrist, rest))
    return wrist


def _leg_numbers(body: Column, side: Side, pose: Pose) -> Row:
    leg, hip = pose.leg(side), body.hip(side)
    if pose.trunk.knees is not None:
        knee = planted_knee(pose.trunk.knees, side)
        shank, foot = shank_axes(side, leg.shank[0], leg.shank[1], leg.point)
        ankle = along(knee, shank, skeleton.SHANK)
        pole = knee_pole(hip, knee, ankle, (0.0, 0.0, -1.0))
    else:
        assert leg.ankle is not None
        pole = unit(sided(leg.pole, side))
        wanted = sided(leg.ankle, side)
        _, ankle = folded_knee(hip, wanted, pole)
        if length(subtract(ankle, wanted)) > 1e-3:
            raise ValueError(f"the {side} foot cannot be where its ankle is wanted")
        _check_across(subtract(ankle, hip), pole, f"the pole of the {side} leg")
        _check_across(leg.toes, leg.instep, f"the instep of the {side} foot")
        foot = axes_towards(sided(leg.toes, side), sided(leg.instep, side))
    return (*leg.shank, leg.point, *ankle, *pole, *quaternion(foot))


def _check_across(limb: Vector, direction: Vector, what: str) -> None:
    if length(cross(unit(limb), unit(direction))) < _LEAST_ACROSS:
        raise ValueError(f"{what} points along the limb; turn it to the side")


def planted_knee(knees: tuple[float, float], side: Side) -> Vector:
    """The centre of a knee planted at `knees` (x, half the gap), in the world."""
    return (knees[0], knees[1] if side == "left" else -knees[1], KNEE_HEIGHT)


def sided(vector: Vector, side: Side) -> Vector:
    """A vector written for the left (forward, outward, up), for `side`."""
    return vector if side == "left" else (vector[0], -vector[1], vector[2])
