"""The one place where the clocks are read."""

import sys
import time
from datetime import datetime

from backstretch.session.gap import Readings


def read() -> Readings:
    """All three clocks at once."""
    return Readings(time.monotonic(), now(), time.time())


def now() -> float:
    """The session clock in seconds: it never goes back and, where the system offers such a
    clock, goes on while the computer sleeps (it always does on Windows)."""
    return time.clock_gettime(_BOOT) if _BOOT is not None else time.monotonic()


def wall() -> datetime:
    """The local time with its offset from UTC, for dating what happened."""
    return datetime.now().astimezone()


def _boot_clock() -> int | None:
    """Linux names it so; on macOS it is the ordinary one that Python's `monotonic` is not."""
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return clock


_BOOT = _boot_clock()
"""Sleep shows as a step of this clock against `monotonic`."""
