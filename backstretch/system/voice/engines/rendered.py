"""Speaks what a renderer makes, through the mixer: sample-exact, and stopped at once."""

import threading
from array import array

from backstretch.system.sound.mixer import USUAL_VOLUME, Mixer
from backstretch.system.sound.output import Output
from backstretch.system.voice.engines.engine import Ended, NoEngineError, Renderer
from backstretch.system.voice.loudness import LOUDEST_SHARE


class RenderedEngine:
    """Without a sound device it keeps silent for as long as the text would take."""

    waits = True

    def __init__(self, renderer: Renderer, mixer: Mixer, output: Output) -> None:
        self.name = renderer.name
        self._renderer = renderer
        self._mixer = mixer
        self._output = output

    def voices(self) -> tuple[str, ...]:
        return self._renderer.voices()

    def configure(self, voice: str, rate: float, volume: float) -> None:
        self._renderer.configure(voice, rate)
        # At the usual volume nothing has to be multiplied, half of the cost of mixing.
        self._mixer.set_volume("voice", volume / USUAL_VOLUME)

    def seconds(self, text: str) -> float:
        return self._renderer.seconds(text)

    def speak(self, text: str, at: float | None, ended: Ended) -> None:
        try:
            samples = self._renderer.render(text)
        except NoEngineError as error:
            ended(str(error))
            return
        if self._output.is_missing:
            _wait(samples, ended)
        else:
            self._mixer.add(samples, "voice", at, ended=lambda: ended(""), peak=LOUDEST_SHARE)
            self._output.wake()

    def stop(self) -> None:
        self._mixer.drop("voice")

    def close(self) -> None:
        self.stop()
        self._renderer.close()


def _wait(samples: "array[int]", ended: Ended) -> None:
    timer = threading.Timer(len(samples) / 24_000, ended, ("",))
    timer.daemon = True
    timer.start()
