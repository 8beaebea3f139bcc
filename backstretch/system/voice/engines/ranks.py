"""The system's own speech engines, best first, behind the same few calls. Starting one may take
seconds, as a service may be slow."""

import sys
from collections.abc import Callable

from backstretch.system.sound.mixer import Mixer
from backstretch.system.sound.output import Output
from backstretch.system.voice.engines.engine import Engine, NoEngineError

Start = Callable[[], Engine]


def ranked(language: str, mixer: Mixer, output: Output) -> tuple[Start, ...]:
    """Those worth trying on this system for `language` (a tag such as `de` or `pt-BR`), best first.
    Each start raises NoEngineError."""

    def speechd() -> Engine:
        from backstretch.system.voice.engines.speechd import SpeechdEngine

        return SpeechdEngine(language)

    def espeak() -> Engine:
        from backstretch.system.voice.engines.espeak import EspeakRenderer
        from backstretch.system.voice.engines.rendered import RenderedEngine

        return RenderedEngine(EspeakRenderer(language), mixer, output)

    def say() -> Engine:
        from backstretch.system.voice.engines.say import SayEngine

        return SayEngine(language)

    def sapi() -> Engine:
        from backstretch.system.voice.engines.sapi import SapiEngine

        return SapiEngine(language)

    return {"darwin": (say,), "win32": (sapi,)}.get(sys.platform, (speechd, espeak))


def first_that_starts(starts: tuple[Start, ...]) -> Engine:
    """Raises NoEngineError, with every reason, if none does."""
    reasons = []
    for start in starts:
        try:
            return start()
        except NoEngineError as error:
            reasons.append(str(error))
        except Exception as error:
            reasons.append(f"{type(error).__name__}: {error}")
    raise NoEngineError("; ".join(reasons))
