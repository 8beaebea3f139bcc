"""Reading poses: plain data in, poses and links out, or one sentence on the first mistake."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstretch.figure.pose import Pose, mirrored
from backstretch.figure.posenode import Node
from backstretch.figure.poseparts import POSE_KEYS, read_pose

MOST_POSES = 200
MOST_AHEAD = 0.3
"""Beyond this a part would turn back on its way."""


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
class Timing:
    """From `begin` to `end` the head and the arms are ahead of the rest (below 0: behind) by these
    shares of the motion, half-way."""

    begin: str
    end: str
    head: float = 0.0
    arms: float = 0.0


@dataclass(frozen=True, slots=True)
class Written:
    """What a pose file holds."""

    poses: dict[str, Pose]
    links: list[Link]
    passings: list[Passing]
    timings: list[Timing]
    parts_of: "PartsOf"


PartsOf = Mapping[str, dict[str, Node]]
"""What was written of each pose, what it is like included."""


def read_poses(root: Node, known: Mapping[str, Pose], parts_of: PartsOf) -> Written:
    """All poses of `root` by name. They may mirror `known` ones, and be like those whose
    `parts_of` are known. Raises PoseProblem."""
    parts = root.mapping(frozenset({"poses", "links", "passing", "timing"}))
    written = parts["poses"].mapping() if "poses" in parts else {}
    if len(written) > MOST_POSES:
        raise parts["poses"].fail(f"there may be at most {MOST_POSES} poses")
    reader = _PoseReader(written, known, parts_of)
    poses = reader.read()
    every = {**known, **poses}
    links = [_link(node, every) for node in _entries(parts, "links")]
    passings = []
    for name, node in parts["passing"].mapping().items() if "passing" in parts else ():
        _check_known(name, node, every)
        for entry in node.items():
            begin, end = (_known_name(item, every) for item in entry.items(2))
            passings.append(Passing(begin, name, end))
    timings = [_timing(node, every) for node in _entries(parts, "timing")]
    return Written(poses, links, passings, timings, reader.parts_of)


def _entries(parts: dict[str, Node], key: str) -> list[Node]:
    return parts[key].items() if key in parts else []


def _link(node: Node, every: Mapping[str, Pose]) -> Link:
    entry = node.items(most=4)
    if len(entry) < 2:
        raise node.fail("a link must name two poses, like [butterfly, hands-behind, 2.0]")
    one, other = (_known_name(item, every) for item in entry[:2])
    seconds = [item.number(0.05, 60.0) for item in entry[2:]] or [2.0]
    return Link(one, other, seconds[0], seconds[-1])


def _timing(node: Node, every: Mapping[str, Pose]) -> Timing:
    begin, end, ahead = node.items(3)
    parts = ahead.mapping(frozenset({"head", "arms"}))
    head, arms = (
        parts[key].number(-MOST_AHEAD, MOST_AHEAD) if key in parts else 0.0
        for key in ("head", "arms")
    )
    return Timing(_known_name(begin, every), _known_name(end, every), head, arms)


def _known_name(node: Node, every: Mapping[str, Pose]) -> str:
    _check_known(node.text(), node, every)
    return node.text()


def _check_known(name: str, node: Node, every: Mapping[str, Pose]) -> None:
    if name not in every:
        raise node.fail(f"there is no pose '{name}'")


class _PoseReader:
    """Resolves `like` and `mirror` between the poses of one file."""

    def __init__(
        self, written: dict[str, Node], known: Mapping[str, Pose], parts_of: PartsOf
    ) -> None:
        self._written = written
        self._known = known
        self.parts_of = {name: parts for name, parts in parts_of.items() if name not in written}
        self._open: list[str] = []

    def read(self) -> dict[str, Pose]:
        poses: dict[str, Pose] = {}
        for name, node in self._written.items():
            parts = node.mapping(POSE_KEYS)
            if "mirror" not in parts:
                poses[name] = read_pose(name, node, self._parts(name))
        for name, node in self._written.items():
            parts = node.mapping(POSE_KEYS)
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
        if name in self.parts_of:
            return self.parts_of[name]
        parts = self._written[name].mapping(POSE_KEYS)
        if "like" in parts:
            other = parts["like"].text()
            mirrors = other in self._written and "mirror" in self._written[other].mapping()
            if mirrors or (other not in self._written and other not in self.parts_of):
                raise parts["like"].fail(f"there is no pose '{other}' to be like")
            if other in self._open or other == name or len(self._open) > 20:
                raise parts["like"].fail("poses are like each other in a circle")
            self._open.append(name)
            parts = {**self._parts(other), **parts}
            self._open.pop()
        self.parts_of[name] = parts
        return parts
