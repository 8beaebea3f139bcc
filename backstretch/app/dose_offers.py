"""Offers the next step of a dose after comfortable sessions at the present one."""

from collections.abc import Mapping
from datetime import datetime

from backstretch.history.fold import happenings_of
from backstretch.history.reading import Reading
from backstretch.routine.model import Routine
from backstretch.session.advice import COMFORTABLE_SESSIONS, Practised, next_dose, practised
from backstretch.session.outcome import fold
from backstretch.session.plan import Plan
from backstretch.settings import Preferences
from backstretch.settings.move_choices import choices_in
from backstretch.ui.today.facts import DoseOffer

LOOKED_BACK = 3 * COMFORTABLE_SESSIONS
STAYED = "stayed"
"""The key in a move's choices that holds when an offer was last declined, in ISO 8601."""


def dose_offers(
    reading: Reading, routine: Routine, plan: Plan, chosen: Preferences, now: datetime
) -> tuple[DoseOffer, ...]:
    """An offer for the first move of `plan` that is due, if any. After a refusal only later
    sessions count, and of all sessions only those before `now`. Raises UnreadableError."""
    past = _past(reading, routine, chosen, now)
    for choice in plan.choices:
        move = routine.move(choice.id)
        wanted = next_dose(move.dose, choice.dose, past.get(move.id, []))
        if wanted is not None:
            return (DoseOffer(move.id, move.title, choice.dose, wanted),)
    return ()


def _past(
    reading: Reading, routine: Routine, chosen: Preferences, now: datetime
) -> dict[str, list[Practised]]:
    past: dict[str, list[Practised]] = {}
    choices = choices_in(chosen.moves, routine.id)
    for session in reversed(reading.recent_sessions(LOOKED_BACK, now, routine.id)):
        told = practised(fold(happenings_of(reading.events(session.id))))
        for name, one in told.items():
            if session.started > _declined(choices.get(name, {}), now):
                past.setdefault(name, []).append(one)
    return past


def _declined(chosen: Mapping[str, object], now: datetime) -> datetime:
    """When the offer was declined last. A time after now comes from a clock that was wrong."""
    long_ago = datetime.fromisoformat("1970-01-02T00:00:00+00:00")
    try:
        when = datetime.fromisoformat(str(chosen.get(STAYED)))
    except ValueError:
        return long_ago
    return when if when.utcoffset() is not None and when <= now else long_ago
