"""The routines to choose from, and the poses they may use."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstretch.figure.poses import Poses, load_poses
from backstretch.routine.model import Routine
from backstretch.routine.shelf import shelf


@dataclass(frozen=True, slots=True)
class Library:
    """`routines` by id, the shipped ones first. `faulty` are files that cannot be used. `names` are
    the titles of all moves and routines by id."""

    poses: Poses
    routines: Mapping[str, Routine]
    faulty: tuple[str, ...]
    names: Mapping[str, str]

    def chosen(self, identity: str) -> Routine:
        """The routine with that id, else the first one; there is always one."""
        return self.routines.get(identity) or next(iter(self.routines.values()))

    @property
    def titles(self) -> dict[str, str]:
        return {identity: routine.title for identity, routine in self.routines.items()}


def open_library(own: Path, language: str) -> Library:
    """Loads everything that can be chosen; the user's folder `own` need not exist."""
    found = shelf(load_poses(), language, own)
    routines = {shelved.routine.id: shelved.routine for shelved in found.routines}
    faulty = dict.fromkeys(problem.path for problem in found.problems)
    moves = (move for routine in routines.values() for move in routine.moves)
    names = {move.id: move.title for move in moves}
    names |= {routine.id: routine.title for routine in routines.values()}
    return Library(found.poses, routines, tuple(faulty), names)
