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
    """The clocks at one instant, in seconds: `monotonic` may stop while the computer sleeps,
    `boot` (the session clock) keeps running, `wall` can be set by the user."""

    monotonic: float
    boot: float
    wall: float


def read() -> Readings:
    """Reads all three clocks at once."""
    return Readings(time.monotonic(), now(), time.time())


def now() -> float:
    """The session clock in seconds. It never goes back, and where the system has such a clock it
    keeps running while the computer sleeps (on Windows it always does)."""
    return time.clock_gettime(_BOOT) if _BOOT is not None else time.monotonic()


def wall() -> datetime:
    """The local time with its UTC offset, for dating what happens now."""
    _ask_for_the_time_zone()
    return datetime.now().astimezone()


def wall_at(reading: float) -> datetime:
    """The local time, with the UTC offset of that moment, when the session clock showed `reading`.
    For dating what is reported late, such as the end of a session that was paused overnight."""
    _ask_for_the_time_zone()
    moment = datetime.now(UTC) - timedelta(seconds=max(now() - reading, 0.0))
    return moment.astimezone()


def _ask_for_the_time_zone() -> None:
    """Makes the next local time follow the zone of this moment: whoever travels changes it while
    the window is open, and the C library would go on with the one it read first."""
    if hasattr(time, "tzset"):
        time.tzset()


def _boot_clock() -> int | None:
    """The id of a clock that runs through sleep: CLOCK_BOOTTIME on Linux. On macOS plain
    CLOCK_MONOTONIC does, and `time.monotonic` reads a different clock there."""
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return clock


_BOOT = _boot_clock()
"""Sleep shows up as a step of this clock against `monotonic`."""
