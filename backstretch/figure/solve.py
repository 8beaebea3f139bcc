"""Turns angles and places into joints: trunk, arms and legs at one instant."""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt, tanh

from backstretch.figure import skeleton
from backstretch.figure.body import Frame, Side, Vector
from backstretch.figure.floor import clearance
from backstretch.figure.reach import reach
from backstretch.figure.vectors import (
    Axes,
    add,
    along,
    axes_towards,
    cross,
    dot,
    placed,
    scaled,
    subtract,
    turned,
    unit,
)

KNEE_HEIGHT = 0.036
"""The height of a planted knee's centre above the floor, in body heights."""
_KNEE_SOFTNESS = 0.004
_EASY_REACH = 0.98
_ROOM = 0.0193
"""Shares of the arm's length. With a planted hand farther away than the first, the shoulder moves
towards it, so that the arm grows at most as long as both together: 4 degrees from straight."""
_LIFT = 1.6
"""Degrees by which a full breath opens each of the two upper segments of the spine."""


@dataclass(frozen=True, slots=True)
class Column:
    """The trunk: pelvis, the five frames of the spine, the head, and the chest's own axes."""

    pelvis: Frame
    spine: tuple[Frame, ...]
    head: Frame
    chest: Axes

    @property
    def neck_root(self) -> Vector:
        """Where the neck begins, at the top of the spine."""
        return self.spine[4].at

    def hip(self, side: Side) -> Vector:
        """The hip joint of that side."""
        out = skeleton.HALF_HIPS if side == "left" else -skeleton.HALF_HIPS
        return along(self.pelvis.at, self.pelvis.left, out)


def column(at: Vector, angles: tuple[float, ...], lift: float) -> Column:
    """`angles` are pelvis pitch, roll and yaw, then flexion, side bend and twist of the spine's
    four segments, the neck and the head; `lift` 0..1 is how far breath opens the chest."""
    axes = skeleton.pelvis_axes(angles[0], angles[1], angles[2])
    bends = [(angles[i], angles[i + 1], angles[i + 2]) for i in range(3, 21, 3)]
    if lift:
        # Breath opens the upper two segments only; the lower back stays as posed.
        bends[2] = (bends[2][0] - _LIFT * lift, *bends[2][1:])
        bends[3] = (bends[3][0] - _LIFT * lift, *bends[3][1:])
    base = along(at, axes[2], skeleton.SACRUM)
    spine = skeleton.stacked(base, axes, tuple(bends[:4]), skeleton.SPINE)
    flexion, side, twist = bends[3]
    # The chest is rigid: its axes are those halfway through the uppermost segment.
    chest = turned(spine[2][1], flexion / 2, side / 2, twist / 2)
    root, top = spine[3]
    ((skull, tilted),) = skeleton.stacked(root, top, (bends[4],), (skeleton.NECK,))
    head = turned(tilted, *bends[5])
    middle = along(along(skull, head[2], skeleton.SKULL), head[0], 0.010)
    return Column(
        Frame(at, *axes),
        (Frame(base, *axes), *(Frame(place, *frame) for place, frame in spine)),
        Frame(middle, *head),
        chest,
    )


@dataclass(frozen=True, slots=True)
class SolvedArm:
    """An arm's joints in the world, and the axes of its forearm."""

    shoulder: Vector
    elbow: Vector
    wrist: Vector
    forearm: Axes
    """Along the forearm, and the axis the elbow turns about last."""


def solved_arm(
    trunk: Column,
    side: Side,
    wrist: Vector,
    pole: Vector,
    girdle: tuple[float, float],
    firm: float = 0.0,
) -> SolvedArm:
    """The arm reaching for `wrist` (world), its elbow towards `pole` (chest's axes).

    Where the hand is held `firm` (0..1) to its place, the shoulder yields towards it
    by up to a hundredth before the elbow is quite straight.
    """
    rest = skeleton.resting_shoulder(trunk.neck_root, trunk.chest, side)
    towards = unit(subtract(wrist, rest))
    shoulder = skeleton.shoulder(trunk.neck_root, trunk.chest, side, towards, girdle)
    bent = placed(trunk.chest, pole)
    if firm > 0.0:
        shoulder = _yielding(shoulder, wrist, firm)
    elbow, wrist = reach(shoulder, wrist, bent, skeleton.UPPER_ARM, skeleton.FOREARM)
    # The elbow is a hinge: it turns about the normal of the plane of shoulder, pole and wrist.
    hinge = cross(subtract(wrist, shoulder), bent)
    return SolvedArm(shoulder, elbow, wrist, axes_towards(subtract(wrist, elbow), hinge))


def _yielding(shoulder: Vector, wrist: Vector, firm: float) -> Vector:
    line = subtract(wrist, shoulder)
    span = sqrt(dot(line, line))
    easy = _EASY_REACH * skeleton.ARM_REACH
    if span <= easy:
        return shoulder
    room = _ROOM * skeleton.ARM_REACH
    kept = easy + room * tanh((span - easy) / room)
    return along(shoulder, line, firm * (span - kept) / span)


def pelvis_over_knees(knees: tuple[float, float], thigh: float) -> Vector:
    """Where the hip joints' middle lies when the thighs have turned `thigh` degrees about knees
    planted at `knees` (x, half the gap)."""
    # The thighs also lean sideways if the knees are wider apart than the hips.
    across = knees[1] - skeleton.HALF_HIPS
    radius = sqrt(skeleton.THIGH * skeleton.THIGH - across * across)
    turn = radians(thigh)
    return (knees[0] + radius * cos(turn), 0.0, KNEE_HEIGHT + radius * sin(turn))


def shank_axes(side: Side, lift: float, out: float, point: float) -> tuple[Vector, Axes]:
    """The direction of a shank behind a planted knee (0, 0 lies back along the floor) and the axes
    of the foot, pointed by `point` degrees."""
    out = radians(out if side == "left" else -out)
    up = radians(lift)
    shank = (-cos(up) * cos(out), sin(out), sin(up) * cos(out))
    shin = (-sin(up), 0.0, -cos(up))
    c, s = cos(radians(point)), sin(radians(point))
    toes = add(scaled(shin, c), scaled(shank, s))
    instep = add(scaled(shank, -c), scaled(shin, s))
    return shank, (toes, cross(instep, toes), instep)


def folded_knee(hip: Vector, ankle: Vector, pole: Vector) -> tuple[Vector, Vector]:
    """Knee and ankle of a leg reaching for `ankle` with the knee towards `pole` (world), turned
    as far upwards as keeps the knee on the floor."""
    knee, ankle = reach(hip, ankle, pole, skeleton.THIGH, skeleton.SHANK)
    raised = clearance(knee[2] - KNEE_HEIGHT + _KNEE_SOFTNESS, _KNEE_SOFTNESS)
    if raised > 0.0:
        line = unit(subtract(ankle, hip))
        off = subtract(knee, hip)
        off = subtract(off, scaled(line, dot(off, line)))
        # The knee can only move on a circle around the line from hip to ankle, so it is turned
        # along that circle until it is high enough; if the circle lies flat, nothing helps.
        onward = cross(line, off)
        if abs(onward[2]) > 0.02:
            pole = along(off, onward, raised / onward[2])
            knee, ankle = reach(hip, ankle, pole, skeleton.THIGH, skeleton.SHANK)
    return knee, ankle


def knee_pole(hip: Vector, knee: Vector, ankle: Vector, otherwise: Vector) -> Vector:
    """The pole that puts the knee where it is; `otherwise` where the leg is straight."""
    line = unit(subtract(ankle, hip))
    off = subtract(knee, hip)
    off = subtract(off, scaled(line, dot(off, line)))
    size = sqrt(dot(off, off))
    return scaled(off, 1.0 / size) if size > 1e-4 else otherwise
