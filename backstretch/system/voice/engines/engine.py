"""What every speech engine offers to the speech process."""

from collections.abc import Callable
from typing import Protocol

Ended = Callable[[str], None]
"""Called from any thread when a text is over: with an empty string, or why it could not be said."""


class NoEngineError(Exception):
    """This engine cannot be had here; the text says why."""


class Engine(Protocol):
    """`turn_seconds` is how often `pump` wants to be called, None for never."""

    name: str
    turn_seconds: float | None

    def voices(self) -> tuple[str, ...]:
        """Names for `configure`, those of the wanted language only."""
        ...

    def configure(self, voice: str, rate: float, volume: float) -> None: ...

    def seconds(self, text: str) -> float:
        """How long `text` takes as configured, measured where that is possible."""
        ...

    def speak(self, text: str, ended: Ended) -> None:
        """Begins to say `text`. What is being said has been stopped before or is over."""

    def stop(self) -> None:
        """Ends what is being said at once; its `ended` may or may not be called."""

    def pump(self) -> None:
        """Lets the engine's own event loop turn."""

    def close(self) -> None: ...
