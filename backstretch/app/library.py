"""The routines to choose from, and the poses they may use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from backstretch.figure.poses import Poses, load_poses
from backstretch.routine.model import Routine
from backstretch.routine.shelf import shelf
from backstretch.routine.titles import Titles, titles_of


@dataclass(frozen=True, slots=True)
class Library:
    """`routines` by id, the shipped ones first. `faulty` are files that cannot be used, `left_out`
    is the number of those that were not read, as there are too many. `names` are the titles of all
    routines and moves."""

    poses: Poses
    routines: Mapping[str, Routine]
    faulty: tuple[str, ...]
    names: Titles
    left_out: int = 0

    def chosen(self, identity: str) -> Routine:
        """The routine with that id, else the first one; there is always one."""
        return self.routines.get(identity) or next(iter(self.routines.values()))

    @property
    def titles(self) -> dict[str, str]:
        return {identity: routine.title for identity, routine in self.routines.items()}


def open_library(
    own: Path, language: str, is_stopped: Callable[[], bool] = lambda: False
) -> Library:
    """Loads everything that can be chosen; the user's folder `own` need not exist. Once
    `is_stopped` returns True, the rest of that folder is left unread."""
    found = shelf(load_poses(), language, own, is_stopped)
    routines = {shelved.routine.id: shelved.routine for shelved in found.routines}
    unread = [problem for problem in found.problems if problem.code == "too-much"]
    faulty = dict.fromkeys(each.path for each in found.problems if each.code != "too-much")
    left_out = sum(int(problem.values["left_out"]) for problem in unread)
    return Library(found.poses, routines, tuple(faulty), titles_of(routines.values()), left_out)
