"""The routines to choose from: those that ship and the user's own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from backstretch import assets, paths
from backstretch.figure.poses import Poses
from backstretch.routine.load import BIGGEST_FILE_BYTES, Loaded, load
from backstretch.routine.model import Routine
from backstretch.routine.own_poses import count_added, lines_of_own
from backstretch.routine.problem import Problem

SUFFIXES = (".yaml", ".yml")
MOST_FILES = 100
MOST_BYTES = 2 * 1024 * 1024
MOST_ADDED = 600
"""In the user's folder: files, their sizes together, and the poses and links that they add. Reading
takes a second or two then."""


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


def shelf(
    poses: Poses,
    language: str = "en",
    own_folder: Path | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Shelf:
    """Loads the shipped routines, then the user's, each in order of file name. Never raises.

    `language` is a code such as "de" or "pt_BR". `own_folder` defaults to the user's folder for
    routines; it need not exist. `is_stopped` is asked before each of the user's files: if it
    returns True, the rest is left out.
    """
    found = Shelf((), poses)
    own_folder = own_folder or paths.places().routines
    for path in _files(assets.folder("routines")):
        found = found.with_file(load(path, poses, language), own=False)
    return _with_own(found, own_folder, poses, language, is_stopped)


def _with_own(
    found: Shelf, folder: Path, poses: Poses, language: str, is_stopped: Callable[[], bool]
) -> Shelf:
    """The shelf with the user's routines, as far as the bounds of the folder allow."""
    files, sizes, added = _files(folder), 0, 0
    for count, path in enumerate(files):
        sizes += _size(path)
        if count == MOST_FILES or sizes > MOST_BYTES or added > MOST_ADDED:
            return replace(found, problems=(*found.problems, _too_much(folder, len(files) - count)))
        if is_stopped():
            break
        loaded = load(path, poses, language)
        added += count_added(loaded.own_poses)
        found = found.with_file(loaded, own=True)
    return found


def _too_much(folder: Path, left_out: int) -> Problem:
    values = {
        "files": str(MOST_FILES),
        "megabytes": str(MOST_BYTES // 1024**2),
        "added": str(MOST_ADDED),
        "left_out": str(left_out),
    }
    return Problem(str(folder), 0, "too-much", values)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError:
        return []


def _size(path: Path) -> int:
    """In bytes, as far as `load` would read it."""
    try:
        return min(path.stat().st_size, BIGGEST_FILE_BYTES)
    except (OSError, ValueError):
        return 0
