"""What history reads out of a session's plan (plain JSON values, `session` writes it)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """`planned` counts both sides where `per_side`."""

    id: str
    planned: int
    per_side: bool
    gentler: bool


def routine_of(plan: Mapping[str, object]) -> str:
    """The routine's id, empty where the plan does not say."""
    routine = plan.get("routine")
    return routine if isinstance(routine, str) else ""


def moves_of(plan: Mapping[str, object]) -> tuple[PlannedMove, ...]:
    """The planned moves in order; what cannot be read of a plan is left out of it."""
    choices = plan.get("choices")
    if not isinstance(choices, list | tuple):
        return ()
    return tuple(_move(choice) for choice in choices if isinstance(choice, Mapping))


def _move(move: Mapping[str, object]) -> PlannedMove:
    per_side = bool(move.get("per_side"))
    dose = move.get("dose")
    reps = dose if isinstance(dose, int) else 0
    return PlannedMove(
        id=str(move.get("id", "")),
        planned=reps * 2 if per_side else reps,
        per_side=per_side,
        gentler=bool(move.get("gentler")),
    )
