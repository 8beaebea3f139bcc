"""The sound device. It opens when there is something to hear, closes after a while of silence, and
is opened again when it went away, or when what it holds is no longer what should be heard."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from backstretch.session import clock
from backstretch.system.sound.device import Device, NoDeviceError
from backstretch.system.sound.mixer import Mixer

if TYPE_CHECKING:
    from array import array

log = logging.getLogger(__name__)

_KEPT_OPEN_SECONDS = 2.0
_LOST_SECONDS = 0.5
_STARTING_SECONDS = 2.5
"""A device just opened may take so long until it asks for more than its buffer holds."""
_RETRY_SECONDS = 2.0
_LONGEST_RETRY_SECONDS = 10.0
_WATCH_SECONDS = 0.4


class Output:
    """`find_device` raises NoDeviceError."""

    def __init__(
        self,
        mixer: Mixer,
        find_device: Callable[[], Device],
        clock: Callable[[], float] = clock.now,
    ) -> None:
        self._mixer = mixer
        self._find_device = find_device
        self._clock = clock
        self._device: Device | None = None
        self._asked = self._busy = self._tried = float("-inf")
        self._retry_seconds = _RETRY_SECONDS
        self.is_missing = False

    def wake(self) -> None:
        """Opens the device if it is closed. Call when something was added to the mixer."""
        now = self._clock()
        self._busy = now
        if self._device is None and not self.is_missing:
            self._open(now)

    @property
    def patience(self) -> float | None:
        """Seconds after which `watch` wants to be called at the latest; None if it need not be."""
        return None if self._device is None and not self.is_missing else _WATCH_SECONDS

    def take_back(self) -> None:
        """Closes the device at once if it holds what should not be heard."""
        if self._device is not None and self._mixer.is_stale:
            self.close()
            self._mixer.rewind(self._clock())

    def watch(self) -> None:
        """Call after every change of the mixer, and within `patience`: notices that the device went
        away, that one came, or that it is no longer needed."""
        self.take_back()
        now = self._clock()
        if not self._mixer.is_empty:
            self.wake()
        if self._device is None:
            if self.is_missing and now - self._tried > self._retry_seconds:
                self._open(now)
        elif now - self._asked > _LOST_SECONDS and now - self._tried > _STARTING_SECONDS:
            log.info("%s went away", self._device.name)
            self.close()
            self.wake()
        elif now - self._busy > _KEPT_OPEN_SECONDS:
            self.close()

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _open(self, now: float) -> None:
        self._tried = self._asked = now
        try:
            self._device = self._find_device()
            self._mixer.restart(self._device.latency)
            self._device.start(self._ask)
        except NoDeviceError as error:
            log.info("no sound device: %s", error)
            self.close()
        self._wait_longer(self._device is None)
        if self.is_missing:
            self._mixer.end_all()

    def _wait_longer(self, is_missing: bool) -> None:
        """Looking for a device costs some 20 ms, so where there is none it is done ever less."""
        if is_missing and self.is_missing:
            self._retry_seconds = min(_LONGEST_RETRY_SECONDS, self._retry_seconds * 1.5)
        else:
            self._retry_seconds = _RETRY_SECONDS
        self.is_missing = is_missing

    def _ask(self, frames: int) -> "array[int]":
        self._asked = now = self._clock()
        return self._mixer.mix(frames, now)
