"""Every routine there is to choose from: those that ship and the user's own."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from backstretch import assets, paths
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.routine.problem import Problem

SUFFIXES = (".yaml", ".yml")
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Shelved:
    """`own`: it lies in the user's own folder."""

    path: Path
    routine: Routine
    own: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """`problems` are those of the files that were left out; they stop nothing."""

    routines: tuple[Shelved, ...]
    problems: tuple[Problem, ...]

    def find(self, routine_id: str) -> Routine | None:
        for shelved in self.routines:
            if shelved.routine.id == routine_id:
                return shelved.routine
        return None


def shelf(poses: Collection[str], language: str = "en", own_folder: Path | None = None) -> Shelf:
    """The shipped routines, then the user's, each in order of file name. Never raises.

    `own_folder` is this user's place for routines where it is None; it need not exist.
    """
    own_folder = own_folder or paths.places().routines
    routines: list[Shelved] = []
    problems: list[Problem] = []
    for folder, own in ((assets.folder("routines"), False), (own_folder, True)):
        for path in _files(folder):
            loaded = load(path, poses, language)
            problems.extend(loaded.problems)
            if loaded.routine is None:
                continue
            if any(shelved.routine.id == loaded.routine.id for shelved in routines):
                word = {"word": loaded.routine.id}
                problems.append(Problem(str(path), 1, "taken-id", word))
            else:
                routines.append(Shelved(path, loaded.routine, own))
    return Shelf(tuple(routines), tuple(problems))


def _files(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError:
        return
    yield from names[:MOST_FILES]
