"""Speech Dispatcher, the speech service of Linux desktops, through its own protocol (SSIP) on its
local socket. It respects the user's choice of synthesizer and sound output."""

import math
import os
import shutil
import subprocess
import time
from pathlib import Path

from backstretch.session import clock
from backstretch.system.programs import environment
from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import Ended, NoEngineError
from backstretch.system.voice.engines.ssip import Connection, SsipError

_SPAWN_SECONDS = 3.0
_SPAWN_LOOK_SECONDS = 0.05
_GREETING_SECONDS = 1.2
"""A service that works replies within milliseconds; one that is stuck while shutting down never
does."""
_MOST_VOICES = 40
_INTRODUCTION = "SET self CLIENT_NAME backstretch:backstretch:voice"
_TOLD = {"702": "", "703": "cancelled"}


class SpeechdEngine:
    """Connects to this machine only: a network address for the service is ignored."""

    name = "Speech Dispatcher"
    waits = False

    def __init__(self, language: str) -> None:
        if is_stuck():
            raise NoEngineError("Speech Dispatcher does not answer")
        path = _connect()
        self._ended: Ended = lambda _: None
        self._message = 0
        self._done_with = 0
        self._rate = 1.0
        self._began = 0.0
        self._expected = 0.0
        self._stretch = 1.0
        try:
            self._connection = Connection(path)
            self._connection.ask(_INTRODUCTION)
            self._connection.ask("SET self NOTIFICATION ALL ON")
            self._connection.ask(f"SET self LANGUAGE {language}")
            if set(self._connection.ask("LIST OUTPUT_MODULES")) <= {"dummy"}:
                raise NoEngineError("Speech Dispatcher has no voice")
            if _would_speak_as_we_do(self._connection):
                self._connection.close()
                raise NoEngineError("it uses espeak-ng, which we run ourselves, to the moment")
            self._voices = self._list_voices(language)
        except SsipError as error:
            raise NoEngineError(f"Speech Dispatcher said: {error}") from error
        self._connection.listen(self._heard)

    def voices(self) -> tuple[str, ...]:
        return self._voices

    def configure(self, voice: str, rate: float, volume: float) -> None:
        self._rate = rate
        steps = round(max(-100, min(100, 100 * math.log2(rate))))
        self._connection.ask(f"SET self RATE {steps}")
        self._connection.ask(f"SET self VOLUME {round(200 * volume) - 100}")
        if voice in self._voices:
            self._connection.ask(f"SET self SYNTHESIS_VOICE {voice}")

    def seconds(self, text: str) -> float:
        """Estimated, then corrected by how long this voice took before."""
        return self._stretch * pace.seconds(text, self._rate)

    def speak(self, text: str, _at: float | None, ended: Ended) -> None:
        self._ended = ended
        self._expected = pace.seconds(text, self._rate)
        try:
            self._connection.ask("SPEAK", 230)
            queued = self._connection.ask(f"{_escaped(text)}\r\n.")
        except SsipError as error:
            self._over(str(error))
            return
        self._message = int(queued[0]) if queued else 0

    def stop(self) -> None:
        self._ended = lambda _: None
        self._done_with = self._message
        self._connection.ask("CANCEL self")

    def close(self) -> None:
        self._connection.close()

    def _list_voices(self, language: str) -> tuple[str, ...]:
        """The plain voices of the language. A line reads `name TAB language TAB variant`."""
        wanted = language.split("-")[0].lower()
        names = []
        for line in self._connection.ask("LIST SYNTHESIS_VOICES"):
            name, spoken, *variant = line.split("\t")
            plain = not variant or variant[0] in ("none", "")
            if plain and spoken.split("-")[0].lower() == wanted:
                names.append(name)
        return tuple(names[:_MOST_VOICES])

    def _heard(self, code: str, message: str) -> None:
        """Message numbers grow. An event can arrive before the reply that carries its message's
        number."""
        if not message.isdigit() or int(message) <= self._done_with:
            return
        if code == "701":
            self._began = clock.now()
        elif code in _TOLD:
            self._done_with = int(message)
            if code == "702" and self._began:
                self._learn(clock.now() - self._began)
            self._over(_TOLD[code])

    def _learn(self, took: float) -> None:
        stretch = max(0.6, min(2.5, took / self._expected))
        self._stretch = 0.7 * self._stretch + 0.3 * stretch

    def _over(self, why: str) -> None:
        ended, self._ended = self._ended, lambda _: None
        ended(why)


def _would_speak_as_we_do(connection: Connection) -> bool:
    """True if the user's synthesizer is espeak-ng and its program is here."""
    chosen = "".join(connection.ask("GET OUTPUT_MODULE"))
    return chosen.startswith("espeak") and shutil.which("espeak-ng") is not None


def _escaped(text: str) -> str:
    line = " ".join(text.split())
    return f".{line}" if line.startswith(".") else line


def _socket_path() -> Path:
    address = os.environ.get("SPEECHD_ADDRESS", "")
    if address.startswith("unix_socket:"):
        return Path(address.partition(":")[2])
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    base = Path(runtime) if runtime else Path.home() / ".cache"
    return base / "speech-dispatcher" / "speechd.sock"


def is_stuck() -> bool:
    """True if the service listens but does not reply. Quick if it works or is absent."""
    path = _socket_path()
    if not Connection.answers(path):
        return False
    connection = None
    try:
        connection = Connection(path)
        connection.ask(_INTRODUCTION, within=_GREETING_SECONDS)
    except SsipError:
        return True
    finally:
        if connection is not None:
            connection.close()
    return False


def _connect() -> Path:
    """The path of the service's socket once something listens there; starts the service if
    needed."""
    path = _socket_path()
    if Connection.answers(path):
        return path
    program = shutil.which("speech-dispatcher")
    if program is None:
        raise NoEngineError("Speech Dispatcher is not installed")
    try:
        subprocess.run(
            (program, "--spawn"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SPAWN_SECONDS,
            env=environment(),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoEngineError("Speech Dispatcher does not start") from error
    for _ in range(round(_SPAWN_SECONDS / _SPAWN_LOOK_SECONDS)):
        if Connection.answers(path):
            return path
        time.sleep(_SPAWN_LOOK_SECONDS)
    raise NoEngineError("Speech Dispatcher does not listen")
