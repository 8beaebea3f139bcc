"""What the user wants from practice as a whole: a goal, and weeks of rest. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from backstretch.history.edits import GoalSet, RestWeekMarked
from backstretch.history.events import Event, entry

GOAL_TO_START_FROM = 4
"""Days a week."""


@dataclass(frozen=True, slots=True)
class Practice:
    """`goal` in days a week, 0 for none; `rest_days` are days whose weeks are rest weeks."""

    goal: int = GOAL_TO_START_FROM
    rest_days: frozenset[date] = frozenset()

    def rests(self, first: date) -> bool:
        """Whether the week of seven days from `first` is a rest week."""
        return any(first <= day < first + timedelta(days=7) for day in self.rest_days)

    def marks(self, first: date, rest: bool) -> tuple[RestWeekMarked, ...]:
        """The edits that make the week from `first` a rest week, or none."""
        if rest:
            return (RestWeekMarked(first.isoformat(), True),)
        return tuple(
            RestWeekMarked(day.isoformat(), False)
            for day in sorted(self.rest_days)
            if first <= day < first + timedelta(days=7)
        )


def practice_of(events: Iterable[Event]) -> Practice:
    goal = GOAL_TO_START_FROM
    marked: dict[date, bool] = {}
    for event in events:
        made = entry(event)
        if isinstance(made, GoalSet):
            goal = min(7, max(0, made.days))
        elif isinstance(made, RestWeekMarked):
            marked[date.fromisoformat(made.day)] = made.rest
    return Practice(goal, frozenset(day for day, rest in marked.items() if rest))
