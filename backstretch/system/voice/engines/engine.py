"""What every speech engine offers to the speech process."""

from collections.abc import Callable
from typing import Protocol

Ended = Callable[[str], None]
"""Called from any thread when a text is over: with "", or with the reason it could not be said."""


class NoEngineError(Exception):
    """This engine is not available here; the text says why."""


class Engine(Protocol):
    """`turn_seconds` is how often `pump` must be called, None for never."""

    name: str
    turn_seconds: float | None

    def voices(self) -> tuple[str, ...]:
        """The voices of the wanted language, by the names that `configure` takes."""
        ...

    def configure(self, voice: str, rate: float, volume: float) -> None: ...

    def seconds(self, text: str) -> float:
        """Seconds that `text` takes as configured, measured if the engine can."""
        ...

    def speak(self, text: str, ended: Ended) -> None:
        """Starts saying `text`. Nothing else is being said."""

    def stop(self) -> None:
        """Stops speaking at once; `ended` may or may not be called."""

    def pump(self) -> None:
        """Runs one turn of the engine's own event loop."""

    def close(self) -> None: ...
