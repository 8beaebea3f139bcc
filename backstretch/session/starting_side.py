"""Which side of a two-sided move comes first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from backstretch.figure.body import Side
from backstretch.routine.model import Move, Step

OTHER: dict[Side, Side] = {"left": "right", "right": "left"}
_Name = tuple[Side, str]


def starting_with(move: Move, side: Side) -> Move:
    """Returns the move with its sides exchanged if it begins with the other one. Each step takes
    the words, the poses and the glow of its counterpart on the other side; the tempo and the lines
    of form stay with the place. A sided step without a counterpart changes its side only. A move
    without two sides stays as it is."""
    first = next((step.side for step in move.rep if step.side), None)
    if first in (None, side):
        return move
    pairs = _counterparts(move)
    if not pairs:
        return move
    return replace(
        move,
        opening=tuple(_exchanged(step, pairs) for step in move.opening),
        rep=tuple(_exchanged(step, pairs) for step in move.rep),
        last=tuple(_exchanged(step, pairs) for step in move.last),
    )


def _exchanged(step: Step, pairs: dict[_Name, Step]) -> Step:
    if step.side is None:
        return step
    other = pairs.get((step.side, step.name))
    if other is None:
        return replace(step, side=OTHER[step.side])
    return replace(other, tempo=step.tempo, coach=step.coach)


def _counterparts(move: Move) -> dict[_Name, Step]:
    """The other side's step for each sided step, by side and name.

    Only pairs that hold in both directions: where the last rep ends differently, its last step is
    paired with a step that has another counterpart in the earlier reps.
    """
    found: dict[_Name, Step] = {}
    for steps in (move.opening, move.rep, move.last):
        placed = dict(_placed(steps))
        for (side, nth), step in placed.items():
            other = placed.get((OTHER[side], nth))
            if other is not None:
                found.setdefault((side, step.name), other)
    return {
        (side, name): other
        for (side, name), other in found.items()
        if found[OTHER[side], other.name].name == name
    }


def _placed(steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Side, int], Step]]:
    """Each sided step with its side and the number of steps of that side before it."""
    before: Counter[Side] = Counter()
    for step in steps:
        if step.side is not None:
            yield (step.side, before[step.side]), step
            before[step.side] += 1
