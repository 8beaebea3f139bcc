"""What can turn a text into speech, each behind the same few calls. They live in the speech
process and may block it: its parent has the watch in its hand."""

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


NAMES = ("qt", "speechd", "espeak", "say", "sapi")


def start(name: str, language: str) -> Engine:
    """The engine of that name, ready to speak `language` (a tag such as `de` or `pt-BR`).

    Raises NoEngineError.
    """
    match name:
        case "qt":
            from backstretch.system.voice.engines.qt import QtEngine

            return QtEngine(language)
        case "speechd":
            from backstretch.system.voice.engines.speechd import SpeechdEngine

            return SpeechdEngine(language)
        case "espeak":
            from backstretch.system.voice.engines.espeak import EspeakEngine

            return EspeakEngine(language)
        case "say":
            from backstretch.system.voice.engines.say import SayEngine

            return SayEngine(language)
        case "sapi":
            from backstretch.system.voice.engines.sapi import SapiEngine

            return SapiEngine(language)
        case _:
            raise NoEngineError(f"there is no speech engine called {name}")
