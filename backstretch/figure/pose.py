"""A key pose as its file describes it. Distances are in body heights, angles in degrees."""

from dataclasses import dataclass, replace

from backstretch.figure.body import Side, Vector

Bend = tuple[float, float, float]
STRAIGHT: Bend = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Trunk:
    """The pelvis is either `at` a place, or carried by planted knees: `knees` is where they rest
    (x, half the gap between them) and `thigh` the angle of the thighs about them (0 lying ahead,
    90 upright, about 155 sitting back on the heels).

    A bend is (flexion, to the left, twist to the left); the spine's lowest segment comes first.
    `give` (0 to 1) is how freely a breath lifts the chest.
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
    """Vectors are written for the left arm: forward, outward, up. The right arm's are mirrored.

    Either `wrist` is given, in the world, or `aim` (from the shoulder, in the chest's axes) and the
    flexion of the `elbow`. `pole` is where the elbow points, in the chest's axes; `fingers` (None:
    along the forearm) and the `back` of the hand are directions in the world. `grip` is 0 for an
    open hand, 1 for a fist. `girdle` is how far the shoulder blade is lifted and drawn forward."""

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
    """Either the `ankle` in the world, with `pole` (where the knee points), `toes` and `instep`;
    or, over planted knees, the `shank` (lift from the floor behind, lean outwards) and the foot's
    `point`, all in degrees."""

    ankle: Vector | None
    pole: Vector
    toes: Vector
    instep: Vector
    shank: tuple[float, float]
    point: float


@dataclass(frozen=True, slots=True)
class Pose:
    """`planted` names what bears weight and must not move, such as "left hand" or "seat"."""

    name: str
    trunk: Trunk
    left_arm: Arm
    right_arm: Arm
    left_leg: Leg
    right_leg: Leg
    planted: frozenset[str]

    def arm(self, side: Side) -> Arm:
        """The arm of that side, as written for it."""
        return self.left_arm if side == "left" else self.right_arm

    def leg(self, side: Side) -> Leg:
        """The leg of that side, as written for it."""
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
