"""The one place where clocks are read.

Everything else is handed `now`, `wall` or `read`, or what they return, so a test can turn the clock
by hand. The lint rules refuse any other reading.
"""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Readings:
    """The clocks at one instant, in seconds: `monotonic` may stand still while the computer
    sleeps, `boot` (the session clock) goes on, `wall` is what the user may set."""

    monotonic: float
    boot: float
    wall: float


def read() -> Readings:
    """All three clocks at once."""
    return Readings(time.monotonic(), now(), time.time())


def now() -> float:
    """The session clock in seconds: it never goes back and, where the system offers such a
    clock, goes on while the computer sleeps (it always does on Windows)."""
    return time.clock_gettime(_BOOT) if _BOOT is not None else time.monotonic()


def wall() -> datetime:
    """The local time with its offset from UTC, for dating what happens now."""
    return datetime.now().astimezone()


def wall_at(reading: float) -> datetime:
    """The local time, with its offset then, at which the session clock showed `reading`: for
    dating what is told late, such as the end of a session that was paused overnight."""
    moment = datetime.now(UTC) - timedelta(seconds=max(now() - reading, 0.0))
    return moment.astimezone()


def _boot_clock() -> int | None:
    """Linux names it so; on macOS it is the ordinary one that Python's `monotonic` is not."""
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return clock


_BOOT = _boot_clock()
"""Sleep shows as a step of this clock against `monotonic`."""
