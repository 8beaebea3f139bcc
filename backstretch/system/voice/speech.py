"""Our end of the sound process. Never waits: a process that does not reply in time is killed, and
another is started, without what may have hung. One that was killed by others is started again."""

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
_SILENT_SECONDS = 5.0
"""A process of which nothing was heard for so long is asked whether it still works."""
_STEADY_SECONDS = 10.0
"""One that worked for so long is started again; one that ends sooner would end again."""
_AGAIN_SECONDS = 30.0
_FAREWELL_MILLISECONDS = 200


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
        steady_seconds: float = _STEADY_SECONDS,
        silent_seconds: float = _SILENT_SECONDS,
        clock: Callable[[], float] = clock.now,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._untried = deque(commands)
        self._language = language
        self._recordings: dict[str, Recordings | None] = {}
        self._start_seconds = start_seconds
        self._answer_seconds = answer_seconds
        self._steady_seconds = steady_seconds
        self._silent_seconds = silent_seconds
        self._started_at = self._heard_at = 0.0
        self._clock = clock
        self._process: QProcess | None = None
        self._dying: list[QProcess] = []
        self._ready: Ready | None = None
        self._speaking = False
        self._configured: Configure | None = None
        self._early: tuple[Utterance, float] | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(lambda: self._give_up("no answer", hung=True))
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(round(_AGAIN_SECONDS * 1000))
        self._again.timeout.connect(self._start_over)
        self._try_next()

    def say(self, utterance: Utterance) -> None:
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
        self._write(wanted)
        is_asked = self._ready is None or self._watch.isActive()
        if not is_asked and self._clock() - self._heard_at > self._silent_seconds:
            self._write(Ping())
            self._expect_answer_within(self._answer_seconds)

    def close(self) -> None:
        """Ends the process, by force if it lingers."""
        self._watch.stop()
        self._again.stop()
        self._untried.clear()
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

    def _write(self, wanted: Request) -> None:
        if self._process is not None and self._process.isWritable():
            self._process.write(written(wanted).encode())

    def _start_over(self) -> None:
        self._untried.extend(self._commands)
        self._try_next()

    def _try_next(self) -> None:
        self._process = None
        self._ready = None
        self._started_at = self._clock()
        if self._untried:
            program, *arguments = self._untried.popleft()
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
            self._give_up("the speech process ended")
        elif process in self._dying and process.state() == QProcess.ProcessState.NotRunning:
            self._dying.remove(process)
            process.deleteLater()

    def _give_up(self, why: str, *, hung: bool = False) -> None:
        """Ends the process and starts another: the same again if it had worked for a while and was
        not stuck, else the next."""
        process = self._process
        if process is None:
            return
        log.info("%s: %s", " ".join(process.arguments()), why)
        is_steady = self._clock() - self._started_at >= self._steady_seconds
        if self._ready is not None and is_steady and not (hung and self._untried):
            self._untried.appendleft((process.program(), *process.arguments()))
        elif self._ready is not None and not self._untried:
            self._again.start()
        self._process = None
        self._watch.stop()
        self._fall_silent()
        process.kill()
        if process.state() != QProcess.ProcessState.NotRunning:
            self._dying.append(process)
        self._try_next()

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
        self._heard_at = self._clock()
        match said:
            case Alive():
                if not self._speaking:
                    self._watch.stop()
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
            case Failed(why):
                self._give_up(why)

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
