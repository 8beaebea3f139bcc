"""When a dose has become comfortable, the next one is offered, never taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstretch.routine.model import Dose
from backstretch.session.outcome import Tally

COMFORTABLE_SESSIONS = 3


@dataclass(frozen=True, slots=True)
class Practised:
    """One move of one past session. `dose` counts per side where the move is; `eased`: the user
    took a rep less, or the gentler variant, on the way."""

    dose: int
    complete: bool
    eased: bool


def next_dose(dose: Dose, chosen: int, past: Sequence[Practised]) -> int | None:
    """The dose to offer for a move: one more than `chosen`, after three sessions in a row at that
    dose, all of it done and nothing eased. None when there is nothing to offer.

    `past` are the sessions in which the move was practised, the latest last.
    """
    recent = past[-COMFORTABLE_SESSIONS:]
    comfortable = len(recent) == COMFORTABLE_SESSIONS and all(
        session.dose == chosen and session.complete and not session.eased for session in recent
    )
    return chosen + 1 if comfortable and chosen < dose.most else None


def practised(tally: Tally) -> dict[str, Practised]:
    """What a session's fold says of each move that was practised in it, by move id."""
    return {
        choice.id: Practised(choice.dose, tally.complete(index), index in tally.eased)
        for index, choice in enumerate(tally.choices)
        if tally.done_of(index)
    }
