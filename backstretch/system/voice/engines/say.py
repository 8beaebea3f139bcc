"""macOS: `say`, run once per text."""

import shutil
import subprocess
import threading

from backstretch.system.programs import Running, start, stop
from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import Ended, NoEngineError

_LISTING_SECONDS = 5


class SayEngine:
    name = "say"
    waits = False

    def __init__(self, language: str) -> None:
        program = shutil.which("say")
        if program is None:
            raise NoEngineError("the program `say` is missing")
        self._program = program
        self._voices = _voices(program, language)
        self._voice = ""
        self._rate = 1.0
        self._volume = 1.0
        self._running: Running | None = None

    def voices(self) -> tuple[str, ...]:
        return self._voices

    def configure(self, voice: str, rate: float, volume: float) -> None:
        self._voice, self._rate, self._volume = voice, rate, volume

    def seconds(self, text: str) -> float:
        return pace.seconds(text, self._rate)

    def speak(self, text: str, _at: float | None, ended: Ended) -> None:
        voice = self._voice or (self._voices[0] if self._voices else "")
        words = round(pace.ORDINARY_WORDS_PER_MINUTE * self._rate)
        chosen = ("-v", voice) if voice else ()
        loud = f"[[volm {self._volume:.2f}]] {text}"
        self._running = start((self._program, *chosen, "-r", str(words), "--", loud))
        threading.Thread(target=_wait, args=(self._running, ended), daemon=True).start()

    def stop(self) -> None:
        stop(self._running)

    def close(self) -> None:
        self.stop()


def _wait(running: Running, ended: Ended) -> None:
    code = running.wait()
    ended(f"say gave up ({code})" if code > 0 else "")


def _voices(program: str, language: str) -> tuple[str, ...]:
    """The voices that speak `language`. A line of `say -v ?` reads `Anna de_DE # Hallo, …`."""
    done = subprocess.run(
        (program, "-v", "?"), capture_output=True, text=True, timeout=_LISTING_SECONDS, check=False
    )
    wanted = language.split("-")[0]
    names = []
    for line in done.stdout.splitlines():
        words = line.split("#")[0].split()
        if len(words) > 1 and words[-1].split("_")[0] == wanted:
            names.append(" ".join(words[:-1]))
    return tuple(names)
