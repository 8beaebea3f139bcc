"""The choices for moves, by routine and move: two routines may have moves of the same id.

In the table of choices a key is "routine/move". A key without a routine is from a version that knew
moves by their ids alone; it holds for every routine until something is chosen there.
"""

from collections.abc import Mapping

Table = Mapping[str, Mapping[str, object]]
_BETWEEN = "/"
"""No id contains it."""


def choices_in(table: Table, routine: str) -> dict[str, Mapping[str, object]]:
    """What is chosen for the moves of a routine, by move id."""
    found = {key: kept for key, kept in table.items() if _BETWEEN not in key}
    start = f"{routine}{_BETWEEN}"
    own = {key[len(start) :]: kept for key, kept in table.items() if key.startswith(start)}
    return found | own


def with_choice(table: Table, routine: str, move: str, chosen: Mapping[str, object]) -> Table:
    """The table with `chosen` added to what is chosen for one move of a routine."""
    kept = choices_in(table, routine).get(move, {})
    return {**table, f"{routine}{_BETWEEN}{move}": {**kept, **chosen}}


def without_choices(table: Table, routine: str) -> Table:
    """The table with nothing chosen for the moves of a routine; others keep theirs."""
    start = f"{routine}{_BETWEEN}"
    others = {key: kept for key, kept in table.items() if not key.startswith(start)}
    nothing: Table = {f"{start}{key}": {} for key in table if _BETWEEN not in key}
    return {**others, **nothing}
