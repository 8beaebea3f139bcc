"""Notices gaps in time: the computer slept, the program was stopped, or somebody set the clock.
Reps must not go by while nobody could follow them."""

from collections.abc import Callable
from typing import Literal

from backstretch.session.clock import Readings
from backstretch.session.commands import Pause

Reason = Literal["slept", "stopped", "clock"]
"""The values of `Pause.why` for gaps: the computer slept, the program was stopped, the clock was
set."""

LONGEST_UNSEEN_SECONDS = 1.5
"""The longest step between two readings that still counts as normal."""


def reason(before: Readings, after: Readings) -> Reason | None:
    """The reason for a gap between two consecutive readings; None if there is none.

    Only the monotonic clock shows how long the program itself stood still.
    """
    running = after.monotonic - before.monotonic
    booted = after.boot - before.boot
    shown = after.wall - before.wall
    # Sleep comes first: on waking the program may have stood still for a moment as well, but the
    # sleep is what the user wants to be told.
    if booted - running > LONGEST_UNSEEN_SECONDS:
        return "slept"
    if running > LONGEST_UNSEEN_SECONDS:
        return "stopped"
    # Against `booted`, not `running`: the wall clock advances through sleep too.
    if abs(shown - booted) > LONGEST_UNSEEN_SECONDS:
        return "clock"
    return None


class GapWatch:
    """Compares the clocks with their readings at the previous call."""

    def __init__(self, read: Callable[[], Readings]) -> None:
        self._read = read
        self._last = read()

    def __call__(self) -> Pause | None:
        """Returns a pause at the place where the session was last seen, if there was a gap."""
        before, self._last = self._last, self._read()
        why = reason(before, self._last)
        return None if why is None else Pause(why, back_to=before.boot)
