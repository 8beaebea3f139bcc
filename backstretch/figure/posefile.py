"""Reads a pose file into poses and links, or finds its first mistake."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from backstretch.document.document_problem import nearest
from backstretch.document.entry import Entry
from backstretch.document.tree import placed_at
from backstretch.figure.pose import Pose, mirrored
from backstretch.figure.poseparts import LONGEST_NAME, POSE_KEYS, read_pose, short_name
from backstretch.figure.poseproblem import NOT_A_NAME, PoseProblem, is_number

MOST_POSES = 100
MOST_ENTRIES = 200
"""Of links, of passings and of timings each. Every one is a little work for each frame or start."""
MOST_ALIKE = 20
"""How many poses in a row may each be like the next."""
_FILE_KEYS = frozenset({"poses", "smallest", "links", "passing", "timing"})
_TIMING_KEYS = frozenset({"head", "arms"})
MOST_AHEAD = 0.3
"""A share of the motion. With more, a part would have to turn back on its way."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two poses that can follow each other directly: `seconds` from `one` to `other`, `back` for
    the return."""

    one: str
    other: str
    seconds: float = 2.0
    back: float = 2.0


@dataclass(frozen=True, slots=True)
class Passing:
    """A motion that comes from `begin` to `pose` goes on to `end` without stopping."""

    begin: str
    pose: str
    end: str


@dataclass(frozen=True, slots=True)
class Timing:
    """How far the head and the arms are ahead of the rest (below 0: behind) half-way from `begin`
    to `end`, as shares of the motion."""

    begin: str
    end: str
    head: float = 0.0
    arms: float = 0.0


PartsOf = Mapping[str, dict[str, Entry]]
"""Pose to its parts as written, those of the pose it is like included."""


@dataclass(frozen=True, slots=True)
class Written:
    """The content of a pose file. `smallest` maps a pose to how far somebody with half the range
    goes; `lines` holds where each of its poses starts."""

    poses: dict[str, Pose]
    smallest: dict[str, str]
    links: list[Link]
    passings: list[Passing]
    timings: list[Timing]
    parts_of: PartsOf
    lines: dict[str, int]
    smallest_lines: list[int]
    link_lines: list[int]
    passing_lines: list[int]
    timing_lines: list[int]


def read_poses(root: Entry, known: Mapping[str, Pose], parts_of: PartsOf) -> Written:
    """Everything in the pose file `root`, whose report must raise at the first problem.

    Its poses may mirror and link those in `known`, and be like those in `parts_of`.
    Raises PoseProblem.
    """
    parts = root.mapping(_FILE_KEYS)
    written = _named(parts, "poses")
    if len(written) > MOST_POSES:
        raise PoseProblem(f"there may be at most {MOST_POSES} poses", parts["poses"].line)
    reader = _PoseReader(written, known, parts_of)
    poses = reader.read()
    every = {**known, **poses}
    links, timings = _entries(parts, "links"), _entries(parts, "timing")
    passings = _passings(parts, every)
    smallest = _named(parts, "smallest")
    if len(smallest) > MOST_ENTRIES:
        message = f"smallest must have at most {MOST_ENTRIES} entries; it has {len(smallest)}"
        raise PoseProblem(message, parts["smallest"].line)
    return Written(
        poses=poses,
        smallest={name: _smallest(name, entry, every) for name, entry in smallest.items()},
        links=[_link(entry, every) for entry in links],
        passings=[_passing(name, entry, every) for name, entry in passings],
        timings=[_timing(entry, every) for entry in timings],
        parts_of=reader.parts_of,
        lines={name: entry.line for name, entry in written.items()},
        smallest_lines=[entry.line for entry in smallest.values()],
        link_lines=[entry.line for entry in links],
        passing_lines=[entry.line for _, entry in passings],
        timing_lines=[entry.line for entry in timings],
    )


def _named(parts: dict[str, Entry], key: str) -> dict[str, Entry]:
    """The mapping from names of poses under `key`; empty if the key is missing."""
    found = parts[key].mapping() if key in parts else {}
    for name, entry in found.items():
        if is_number(name):
            raise PoseProblem(NOT_A_NAME.format(key=name), entry.line)
        if not 0 < len(name) <= LONGEST_NAME:
            message = f"a name must have 1 to {LONGEST_NAME} letters; this has {len(name)}"
            raise PoseProblem(message, entry.line)
    return found


def _entries(parts: dict[str, Entry], key: str) -> list[Entry]:
    return parts[key].items(MOST_ENTRIES) if key in parts else []


def _link(entry: Entry, every: Mapping[str, Pose]) -> Link:
    items = entry.items(4)
    if len(items) < 2:
        message = "a link must name two poses, like [butterfly, hands-behind, 2.0]"
        raise PoseProblem(message, entry.line)
    one, other = (_known_name(item, every) for item in items[:2])
    seconds = [item.number(0.05, 60.0) for item in items[2:]] or [2.0]
    return Link(one, other, seconds[0], seconds[-1])


def _smallest(name: str, entry: Entry, every: Mapping[str, Pose]) -> str:
    """The pose that is the smallest one of `name`; both must bear weight with the same parts."""
    _check_known(name, entry, every)
    other = _known_name(entry, every)
    uneven = sorted(every[name].planted ^ every[other].planted)
    if uneven:
        message = f"'{name}' and '{other}' must plant the same parts; they differ in {uneven[0]}"
        raise PoseProblem(message, entry.line)
    return other


def _passings(parts: dict[str, Entry], every: Mapping[str, Pose]) -> list[tuple[str, Entry]]:
    """The entries of all passings, each with the pose that it goes through."""
    found = [
        (name, entry)
        for name, whole in _named(parts, "passing").items()
        for entry in _passings_of(name, whole, every)
    ]
    if len(found) > MOST_ENTRIES:
        message = f"passing must have at most {MOST_ENTRIES} entries in all; it has {len(found)}"
        raise PoseProblem(message, parts["passing"].line)
    return found


def _passings_of(name: str, entry: Entry, every: Mapping[str, Pose]) -> list[Entry]:
    _check_known(name, entry, every)
    return entry.items(MOST_ENTRIES)


def _passing(name: str, entry: Entry, every: Mapping[str, Pose]) -> Passing:
    begin, end = (_known_name(item, every) for item in entry.items(2, exactly=True))
    return Passing(begin, name, end)


def _timing(entry: Entry, every: Mapping[str, Pose]) -> Timing:
    begin, end, ahead = entry.items(3, exactly=True)
    parts = ahead.mapping(_TIMING_KEYS)
    head, arms = (
        parts[key].number(-MOST_AHEAD, MOST_AHEAD) if key in parts else 0.0
        for key in ("head", "arms")
    )
    return Timing(_known_name(begin, every), _known_name(end, every), head, arms)


def _known_name(entry: Entry, every: Mapping[str, Pose]) -> str:
    name = short_name(entry)
    _check_known(name, entry, every)
    return name


def _check_known(name: str, entry: Entry, every: Mapping[str, Pose]) -> None:
    if name not in every:
        raise _no_pose(name, entry, every)


def _no_pose(name: str, entry: Entry, known: Collection[str], use: str = "") -> PoseProblem:
    close = nearest(name, known)
    hint = f"; did you mean '{close}'?" if close else ""
    return PoseProblem(f"there is no pose '{name}'{use}{hint}", entry.line)


class _PoseReader:
    """Resolves `like` and `mirror` between the poses of one file."""

    def __init__(
        self, written: dict[str, Entry], known: Mapping[str, Pose], parts_of: PartsOf
    ) -> None:
        self._entries = written
        self._written = {name: entry.mapping(POSE_KEYS) for name, entry in written.items()}
        self._known = known
        self._elsewhere = {name: parts for name, parts in parts_of.items() if name not in written}
        self._found: dict[str, dict[str, Entry]] = {}
        self._open: list[str] = []

    @property
    def parts_of(self) -> PartsOf:
        """The parts of all poses read so far, and of those known before."""
        return {**self._elsewhere, **self._found}

    def read(self) -> dict[str, Pose]:
        """All poses of the file; those that mirror others come last."""
        poses: dict[str, Pose] = {}
        for name, parts in self._written.items():
            if "mirror" not in parts:
                poses[name] = read_pose(name, self._entries[name], self._parts(name))
        for name, parts in self._written.items():
            if "mirror" in parts:
                poses[name] = self._mirrored(name, parts, poses)
        return poses

    def _mirrored(self, name: str, parts: dict[str, Entry], poses: Mapping[str, Pose]) -> Pose:
        if len(parts) > 1:
            message = f"'{name}' is mirrored, so it says nothing but 'mirror: other-pose'"
            raise PoseProblem(message, self._entries[name].line)
        other = short_name(parts["mirror"])
        pose = poses.get(other) or self._known.get(other)
        if pose is None or other == name:
            raise _no_pose(other, parts["mirror"], {*poses, *self._known} - {name}, " to mirror")
        return mirrored(pose, name)

    def _parts(self, name: str) -> dict[str, Entry]:
        if name not in self._found:
            parts = self._written[name]
            if "like" in parts:
                parts = {**self._parts_like(name, parts["like"]), **parts}
            self._found[name] = parts
        return self._found[name]

    def _parts_like(self, name: str, like: Entry) -> dict[str, Entry]:
        """The parts of the pose that `name` is like."""
        other = short_name(like)
        if other in self._open or other == name or len(self._open) > MOST_ALIKE:
            raise PoseProblem("poses are like each other in a circle", like.line)
        if other in self._written and "mirror" not in self._written[other]:
            self._open.append(name)
            found = self._parts(other)
            self._open.pop()
            return found
        if other in self._written or other not in self._elsewhere:
            raise _no_pose(other, like, self._can_be_like(name), " to be like")
        # Lines of another file would mislead: what is wrong with a part is wrong at 'like'.
        return {key: _taken_over(part, like) for key, part in self._elsewhere[other].items()}

    def _can_be_like(self, name: str) -> list[str]:
        own = [other for other, parts in self._written.items() if "mirror" not in parts]
        return [other for other in (*own, *self._elsewhere) if other != name]


def _taken_over(part: Entry, like: Entry) -> Entry:
    return Entry(placed_at(part.node, like.line), part.report, part.name, part.above)
