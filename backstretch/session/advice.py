"""Suggests the next dose once the current one has become comfortable. Nothing is changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstretch.routine.model import Dose
from backstretch.session.outcome import Tally

COMFORTABLE_SESSIONS = 3


@dataclass(frozen=True, slots=True)
class Practised:
    """One move in one past session. `dose` is per side if the move is counted per side; `eased` as
    in Tally."""

    dose: int
    complete: bool
    eased: bool


def next_dose(dose: Dose, chosen: int, past: Sequence[Practised]) -> int | None:
    """The dose to suggest for a move: one more than `chosen` after three sessions in a row at that
    dose, complete and not eased. None if there is nothing to suggest.

    `past` are the sessions in which the move was practised, the latest last.
    """
    recent = past[-COMFORTABLE_SESSIONS:]
    comfortable = len(recent) == COMFORTABLE_SESSIONS and all(
        session.dose == chosen and session.complete and not session.eased for session in recent
    )
    return chosen + 1 if comfortable and chosen < dose.most else None


def practised(tally: Tally) -> dict[str, Practised]:
    """The moves practised in a session, by move id; moves without a rep done are left out."""
    return {
        choice.id: Practised(choice.dose, tally.complete(index), index in tally.eased)
        for index, choice in enumerate(tally.choices)
        if tally.done_of(index)
    }
