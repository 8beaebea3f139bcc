"""Poses that a routine file defines itself, written as in the pose library's own file."""

from backstretch.document.tree import Items, Pairs
from backstretch.figure.poseproblem import PoseProblem
from backstretch.figure.poses import Poses
from backstretch.routine.routine_fields import RoutineFields

KEYS = ("poses", "smallest", "links", "passing", "timing")


def read_own_poses(fields: RoutineFields) -> Pairs | None:
    """The part of the file that defines poses, as `Poses.extended` takes it; None if absent."""
    own = Pairs(fields.line)
    for key in KEYS:
        entry = fields.entry(key, needed=False)
        if entry is not None:
            own.nodes[key] = (fields.line_of(key), entry.node)
    return own if own.nodes else None


def lines_of_own(own: Pairs | None) -> dict[str, int]:
    """The names of the poses that a file defines, each with its line; `own` may be faulty."""
    poses = own.nodes["poses"][1] if own and "poses" in own.nodes else None
    if not isinstance(poses, Pairs):
        return {}
    return {name: line for name, (line, _) in poses.nodes.items()}


def count_added(own: Pairs | None) -> int:
    """How many poses and links a file adds."""
    links = own.nodes["links"][1] if own and "links" in own.nodes else None
    return len(lines_of_own(own)) + (len(links.nodes) if isinstance(links, Items) else 0)


def with_own_poses(library: Poses, own: Pairs | None, fields: RoutineFields) -> tuple[str, ...]:
    """The names of all poses that the file's moves may use. Reports the first mistake in `own`."""
    if own is None:
        return library.names
    lines = lines_of_own(own)
    taken = next((name for name in lines if name in library.names), None)
    if taken is not None:
        fields.report.add(lines[taken], "taken-pose", word=taken)
        return (*library.names, *lines)
    from backstretch.figure.pose_check import check_bodies  # only here, as few files have poses

    try:
        extended = library.extended(own)
        check_bodies(extended, own)
        return extended.names
    except PoseProblem as problem:
        fields.report.add(problem.line, "bad-pose", said=problem.message)
        return (*library.names, *lines)
