"""What a sound device offers to the output."""

from array import array
from collections.abc import Callable
from typing import Protocol

Ask = Callable[[int], "array[int]"]


class Device(Protocol):
    """`latency` is the seconds from asking for frames to hearing them."""

    @property
    def name(self) -> str: ...
    @property
    def latency(self) -> float: ...
    def start(self, ask: Ask) -> None:
        """Asks for frames from now on, until it is closed. Raises NoDeviceError."""

    def close(self) -> None:
        """Silent at once; what it was handed and was not heard is lost."""


class NoDeviceError(Exception):
    """There is nothing to play sound on."""
