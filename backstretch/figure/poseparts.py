"""One pose out of plain data: its trunk, arms, legs and what is planted."""

from backstretch.figure.pose import STRAIGHT, Arm, Bend, Leg, Pose, Trunk
from backstretch.figure.posenode import Node

PARTS = ("hand", "foot", "knee")
PLANTABLE = frozenset(f"{side} {part}" for side in ("left", "right") for part in PARTS) | {
    "seat",
    "hips",
    "forehead",
}
_TRUNK_KEYS = frozenset({"at", "knees", "thigh", "pitch", "roll", "yaw"})
_ARM_KEYS = frozenset({"wrist", "aim", "elbow", "pole", "fingers", "back", "grip", "girdle"})
_LEG_KEYS = frozenset({"ankle", "pole", "toes", "instep", "shank", "point"})
_LIMB_KEYS = frozenset({"arms", "left-arm", "right-arm", "legs", "left-leg", "right-leg"})
POSE_KEYS = _LIMB_KEYS | {"like", "mirror", "pelvis", "spine", "neck", "head", "planted", "breath"}


def read_pose(name: str, node: Node, parts: dict[str, Node]) -> Pose:
    """The pose whose `parts` were written at `node`. Raises PoseProblem."""
    for needed in ("pelvis", "spine"):
        if needed not in parts:
            raise node.fail(f"the pose says nothing of its '{needed}'")
    trunk = _trunk(parts)
    planted = frozenset(_planted(parts["planted"]) if "planted" in parts else ())
    arms, legs = [], []
    for side in ("left", "right"):
        arm = parts.get(f"{side}-arm") or parts.get("arms")
        leg = parts.get(f"{side}-leg") or parts.get("legs")
        if arm is None or leg is None:
            raise node.fail("the pose must say where arms and legs are ('arms: …', 'legs: …')")
        arms.append(_arm(arm))
        legs.append(_leg(leg, kneeling=trunk.knees is not None))
    return Pose(name, trunk, arms[0], arms[1], legs[0], legs[1], planted)


def _planted(node: Node) -> list[str]:
    found: list[str] = []
    for item in node.items(most=20):
        part = item.text()
        both = {"hands": "hand", "feet": "foot", "knees": "knee"}.get(part)
        names = [f"left {both}", f"right {both}"] if both else [part]
        if not PLANTABLE.issuperset(names):
            every = ", ".join(sorted(PLANTABLE | {"hands", "feet", "knees"}))
            raise item.fail(f"'{part}' cannot be planted; write one of: {every}")
        found += names
    return found


def _trunk(parts: dict[str, Node]) -> Trunk:
    pelvis = parts["pelvis"].mapping(_TRUNK_KEYS)
    if ("at" in pelvis) == ("knees" in pelvis):
        raise parts["pelvis"].fail("the pelvis needs either 'at: [x, y, z]' or 'knees: [x, y]'")
    knees = None
    if "knees" in pelvis:
        x, y = (item.number(-3, 3) for item in pelvis["knees"].items(2))
        if not 0.0 <= y <= 0.2:
            raise pelvis["knees"].fail("half the gap between the knees must be 0 to 0.2")
        knees = (x, y)
    if knees is not None and ("roll" in pelvis or "yaw" in pelvis):
        raise parts["pelvis"].fail(
            "over planted knees the pelvis cannot roll or yaw; leave them out"
        )
    spine = parts["spine"].mapping(frozenset({"flexion", "side", "twist"}))
    runs = [
        [item.number(-60, 60) for item in spine[key].items(4)] if key in spine else [0.0] * 4
        for key in ("flexion", "side", "twist")
    ]
    low, middle, upper, high = zip(*runs, strict=True)
    return Trunk(
        pitch=_number(pelvis, "pitch"),
        roll=_number(pelvis, "roll"),
        yaw=_number(pelvis, "yaw"),
        spine=(_bend3(low), _bend3(middle), _bend3(upper), _bend3(high)),
        neck=_bend(parts.get("neck")),
        head=_bend(parts.get("head")),
        at=pelvis["at"].vector() if "at" in pelvis else STRAIGHT,
        knees=knees,
        thigh=_number(pelvis, "thigh"),
        give=parts["breath"].number(0, 1) if "breath" in parts else 1.0,
    )


def _bend3(values: tuple[float, ...]) -> Bend:
    return (values[0], values[1], values[2])


def _bend(node: Node | None) -> Bend:
    return STRAIGHT if node is None else _bend3(tuple(n.number(-90, 90) for n in node.items(3)))


def _number(parts: dict[str, Node], key: str, otherwise: float = 0.0) -> float:
    return parts[key].number() if key in parts else otherwise


def _arm(node: Node) -> Arm:
    parts = node.mapping(_ARM_KEYS)
    if ("wrist" in parts) == ("aim" in parts):
        raise node.fail("an arm needs either 'wrist: [x, y, z]' or 'aim: [x, y, z]'")
    girdle = [n.number(-60, 60) for n in parts["girdle"].items(2)] if "girdle" in parts else [0, 0]
    return Arm(
        wrist=parts["wrist"].vector() if "wrist" in parts else None,
        aim=parts["aim"].direction() if "aim" in parts else None,
        elbow=parts["elbow"].number(0, 170) if "elbow" in parts else 10.0,
        pole=parts["pole"].direction() if "pole" in parts else (-1.0, 0.3, 0.0),
        fingers=parts["fingers"].direction() if "fingers" in parts else None,
        back=parts["back"].direction() if "back" in parts else (0.0, 0.0, 1.0),
        grip=parts["grip"].number(0, 1) if "grip" in parts else 0.0,
        girdle=(girdle[0], girdle[1]),
    )


def _leg(node: Node, kneeling: bool) -> Leg:
    parts = node.mapping(_LEG_KEYS)
    if kneeling != ("shank" in parts) or kneeling == ("ankle" in parts):
        raise node.fail(
            "with planted knees a leg needs 'shank: [lift, out]', else 'ankle: [x, y, z]'"
        )
    shank = [n.number(-180, 180) for n in parts["shank"].items(2)] if kneeling else [0.0, 0.0]
    return Leg(
        ankle=parts["ankle"].vector() if "ankle" in parts else None,
        pole=parts["pole"].direction() if "pole" in parts else (1.0, 0.0, 0.0),
        toes=parts["toes"].direction() if "toes" in parts else (1.0, 0.0, 0.0),
        instep=parts["instep"].direction() if "instep" in parts else (0.0, 0.0, 1.0),
        shank=(shank[0], shank[1]),
        point=_number(parts, "point"),
    )
