"""What the end of a session shows, as a frozen record that `app` fills in."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from backstretch.history.week import Week
from backstretch.routine.model import Routine
from backstretch.session.moment import MoveProgress


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """The session that just ended, and the week it belongs to.

    status     how it ended
    moves      in the order they were planned
    today      the day it began
    week       its week, with this session in it; None if the history cannot be read
    goal_days  days of practice aimed at in a week; 0 if there is no goal
    is_first   no session came before it
    before     the stiffness rated before it, 0 to 10, if any
    can_undo   its last move was skipped a moment ago, and that can still be undone
    """

    routine: Routine
    status: Literal["finished", "stopped"]
    moves: tuple[MoveProgress, ...]
    today: date
    week: Week | None = None
    goal_days: int = 0
    is_first: bool = False
    before: int | None = None
    can_undo: bool = False

    @property
    def seconds(self) -> float:
        """The time led in all moves, pauses left out."""
        return sum(move.seconds for move in self.moves)

    @property
    def reps(self) -> int:
        return sum(move.done for move in self.moves)

    @property
    def planned(self) -> int:
        return sum(move.planned for move in self.moves)

    @property
    def in_full(self) -> int:
        """How many moves were done with all their reps."""
        return sum(1 for move in self.moves if move.done >= move.planned)

    @property
    def sides(self) -> tuple[int, int] | None:
        """Reps to the left and to the right in all moves counted per side; None without any."""
        counted = [move for move in self.moves if move.left is not None]
        if not counted:
            return None
        return sum(m.left or 0 for m in counted), sum(m.right or 0 for m in counted)

    @property
    def reaches_goal(self) -> bool:
        """True if the week's goal was reached with this very session."""
        if self.week is None or not self.goal_days:
            return False
        today = next((day for day in self.week.days if day.date == self.today), None)
        is_new = today is not None and today.practised and today.sessions == 1
        return is_new and self.week.days_practised == self.goal_days
