"""For each line the best voice there is: its recording, else the system's. One line is never said
by both."""

import threading
from collections.abc import Callable

from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import Ended, Engine, NoEngineError
from backstretch.system.voice.engines.recorded import RecordedRenderer
from backstretch.system.voice.recordings import SYSTEM

_STARTING_SECONDS = 12.0


class SystemEngine:
    """The system's voice, started in the background as that may take seconds. What is to be said
    meanwhile waits for it. `ready` is called, in another thread, when it is known what there is."""

    def __init__(self, start: Callable[[], Engine], ready: Callable[[], object]) -> None:
        self._engine: Engine | None = None
        self._reason = ""
        self._configured: tuple[str, float, float] | None = None
        self._started = threading.Event()
        self._turn = 0
        threading.Thread(target=self._start, args=(start, ready), daemon=True).start()

    @property
    def name(self) -> str:
        """ "" until it has started, and where there is none."""
        return self._engine.name if self._engine is not None else ""

    @property
    def waits(self) -> bool:
        return self._engine is None or self._engine.waits

    @property
    def is_known(self) -> bool:
        """True once it has started, or turned out to be missing."""
        return self._started.is_set()

    def voices(self) -> tuple[str, ...]:
        return self._engine.voices() if self._engine is not None else ()

    def configure(self, voice: str, rate: float, volume: float) -> None:
        self._configured = (voice, rate, volume)
        if self._engine is not None:
            self._engine.configure(voice, rate, volume)

    def seconds(self, text: str) -> float:
        if self._engine is not None:
            return self._engine.seconds(text)
        return pace.seconds(text, self._configured[1] if self._configured else 1.0)

    def speak(self, text: str, at: float | None, ended: Ended) -> None:
        if self._engine is not None:
            self._engine.speak(text, at, ended)
        elif self.is_known:
            ended(self._reason)
        else:
            self._turn += 1
            waits = (self._turn, text, at, ended)
            threading.Thread(target=self._speak_later, args=waits, daemon=True).start()

    def stop(self) -> None:
        self._turn += 1
        if self._engine is not None:
            self._engine.stop()

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()

    def _start(self, start: Callable[[], Engine], ready: Callable[[], object]) -> None:
        try:
            engine = start()
            if self._configured is not None:
                engine.configure(*self._configured)
            self._engine = engine
        except NoEngineError as error:
            self._reason = str(error)
        self._started.set()
        ready()

    def _speak_later(self, turn: int, text: str, at: float | None, ended: Ended) -> None:
        self._started.wait(_STARTING_SECONDS)
        if turn == self._turn:
            if self._engine is not None:
                self._engine.speak(text, at, ended)
            else:
                ended(self._reason or "the voice does not start")


class BestEngine:
    """`recorded` plays through an engine of its own; None where nothing is recorded in this
    language. A recording that turns out damaged is said by the system."""

    def __init__(
        self, recorded: tuple[RecordedRenderer, Engine] | None, system: SystemEngine
    ) -> None:
        self._recorded = recorded
        self._system = system
        self._uses_recordings = recorded is not None
        self._speaking: Engine = system

    @property
    def name(self) -> str:
        return self._recorded[1].name if self._recorded else self._system.name

    @property
    def is_known(self) -> bool:
        """True once it is known whether anything can be said at all."""
        return self._recorded is not None or self._system.is_known

    @property
    def waits(self) -> bool:
        return self._recorded is not None or self._system.waits

    def waits_with(self, text: str) -> bool:
        """True if `text` can be handed over before its time."""
        return self._engine(text).waits

    def voices(self) -> tuple[str, ...]:
        recorded = (*self._recorded[1].voices(), SYSTEM) if self._recorded else ()
        return (*recorded, *self._system.voices())

    def configure(self, voice: str, rate: float, volume: float) -> None:
        if self._recorded is not None:
            own = self._recorded[1].voices()
            self._uses_recordings = voice in own or not voice
            self._recorded[1].configure(voice, rate, volume)
            voice = "" if voice in (*own, SYSTEM) else voice
        self._system.configure(voice, rate, volume)

    def seconds(self, text: str) -> float:
        return self._engine(text).seconds(text)

    def speak(self, text: str, at: float | None, ended: Ended) -> None:
        self._speaking = engine = self._engine(text)

        def over(why: str) -> None:
            if why and engine is not self._system:
                self._speaking = self._system
                self._system.speak(text, at, ended)
            else:
                ended(why)

        engine.speak(text, at, over)

    def stop(self) -> None:
        self._speaking.stop()

    def close(self) -> None:
        if self._recorded is not None:
            self._recorded[1].close()
        self._system.close()

    def _engine(self, text: str) -> Engine:
        if self._recorded is not None and self._uses_recordings and self._recorded[0].has(text):
            return self._recorded[1]
        return self._system
