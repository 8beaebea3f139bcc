"""The speech engines, all behind the same few calls. They run in the speech process and may block
it, as the parent process watches the time."""

from backstretch.system.voice.engines.engine import Engine, NoEngineError


def start(name: str, language: str) -> Engine:
    """Starts the engine of that name for `language` (a tag such as `de` or `pt-BR`). Raises
    NoEngineError."""
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
