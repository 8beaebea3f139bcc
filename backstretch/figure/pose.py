"""A key pose as its file says it. Distances in body heights, angles in degrees."""

from dataclasses import dataclass, replace

from backstretch.figure.body import Side, Vector

Bend = tuple[float, float, float]
STRAIGHT: Bend = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Trunk:
    """The pelvis stands `at` a place, or rides on planted knees: `knees` is where the right and
    left knee rest (x, half the gap between them) and `thigh` how far the thighs
    have turned about them (0 lying ahead, 90 upright, about 155 sat back on the heels).
    Bends are flexion, to the left, twist to the left. `give` is how freely breath lifts the chest.
    """

    pitch: float
    roll: float
    yaw: float
    spine: tuple[Bend, Bend, Bend, Bend]
    neck: Bend
    head: Bend
    at: Vector = STRAIGHT
    knees: tuple[float, float] | None = None
    thigh: float = 0.0
    give: float = 1.0


@dataclass(frozen=True, slots=True)
class Arm:
    """Vectors are written for the left: forward, outward, up; the right arm's are mirrored.

    Either the `wrist` is given in the world, or `aim` (from the shoulder, in the chest's axes) and
    the flexion of the `elbow`. `pole` is where the elbow points, in the chest's axes; `fingers`
    (None: along the forearm) and `back` of the hand in the world. `girdle` is lift and forward
    draw of the shoulder blade."""

    wrist: Vector | None
    aim: Vector | None
    elbow: float
    pole: Vector
    fingers: Vector | None
    back: Vector
    grip: float
    girdle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Leg:
    """Either the `ankle` in the world with the knee towards `pole`, `toes` and `instep`; or on
    planted knees the `shank` (lift from the floor behind, lean outwards) and the foot's `point`.
    """

    ankle: Vector | None
    pole: Vector
    toes: Vector
    instep: Vector
    shank: tuple[float, float]
    point: float


@dataclass(frozen=True, slots=True)
class Pose:
    """`planted` names what must not move: "left hand", "right foot", "left knee", "seat", …"""

    name: str
    trunk: Trunk
    left_arm: Arm
    right_arm: Arm
    left_leg: Leg
    right_leg: Leg
    planted: frozenset[str]

    def arm(self, side: Side) -> Arm:
        return self.left_arm if side == "left" else self.right_arm

    def leg(self, side: Side) -> Leg:
        return self.left_leg if side == "left" else self.right_leg


def mirrored(pose: Pose, name: str) -> Pose:
    """The same pose with left and right exchanged."""
    trunk = pose.trunk
    x, y, z = trunk.at
    low, middle, upper, high = trunk.spine
    other = {"left": "right", "right": "left"}
    return Pose(
        name,
        replace(
            trunk,
            at=(x, -y, z),
            roll=-trunk.roll,
            yaw=-trunk.yaw,
            spine=(_flipped(low), _flipped(middle), _flipped(upper), _flipped(high)),
            neck=_flipped(trunk.neck),
            head=_flipped(trunk.head),
        ),
        pose.right_arm,
        pose.left_arm,
        pose.right_leg,
        pose.left_leg,
        frozenset(
            " ".join(other.get(word, word) for word in part.split()) for part in pose.planted
        ),
    )


def _flipped(bend: Bend) -> Bend:
    return (bend[0], -bend[1], -bend[2])
