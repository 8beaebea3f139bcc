"""The routines to choose from: those that ship and the user's own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from backstretch import assets, paths
from backstretch.figure.poses import Poses
from backstretch.routine.load import Loaded, load
from backstretch.routine.model import Routine
from backstretch.routine.own_poses import lines_of_own
from backstretch.routine.problem import Problem

SUFFIXES = (".yaml", ".yml")
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Shelved:
    """A routine and the file it came from. `own` if the file is in the user's folder."""

    path: Path
    routine: Routine
    own: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """All routines and the poses they use: the library's and those that routine files bring along.
    `problems` are those of files left out; one bad file never affects the others."""

    routines: tuple[Shelved, ...]
    poses: Poses
    problems: tuple[Problem, ...] = ()

    def find(self, routine_id: str) -> Routine | None:
        """The routine with that id; None if there is none."""
        for shelved in self.routines:
            if shelved.routine.id == routine_id:
                return shelved.routine
        return None

    def with_file(self, loaded: Loaded, own: bool) -> "Shelf":
        """Returns the shelf with the file's routine and poses added, or its problems. An id or a
        pose name that is already taken is a problem too: the file that came first keeps it."""
        routine, path = loaded.routine, str(loaded.path)
        if routine is None:
            return replace(self, problems=(*self.problems, *loaded.problems))
        if self.find(routine.id):
            taken = Problem(path, 1, "taken-id", {"word": routine.id})
            return replace(self, problems=(*self.problems, taken))
        for name in lines_of_own(loaded.own_poses):
            if self.poses.has(name):
                taken = Problem(path, 1, "taken-pose", {"word": name})
                return replace(self, problems=(*self.problems, taken))
        poses = self.poses.extended(loaded.own_poses) if loaded.own_poses else self.poses
        routines = (*self.routines, Shelved(loaded.path, routine, own))
        return replace(self, routines=routines, poses=poses)


def shelf(poses: Poses, language: str = "en", own_folder: Path | None = None) -> Shelf:
    """Loads the shipped routines, then the user's, each in order of file name. Never raises.

    `language` is a code such as "de" or "pt_BR". `own_folder` defaults to the user's folder for
    routines; it need not exist.
    """
    found = Shelf((), poses)
    own_folder = own_folder or paths.places().routines
    for folder, own in ((assets.folder("routines"), False), (own_folder, True)):
        for path in _files(folder):
            found = found.with_file(load(path, poses, language), own)
    return found


def _files(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError:
        return
    yield from names[:MOST_FILES]
