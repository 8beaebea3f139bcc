"""Brings speech to one loudness, whichever voice it comes from. Pure.

As loud as the recordings are, which `resources/voices/build.py` levels in the same way: the mean
power of those moments in which there is speech.
"""

import math
from array import array
from operator import mul

ACTIVE = 32767 * 10 ** (-21 / 20)
"""Root mean square of speech while it lasts."""
PEAK = 32767 * 10 ** (-3 / 20)
LOUDEST_SHARE = 0.85
"""No sample of any rendered speech is more than this of full scale: encoding lets some recordings
exceed the peak that they were levelled to."""
_BLOCK = 480
_SILENT = 10 ** (-25 / 10)
"""Moments below this share of the loudest moment's power do not count."""


def levelled(samples: "array[int]") -> "array[int]":
    """16-bit `samples` at 24,000 a second, at the loudness of the recordings."""
    blocks = [samples[i : i + _BLOCK] for i in range(0, len(samples), _BLOCK)]
    powers = [sum(map(mul, block, block)) / len(block) for block in blocks]
    loudest = max(powers, default=0)
    if not loudest:
        return samples
    active = [power for power in powers if power > _SILENT * loudest]
    gain = ACTIVE / math.sqrt(sum(active) / len(active))
    gain = min(gain, PEAK / max(max(samples), -min(samples), 1))
    return array("h", [int(value * gain) for value in samples])
