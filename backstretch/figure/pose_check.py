"""Holds the poses and links that a routine file adds to what a body can do."""

from backstretch.document.tree import Items, Pairs
from backstretch.figure.blend import body_at
from backstretch.figure.body import Body
from backstretch.figure.build import EVEN
from backstretch.figure.motion import Motion, Place
from backstretch.figure.poseproblem import PoseProblem
from backstretch.figure.poses import Poses
from backstretch.figure.ranges import passing_fault, pose_fault

_LOOKED_AT = (0.25, 0.5, 0.75)
"""The shares of a link at which the body is looked at."""


def check_bodies(poses: Poses, own: Pairs) -> None:
    """Raises PoseProblem for the first pose or link written in `own`, and part of `poses`, that
    leads a joint beyond its range, flesh under the floor or a limb into the body."""
    written = own.nodes["poses"][1] if "poses" in own.nodes else None
    for name, (line, _) in written.nodes.items() if isinstance(written, Pairs) else ():
        fault = pose_fault(_body(poses, name, name, 0.0))
        if fault:
            raise PoseProblem(f"{name}: {fault}", line)
    linked = own.nodes["links"][1] if "links" in own.nodes else None
    lines = [node.line for node in linked.nodes] if isinstance(linked, Items) else []
    for link, line in zip(poses.links[len(poses.links) - len(lines) :], lines, strict=True):
        for share in _LOOKED_AT:
            fault = passing_fault(_body(poses, link.one, link.other, share))
            if fault:
                way = f"on the way from '{link.one}' to '{link.other}'"
                raise PoseProblem(f"{way} {fault}, or put a pose in between", line)


def _body(poses: Poses, begin: str, end: str, share: float) -> Body:
    return body_at(poses, Motion(Place(poses.way(begin, end), share)), EVEN)
