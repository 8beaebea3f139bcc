"""Poses that a routine file brings along, in the form of the pose library's own file."""

import math
from typing import Protocol, Self

from backstretch.figure.posenode import Path, PoseProblem
from backstretch.routine.fields import Fields
from backstretch.routine.node import Items, Node, Pairs, Text

KEYS = ("poses", "links", "passing", "timing")


class PoseLibrary(Protocol):
    """What a loader needs of `figure.poses.Poses`."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def extended(self, data: object) -> Self: ...


def read_own_poses(fields: Fields) -> tuple[dict[str, object], dict[Path, int]]:
    """The file's poses as plain data, empty where it brings none, and the line of each part."""
    lines: dict[Path, int] = {}
    data: dict[str, object] = {}
    for key in KEYS:
        node = fields.node(key, needed=False)
        if node is not None:
            lines[(key,)] = fields.line_of(key)
            data[key] = _plain(node, (key,), lines, fields)
    return data, lines


def with_own_poses(
    library: PoseLibrary, data: dict[str, object], lines: dict[Path, int], fields: Fields
) -> tuple[str, ...]:
    """The names that the file's moves may use; its mistakes are reported."""
    brought = data.get("poses")
    own = tuple(brought) if isinstance(brought, dict) else ()
    for name in own:
        if name in library.names:
            fields.report.add(lines["poses", name], "taken-pose", word=name)
            return (*library.names, *own)
    try:
        return library.extended(data).names if data else library.names
    except PoseProblem as problem:
        path = problem.path
        while path and path not in lines:
            path = path[:-1]
        fields.report.add(lines.get(path, fields.line), "bad-pose", said=problem.message)
        return (*library.names, *own)


def _plain(node: Node, path: Path, lines: dict[Path, int], fields: Fields) -> object:
    lines[path] = min(node.line, lines.get(path, node.line))
    if isinstance(node, Text):
        return _number_or_text(node)
    if isinstance(node, Items):
        return [
            _plain(inner, (*path, index), lines, fields) for index, inner in enumerate(node.nodes)
        ]
    for key, line in node.doubled:
        fields.report.add(line, "duplicate-key", key=key)
    return _pairs(node, path, lines, fields)


def _pairs(node: Pairs, path: Path, lines: dict[Path, int], fields: Fields) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, (line, inner) in node.nodes.items():
        lines[*path, key] = line
        found[key] = _plain(inner, (*path, key), lines, fields)
    return found


def _number_or_text(node: Text) -> float | str:
    try:
        value = float(node.text) if node.plain else math.nan
    except ValueError:
        value = math.nan
    return value if math.isfinite(value) else node.text
