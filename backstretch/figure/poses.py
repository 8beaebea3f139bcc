"""The library of key poses, and the ways between them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import pairwise
from pathlib import Path

from backstretch import assets
from backstretch.document.document_file import read_file
from backstretch.document.document_problem import DocumentProblem
from backstretch.document.entry import Entry
from backstretch.document.tree import Node
from backstretch.figure.curve import Curve, curve
from backstretch.figure.key import Key, key_between, key_of
from backstretch.figure.motion import LEAST_RANGE, Motion, Place, Stop, Way
from backstretch.figure.pose import Pose
from backstretch.figure.posefile import Link, PartsOf, Passing, Timing, Written, read_poses
from backstretch.figure.poseproblem import PoseProblem, StopAtFirst, of_document

BIGGEST_FILE_BYTES = 500_000
_MOST_CURVES = 256
Ends = tuple[Place | Motion, Place]
"""Where a glide starts and where it ends."""


class Poses:
    """Key poses by name and the links between them. Immutable, apart from caches."""

    def __init__(
        self,
        poses: Mapping[str, Pose],
        links: Sequence[Link] = (),
        passings: Sequence[Passing] = (),
        timings: Sequence[Timing] = (),
        parts_of: PartsOf | None = None,
        smallest: Mapping[str, str] | None = None,
    ) -> None:
        self._poses = dict(poses)
        self._links = tuple(links)
        self._passings = tuple(passings)
        self._timings = {(t.begin, t.end): (t.head, t.arms) for t in timings}
        self._all_timings = tuple(timings)
        self._parts_of = parts_of or {}
        self._smallest = dict(smallest or {})
        self._added: set[str] = set()
        self._near: dict[str, dict[str, float]] = {name: {} for name in self._poses}
        for link in links:
            self._near[link.one][link.other] = link.seconds
            self._near[link.other][link.one] = link.back
        self._keys: dict[str, Key] = {}
        self._curves: dict[Way, Curve] = {}
        self._glides: dict[Ends, Curve] = {}
        self._paths: dict[tuple[str, str], tuple[list[str], list[float]]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all poses, in the order of the file."""
        return tuple(self._poses)

    @property
    def links(self) -> tuple[Link, ...]:
        """Which poses can follow each other directly."""
        return self._links

    def has(self, name: str) -> bool:
        """True if there is a pose of that name."""
        return name in self._poses

    def pose(self, name: str) -> Pose:
        """Raises KeyError."""
        return self._poses[name]

    def key(self, name: str) -> Key:
        """The pose, solved. Raises KeyError, and ValueError if no body can be in it."""
        if name not in self._keys:
            self._keys[name] = key_of(self._poses[name])
        return self._keys[name]

    def key_at(self, stop: Stop) -> Key:
        """The stop's pose, solved, as far as it has grown and its range goes. Raises as `key`
        does."""
        key = self.key(stop.pose)
        if stop.further:
            key = key_between(key, self.key(stop.further), stop.grown)
        smallest = self._smallest.get(stop.pose)
        if smallest is None or stop.range >= 1.0:
            return key
        # What has grown goes on growing in a smaller range, by less.
        share = (stop.range - LEAST_RANGE) / (1.0 - LEAST_RANGE)
        return key_between(self.key(smallest), key, max(share, 0.0))

    def way(self, begin: str, end: str) -> Way:
        """The quickest way through the links; the direct one if no links lead there.

        Raises KeyError.
        """
        names, seconds = self.path(begin, end)
        if len(names) == 1:
            return Way((Stop(0.0, begin),))
        whole = seconds[-1]
        return Way(tuple(Stop(s / whole, n) for s, n in zip(seconds, names, strict=True)))

    def smallest(self, name: str) -> str:
        """The pose that is the smallest one of `name`; "" where its range is fixed."""
        return self._smallest.get(name, "")

    def seconds(self, begin: str, end: str) -> float:
        """How long the way takes at an easy pace, in seconds. Raises KeyError."""
        return self.path(begin, end)[1][-1]

    def curve(self, way: Way) -> Curve:
        """The way as a smooth motion; stops that aren't linked are joined through links.

        Raises KeyError.
        """
        found = self._curves.get(way)
        if found is None:
            if len(self._curves) >= _MOST_CURVES:
                self._curves.clear()
            found = self._curves[way] = self._curve(way)
        return found

    def glide(self, ends: Ends) -> Curve | None:
        """The glide between those ends, if it was the last one kept."""
        return self._glides.get(ends)

    def keep_glide(self, ends: Ends, glide: Curve) -> Curve:
        """Caches the glide under way, which is the same in every frame."""
        self._glides = {ends: glide}
        return glide

    def extended(self, data: Node) -> "Poses":
        """These poses and those in `data`, which has the keys of a pose file.

        The ways between the poses of this library stay the same. Raises PoseProblem for the first
        mistake, with its line.
        """
        found, both = self._joined(data)
        both._added = self._added | (set(both.names) - set(self.names) if self.names else set())
        self._check_motions(found)
        for name, line in found.lines.items():
            both._check(name, line)
        return both

    def _check_motions(self, found: Written) -> None:
        """Raises PoseProblem for a link, a passing or a timing between poses of this library only,
        or the smallest of one of them: it would change how other routines move."""
        motions = [
            *zip(
                (("smallest pose", name) for name in found.smallest),
                found.smallest_lines,
                strict=True,
            ),
            *zip((("link", x.one, x.other) for x in found.links), found.link_lines, strict=True),
            *zip(
                (("passing", x.begin, x.pose, x.end) for x in found.passings),
                found.passing_lines,
                strict=True,
            ),
            *zip(
                (("timing", x.begin, x.end) for x in found.timings),
                found.timing_lines,
                strict=True,
            ),
        ]
        for (what, *names), line in motions:
            if all(map(self.has, names)):
                every = " and ".join(f"'{name}'" for name in names)
                are = "are poses" if len(names) > 1 else "is a pose"
                message = f"{every} {are} of the library; a {what} must name one of this file"
                raise PoseProblem(message, line)

    def _check(self, name: str, line: int) -> None:
        """Raises PoseProblem if the pose cannot be solved."""
        try:
            self.key(name)
        except ValueError as problem:
            raise PoseProblem(f"{name}: {problem}", line) from problem

    def _joined(self, data: Node) -> "tuple[Written, Poses]":
        found = read_poses(Entry(data, StopAtFirst()), self._poses, self._parts_of)
        return found, Poses(
            {**self._poses, **found.poses},
            (*self._links, *found.links),
            (*self._passings, *found.passings),
            (*self._all_timings, *found.timings),
            found.parts_of,
            {**self._smallest, **found.smallest},
        )

    def _curve(self, way: Way) -> Curve:
        stops = [way.stops[0]]
        for stop in way.stops[1:]:
            last = stops[-1]
            if stop.fraction <= last.fraction:
                stops[-1] = replace(stop, fraction=last.fraction)
                continue
            names, seconds = self.path(last.pose, stop.pose)
            whole, room = seconds[-1] or 1.0, stop.fraction - last.fraction
            for pose, second in zip(names[1:-1], seconds[1:-1], strict=True):
                at = last.fraction + room * second / whole
                stops.append(Stop(at, pose, range=stop.range))
            stops.append(stop)
        before, after = self._run_up(stops), self._run_out(stops)
        all_stops = [*before, *stops, *after]
        passed = tuple(stop.pose for stop in all_stops)
        leads = [self._timings.get(pair, (0.0, 0.0)) for pair in pairwise(passed)]
        keys = tuple(map(self.key_at, all_stops))
        joined = curve(tuple(stop.fraction for stop in all_stops), keys, passed, leads)
        return joined.part(len(before), len(before) + len(stops)) if before or after else joined

    def _run_up(self, stops: list[Stop]) -> list[Stop]:
        """The stop before the way, if it begins at a pose that is passed without stopping."""
        start, pose, end = stops[0].fraction, stops[0].pose, stops[-1].pose
        for passing in reversed(self._passings_for(stops)):
            if (passing.pose, passing.end) == (pose, end):
                names, seconds = self.path(passing.begin, pose)
                before = start - self._pace(stops) * (seconds[-1] - seconds[-2])
                return [Stop(before, names[-2], range=stops[0].range)]
        return []

    def _run_out(self, stops: list[Stop]) -> list[Stop]:
        """The stop after the way, if it ends at a pose that is passed without stopping."""
        stop, pose, begin = stops[-1].fraction, stops[-1].pose, stops[0].pose
        for passing in self._passings_for(stops):
            if (passing.begin, passing.pose) == (begin, pose):
                names, seconds = self.path(pose, passing.end)
                after = stop + self._pace(stops) * seconds[1]
                return [Stop(after, names[1], range=stops[-1].range)]
        return []

    def _passings_for(self, stops: list[Stop]) -> tuple[Passing, ...]:
        """Those that may shape this way: poses added by a routine file must not change how the body
        moves between the library's own."""
        if not self._added or not self._added.isdisjoint({stop.pose for stop in stops}):
            return self._passings
        return tuple(
            passing
            for passing in self._passings
            if self._added.isdisjoint((passing.begin, passing.pose, passing.end))
        )

    def _pace(self, stops: list[Stop]) -> float:
        """The share of the way that a second of its links covers."""
        easy = sum(self.path(one.pose, other.pose)[1][-1] for one, other in pairwise(stops))
        return (stops[-1].fraction - stops[0].fraction) / (easy or 1.0)

    def path(self, begin: str, end: str) -> tuple[list[str], list[float]]:
        """The poses on the quickest way, and the second at which each is reached.

        Raises KeyError.
        """
        if (begin, end) not in self._paths:
            self._paths[begin, end] = self._quickest(begin, end)
        return self._paths[begin, end]

    def _quickest(self, begin: str, end: str) -> tuple[list[str], list[float]]:
        if begin not in self._near or end not in self._near:
            raise KeyError(begin if begin not in self._near else end)
        queue: list[tuple[float, str, tuple[tuple[str, float], ...]]] = [(0.0, begin, ())]
        # Poses added by a routine file must not change the ways between the library's own.
        strange = self._added if self._added.isdisjoint((begin, end)) else set()
        seen: set[str] = set(strange)
        while queue:
            second, name, path = heappop(queue)
            path = (*path, (name, second))
            if name == end:
                return [pose for pose, _ in path], [moment for _, moment in path]
            if name in seen:
                continue
            seen.add(name)
            for other, seconds in self._near[name].items():
                if other not in seen:
                    heappush(queue, (second + seconds, other, path))
        return [begin, end], [0.0, 2.0]


def load_poses(path: Path | None = None) -> Poses:
    """The shipped poses, or those in the file at `path`.

    Raises PoseProblem, whose text begins with file and line.
    """
    file = path or assets.folder("resources") / "figure" / "poses.yaml"
    try:
        node = read_file(file, BIGGEST_FILE_BYTES)
        # The shipped poses are solved when they are first needed; tests solve them all.
        return Poses({}).extended(node) if path else Poses({})._joined(node)[1]
    except DocumentProblem as reason:
        problem = of_document(reason)
        raise PoseProblem(problem.message, problem.line, file.name) from reason
    except PoseProblem as problem:
        raise PoseProblem(problem.message, problem.line, file.name) from problem
