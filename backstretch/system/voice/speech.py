"""Our end of the sound process. Never waits: a process that does not reply in time is killed, and
another is started without what may have hung. One that worked and ended is started again."""

import logging
import sys
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from backstretch.ports import Availability, Utterance
from backstretch.session import clock
from backstretch.system.voice import pace
from backstretch.system.voice.protocol import (
    FLAG,
    WITHOUT_SYSTEM_VOICE,
    Alive,
    Began,
    Configure,
    DropComing,
    Failed,
    Hush,
    Late,
    Over,
    Ping,
    Ready,
    Report,
    Request,
    report,
    written,
)
from backstretch.system.voice.recordings import SYSTEM, Recordings, choice, chosen, recordings

log = logging.getLogger(__name__)

_START_SECONDS = 6.0
_ANSWER_SECONDS = 3.0
_PATIENCE = 1.5
_FAREWELL_MILLISECONDS = 200
_PULSE_SECONDS = 2.0
"""So long after a request that nothing answers, such as a tone, it is asked for a sign of life."""
_MOST_FALLS = 6
_FALLS_SECONDS = 60.0
"""A process that worked is replaced so often in so many seconds; then it is left alone as long."""


def commands(language: str) -> tuple[tuple[str, ...], ...]:
    """The commands that start this same program as a sound process, the best first."""
    frozen = getattr(sys, "frozen", False)
    program = (sys.executable,) if frozen else (sys.executable, "-m", "backstretch")
    best = (*program, FLAG, language)
    return (best, (*best, WITHOUT_SYSTEM_VOICE))


class SpokenVoice(QObject):
    """A voice, as ports.Voice describes it. `language` is a tag such as `de`. `changed` is emitted
    when another engine speaks or none, and when the sound device goes or comes back."""

    changed = Signal()
    began = Signal(str)
    ended = Signal()

    def __init__(
        self,
        commands: tuple[tuple[str, ...], ...],
        language: str,
        parent: QObject | None = None,
        *,
        start_seconds: float = _START_SECONDS,
        answer_seconds: float = _ANSWER_SECONDS,
        clock: Callable[[], float] = clock.now,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._place = 0
        self._falls: deque[float] = deque(maxlen=_MOST_FALLS)
        self._language = language
        self._recordings: dict[str, Recordings | None] = {}
        self._start_seconds = start_seconds
        self._answer_seconds = answer_seconds
        self._clock = clock
        self._process: QProcess | None = None
        self._dying: list[QProcess] = []
        self._ready: Ready | None = None
        self._speaking = False
        self._configured: Configure | None = None
        self._early: tuple[Utterance, float] | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(lambda: self._give_up("no answer", is_stuck=True))
        self._pulse = QTimer(self)
        self._pulse.setSingleShot(True)
        self._pulse.timeout.connect(self._ping)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._give_up("no sign of life", is_stuck=True))
        self._start()

    def say(self, utterance: Utterance) -> None:
        self._start_again_after_falls()
        if self._ready is None:
            self._early = (utterance, self._clock())
            return
        self.send(utterance)
        if not self._speaking:
            early = 0.0 if utterance.at is None else max(0.0, utterance.at - self._clock())
            self._expect_answer_within(early + self._answer_seconds)

    def hush(self) -> None:
        self._forget(Hush())

    def drop_coming(self) -> None:
        self._forget(DropComing())

    def configure(self, *, voice: str, rate: float, volume: float) -> None:
        self._configured = Configure(voice, rate, volume)
        if self._ready is not None:
            self.send(self._configured)

    def seconds(self, text: str) -> float:
        rate = self._configured.rate if self._configured is not None else 1.0
        recorded = self._recorded(self._configured.voice if self._configured is not None else "")
        known = recorded.seconds(text, rate) if recorded is not None else None
        return pace.seconds(text, rate) if known is None else known

    def voices(self) -> Mapping[str, str]:
        return {name: _voice_name(name) for name in (self._ready.voices if self._ready else ())}

    def availability(self) -> Availability:
        if self._ready is not None and self._ready.name:
            return Availability(True, _engine_name(self._ready.name))
        if self._ready is not None and not self._ready.is_heard:
            return Availability(False, "", no_device())
        if self._ready is None and self._process is not None:
            return Availability(False, "", _starting())
        return Availability(False, "", _advice())

    @property
    def is_heard(self) -> bool:
        """False where there is no sound device, or nothing that plays."""
        return self._ready.is_heard if self._ready is not None else self._process is not None

    def send(self, wanted: Request) -> None:
        """Hands a request to the process; one that comes before it is ready is kept by the pipe."""
        self._start_again_after_falls()
        if self._process is not None and self._process.isWritable():
            self._process.write(written(wanted).encode())
            if self._ready is not None and not self._pulse.isActive():
                self._pulse.start(round(_PULSE_SECONDS * 1000))

    def close(self) -> None:
        """Ends the process, by force if it lingers."""
        self._stop_timers()
        self._commands = ()
        process, self._process, self._ready = self._process, None, None
        dying, self._dying = self._dying, []
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            if not process.waitForFinished(_FAREWELL_MILLISECONDS):
                process.kill()
                dying.append(process)
        for one in dying:
            one.blockSignals(True)
            one.waitForFinished(_FAREWELL_MILLISECONDS)

    def _start(self) -> None:
        """Starts the command at `_place`, if there is one."""
        self._process = None
        self._ready = None
        if self._place < len(self._commands):
            program, *arguments = self._commands[self._place]
            process = QProcess(self)
            process.setProgram(program)
            process.setArguments(arguments)
            process.setStandardErrorFile(QProcess.nullDevice())
            process.readyReadStandardOutput.connect(self._read)
            process.finished.connect(lambda: self._gone(process))
            process.errorOccurred.connect(lambda _: self._gone(process))
            self._process = process
            self._expect_answer_within(self._start_seconds)
            process.start()
        self.changed.emit()

    def _gone(self, process: QProcess) -> None:
        if process is self._process:
            self._give_up("the speech process ended", is_stuck=False)
        elif process in self._dying and process.state() == QProcess.ProcessState.NotRunning:
            self._dying.remove(process)
            process.deleteLater()

    def _give_up(self, why: str, *, is_stuck: bool) -> None:
        process = self._process
        if process is None:
            return
        log.info("%s: %s", " ".join(process.arguments()), why)
        self._process = None
        self._stop_timers()
        self._fall_silent()
        self._choose_next(is_stuck)
        process.kill()
        if process.state() != QProcess.ProcessState.NotRunning:
            self._dying.append(process)
        self._start()

    def _choose_next(self, is_stuck: bool) -> None:
        """One that never worked makes way for the next. One that worked is started again, but not
        with what it may have got stuck in."""
        if self._ready is None:
            self._place += 1
            return
        self._falls.append(self._clock())
        if self._has_fallen_often:
            self._place = len(self._commands)
        elif is_stuck:
            self._place = (self._place + 1) % len(self._commands)

    @property
    def _has_fallen_often(self) -> bool:
        is_full = len(self._falls) == _MOST_FALLS
        return is_full and self._clock() - self._falls[0] < _FALLS_SECONDS

    def _start_again_after_falls(self) -> None:
        """Once it has been left alone for long enough."""
        has_given_up = self._process is None and len(self._falls) == _MOST_FALLS
        if has_given_up and self._commands and self._clock() - self._falls[-1] > _FALLS_SECONDS:
            self._falls.clear()
            self._place = 0
            self._start()

    def _ping(self) -> None:
        if self._process is not None and self._ready is not None:
            self._process.write(written(Ping()).encode())
            if not self._patience.isActive():
                self._patience.start(round(2000 * self._answer_seconds))

    def _stop_timers(self) -> None:
        for timer in (self._watch, self._pulse, self._patience):
            timer.stop()

    def _forget(self, wanted: Hush | DropComing) -> None:
        self._early = None
        if self._ready is not None:
            self.send(wanted)
            if not self._speaking:
                self._watch.stop()

    def _recorded(self, voice: str) -> Recordings | None:
        """The recordings that speak with this choice of voice; None for the system's voice."""
        name = chosen(voice, self._language)
        if name is None:
            return None
        if name not in self._recordings:
            try:
                self._recordings[name] = recordings(name)
            except (OSError, ValueError, LookupError) as error:
                log.warning("the recorded voice %s is damaged: %s", name, error)
                self._recordings[name] = None
        return self._recordings[name]

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode(errors="replace")
            try:
                said = report(line)
            except ValueError:
                continue
            self._hear(said)

    def _hear(self, said: Report) -> None:
        match said:
            case Ready():
                if self._ready is None:
                    self._watch.stop()
                self._begin(said)
            case Began(text, seconds):
                self._speaking = True
                self._expect_answer_within(_PATIENCE * seconds + self._answer_seconds)
                self.began.emit(text)
            case Over():
                self._watch.stop()
                self._fall_silent()
            case Late(text):
                if not self._speaking:
                    self._watch.stop()
                log.info("left out, there was no time to say: %s", text)
            case Alive():
                self._patience.stop()
            case Failed(why):
                self._give_up(why, is_stuck=False)

    def _begin(self, ready: Ready) -> None:
        is_first = self._ready is None
        self._ready = ready
        if is_first and self._configured is not None:
            self.send(self._configured)
        early, self._early = self._early, None
        self.changed.emit()
        if early is not None:
            utterance, asked = early
            room = utterance.room - (self._clock() - asked)
            self.say(replace(utterance, room=room))

    def _fall_silent(self) -> None:
        if self._speaking:
            self._speaking = False
            self.ended.emit()

    def _expect_answer_within(self, seconds: float) -> None:
        self._watch.start(round(seconds * 1000))


def _voice_name(name: str) -> str:
    """What a voice is called in the settings."""
    if name == choice("female"):
        return QCoreApplication.translate("Voice", "Recorded, a woman's voice")
    if name == choice("male"):
        return QCoreApplication.translate("Voice", "Recorded, a man's voice")
    return QCoreApplication.translate("Voice", "The system's") if name == SYSTEM else name


def _engine_name(name: str) -> str:
    if name == "recorded":
        return QCoreApplication.translate("Voice", "recorded with Kokoro-82M (Apache-2.0)")
    return name


def no_device() -> str:
    """Why nothing is heard where there is no sound device."""
    return QCoreApplication.translate(
        "Sound", "No sound comes out: check that a loudspeaker is connected and switched on."
    )


def _starting() -> str:
    return QCoreApplication.translate("Voice", "The voice is starting.")


def _advice() -> str:
    if sys.platform in ("darwin", "win32"):
        return QCoreApplication.translate(
            "Voice", "No voice was found. Add one in the system's speech settings."
        )
    return QCoreApplication.translate(
        "Voice",
        "No voice was found. On Debian and Ubuntu: sudo apt install espeak-ng "
        "(or speech-dispatcher with speech-dispatcher-espeak-ng).",
    )
