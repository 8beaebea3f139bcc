"""Qt's text-to-speech, if that part of Qt is installed."""

import sys

from PySide6.QtCore import QCoreApplication, QLocale

from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import Ended, NoEngineError
from backstretch.system.voice.engines.speechd import is_stuck

_TIMBRE = "+"
_MOST_VOICES = 40


class QtEngine:
    """Has its own event loop, which `pump` runs."""

    def __init__(self, language: str) -> None:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:
            raise NoEngineError("Qt's text-to-speech is not installed") from error
        # Qt would wait forever for a service that listens but says nothing.
        if sys.platform == "linux" and is_stuck():
            raise NoEngineError("Speech Dispatcher does not answer")
        self._application = QCoreApplication.instance() or QCoreApplication([])
        engines = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
        if not engines:
            raise NoEngineError("Qt's text-to-speech has no engine here")
        self._state = QTextToSpeech.State
        self._speech = QTextToSpeech(engines[0])
        if self._speech.state() == self._state.Error:
            raise NoEngineError(self._speech.errorString())
        self.turn_seconds: float | None = 0.02
        self.name = f"Qt ({engines[0]})"
        self._rate = 1.0
        self._ended: Ended = lambda _: None
        self._is_heard = False
        self._choose_language(QLocale(language))
        self._speech.stateChanged.connect(self._changed)
        self._speech.errorOccurred.connect(lambda _, text: self._over(text or "no speech"))

    def voices(self) -> tuple[str, ...]:
        names = [voice.name() for voice in self._speech.availableVoices()]
        return tuple(name for name in names if _TIMBRE not in name)[:_MOST_VOICES]

    def configure(self, voice: str, rate: float, volume: float) -> None:
        self._rate = rate
        self._speech.setRate(max(-1.0, min(1.0, rate - 1)))
        self._speech.setVolume(volume)
        for known in self._speech.availableVoices():
            if known.name() == voice:
                self._speech.setVoice(known)

    def seconds(self, text: str) -> float:
        return pace.seconds(text, self._rate)

    def speak(self, text: str, ended: Ended) -> None:
        self._ended = ended
        self._is_heard = False
        self._speech.say(text)

    def stop(self) -> None:
        self._ended = lambda _: None
        self._speech.stop()

    def pump(self) -> None:
        self._application.processEvents()

    def close(self) -> None:
        self._speech.stop()

    def _choose_language(self, wanted: QLocale) -> None:
        """The wanted language in the wanted country, or else in any country."""
        known = self._speech.availableLocales()
        if wanted in known:
            self._speech.setLocale(wanted)
            return
        for locale in known:
            if locale.language() == wanted.language():
                self._speech.setLocale(locale)
                return

    def _changed(self, state: object) -> None:
        if state == self._state.Speaking:
            self._is_heard = True
        elif state == self._state.Ready and self._is_heard:
            self._over("")
        elif state == self._state.Error:
            self._over(self._speech.errorString() or "no speech")

    def _over(self, why: str) -> None:
        ended, self._ended = self._ended, lambda _: None
        ended(why)
