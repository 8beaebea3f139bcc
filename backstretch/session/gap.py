"""Notices when time has passed unseen: the computer slept, the program was stopped, or somebody
set the clock. Reps must not run off while nobody could follow them."""

from collections.abc import Callable
from typing import Literal

from backstretch.session.clock import Readings
from backstretch.session.commands import Pause

Reason = Literal["slept", "stopped", "clock"]
"""What `Pause.why` says: the computer slept, the program stood still, the clock was set."""

LONGEST_UNSEEN_SECONDS = 1.5


def reason(before: Readings, after: Readings) -> Reason | None:
    """Why time passed unseen between two readings in a row; None when it did not.

    Only the monotonic clock tells how long the program itself did nothing.
    """
    running = after.monotonic - before.monotonic
    booted = after.boot - before.boot
    shown = after.wall - before.wall
    if booted - running > LONGEST_UNSEEN_SECONDS:
        return "slept"
    if running > LONGEST_UNSEEN_SECONDS:
        return "stopped"
    if abs(shown - booted) > LONGEST_UNSEEN_SECONDS:
        return "clock"
    return None


class GapWatch:
    """Compares the clocks with how they stood when it was last asked."""

    def __init__(self, read: Callable[[], Readings]) -> None:
        self._read = read
        self._last = read()

    def __call__(self) -> Pause | None:
        """A pause back to where the session was last seen, when time has passed unseen."""
        before, self._last = self._last, self._read()
        why = reason(before, self._last)
        return None if why is None else Pause(why, back_to=before.boot)
