"""Which frame of the output is heard at which time. Pure: time is an argument.

A sound device asks for frames in uneven steps, a little early or late each time. The earliest
askings within half a second or so lie on a straight line, and that line is the clock. A longer time
would be steadier, but where the processor is busy a device loses time now and then, and the clock
has to follow soon.
"""

_WINDOW_SECONDS = 0.3
_SETTLING_SECONDS = 0.2
"""A device just opened asks for its whole buffer at once; that says nothing of its pace."""


class FrameClock:
    """`latency` is the seconds from handing a frame over to hearing it."""

    def __init__(self, rate: int, latency: float) -> None:
        self._rate = rate
        self._latency = latency
        self.restart()

    def restart(self) -> None:
        """Forgets everything, as for a device that was just opened."""
        self._opened: float | None = None
        self._begun = float("-inf")
        self._earlier = self._recent = float("inf")

    def asked(self, frame: int, now: float) -> None:
        """The device asked at `now` for what comes from `frame` on."""
        if self._opened is None:
            self._opened = now
        if now - self._opened < _SETTLING_SECONDS:
            self._earlier, self._recent = float("inf"), now - frame / self._rate
            return
        if now - self._begun > _WINDOW_SECONDS:
            self._begun = now
            self._earlier, self._recent = self._recent, float("inf")
        self._recent = min(self._recent, now - frame / self._rate)

    def frame_at(self, time: float) -> int:
        """The frame that is heard at `time`. Call only after `asked`."""
        zero = min(self._earlier, self._recent)
        return round((time - zero - self._latency) * self._rate)
