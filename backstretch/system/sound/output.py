"""The sound device, through miniaudio. It opens when there is something to hear, closes after a
while of silence, and is opened again when it went away."""

import contextlib
import logging
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Protocol

from backstretch.session import clock
from backstretch.system.sound.mixer import RATE, Mixer

if TYPE_CHECKING:
    from array import array

log = logging.getLogger(__name__)

PERIOD_MILLISECONDS = 25
PERIODS = 3
LATENCY_SECONDS = 0.02
"""From asking for frames to hearing them, as measured with a PulseAudio null sink (`dev.py bench
sound`); a real device adds its own few milliseconds."""
_KEPT_OPEN_SECONDS = 2.0
"""Asking for frames costs as much in silence as otherwise."""
_LOST_SECONDS = 0.5
_RETRY_SECONDS = 2.0

Ask = Callable[[int], "array[int]"]


class Device(Protocol):
    @property
    def name(self) -> str: ...
    def close(self) -> None: ...


class NoDeviceError(Exception):
    """There is nothing to play sound on."""


class Output:
    """`open_device` starts a device that asks for frames until it is closed. Raises
    NoDeviceError."""

    def __init__(
        self,
        mixer: Mixer,
        open_device: "Callable[[Ask], Device] | None" = None,
        clock: Callable[[], float] = clock.now,
    ) -> None:
        self._mixer = mixer
        self._open_device = open_device or _miniaudio_device
        self._clock = clock
        self._device: Device | None = None
        self._asked = self._busy = self._tried = float("-inf")
        self.is_missing = False

    def wake(self) -> None:
        """Opens the device if it is closed. Call when something was added to the mixer."""
        now = self._clock()
        self._busy = now
        if self._device is None and (not self.is_missing or now - self._tried > _RETRY_SECONDS):
            self._open(now)

    def watch(self) -> None:
        """Call about twice a second: notices that the device went away, that one came, or that it
        is no longer needed."""
        now = self._clock()
        if not self._mixer.is_empty:
            self._busy = now
        if self._device is not None and now - self._asked > _LOST_SECONDS:
            log.info("%s went away", self._device.name)
            self.close()
            self.wake()
        elif self._device is not None and now - self._busy > _KEPT_OPEN_SECONDS:
            self.close()
        elif self._device is None and self.is_missing and now - self._tried > _RETRY_SECONDS:
            self._open(now)

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _open(self, now: float) -> None:
        self._tried = self._asked = now
        self._mixer.restart()
        try:
            self._device = self._open_device(self._ask)
        except NoDeviceError as error:
            log.info("no sound device: %s", error)
        self.is_missing = self._device is None
        if self.is_missing:
            self._mixer.end_all()

    def _ask(self, frames: int) -> "array[int]":
        self._asked = now = self._clock()
        return self._mixer.mix(frames, now)


class _Miniaudio:
    def __init__(self, device: Any) -> None:
        self._device = device
        self.name = str(device.backend)

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._device.close()


def _miniaudio_device(ask: Ask) -> Device:
    try:
        import miniaudio
    except (ImportError, OSError) as error:
        raise NoDeviceError(str(error)) from error

    def frames() -> "Generator[array[int] | bytes, int, None]":
        wanted = yield b""
        while True:
            wanted = yield ask(wanted)

    heard = [backend for backend in miniaudio.Backend if backend is not miniaudio.Backend.NULL]
    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=2,
            sample_rate=RATE,
            buffersize_msec=PERIOD_MILLISECONDS,
            callback_periods=PERIODS,
            backends=heard,
            app_name="Backstretch",
        )
        source = frames()
        next(source)
        device.start(source)
    except miniaudio.MiniaudioError as error:
        raise NoDeviceError(str(error)) from error
    return _Miniaudio(device)
