"""The titles of routines and moves for whoever has only their ids, such as the history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from backstretch.routine.model import Routine

MoveId = tuple[str, str]
"""The id of a routine and that of one of its moves: two routines may have moves of the same id."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles by id. What is unknown, as its file is gone or was never here, goes by its id."""

    routines: Mapping[str, str] = field(default_factory=dict)
    moves: Mapping[MoveId, str] = field(default_factory=dict)

    def routine(self, routine: str) -> str:
        return self.routines.get(routine, routine)

    def move(self, routine: str, move: str) -> str:
        return self.moves.get((routine, move), move)


def titles_of(routines: Iterable[Routine]) -> Titles:
    """The titles of `routines` and of all their moves."""
    every = tuple(routines)
    return Titles(
        {routine.id: routine.title for routine in every},
        {(routine.id, move.id): move.title for routine in every for move in routine.moves},
    )
