"""The body at one instant: a pure function of the poses and the motion asked for."""

from itertools import accumulate, pairwise

from backstretch.figure.body import Body, Frame, Limbs, Side, Vector
from backstretch.figure.build import Build
from backstretch.figure.curve import Curve, Segment, curve
from backstretch.figure.floor import clearance
from backstretch.figure.hands import arm_at, grip_at
from backstretch.figure.key import (
    ANKLE,
    ARM,
    FOOT,
    GIRDLE,
    GIVE,
    KNEE_POLE,
    LEG,
    PELVIS,
    POLE,
    SHANK,
    THIGH,
    Key,
    Row,
    arm_numbers,
    four,
    planted_knee,
    three,
)
from backstretch.figure.motion import Motion, Place, Stop
from backstretch.figure.poses import Poses
from backstretch.figure.skeleton import SHANK as SHANK_LENGTH
from backstretch.figure.solve import (
    Column,
    column,
    folded_knee,
    knee_pole,
    pelvis_over_knees,
    shank_axes,
)
from backstretch.figure.vectors import along, axes_of, quaternion, unit

_LEAST_LEG = 0.08
"""No stretch between two poses takes less than this share of a glide."""
_TOES = 0.101
_TOES_DROP = 0.028
_TOES_FLESH = 0.011
"""The tip of the big toe: ahead of the ankle, below it, and how thick."""


def body_at(poses: Poses, motion: Motion, build: Build) -> Body:
    """The solved body. Raises KeyError for a pose that `poses` doesn't have.

    `build` carries flesh only: the bones, and so the body, are the same in all builds.
    """
    del build
    course, fraction = _course(poses, motion)
    segment, u = course.at(fraction)
    return _solved(segment, u, motion.fullness)


def _course(poses: Poses, moving: Place | Motion) -> tuple[Curve, float]:
    """What the figure moves along, and how far it has come."""
    if isinstance(moving, Place):
        return poses.curve(moving.way), moving.fraction
    if moving.leaving is None or moving.arrived >= 1.0:
        return _course(poses, moving.place)
    ends = (moving.leaving, moving.place)
    return poses.glide(ends) or poses.keep_glide(ends, _glide(poses, *ends)), moving.arrived


def _glide(poses: Poses, leaving: Place | Motion, place: Place) -> Curve:
    """From one instant to another: straight where they share a pose, else through the links."""
    (begin, begun), (end, due) = _course(poses, leaving), _course(poses, place)
    (i, u), (j, v) = begin.place(begun), end.place(due)
    ends = [
        (poses.path(a, b), abs(u - x), abs(v - y), (x, y))
        for x, a in enumerate(begin.names[i : i + 2])
        for y, b in enumerate(end.names[j : j + 2])
    ]
    (names, seconds), out, into, (x, y) = min(ends, key=lambda way: way[0][1][-1] + way[1] + way[2])
    keys = [_key_at(begin.segments[i], u), _key_at(end.segments[j], v)]
    if len(names) == 1:
        return curve((0.0, 1.0), tuple(keys), (names[0], names[0]))
    legs = [out, *(b - a for a, b in pairwise(seconds)), into]
    least = _LEAST_LEG * sum(legs)
    moments = [0.0, *accumulate(max(leg, least) for leg in legs)]
    # The first and the last pose as far as they are gone into there, by range and by growing.
    first, last = begin.segments[i], end.segments[j]
    goes = place.way.stops[-1].range
    between = [poses.key_at(Stop(0.0, name, range=goes)) for name in names[1:-1]]
    keys[1:1] = [first.ends if x else first.begins, *between, last.ends if y else last.begins]
    passed = (names[0], *names, names[-1])
    return curve(tuple(moment / moments[-1] for moment in moments), tuple(keys), passed)


def _key_at(segment: Segment, u: float) -> Key:
    """The body in the midst of a motion, as a key to move on from."""
    row = segment.row(u)
    trunk = _trunk(segment, row, 0.0)
    numbers = (*row[:PELVIS], *trunk.pelvis.at, row[THIGH])
    for index in (0, 1):
        pole = unit(three(row, ARM[index] + POLE))
        arm, hand = arm_at(segment, u, row, trunk, index)
        axes = (hand.forward, hand.left, hand.up)
        numbers += arm_numbers(trunk, _side(index), arm, pole, axes)
    for index in (0, 1):
        hip = trunk.hip(_side(index))
        knee, ankle, foot = _leg(segment, row, index, hip)
        bent = knee_pole(hip, knee, ankle, unit(three(row, LEG[index] + KNEE_POLE)))
        turn = quaternion((foot.forward, foot.left, foot.up))
        numbers += (*three(row, LEG[index] + SHANK), *ankle, *bent, *turn)
    held = [
        hold == "held" or (u <= 0.0 and at_start) or (u >= 1.0 and at_end)
        for hold, at_start, at_end in zip(
            segment.hands, segment.begins.hands, segment.ends.hands, strict=True
        )
    ]
    return Key(numbers, (held[0], held[1]), segment.kneels)


def _side(index: int) -> Side:
    return "right" if index else "left"


def _solved(segment: Segment, u: float, fullness: float) -> Body:
    row = segment.row(u)
    trunk = _trunk(segment, row, fullness)
    return Body(
        pelvis=trunk.pelvis,
        spine=trunk.spine,
        head=trunk.head,
        left=_limbs(segment, u, row, trunk, 0),
        right=_limbs(segment, u, row, trunk, 1),
        fullness=fullness,
    )


def _trunk(segment: Segment, row: Row, fullness: float) -> Column:
    if segment.kneels is not None:
        at = pelvis_over_knees(segment.kneels, row[THIGH])
    else:
        at = three(row, PELVIS)
    return column(at, row[:GIRDLE], fullness * row[GIVE])


def _limbs(segment: Segment, u: float, row: Row, trunk: Column, index: int) -> Limbs:
    arm, hand = arm_at(segment, u, row, trunk, index)
    hip = trunk.hip(_side(index))
    knee, ankle, foot = _leg(segment, row, index, hip)
    return Limbs(
        shoulder=arm.shoulder,
        elbow=arm.elbow,
        wrist=arm.wrist,
        hand=hand,
        grip=grip_at(segment, u, row, index),
        hip=hip,
        knee=knee,
        ankle=ankle,
        foot=foot,
    )


def _leg(segment: Segment, row: Row, index: int, hip: Vector) -> tuple[Vector, Vector, Frame]:
    start = LEG[index]
    if segment.kneels is not None:
        knee = planted_knee(segment.kneels, _side(index))
        lift, out, point = three(row, start + SHANK)
        shank, axes = shank_axes(_side(index), lift, out, point)
        ankle = along(knee, shank, SHANK_LENGTH)
        return knee, ankle, Frame(ankle, *axes)
    axes = axes_of(four(row, start + FOOT))
    x, y, z = three(row, start + ANKLE)
    tip = z + axes[0][2] * _TOES - axes[2][2] * _TOES_DROP - _TOES_FLESH
    pole = unit(three(row, start + KNEE_POLE))
    knee, ankle = folded_knee(hip, (x, y, z + clearance(tip)), pole)
    return knee, ankle, Frame(ankle, *axes)
