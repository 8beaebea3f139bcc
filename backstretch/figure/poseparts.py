"""Reads one pose: its trunk, arms, legs and what is planted."""

from collections.abc import Sequence

from backstretch.document.entry import Entry
from backstretch.figure.body import Vector
from backstretch.figure.pose import STRAIGHT, Arm, Bend, Leg, Pose, Trunk
from backstretch.figure.poseproblem import PoseProblem

LONGEST_NAME = 60
MOST_PLANTED = 20

PARTS = ("hand", "foot", "knee")
PLANTABLE = frozenset(f"{side} {part}" for side in ("left", "right") for part in PARTS) | {
    "seat",
    "hips",
    "forehead",
}
_TRUNK_KEYS = frozenset({"at", "knees", "thigh", "pitch", "roll", "yaw"})
_SPINE_KEYS = frozenset({"flexion", "side", "twist"})
_ARM_KEYS = frozenset({"wrist", "aim", "elbow", "pole", "fingers", "back", "grip", "girdle"})
_LEG_KEYS = frozenset({"ankle", "pole", "toes", "instep", "shank", "point"})
_LIMB_KEYS = frozenset({"arms", "left-arm", "right-arm", "legs", "left-leg", "right-leg"})
_BACK_BENDS = ((-44.0, 112.0), (-44.0, 44.0), (-70.0, 70.0))
_NECK_BENDS = ((-70.0, 56.0), (-45.0, 45.0), (-100.0, 100.0))
"""How far the whole back, and neck and head together, bend forward (below 0: back) and to a side,
and how far they twist, in degrees: what the tests hold the shipped moves to."""
_WITHIN_REACH = (-3.0, 3.0)
"""Body heights from the middle of the floor."""
POSE_KEYS = _LIMB_KEYS | {"like", "mirror", "pelvis", "spine", "neck", "head", "planted", "breath"}


def read_pose(name: str, entry: Entry, parts: dict[str, Entry]) -> Pose:
    """The pose written at `entry`, made of `parts`: its own and those of the pose it is like.

    Distances are in body heights, angles in degrees. Raises PoseProblem.
    """
    for needed in ("pelvis", "spine"):
        if needed not in parts:
            raise PoseProblem(f"the pose '{name}' lacks its '{needed}'; add it", entry.line)
    trunk = _trunk(parts)
    planted = frozenset(_planted(parts["planted"]) if "planted" in parts else ())
    arms, legs = [], []
    for side in ("left", "right"):
        arm = parts.get(f"{side}-arm") or parts.get("arms")
        leg = parts.get(f"{side}-leg") or parts.get("legs")
        if arm is None or leg is None:
            message = f"the pose '{name}' must say where arms and legs are ('arms: …', 'legs: …')"
            raise PoseProblem(message, entry.line)
        arms.append(_arm(arm))
        legs.append(_leg(leg, kneeling=trunk.knees is not None))
    return Pose(name, trunk, arms[0], arms[1], legs[0], legs[1], planted)


def short_name(entry: Entry) -> str:
    """A word of up to LONGEST_NAME letters. Raises PoseProblem."""
    word = entry.word()
    if len(word) > LONGEST_NAME:
        message = f"this name has {len(word)} letters; {LONGEST_NAME} are the most"
        raise PoseProblem(message, entry.line)
    return word


def _planted(entry: Entry) -> list[str]:
    found: list[str] = []
    for item in entry.items(MOST_PLANTED):
        part = short_name(item)
        both = {"hands": "hand", "feet": "foot", "knees": "knee"}.get(part)
        names = [f"left {both}", f"right {both}"] if both else [part]
        if not PLANTABLE.issuperset(names):
            every = ", ".join(sorted(PLANTABLE | {"hands", "feet", "knees"}))
            raise PoseProblem(f"'{part}' cannot be planted; write one of: {every}", item.line)
        found += names
    return found


def _trunk(parts: dict[str, Entry]) -> Trunk:
    pelvis, knees = _pelvis(parts["pelvis"])
    spine = parts["spine"].mapping(_SPINE_KEYS)
    runs = [
        spine[key].numbers(4, -60.0, 60.0) if key in spine else (0.0,) * 4
        for key in ("flexion", "side", "twist")
    ]
    low, middle, upper, high = zip(*runs, strict=True)
    _check_bends("the back", parts["spine"], runs, _BACK_BENDS)
    neck, head = _bend(parts.get("neck")), _bend(parts.get("head"))
    above = parts.get("head") or parts.get("neck") or parts["spine"]
    _check_bends("neck and head", above, list(zip(neck, head, strict=True)), _NECK_BENDS)
    return Trunk(
        pitch=_angle(pelvis, "pitch"),
        roll=_angle(pelvis, "roll"),
        yaw=_angle(pelvis, "yaw"),
        spine=(low, middle, upper, high),
        neck=neck,
        head=head,
        at=_vector(pelvis["at"]) if "at" in pelvis else STRAIGHT,
        knees=knees,
        thigh=_angle(pelvis, "thigh"),
        give=parts["breath"].number(0.0, 1.0) if "breath" in parts else 1.0,
    )


def _pelvis(entry: Entry) -> tuple[dict[str, Entry], tuple[float, float] | None]:
    """The pelvis's parts, and where planted knees are: (x, half the gap between them)."""
    pelvis = entry.mapping(_TRUNK_KEYS)
    if ("at" in pelvis) == ("knees" in pelvis):
        message = "the pelvis needs either 'at: [x, y, z]' or 'knees: [x, y]'"
        raise PoseProblem(message, entry.line)
    if "knees" not in pelvis:
        return pelvis, None
    x, y = pelvis["knees"].numbers(2, *_WITHIN_REACH)
    if not 0.0 <= y <= 0.2:
        message = "half the gap between the knees must be 0 to 0.2"
        raise PoseProblem(message, pelvis["knees"].line)
    if "roll" in pelvis or "yaw" in pelvis:
        message = "over planted knees the pelvis cannot roll or yaw; leave them out"
        raise PoseProblem(message, entry.line)
    return pelvis, (x, y)


def _check_bends(
    what: str,
    entry: Entry,
    runs: Sequence[tuple[float, ...]],
    ranges: Sequence[tuple[float, float]],
) -> None:
    """Raises PoseProblem if the bends of the segments add up to more than a body can do.

    `runs` holds the flexion of each segment in degrees, then its bends and twists to the left.
    """
    for way, run, (least, most) in zip(("flexion", "side", "twist"), runs, ranges, strict=True):
        if not least <= sum(run) <= most:
            message = f"the {way} of {what} adds up to {sum(run):g} degrees"
            raise PoseProblem(f"{message}; keep it between {least:g} and {most:g}", entry.line)


def _bend(entry: Entry | None) -> Bend:
    if entry is None:
        return STRAIGHT
    flexion, side, twist = entry.numbers(3, -90.0, 90.0)
    return (flexion, side, twist)


def _angle(parts: dict[str, Entry], key: str) -> float:
    return parts[key].number(-360.0, 360.0) if key in parts else 0.0


def _vector(entry: Entry) -> Vector:
    x, y, z = entry.numbers(3, *_WITHIN_REACH)
    return (x, y, z)


def _direction(entry: Entry) -> Vector:
    found = _vector(entry)
    if max(map(abs, found)) < 0.01:
        name = entry.path.removeprefix("poses › ")
        message = f"{name} points nowhere; give a direction, like [1, 0, 0]"
        raise PoseProblem(message, entry.line)
    return found


def _arm(entry: Entry) -> Arm:
    parts = entry.mapping(_ARM_KEYS)
    if ("wrist" in parts) == ("aim" in parts):
        message = "an arm needs either 'wrist: [x, y, z]' or 'aim: [x, y, z]'"
        raise PoseProblem(message, entry.line)
    lift, forward = parts["girdle"].numbers(2, -60.0, 60.0) if "girdle" in parts else (0.0, 0.0)
    return Arm(
        wrist=_vector(parts["wrist"]) if "wrist" in parts else None,
        aim=_direction(parts["aim"]) if "aim" in parts else None,
        elbow=parts["elbow"].number(0.0, 170.0) if "elbow" in parts else 10.0,
        pole=_direction(parts["pole"]) if "pole" in parts else (-1.0, 0.3, 0.0),
        fingers=_direction(parts["fingers"]) if "fingers" in parts else None,
        back=_direction(parts["back"]) if "back" in parts else (0.0, 0.0, 1.0),
        grip=parts["grip"].number(0.0, 1.0) if "grip" in parts else 0.0,
        girdle=(lift, forward),
    )


def _leg(entry: Entry, kneeling: bool) -> Leg:
    parts = entry.mapping(_LEG_KEYS)
    if kneeling != ("shank" in parts) or kneeling == ("ankle" in parts):
        message = "with planted knees a leg needs 'shank: [lift, out]', else 'ankle: [x, y, z]'"
        raise PoseProblem(message, entry.line)
    lift, out = parts["shank"].numbers(2, -180.0, 180.0) if kneeling else (0.0, 0.0)
    return Leg(
        ankle=_vector(parts["ankle"]) if "ankle" in parts else None,
        pole=_direction(parts["pole"]) if "pole" in parts else (1.0, 0.0, 0.0),
        toes=_direction(parts["toes"]) if "toes" in parts else (1.0, 0.0, 0.0),
        instep=_direction(parts["instep"]) if "instep" in parts else (0.0, 0.0, 1.0),
        shank=(lift, out),
        point=_angle(parts, "point"),
    )
