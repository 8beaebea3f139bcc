"""What the user wants from practice as a whole: a goal and rest weeks. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from backstretch.history.edits import GoalSet, PracticeEdit, RestWeekMarked
from backstretch.history.events import Event, entry

GOAL_TO_START_FROM = 4
"""The goal until the user sets one, in days a week."""


@dataclass(frozen=True, slots=True)
class Practice:
    """`goal` in days a week, 0 for none; `rest_days` are days whose weeks are rest weeks."""

    goal: int = GOAL_TO_START_FROM
    rest_days: frozenset[date] = frozenset()

    def rests(self, first: date) -> bool:
        """True if the seven days from `first` are a rest week."""
        return any(first <= day < first + timedelta(days=7) for day in self.rest_days)

    def marks(self, first: date, rest: bool) -> tuple[RestWeekMarked, ...]:
        """Returns the edits that mark the week from `first` as a rest week, or unmark it."""
        if rest:
            return (RestWeekMarked(first.isoformat(), True),)
        # With another first day of the week, one week may hold two marked days.
        return tuple(
            RestWeekMarked(day.isoformat(), False)
            for day in sorted(self.rest_days)
            if first <= day < first + timedelta(days=7)
        )


def practice_of(events: Iterable[Event]) -> Practice:
    """Folds the events under the id `edits.PRACTICE`, in their order; later ones win. Raises
    ValueError if a day is no ISO date."""
    goal = GOAL_TO_START_FROM
    marked: dict[date, bool] = {}
    for event in events:
        made = entry(event)
        if not isinstance(made, PracticeEdit):
            continue
        match made:
            case GoalSet(days=days):
                goal = min(7, max(0, days))
            case RestWeekMarked(day=day, rest=rest):
                marked[date.fromisoformat(day)] = rest
            case _:
                assert_never(made)
    return Practice(goal, frozenset(day for day, rest in marked.items() if rest))
