"""Which frame of the output is heard at which time. Pure: time is an argument.

A sound device asks for frames in uneven steps, a little early or late each time. The earliest
askings within half a second or so lie on a straight line, and that line is the clock. A longer time
would be steadier, but where the processor is busy a device loses time now and then, and the clock
has to follow soon.
"""

_WINDOW_SECONDS = 0.5
_SETTLING_SECONDS = 0.2
"""A device just opened fills its buffer; that says nothing of its pace."""


class FrameClock:
    """`latency` is the seconds from asking for a frame to hearing it, once the device's buffer is
    full; what it asks for first is heard at once."""

    def __init__(self, rate: int, latency: float) -> None:
        self._rate = rate
        self.restart(latency)

    def restart(self, latency: float) -> None:
        """Forgets everything, as for a device that was just opened."""
        self._latency = latency
        self._opened: float | None = None
        self._begun = float("-inf")
        self._earlier = self._recent = float("inf")

    def asked(self, frame: int, now: float) -> None:
        """The device asked at `now` for what comes from `frame` on."""
        if self._opened is None:
            self._opened = now
            self._recent = now - frame / self._rate - self._latency
        elif now - self._opened < _SETTLING_SECONDS:
            self._recent = now - frame / self._rate
        else:
            if now - self._begun > _WINDOW_SECONDS:
                self._begun = now
                self._earlier, self._recent = self._recent, float("inf")
            self._recent = min(self._recent, now - frame / self._rate)

    @property
    def runs(self) -> bool:
        """True once the device has asked."""
        return self._opened is not None

    def frame_at(self, time: float) -> int:
        """The frame that is heard at `time`. Call only while it `runs`."""
        zero = min(self._earlier, self._recent)
        return round((time - zero - self._latency) * self._rate)
