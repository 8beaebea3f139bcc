"""The default sound device, through miniaudio."""

import contextlib
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import backstretch
from backstretch.system.sound.device import Ask, NoDeviceError
from backstretch.system.sound.mixer import RATE

if TYPE_CHECKING:
    from array import array


class _Way(NamedTuple):
    """How a device is asked to work. `latency` is the seconds from asking for frames to hearing
    them; a real device adds its own few milliseconds."""

    milliseconds: int
    periods: int
    latency: float


_PULSE = _Way(120, 3, 0.08)
"""Here the length of a period is that of the whole buffer, and each period wakes us four times. The
longer the cheaper, and the better it bears a busy processor; closing the device silences it at once
even so. Others may take long to open, so they get a short buffer. Measured with a null sink
(`dev.py bench sound`)."""
_OTHERS = _Way(25, 3, 0.02)


_BROUGHT = Path(backstretch.__file__ or "").with_name("brought")
"""Where a package for a system without miniaudio puts it, so that it is nobody else's."""


def _library() -> Any:
    """The module miniaudio. Raises NoDeviceError if there is none."""
    if _BROUGHT.is_dir():
        sys.path.append(str(_BROUGHT))
    try:
        import miniaudio
    except (ImportError, OSError) as error:
        raise NoDeviceError(str(error)) from error
    return miniaudio


class MiniaudioDevice:
    """Raises NoDeviceError if there is none, or no miniaudio."""

    def __init__(self) -> None:
        miniaudio = self._miniaudio = _library()
        pulse, silent = miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.NULL
        others = [each for each in miniaudio.Backend if each not in (pulse, silent)]
        try:
            self._device, way = self._opened([pulse], _PULSE), _PULSE
        except miniaudio.MiniaudioError:
            try:
                self._device, way = self._opened(others, _OTHERS), _OTHERS
            except miniaudio.MiniaudioError as error:
                raise NoDeviceError(str(error)) from error
        self.name = str(self._device.backend)
        self.latency = way.latency

    def start(self, ask: Ask) -> None:
        def frames() -> "Generator[array[int] | bytes, int, None]":
            wanted = yield b""
            while True:
                wanted = yield ask(wanted)

        source = frames()
        next(source)
        try:
            self._device.start(source)
        except self._miniaudio.MiniaudioError as error:
            raise NoDeviceError(str(error)) from error

    def close(self) -> None:
        with contextlib.suppress(self._miniaudio.MiniaudioError):
            self._device.close()
        self._disconnect(self._device)

    def _opened(self, backends: list[Any], way: _Way) -> Any:
        kind = self._miniaudio.PlaybackDevice
        # Made in two steps, so that one which cannot be opened can still be disconnected.
        device = kind.__new__(kind)
        try:
            device.__init__(
                output_format=self._miniaudio.SampleFormat.SIGNED16,
                nchannels=2,
                sample_rate=RATE,
                buffersize_msec=way.milliseconds,
                callback_periods=way.periods,
                backends=backends,
                app_name="Backstretch",
            )
        except self._miniaudio.MiniaudioError:
            self._disconnect(device)
            raise
        return device

    def _disconnect(self, device: Any) -> None:
        """miniaudio leaves the connection open, also where a device could not be opened, and a
        sound server allows 64 of them."""
        context = getattr(device, "_context", None)
        if context is not None:
            device._context = None
            self._miniaudio.lib.ma_context_uninit(context)
