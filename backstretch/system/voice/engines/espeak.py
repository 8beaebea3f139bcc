"""espeak-ng, run once per text. It renders, so the length is known before it is heard."""

import shutil
import subprocess
import sys
from array import array
from collections import OrderedDict

from backstretch.system.programs import environment, mortal
from backstretch.system.sound.mixer import RATE
from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import NoEngineError
from backstretch.system.voice.loudness import levelled

_HEADER_BYTES = 44
_SAMPLES_PER_SECOND = 22_050
_SILENCE = 150
_KEPT_TEXTS = 64
_RENDERING_SECONDS = 5


class EspeakRenderer:
    name = "espeak-ng"

    def __init__(self, language: str) -> None:
        program = shutil.which("espeak-ng") or shutil.which("espeak")
        if program is None:
            raise NoEngineError("espeak-ng is not installed")
        self._program = program
        self._language = language
        self._voices = _voices(program, language)
        self._voice = ""
        self._rate = 1.0
        self._rendered: OrderedDict[str, array[int]] = OrderedDict()

    def voices(self) -> tuple[str, ...]:
        return tuple(self._voices)

    def configure(self, voice: str, rate: float) -> None:
        if (voice, rate) != (self._voice, self._rate):
            self._rendered.clear()
        self._voice, self._rate = voice, rate

    def seconds(self, text: str) -> float:
        try:
            return len(self.render(text)) / RATE
        except NoEngineError:
            return pace.seconds(text, self._rate)

    def render(self, text: str) -> "array[int]":
        if text not in self._rendered:
            self._rendered[text] = self._samples(text)
            if len(self._rendered) > _KEPT_TEXTS:
                self._rendered.popitem(last=False)
        return self._rendered[text]

    def close(self) -> None:
        pass

    def _samples(self, text: str) -> "array[int]":
        try:
            done = subprocess.run(
                mortal((*self._command(), "--stdout", "--stdin")),
                input=text.encode(),
                capture_output=True,
                timeout=_RENDERING_SECONDS,
                env=environment(),
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoEngineError(f"espeak-ng does not render: {error}") from error
        sound = done.stdout[_HEADER_BYTES:]
        samples = array("h", sound[: len(sound) // 2 * 2])
        if not samples:
            raise NoEngineError(f"espeak-ng rendered nothing ({done.returncode})")
        if sys.byteorder == "big":
            samples.byteswap()
        return levelled(_resampled(_trimmed(samples)))

    def _command(self) -> tuple[str, ...]:
        voice = self._voices.get(self._voice) or self._language.split("-")[0] or "en"
        words = round(pace.ORDINARY_WORDS_PER_MINUTE * self._rate)
        return (self._program, "-v", voice, "-s", str(words))


def _resampled(samples: "array[int]") -> "array[int]":
    try:
        import miniaudio
    except (ImportError, OSError) as error:
        raise NoEngineError(f"nothing plays sound here: {error}") from error
    form = miniaudio.SampleFormat.SIGNED16
    source = samples.tobytes()
    return array(
        "h", bytes(miniaudio.convert_frames(form, 1, _SAMPLES_PER_SECOND, source, form, 1, RATE))
    )


def _trimmed(samples: "array[int]") -> "array[int]":
    """`samples` without the silence at both ends."""
    begin, end = 0, len(samples)
    while begin < end and -_SILENCE < samples[begin] < _SILENCE:
        begin += 1
    while end > begin and -_SILENCE < samples[end - 1] < _SILENCE:
        end -= 1
    return samples[begin:end]


def _voices(program: str, language: str) -> dict[str, str]:
    """espeak-ng's voices for `language`, name to file, the ordinary one first."""
    done = subprocess.run(
        mortal((program, f"--voices={language.split('-')[0]}")),
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
