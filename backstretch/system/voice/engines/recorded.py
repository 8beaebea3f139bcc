"""Renders the recorded voices: puts a line together from its pieces."""

from array import array
from collections import OrderedDict

from backstretch.system.sound.mixer import RATE
from backstretch.system.voice.engines.engine import NoEngineError
from backstretch.system.voice.recordings import RECORDED, Recorded, Recordings, choice, recordings
from backstretch.system.voice.stretch import stretched

_KEPT_LINES = 64


class RecordedRenderer:
    """Raises NoEngineError if the recordings are missing or damaged."""

    name = "recorded"

    def __init__(self, voice: Recorded = RECORDED[0]) -> None:
        self._voice: Recorded = voice
        self._rate = 1.0
        self._recordings, self._packed = _read(voice)
        self._rendered: OrderedDict[str, array[int]] = OrderedDict()

    def has(self, text: str) -> bool:
        return bool(self._recordings.pieces(text))

    def voices(self) -> tuple[str, ...]:
        return tuple(choice(each) for each in RECORDED)

    def configure(self, voice: str, rate: float) -> None:
        wanted = next((each for each in RECORDED if choice(each) == voice), RECORDED[0])
        if wanted != self._voice:
            self._recordings, self._packed = _read(wanted)
            self._voice = wanted
        self._rate = rate
        self._rendered.clear()

    def seconds(self, text: str) -> float:
        return self._recordings.seconds(text, self._rate) or 0.0

    def render(self, text: str) -> "array[int]":
        found = self._recordings.pieces(text)
        if not found:
            raise NoEngineError("it was not recorded")
        whole = array("h")
        for piece in found:
            whole += self._line(piece.key)
            whole += array("h", bytes(2 * round(piece.silence * RATE)))
        return whole

    def close(self) -> None:
        pass

    def _line(self, key: str) -> "array[int]":
        if key not in self._rendered:
            line = self._recordings.lines[key]
            stream = self._packed[: self._recordings.header] + self._packed[line.begin : line.end]
            self._rendered[key] = stretched(_decoded(stream), self._rate)
            if len(self._rendered) > _KEPT_LINES:
                self._rendered.popitem(last=False)
        return self._rendered[key]


def _read(voice: Recorded) -> tuple[Recordings, bytes]:
    try:
        found = recordings(voice)
        return found, found.file.read_bytes()
    except (OSError, ValueError, LookupError) as error:
        raise NoEngineError(f"the recorded voice is damaged: {error}") from error


def _decoded(stream: bytes) -> "array[int]":
    try:
        import miniaudio

        sound = miniaudio.vorbis_read(stream)
    except (ImportError, OSError) as error:
        raise NoEngineError(f"recordings cannot be decoded: {error}") from error
    except miniaudio.MiniaudioError as error:
        raise NoEngineError(f"a recording is damaged: {error}") from error
    if sound.nchannels != 1 or sound.sample_rate != RATE:
        raise NoEngineError("a recording has another form than the player")
    return array("h", sound.samples)
