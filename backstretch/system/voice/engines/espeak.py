"""espeak-ng, run once per text. It renders to a WAV file, so the length is known before it is
played like any other sound. Without a program that plays sounds it speaks directly."""

import shutil
import subprocess
import tempfile
import threading
import wave
from collections import OrderedDict
from pathlib import Path

from backstretch.system.programs import Running, environment, start, stop
from backstretch.system.sound.players import Program, ranked
from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import Ended, NoEngineError

_HEADER_BYTES = 44
_SAMPLES_PER_SECOND = 22_050
_SILENCE = 150
_KEPT_TEXTS = 64
_RENDERING_SECONDS = 5
_PLAYER_START_SECONDS = 0.05


class EspeakEngine:
    name = "espeak-ng"
    turn_seconds: float | None = None

    def __init__(self, language: str) -> None:
        program = shutil.which("espeak-ng") or shutil.which("espeak")
        if program is None:
            raise NoEngineError("espeak-ng is not installed")
        self._program = program
        self._language = language
        self._voices = _voices(program, language)
        self._voice = ""
        self._rate = 1.0
        self._volume = 1.0
        self._rendered: OrderedDict[str, bytes] = OrderedDict()
        self._output = Program(ranked())
        self._folder = tempfile.TemporaryDirectory(prefix="backstretch-voice-")
        self._running: Running | None = None
        self._said = 0

    def voices(self) -> tuple[str, ...]:
        return tuple(self._voices)

    def configure(self, voice: str, rate: float, volume: float) -> None:
        self._voice, self._rate, self._volume = voice, rate, volume
        self._rendered.clear()

    def seconds(self, text: str) -> float:
        samples = len(self._render(text)) / 2
        if not samples:
            return pace.seconds(text, self._rate)
        return _PLAYER_START_SECONDS + samples / _SAMPLES_PER_SECOND

    def speak(self, text: str, ended: Ended) -> None:
        samples = self._render(text)
        running = self._play(samples) if samples else None
        self._running = running or start((*self._command(), "--", text))
        room = self.seconds(text) if running else None
        threading.Thread(target=_wait, args=(self._running, room, ended), daemon=True).start()

    def stop(self) -> None:
        stop(self._running)

    def pump(self) -> None:
        pass

    def close(self) -> None:
        self.stop()
        self._folder.cleanup()

    def _command(self) -> tuple[str, ...]:
        voice = self._voices.get(self._voice) or self._language.split("-")[0] or "en"
        words = round(pace.ORDINARY_WORDS_PER_MINUTE * self._rate)
        return (self._program, "-v", voice, "-s", str(words), "-a", str(round(self._volume * 100)))

    def _render(self, text: str) -> bytes:
        """16-bit samples of `text`; empty if it could not be rendered."""
        if text not in self._rendered:
            done = subprocess.run(
                (*self._command(), "--stdout", "--stdin"),
                input=text.encode(),
                capture_output=True,
                timeout=_RENDERING_SECONDS,
                env=environment(),
                check=False,
            )
            self._rendered[text] = _trimmed(done.stdout[_HEADER_BYTES:])
            if len(self._rendered) > _KEPT_TEXTS:
                self._rendered.popitem(last=False)
        return self._rendered[text]

    def _play(self, samples: bytes) -> Running | None:
        self._said = 1 - self._said
        file = Path(self._folder.name) / f"said-{self._said}.wav"
        with wave.open(str(file), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(_SAMPLES_PER_SECOND)
            sound.writeframes(samples)
        return self._output.play(file)


def _wait(running: Running, room: float | None, ended: Ended) -> None:
    """Waits for the length of the sound, not for the player, which lingers until the sound server
    has emptied its buffers."""
    try:
        code = running.wait(room)
    except subprocess.TimeoutExpired:
        code = 0
    ended(f"the player gave up ({code})" if code > 0 else "")


def _trimmed(samples: bytes) -> bytes:
    """`samples` without the silence at the end."""
    values = memoryview(samples[: len(samples) // 2 * 2]).cast("h")
    end = len(values)
    while end and -_SILENCE < values[end - 1] < _SILENCE:
        end -= 1
    return samples[: end * 2]


def _voices(program: str, language: str) -> dict[str, str]:
    """espeak-ng's voices for `language`, name to file, the ordinary one first."""
    done = subprocess.run(
        (program, f"--voices={language.split('-')[0]}"),
        capture_output=True,
        text=True,
        timeout=_RENDERING_SECONDS,
        env=environment(),
        check=False,
    )
    rows = [line.split() for line in done.stdout.splitlines()[1:]]
    return {
        row[3].replace("_", " "): row[4] for row in rows if len(row) > 4 and "mb/" not in row[4]
    }
