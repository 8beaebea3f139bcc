"""Finds a hand between two key poses: on the floor, in the air, or in between."""

from dataclasses import dataclass

from backstretch.figure import skeleton
from backstretch.figure.body import Frame, Side, Vector
from backstretch.figure.curve import Segment
from backstretch.figure.floor import clearance
from backstretch.figure.key import (
    AIM,
    ARM,
    GIRDLE,
    GRIP,
    POLE,
    RELATIVE,
    SPAN,
    WORLD,
    WRIST,
    Key,
    Row,
    four,
    three,
)
from backstretch.figure.solve import Column, SolvedArm, solved_arm
from backstretch.figure.vectors import (
    Axes,
    along,
    axes_of,
    composed,
    mixed,
    placed,
    quaternion,
    unit,
)

_LETTING_GO = 0.55
"""The share of a segment during which a hand goes over from the floor to its free path."""
_PASSING = 0.45
"""The same if it lifts off and lands within one segment."""
_STEP_HEIGHT = 0.03
_THICKNESS = 0.011
_FIST = 0.4
"""How much shorter a fist is than an open hand."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A planted place and how firmly (0..1) the hand keeps to it."""

    wrist: Vector
    axes: Axes
    firm: float


def arm_at(
    segment: Segment, u: float, row: Row, trunk: Column, index: int
) -> tuple[SolvedArm, Frame]:
    """The left (0) or right (1) arm and hand at `u` within the segment."""
    side: Side = "right" if index else "left"
    start = ARM[index]
    pole = three(row, start + POLE)
    girdle = (row[GIRDLE + 2 * index], row[GIRDLE + 2 * index + 1])
    hold = _hold(segment, u, index)
    if hold is not None and hold.firm >= 1.0:
        arm = solved_arm(trunk, side, hold.wrist, pole, girdle, 1.0)
        return arm, Frame(arm.wrist, *hold.axes)
    # In the air a hand is given relative to the shoulder, so that it moves with the trunk.
    rest = skeleton.resting_shoulder(trunk.neck_root, trunk.chest, side)
    aim = placed(trunk.chest, unit(three(row, start + AIM)))
    wrist = along(rest, aim, row[start + SPAN])
    firm = 0.0 if hold is None else hold.firm
    if hold is not None:
        wrist = mixed(wrist, hold.wrist, firm)
    arm = solved_arm(trunk, side, wrist, pole, girdle, firm)
    axes = composed(arm.forearm, axes_of(four(row, start + RELATIVE)))
    if hold is not None:
        axes = _between(axes, hold.axes, firm)
    tip = skeleton.HAND * (1.0 - _FIST * row[GRIP + index])
    # A free hand that would dip into the floor is lifted; a planted one is where it should be.
    raised = clearance(arm.wrist[2] + min(0.0, axes[0][2]) * tip - _THICKNESS)
    if raised > 0.0:
        wrist = (arm.wrist[0], arm.wrist[1], arm.wrist[2] + raised * (1.0 - firm))
        arm = solved_arm(trunk, side, wrist, pole, girdle, firm)
    return arm, Frame(arm.wrist, *axes)


def _hold(segment: Segment, u: float, index: int) -> Hold | None:
    way = segment.hands[index]
    if way == "walking":
        return _step(segment, u, index)
    if way == "free":
        return None
    from_start = way in ("held", "leaving") or (way == "moving" and u < 0.5)
    key, gone = (segment.begins, u) if from_start else (segment.ends, 1.0 - u)
    firm = 1.0 if way == "held" else _fading(gone / (_PASSING if way == "moving" else _LETTING_GO))
    return _kept(key, index, firm) if firm > 0.0 else None


def _kept(key: Key, index: int, firm: float) -> Hold:
    start = ARM[index]
    return Hold(three(key.row, start + WRIST), axes_of(four(key.row, start + WORLD)), firm)


def grip_at(segment: Segment, u: float, row: Row, index: int) -> float:
    """How far the left (0) or right (1) hand is closed, from 0 to 1 for a fist."""
    if segment.hands[index] != "walking":
        return row[GRIP + index]
    begin, end = (key.row[GRIP + index] for key in (segment.begins, segment.ends))
    return begin + (end - begin) * _eased(_stepped(u, index))


def _step(segment: Segment, u: float, index: int) -> Hold:
    """One hand after the other: the left in the first half, the right in the second."""
    t = _stepped(u, index)
    begin, end = (_kept(key, index, 1.0) for key in (segment.begins, segment.ends))
    x, y, z = mixed(begin.wrist, end.wrist, _eased(t))
    # Zero slope at both ends, so the hand leaves and meets the floor without a jerk.
    lift = _STEP_HEIGHT * 16.0 * (t * (1.0 - t)) ** 2
    # It turns while it is in the air: a hand that became a fist on the floor would sink into it.
    return Hold((x, y, z + lift), _between(begin.axes, end.axes, _eased(t)), 1.0)


def _stepped(u: float, index: int) -> float:
    return min(1.0, max(0.0, 2.0 * u - index))


def _eased(t: float) -> float:
    return t * t * (3.0 - 2.0 * t)


def _fading(t: float) -> float:
    return 0.0 if t >= 1.0 else 1.0 - t * t * (3.0 - 2.0 * t)


def _between(free: Axes, held: Axes, weight: float) -> Axes:
    one, two = quaternion(free), quaternion(held)
    # q and -q are the same rotation; mixing the nearer one turns the short way round.
    if sum(a * b for a, b in zip(one, two, strict=True)) < 0.0:
        two = (-two[0], -two[1], -two[2], -two[3])
    rest = 1.0 - weight
    return axes_of(
        (
            one[0] * rest + two[0] * weight,
            one[1] * rest + two[1] * weight,
            one[2] * rest + two[2] * weight,
            one[3] * rest + two[3] * weight,
        )
    )
