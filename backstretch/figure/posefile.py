"""Reading poses: plain data in, poses and links out, or one sentence on the first mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from backstretch.figure.body import Vector
from backstretch.figure.pose import STRAIGHT, Arm, Bend, Leg, Pose, Trunk, mirrored

MOST_POSES = 200
MOST_LINKS = 800
_LONGEST_NAME = 60
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
_POSE_KEYS = _LIMB_KEYS | {"like", "mirror", "pelvis", "spine", "neck", "head", "planted", "breath"}
Path = tuple[str | int, ...]


class PoseProblem(ValueError):  # noqa: N818 - the field's word
    """A mistake in a pose: `path` leads to it in the data, `line` (from 1) where it was read."""

    def __init__(self, message: str, path: Path = (), line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line


@dataclass(frozen=True, slots=True)
class Link:
    """Two poses that can follow each other directly, in about `seconds`, or `back` from `other`."""

    one: str
    other: str
    seconds: float = 2.0
    back: float = 2.0


@dataclass(frozen=True, slots=True)
class Passing:
    """A motion that comes from `begin` to `pose` goes on to `end` without a halt."""

    begin: str
    pose: str
    end: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a pose file holds."""

    poses: dict[str, Pose]
    links: list[Link]
    passings: list[Passing]


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the data and the way to it."""

    value: object
    path: Path = ()

    def fail(self, message: str) -> PoseProblem:
        return PoseProblem(message, self.path)

    def mapping(self, allowed: frozenset[str] | None = None) -> dict[str, "Node"]:
        if not isinstance(self.value, Mapping):
            raise self.fail(f"{self.label} must be a list of names and values ('name: value')")
        found = {}
        for key, value in self.value.items():
            if not isinstance(key, str) or len(key) > _LONGEST_NAME:
                raise self.fail(f"{self.label}: names must be short texts")
            if allowed is not None and key not in allowed:
                raise PoseProblem(
                    f"'{key}' is not known here; write one of: {', '.join(sorted(allowed))}",
                    (*self.path, key),
                )
            found[key] = Node(value, (*self.path, key))
        return found

    def items(self, count: int | None = None, most: int = MOST_LINKS) -> list["Node"]:
        value = self.value
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.fail(f"{self.label} must be a list, like [1, 2, 3]")
        if len(value) > most or (count is not None and len(value) != count):
            raise self.fail(f"{self.label} must have {count or f'at most {most}'} entries")
        return [Node(item, (*self.path, index)) for index, item in enumerate(value)]

    def number(self, least: float = -360.0, most: float = 360.0) -> float:
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(f"{self.label} must be a number")
        if not (least <= value <= most and isfinite(value)):
            raise self.fail(f"{self.label} must lie between {least:g} and {most:g}")
        return float(value)

    def text(self) -> str:
        if not isinstance(self.value, str) or not 0 < len(self.value) <= _LONGEST_NAME:
            raise self.fail(f"{self.label} must be a short name")
        return self.value

    def vector(self, least: float = -3.0, most: float = 3.0) -> Vector:
        x, y, z = (item.number(least, most) for item in self.items(3))
        return (x, y, z)

    def direction(self) -> Vector:
        found = self.vector()
        if max(map(abs, found)) < 0.01:
            raise self.fail(f"{self.label} points nowhere; give a direction, like [1, 0, 0]")
        return found

    @property
    def label(self) -> str:
        return " › ".join(str(part) for part in self.path[1:]) or "the file"


def read_poses(root: Node, known: Mapping[str, Pose]) -> Written:
    """All poses of `root` by name, able to build on `known` ones. Raises PoseProblem."""
    parts = root.mapping(frozenset({"poses", "links", "passing"}))
    written = parts["poses"].mapping() if "poses" in parts else {}
    if len(written) > MOST_POSES:
        raise parts["poses"].fail(f"there may be at most {MOST_POSES} poses")
    poses = _PoseReader(written, known).read()
    every = {**known, **poses}
    links = [_link(node, every) for node in _entries(parts, "links")]
    passings = []
    for name, node in parts["passing"].mapping().items() if "passing" in parts else ():
        _check_known(name, node, every)
        for entry in node.items():
            begin, end = (_known_name(item, every) for item in entry.items(2))
            passings.append(Passing(begin, name, end))
    return Written(poses, links, passings)


def _entries(parts: dict[str, Node], key: str) -> list[Node]:
    return parts[key].items() if key in parts else []


def _link(node: Node, every: Mapping[str, Pose]) -> Link:
    entry = node.items(most=4)
    if len(entry) < 2:
        raise node.fail("a link must name two poses, like [butterfly, hands-behind, 2.0]")
    one, other = (_known_name(item, every) for item in entry[:2])
    seconds = [item.number(0.05, 60.0) for item in entry[2:]] or [2.0]
    return Link(one, other, seconds[0], seconds[-1])


def _known_name(node: Node, every: Mapping[str, Pose]) -> str:
    _check_known(node.text(), node, every)
    return node.text()


def _check_known(name: str, node: Node, every: Mapping[str, Pose]) -> None:
    if name not in every:
        raise node.fail(f"there is no pose '{name}'")


class _PoseReader:
    """Resolves `like` and `mirror` between the poses of one file."""

    def __init__(self, written: dict[str, Node], known: Mapping[str, Pose]) -> None:
        self._written = written
        self._known = known
        self._merged: dict[str, dict[str, Node]] = {}
        self._open: list[str] = []

    def read(self) -> dict[str, Pose]:
        poses: dict[str, Pose] = {}
        for name, node in self._written.items():
            parts = node.mapping(_POSE_KEYS)
            if "mirror" not in parts:
                poses[name] = _pose(name, node, self._parts(name))
        for name, node in self._written.items():
            parts = node.mapping(_POSE_KEYS)
            if "mirror" in parts:
                if len(parts) > 1:
                    raise node.fail("a mirrored pose says nothing but 'mirror: other-pose'")
                other = parts["mirror"].text()
                pose = poses.get(other) or self._known.get(other)
                if pose is None or other == name:
                    raise parts["mirror"].fail(f"there is no pose '{other}' to mirror")
                poses[name] = mirrored(pose, name)
        return poses

    def _parts(self, name: str) -> dict[str, Node]:
        if name in self._merged:
            return self._merged[name]
        parts = self._written[name].mapping(_POSE_KEYS)
        if "like" in parts:
            other = parts["like"].text()
            if other not in self._written or "mirror" in self._written[other].mapping():
                raise parts["like"].fail(f"there is no pose '{other}' in this file to be like")
            if other in self._open or other == name or len(self._open) > 20:
                raise parts["like"].fail("poses are like each other in a circle")
            self._open.append(name)
            parts = {**self._parts(other), **parts}
            self._open.pop()
        self._merged[name] = parts
        return parts


def _pose(name: str, node: Node, parts: dict[str, Node]) -> Pose:
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
