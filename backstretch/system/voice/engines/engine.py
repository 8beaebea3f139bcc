"""What every speech engine offers to the sound process."""

from array import array
from collections.abc import Callable
from typing import Protocol

Ended = Callable[[str], None]
"""Called from any thread when a text is over: with "", or with the reason it could not be said."""


class NoEngineError(Exception):
    """This engine is not available here, or cannot say this; the text says why."""


class Engine(Protocol):
    """Speaks. `waits` is True if it can be handed a text before its time."""

    @property
    def name(self) -> str: ...
    @property
    def waits(self) -> bool: ...

    def voices(self) -> tuple[str, ...]:
        """The voices of the wanted language, by the names that `configure` takes."""
        ...

    def configure(self, voice: str, rate: float, volume: float) -> None: ...

    def seconds(self, text: str) -> float:
        """Seconds that `text` takes as configured, measured if the engine can."""
        ...

    def speak(self, text: str, at: float | None, ended: Ended) -> None:
        """Says `text` at the time `at` of the session clock, at once if it is None or past, or if
        the engine does not wait. Nothing else is being said."""

    def stop(self) -> None:
        """Stops speaking at once; `ended` may or may not be called."""

    def close(self) -> None: ...


class Renderer(Protocol):
    """Turns text into samples, for an engine that plays them."""

    @property
    def name(self) -> str: ...

    def voices(self) -> tuple[str, ...]: ...
    def configure(self, voice: str, rate: float) -> None: ...

    def seconds(self, text: str) -> float: ...

    def render(self, text: str) -> "array[int]":
        """16-bit samples, 24,000 a second, as loud as all other speech. Raises NoEngineError."""
        ...

    def close(self) -> None: ...
