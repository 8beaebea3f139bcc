"""Windows: the execution state of this thread; the system drops it when the process ends."""

import ctypes

from backstretch.ports import Availability

_CONTINUOUS = 0x80000000
_SYSTEM_REQUIRED = 0x00000001
_DISPLAY_REQUIRED = 0x00000002


class WindowsAwake:
    """Call `hold` and `release` from the same thread, as the execution state belongs to it."""

    def __init__(self) -> None:
        kernel = getattr(ctypes, "windll", None)
        self._set_state = kernel.kernel32.SetThreadExecutionState if kernel else None

    def hold(self, reason: str) -> None:  # noqa: ARG002
        if self._set_state is not None:
            self._set_state(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)

    def release(self) -> None:
        if self._set_state is not None:
            self._set_state(_CONTINUOUS)

    def availability(self) -> Availability:
        return Availability(self._set_state is not None, "SetThreadExecutionState")
