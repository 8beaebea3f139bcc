"""The sound process: reads requests, speaks, plays, reports. It ends when its parent does."""

import contextlib
import ctypes
import os
import queue
import signal
import sys
import threading
import time
import wave
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, TextIO, assert_never

from backstretch.ports import Utterance
from backstretch.session import clock
from backstretch.system.sound.breath_tone import LOUDEST_TONE_SHARE, breath_tone
from backstretch.system.sound.chime_bank import ChimeBank
from backstretch.system.sound.miniaudio_device import MiniaudioDevice
from backstretch.system.sound.mixer import USUAL_VOLUME, Mixer
from backstretch.system.sound.output import Output
from backstretch.system.voice import mouth as mouths
from backstretch.system.voice.engines.best import BestEngine, SystemEngine
from backstretch.system.voice.engines.engine import Engine, NoEngineError
from backstretch.system.voice.engines.ranks import first_that_starts, ranked
from backstretch.system.voice.engines.recorded import RecordedRenderer
from backstretch.system.voice.engines.rendered import RenderedEngine
from backstretch.system.voice.mouth import Mouth
from backstretch.system.voice.protocol import (
    WITHOUT_SYSTEM_VOICE,
    Alive,
    Began,
    Breathe,
    Configure,
    DropComing,
    DropComingSounds,
    Failed,
    Hush,
    HushSounds,
    Late,
    Over,
    Ping,
    PlayChime,
    Ready,
    Report,
    Request,
    SetVolume,
    request,
    written,
)
from backstretch.system.voice.recordings import LANGUAGE

LEAD_SECONDS = 0.35
"""How long before its time a text is handed to an engine that waits: it has to be decoded or
rendered, and the device asks for frames up to 0.2 s before they are heard."""
_FAREWELL_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class _Ended:
    turn: int
    why: str


@dataclass(frozen=True, slots=True)
class _Changed:
    """The system's voice has started, or turned out to be missing."""


@dataclass(frozen=True, slots=True)
class _Closed:
    """The parent closed its end."""


Event = Request | _Ended | _Changed | _Closed
Events = queue.Queue[Event]


class Speech(Engine, Protocol):
    """An engine that may not know yet what it can do."""

    @property
    def is_known(self) -> bool: ...
    def waits_with(self, text: str) -> bool: ...


class SoundProcess:
    """Serves one parent. Every event comes through one queue, so nothing happens concurrently."""

    def __init__(
        self,
        speech: Speech,
        mixer: Mixer,
        output: Output,
        events: Events,
        target: TextIO,
        clock: Callable[[], float] = clock.now,
    ) -> None:
        """`clock` reads seconds."""
        self._speech = speech
        self._mixer = mixer
        self._output = output
        self._events = events
        self._target = target
        self._clock = clock
        self._bank = ChimeBank()
        self._mouth = Mouth()
        self._turn = 0
        self._reported: Ready | None = None

    def run(self) -> None:
        """Runs until the parent closes its end."""
        self._output.wake()
        while True:
            self._report_state()
            for event in self._next_events():
                if isinstance(event, _Closed):
                    return
                self._take(event)
            self._output.take_back()
            self._speak()
            self._output.watch()

    def _next_events(self) -> Iterator[Event]:
        """Waits for the next ones: all that came together, or none if something else is due."""
        with contextlib.suppress(queue.Empty):
            yield self._events.get(timeout=self._patience())
            while True:
                yield self._events.get_nowait()

    def _patience(self) -> float | None:
        """Seconds until something has to be done even if nothing comes; None for never."""
        due = mouths.next_coming(self._mouth, self._lead)
        waits = [] if due is None else [max(0.0, due - self._clock())]
        waits += [self._output.patience] if self._output.patience is not None else []
        return min(waits, default=None)

    def _take(self, event: Request | _Ended | _Changed) -> None:
        match event:
            case _Ended(turn, why):
                self._end(turn, why)
            case Utterance():
                self._mouth = mouths.ask(self._mouth, event, self._clock())
                # A voice that renders does so now: at its time a long text would be late.
                self._speech.seconds(event.text)
            case Hush():
                self._stop()
                self._mouth = Mouth()
            case DropComing():
                if self._mouth.begins_at > self._clock():
                    self._stop()
                self._mouth = mouths.drop_coming(self._mouth)
            case Configure(voice, rate, volume):
                self._speech.configure(voice, rate, volume)
            case PlayChime() | Breathe() | SetVolume() | HushSounds() | DropComingSounds():
                self._sound(event)
            case Ping():
                self._report(Alive())
            case _Changed():
                pass  # it is reported in any case
            case _:
                assert_never(event)

    def _sound(
        self, event: PlayChime | Breathe | SetVolume | HushSounds | DropComingSounds
    ) -> None:
        match event:
            case PlayChime(chime, at):
                with contextlib.suppress(OSError, wave.Error):
                    samples = self._bank.samples(chime)
                    self._play(samples, at, self._bank.pan(chime), self._bank.peak(chime))
            case Breathe(breath, seconds, at):
                self._play(breath_tone(breath, round(seconds, 2)), at, peak=LOUDEST_TONE_SHARE)
            case SetVolume(volume):
                self._mixer.set_volume("sounds", volume / USUAL_VOLUME)
            case HushSounds():
                self._mixer.drop("sounds")
            case DropComingSounds():
                self._mixer.drop_coming("sounds", self._clock())
            case _:
                assert_never(event)

    def _play(
        self, samples: "array[int]", at: float | None, pan: float = 0.0, peak: float = 1.0
    ) -> None:
        if not self._output.is_missing:
            self._mixer.add(samples, "sounds", at, pan, peak=peak)
            self._output.wake()

    def _speak(self) -> None:
        now = self._clock()
        self._mouth = mouths.let_come(self._mouth, now, self._lead)
        if self._mouth.cut_by(now, self._speech.seconds):
            self._stop()
        self._mouth, said = mouths.open_mouth(self._mouth, now, self._speech.seconds)
        for text in said.late:
            self._report(Late(text))
        if said.text:
            self._turn += 1
            turn = self._turn
            seconds = self._speech.seconds(said.text)
            self._report(Began(said.text, seconds + max(0.0, (said.at or now) - now)))
            self._speech.speak(said.text, said.at, lambda why: self._events.put(_Ended(turn, why)))

    def _lead(self, text: str) -> float:
        return LEAD_SECONDS if self._speech.waits_with(text) else 0.0

    def _end(self, turn: int, why: str) -> None:
        if turn == self._turn:
            speaking = self._mouth.speaking
            if why:
                self._report(Late(f"{speaking and speaking.text} ({why})"))
            # One that waits tells when its last samples are mixed, a little before they are heard.
            waits = speaking is not None and self._speech.waits_with(speaking.text)
            self._fall_silent(self._mouth.over_at if waits and not why else 0.0)

    def _stop(self) -> None:
        if self._mouth.speaking is not None or self._mouth.over_at > self._clock():
            self._speech.stop()
        if self._mouth.speaking is not None:
            self._turn += 1
            self._fall_silent()

    def _fall_silent(self, over_at: float = 0.0) -> None:
        self._mouth = mouths.fall_silent(self._mouth, over_at)
        self._report(Over())

    def _report_state(self) -> None:
        if not self._speech.is_known:
            return
        speech, is_heard = self._speech, not self._output.is_missing
        name = speech.name if is_heard or not speech.waits else ""
        state = Ready(name, list(speech.voices()), is_heard)
        if state != self._reported:
            self._reported = state
            self._report(state)

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
        events.put(_Closed())
        time.sleep(_FAREWELL_SECONDS)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return events


def main(arguments: list[str]) -> int:
    """Arguments: LANGUAGE, and WITHOUT_SYSTEM_VOICE if that hung before. Exits without cleaning up,
    as a stuck service could block that."""
    language, *options = arguments
    _end_with_parent()
    events = listen(sys.stdin)
    code = 0
    try:
        mixer = Mixer()
        output = Output(mixer, MiniaudioDevice)
        speech = _speech(language, WITHOUT_SYSTEM_VOICE not in options, mixer, output, events)
        SoundProcess(speech, mixer, output, events, sys.stdout).run()
        speech.close()
        output.close()
    except Exception as error:
        sys.stdout.write(written(Failed(f"{type(error).__name__}: {error}")))
        code = 1
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    os._exit(code)


def _speech(
    language: str, has_system_voice: bool, mixer: Mixer, output: Output, events: Events
) -> BestEngine:
    starts = ranked(language, mixer, output) if has_system_voice else ()
    system = SystemEngine(lambda: first_that_starts(starts), lambda: events.put(_Changed()))
    recorded = None
    if language.split("-")[0] == LANGUAGE:
        with contextlib.suppress(NoEngineError):
            renderer = RecordedRenderer()
            recorded = (renderer, RenderedEngine(renderer, mixer, output))
    return BestEngine(recorded, system)


def _end_with_parent() -> None:
    """Asks Linux to kill this process when the parent dies, for an engine that blocks all
    threads."""
    if sys.platform == "linux":
        die_with_parent = 1
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(die_with_parent, signal.SIGKILL)
