"""The body at one instant: a pure function of the poses and the motion asked for."""

from backstretch.figure.body import Body, Frame, Limbs, Side, Vector
from backstretch.figure.build import Build
from backstretch.figure.curve import Curve, Hold, Segment, curve
from backstretch.figure.key import (
    AIM,
    ANKLE,
    ARM,
    FOOT,
    GIRDLE,
    GIVE,
    GRIP,
    KNEE_POLE,
    LEG,
    PELVIS,
    POLE,
    RELATIVE,
    SHANK,
    SPAN,
    THIGH,
    WORLD,
    WRIST,
    Key,
    Row,
    arm_numbers,
    four,
    planted_knee,
    three,
)
from backstretch.figure.motion import Motion, Place
from backstretch.figure.poses import Poses
from backstretch.figure.skeleton import SHANK as SHANK_LENGTH
from backstretch.figure.skeleton import resting_shoulder
from backstretch.figure.solve import (
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
    along,
    axes_of,
    axes_towards,
    composed,
    cross,
    mixed,
    placed,
    quaternion,
    subtract,
    unit,
)

_LETTING_GO = 0.45
"""The part of a segment over which a hand leaves the floor for its free path."""
_STEP_HEIGHT = 0.03


def body_at(poses: Poses, motion: Motion, build: Build) -> Body:
    """The solved body. Raises KeyError for a pose that `poses` doesn't have.

    `build` carries flesh only: the bones, and so the body, are the same in all builds.
    """
    del build
    if motion.leaving is not None and motion.arrived < 1.0:
        segment, u = _glide(poses, motion.leaving, motion.place).at(motion.arrived)
    else:
        segment, u = poses.curve(motion.place.way).at(motion.place.fraction)
    return _solved(segment, u, motion.fullness)


def _glide(poses: Poses, leaving: Place, place: Place) -> Curve:
    """From one instant to another: straight where they share a pose, else through the links."""
    begin, end = poses.curve(leaving.way), poses.curve(place.way)
    (i, u), (j, v) = begin.place(leaving.fraction), end.place(place.fraction)
    ends = [
        (poses.path(a, b), abs(u - x), abs(v - y))
        for x, a in enumerate(begin.names[i : i + 2])
        for y, b in enumerate(end.names[j : j + 2])
    ]
    (names, seconds), out, into = min(ends, key=lambda way: way[0][1][-1] + way[1] + way[2])
    keys = [_key_at(begin.segments[i], u), _key_at(end.segments[j], v)]
    if len(names) == 1:
        return curve((0.0, 1.0), tuple(keys))
    moments = [0.0]
    for moment in seconds:
        moments.append(max(moments[-1] + 0.02, out + moment))
    moments.append(moments[-1] + max(into, 0.02))
    keys[1:1] = map(poses.key, names)
    return curve(tuple(moment / moments[-1] for moment in moments), tuple(keys))


def _key_at(segment: Segment, u: float) -> Key:
    """The body in the midst of a motion, as a key to move on from."""
    row = segment.row(u)
    trunk = _trunk(segment, row, 0.0)
    body = _solved(segment, u, 0.0)
    numbers = (*row[:PELVIS], *trunk.pelvis.at, row[THIGH])
    for index, limbs in enumerate((body.left, body.right)):
        pole = three(row, ARM[index] + POLE)
        arm = SolvedArm(limbs.shoulder, limbs.elbow, limbs.wrist, _forearm(trunk, limbs, pole))
        hand = (limbs.hand.forward, limbs.hand.left, limbs.hand.up)
        numbers += arm_numbers(trunk, "right" if index else "left", arm, pole, hand)
    for index, limbs in enumerate((body.left, body.right)):
        bent = three(row, LEG[index] + KNEE_POLE)
        bent = knee_pole(limbs.hip, limbs.knee, limbs.ankle, bent)
        foot = quaternion((limbs.foot.forward, limbs.foot.left, limbs.foot.up))
        shank = three(row, LEG[index] + SHANK)
        numbers += (*shank, *limbs.ankle, *bent, *foot)
    held = tuple(
        hold == "held" or (u <= 0.0 and at_start) or (u >= 1.0 and at_end)
        for hold, at_start, at_end in zip(
            segment.hands, segment.begins.hands, segment.ends.hands, strict=True
        )
    )
    return Key(numbers, (held[0], held[1]), segment.kneels)


def _forearm(trunk: Column, limbs: Limbs, pole: Vector) -> Axes:
    hinge = cross(subtract(limbs.wrist, limbs.shoulder), placed(trunk.chest, pole))
    return axes_towards(subtract(limbs.wrist, limbs.elbow), hinge)


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
    side: Side = "right" if index else "left"
    wrist, held = _wrist(segment, u, row, trunk, index)
    start = ARM[index]
    pole = three(row, start + POLE)
    girdle = (row[GIRDLE + 2 * index], row[GIRDLE + 2 * index + 1])
    arm = solved_arm(trunk, side, wrist, pole, girdle)
    axes = axes_of(four(row, start + WORLD))
    if held < 1.0:
        free = composed(arm.forearm, axes_of(four(row, start + RELATIVE)))
        axes = free if held <= 0.0 else _between(free, _held_axes(segment, index, axes), held)
    hip = trunk.hip(side)
    knee, ankle, foot = _leg(segment, row, side, hip)
    return Limbs(
        shoulder=arm.shoulder,
        elbow=arm.elbow,
        wrist=arm.wrist,
        hand=Frame(arm.wrist, *axes),
        grip=row[GRIP + index],
        hip=hip,
        knee=knee,
        ankle=ankle,
        foot=foot,
    )


def _wrist(segment: Segment, u: float, row: Row, trunk: Column, index: int) -> tuple[Vector, float]:
    """Where the wrist is to be, and how firmly (0..1) the hand is held to the floor."""
    start = ARM[index]
    hold: Hold = segment.hands[index]
    world = three(row, start + WRIST)
    if hold == "held":
        return world, 1.0
    if hold == "walking":
        step = 16.0 * (u * (1.0 - u)) ** 2
        return (world[0], world[1], world[2] + _STEP_HEIGHT * step), 1.0
    firm = _firmness(hold, u)
    if firm >= 1.0:
        return _contact(segment, index), 1.0
    side: Side = "right" if index else "left"
    rest = resting_shoulder(trunk.neck_root, trunk.chest, side)
    aim = placed(trunk.chest, unit(three(row, start + AIM)))
    free = along(rest, aim, row[start + SPAN])
    if firm <= 0.0:
        return free, 0.0
    return mixed(free, _contact(segment, index), firm), firm


def _firmness(hold: Hold, u: float) -> float:
    if hold == "free":
        return 0.0
    t = min(1.0, (u if hold == "leaving" else 1.0 - u) / _LETTING_GO)
    return 1.0 - t * t * (3.0 - 2.0 * t)


def _planted_end(segment: Segment, index: int) -> Key:
    return segment.begins if segment.hands[index] == "leaving" else segment.ends


def _contact(segment: Segment, index: int) -> Vector:
    start = ARM[index] + WRIST
    return three(_planted_end(segment, index).row, start)


def _held_axes(segment: Segment, index: int, otherwise: Axes) -> Axes:
    if segment.hands[index] in ("leaving", "landing"):
        start = ARM[index] + WORLD
        return axes_of(four(_planted_end(segment, index).row, start))
    return otherwise


def _between(free: Axes, held: Axes, weight: float) -> Axes:
    one, two = quaternion(free), quaternion(held)
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


def _leg(segment: Segment, row: Row, side: Side, hip: Vector) -> tuple[Vector, Vector, Frame]:
    start = LEG[1 if side == "right" else 0]
    if segment.kneels is not None:
        knee = planted_knee(segment.kneels, side)
        lift, out, point = three(row, start + SHANK)
        shank, axes = shank_axes(side, lift, out, point)
        ankle = along(knee, shank, SHANK_LENGTH)
        return knee, ankle, Frame(ankle, *axes)
    ankle = three(row, start + ANKLE)
    pole = unit(three(row, start + KNEE_POLE))
    knee, ankle = folded_knee(hip, ankle, pole)
    return knee, ankle, Frame(ankle, *axes_of(four(row, start + FOOT)))
