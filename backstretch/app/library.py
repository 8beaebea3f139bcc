"""The routines there are: those that ship, then the user's own files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstretch.assets import folder
from backstretch.figure.poses import Poses, load_poses
from backstretch.routine.load import Loaded, load
from backstretch.routine.model import Routine


@dataclass(frozen=True, slots=True)
class Library:
    """`routines` by id, the shipped ones first; `faulty` are the files that cannot be used."""

    poses: Poses
    routines: Mapping[str, Routine]
    faulty: tuple[Loaded, ...]

    def chosen(self, identity: str) -> Routine:
        """The routine of that id, or the first. There is always one."""
        return self.routines.get(identity) or next(iter(self.routines.values()))

    @property
    def titles(self) -> dict[str, str]:
        return {identity: routine.title for identity, routine in self.routines.items()}


def open_library(own: Path, language: str) -> Library:
    """Everything that can be chosen; `own` is the folder of the user's files, which may lack."""
    poses = load_poses()
    routines: dict[str, Routine] = {}
    faulty: list[Loaded] = []
    for path in (*_files(folder("routines")), *_files(own)):
        loaded = load(path, poses.names, language)
        if loaded.routine is None:
            faulty.append(loaded)
        else:
            routines.setdefault(loaded.routine.id, loaded.routine)
    return Library(poses, routines, tuple(faulty))


def _files(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError:
        return []
