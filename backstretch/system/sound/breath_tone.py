"""A quiet tone as long as a breath: it rises through an inhale, falls through an exhale. Pure."""

import math
from array import array
from functools import lru_cache

from backstretch.ports import BreathTone
from backstretch.system.sound.mixer import RATE

_LOW_HERTZ, _HIGH_HERTZ = 220.0, 330.0
LOUDEST_TONE_SHARE = 0.16
_EASE_SECONDS = 0.25
_OVERTONES = ((1, 1.0), (2, 0.22), (3, 0.08))
_STEPS = 1024
_WAVE = [
    sum(loud * math.sin(math.tau * n * step / _STEPS) for n, loud in _OVERTONES)
    for step in range(_STEPS)
]


@lru_cache(maxsize=16)
def breath_tone(breath: BreathTone, seconds: float) -> "array[int]":
    """Samples that take `seconds`, eased in and out, for `RATE` samples a second."""
    count = round(seconds * RATE)
    begin, end = (_LOW_HERTZ, _HIGH_HERTZ) if breath == "in" else (_HIGH_HERTZ, _LOW_HERTZ)
    growth = (end / begin) ** (1 / max(1, count))
    ease = max(1, min(round(_EASE_SECONDS * RATE), count // 2))
    full = LOUDEST_TONE_SHARE * 32767 / max(_WAVE)
    loud = [full * math.sin(math.pi / 2 * i / ease) ** 2 for i in range(ease)]
    samples = array("h", bytes(2 * count))
    place, step = 0.0, begin * _STEPS / RATE
    for i in range(count):
        near = min(i, count - 1 - i)
        level = loud[near] if near < ease else full
        samples[i] = int(level * _WAVE[int(place) % _STEPS])
        place += step
        step *= growth
    return samples
