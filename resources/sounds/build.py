"""Builds the sounds beside this file (`python3 resources/sounds/build.py`), the same each time.

Each sound is a few soft struck tones: sines with quickly fading overtones, eased in over some
milliseconds so that nothing clicks. The inhale rises, the exhale falls, a rep is one short tap,
a change of side two taps left and right in pitch, a tick of the right leg higher than one of the
left, a change of move three rising tones, the last reps a bright pair, the finish a spread chord.
"""

import math
import struct
import wave
from pathlib import Path
from typing import NamedTuple

RATE = 24_000
PEAK = 0.5


class Tone(NamedTuple):
    """Starts at `at` seconds, `hertz` high, gliding to `to` hertz, fading within `fade` seconds."""

    at: float
    hertz: float
    fade: float
    loud: float = 1.0
    to: float = 0.0
    ease_in: float = 0.006


class Sound(NamedTuple):
    seconds: float
    tones: tuple[Tone, ...]


SOUNDS = {
    "inhale": Sound(0.9, (Tone(0, 293.66, 0.9, to=440.0, ease_in=0.18),)),
    "exhale": Sound(0.9, (Tone(0, 440.0, 0.9, to=293.66, ease_in=0.12),)),
    "rep": Sound(0.25, (Tone(0, 587.33, 0.2, 0.8),)),
    "side": Sound(0.4, (Tone(0, 493.88, 0.22, 0.8), Tone(0.13, 659.26, 0.25, 0.8))),
    "tick-right": Sound(0.09, (Tone(0, 1174.66, 0.08, 0.8, ease_in=0.002),)),
    "tick-left": Sound(0.09, (Tone(0, 783.99, 0.08, 0.8, ease_in=0.002),)),
    "change": Sound(1.1, (Tone(0, 392.0, 0.5), Tone(0.16, 493.88, 0.5), Tone(0.32, 587.33, 0.75))),
    "last": Sound(0.6, (Tone(0, 783.99, 0.3, 0.8), Tone(0.15, 987.77, 0.4, 0.8))),
    "finish": Sound(
        2.4,
        (
            Tone(0, 293.66, 2.2, 0.8),
            Tone(0.12, 369.99, 2.1, 0.8),
            Tone(0.24, 440.0, 2.0, 0.8),
            Tone(0.36, 587.33, 1.9, 0.9),
        ),
    ),
}
OVERTONES = ((1, 1.0), (2, 0.28), (3, 0.1))


def level(tone: Tone, since: float) -> float:
    """How far the air is moved by `tone`, `since` seconds after it was struck."""
    if since < 0 or since > tone.fade:
        return 0.0
    rate = math.log(tone.to / tone.hertz) / tone.fade if tone.to else 0.0
    turns = tone.hertz * (math.expm1(rate * since) / rate if rate else since)
    eased = math.sin(math.pi / 2 * min(1.0, since / tone.ease_in)) ** 2
    faded = math.cos(math.pi / 2 * since / tone.fade) ** 2 * math.exp(-1.5 * since / tone.fade)
    wobble = sum(
        loud * math.exp(-3 * (n - 1) * since / tone.fade) * math.sin(math.tau * n * turns)
        for n, loud in OVERTONES
    )
    return tone.loud * eased * faded * wobble


def samples(sound: Sound) -> list[int]:
    """16-bit samples; the loudest is the same in every sound."""
    count = round(sound.seconds * RATE)
    levels = [sum(level(tone, i / RATE - tone.at) for tone in sound.tones) for i in range(count)]
    scale = PEAK * 32767 / max(abs(value) for value in levels)
    return [round(value * scale) for value in levels]


def build(folder: Path) -> None:
    """Writes every sound into `folder` as NAME.wav."""
    for name, sound in SOUNDS.items():
        values = samples(sound)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    build(Path(__file__).parent)
