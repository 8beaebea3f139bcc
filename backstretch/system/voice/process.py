"""The speech process: reads requests, speaks, reports. It ends when its parent does."""

import contextlib
import ctypes
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import TextIO

from backstretch.ports import Utterance
from backstretch.session import clock
from backstretch.system.voice.engines import start
from backstretch.system.voice.engines.engine import Engine, NoEngineError
from backstretch.system.voice.mouth import Mouth, ask, fall_silent, open_mouth
from backstretch.system.voice.protocol import (
    Began,
    Configure,
    Failed,
    Hush,
    Late,
    Over,
    Ready,
    Report,
    Request,
    request,
    written,
)

FLAG = "--speak"
Events = queue.Queue[Request | tuple[int, str] | None]
_FAREWELL_SECONDS = 0.5


class Speaker:
    """Serves one engine. Every event comes through one queue, so nothing happens concurrently."""

    def __init__(
        self,
        engine: Engine,
        events: Events,
        target: TextIO,
        clock: Callable[[], float] = clock.now,
    ) -> None:
        """`clock` reads seconds."""
        self._clock = clock
        self._engine = engine
        self._target = target
        self._events = events
        self._mouth = Mouth()
        self._turn = 0

    def run(self) -> None:
        """Runs until the parent closes its end or the engine fails."""
        self._report(Ready(self._engine.name, list(self._engine.voices())))
        while True:
            self._engine.pump()
            try:
                event = self._events.get(timeout=self._engine.turn_seconds)
            except queue.Empty:
                continue
            if event is None:
                return
            if isinstance(event, tuple):
                turn, failure = event
                if failure and turn == self._turn:
                    self._report(Failed(failure))
                    return
                if turn == self._turn:
                    self._fall_silent()
            else:
                self._obey(event)
            self._speak()

    def _obey(self, wanted: Request) -> None:
        match wanted:
            case Utterance():
                if self._mouth.cut_by(wanted, self._engine.seconds):
                    self._stop()
                self._mouth = ask(self._mouth, wanted, self._clock())
            case Hush():
                self._stop()
                self._mouth = Mouth()
            case Configure():
                self._engine.configure(wanted.voice, wanted.rate, wanted.volume)

    def _speak(self) -> None:
        now = self._clock()
        self._mouth, text, late = open_mouth(self._mouth, now, self._engine.seconds)
        for one in late:
            self._report(Late(one))
        if text:
            self._turn += 1
            turn = self._turn
            self._report(Began(text, self._engine.seconds(text)))
            self._engine.speak(text, lambda why: self._events.put((turn, why)))

    def _stop(self) -> None:
        if self._mouth.speaking is not None:
            self._engine.stop()
            self._turn += 1
            self._fall_silent()

    def _fall_silent(self) -> None:
        self._mouth = fall_silent(self._mouth)
        self._report(Over())

    def _report(self, report: Report) -> None:
        self._target.write(written(report))
        self._target.flush()


def listen(source: TextIO) -> Events:
    """Reads requests from `source` into a queue. At its end the process exits, whatever it is stuck
    in."""
    events: Events = queue.Queue()

    def read() -> None:
        for line in source:
            with contextlib.suppress(ValueError):
                events.put(request(line))
        events.put(None)
        time.sleep(_FAREWELL_SECONDS)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return events


def main(arguments: list[str]) -> int:
    """Arguments: ENGINE LANGUAGE. Exits without cleaning up, as a stuck service could block
    that."""
    name, language = arguments
    _end_with_parent()
    events = listen(sys.stdin)
    code = 0
    try:
        engine = start(name, language)
        Speaker(engine, events, sys.stdout).run()
        engine.close()
    except NoEngineError as error:
        sys.stdout.write(written(Failed(str(error))))
        code = 1
    except Exception as error:
        sys.stdout.write(written(Failed(f"{type(error).__name__}: {error}")))
        code = 1
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    os._exit(code)


def _end_with_parent() -> None:
    """Asks Linux to kill this process when the parent dies, for an engine that blocks all
    threads."""
    if sys.platform == "linux":
        die_with_parent = 1
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(die_with_parent, signal.SIGKILL)
