"""Our end of the speech process. Never waits: a process that does not reply in time is killed, and
the next engine is tried."""

import importlib.util
import logging
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from backstretch.ports import Availability, Utterance
from backstretch.session import clock
from backstretch.system.voice.process import FLAG
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
    report,
    written,
)

log = logging.getLogger(__name__)

_START_SECONDS = 6.0
_ANSWER_SECONDS = 3.0
_PATIENCE = 1.5
_FAREWELL_MILLISECONDS = 200


def engines() -> tuple[str, ...]:
    """The engines worth trying on this system, best first."""
    qt = ("qt",) if _has_qt_speech() else ()
    native = {"darwin": ("say",), "win32": ("sapi",)}.get(sys.platform, ("speechd", "espeak"))
    return (*qt, *native)


def command(engine: str, language: str) -> tuple[str, ...]:
    """The command that starts this same program as a speech process."""
    frozen = getattr(sys, "frozen", False)
    program = (sys.executable,) if frozen else (sys.executable, "-m", "backstretch")
    return (*program, FLAG, engine, language)


class SpokenVoice(QObject):
    """A voice, as ports.Voice describes it. `changed` is emitted when another engine speaks, or
    none."""

    changed = Signal()
    began = Signal(str)
    ended = Signal()

    def __init__(
        self,
        commands: tuple[tuple[str, ...], ...],
        parent: QObject | None = None,
        *,
        start_seconds: float = _START_SECONDS,
        answer_seconds: float = _ANSWER_SECONDS,
        clock: Callable[[], float] = clock.now,
    ) -> None:
        super().__init__(parent)
        self._commands = deque(commands)
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
        self._watch.timeout.connect(lambda: self._give_up("no answer"))
        self._try_next()

    def say(self, utterance: Utterance) -> None:
        if self._ready is None:
            self._early = (utterance, self._clock())
            return
        self._send(utterance)
        if not self._speaking:
            self._expect_answer_within(self._answer_seconds)

    def hush(self) -> None:
        self._early = None
        if self._ready is not None:
            self._send(Hush())

    def configure(self, *, voice: str, rate: float, volume: float) -> None:
        self._configured = Configure(voice, rate, volume)
        if self._ready is not None:
            self._send(self._configured)

    def voices(self) -> tuple[str, ...]:
        return tuple(self._ready.voices) if self._ready else ()

    def availability(self) -> Availability:
        if self._ready is not None:
            return Availability(True, self._ready.name)
        if self._process is not None:
            return Availability(False, "", _starting())
        return Availability(False, "", _advice())

    def close(self) -> None:
        """Ends the process, by force if it lingers."""
        self._watch.stop()
        self._commands.clear()
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

    def _try_next(self) -> None:
        self._process = None
        self._ready = None
        if self._commands:
            program, *arguments = self._commands.popleft()
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

    def _give_up(self, why: str) -> None:
        process = self._process
        if process is None:
            return
        log.info("%s: %s", " ".join(process.arguments()), why)
        self._process = None
        self._watch.stop()
        self._fall_silent()
        process.kill()
        if process.state() != QProcess.ProcessState.NotRunning:
            self._dying.append(process)
        self._try_next()

    def _send(self, wanted: Request) -> None:
        if self._process is not None:
            self._process.write(written(wanted).encode())

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
        self._ready = ready
        if self._configured is not None:
            self._send(self._configured)
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


def _has_qt_speech() -> bool:
    try:
        return importlib.util.find_spec("PySide6.QtTextToSpeech") is not None
    except ImportError:
        return False


def _starting() -> str:
    return QCoreApplication.translate("Voice", "The voice is starting.")


def _advice() -> str:
    if sys.platform in ("darwin", "win32"):
        return QCoreApplication.translate(
            "Voice", "No voice was found. Add one in the system's speech settings."
        )
    return QCoreApplication.translate(
        "Voice",
        "No voice was found. On Debian and Ubuntu: sudo apt install espeak-ng pulseaudio-utils "
        "(or speech-dispatcher with speech-dispatcher-espeak-ng).",
    )
