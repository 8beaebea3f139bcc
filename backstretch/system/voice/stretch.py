"""Speech faster or slower at the same pitch: pieces of it are laid over one another where they fit
best (waveform-similarity overlap-add). Pure."""

from array import array
from operator import mul

_HOP = 360
"""Samples from one piece to the next, 15 ms at 24,000 a second."""
_SEARCH = 192
_STEP = 6
_COARSE = 4


def stretched(samples: "array[int]", rate: float) -> "array[int]":
    """16-bit `samples` that take 1/`rate` of the time; `rate` is 0.5 to 2."""
    if rate == 1.0 or len(samples) < 4 * _HOP:
        return samples
    rise = [i / _HOP for i in range(_HOP)]
    result = array("h", samples[:_HOP])
    place, wanted = 0, 0.0
    while True:
        wanted += _HOP * rate
        following = samples[place + _HOP : place + 2 * _HOP]
        near = round(wanted)
        if near + _SEARCH + 2 * _HOP > len(samples) or len(following) < _HOP:
            break
        place = _likest(samples, following, near)
        piece = samples[place : place + _HOP]
        result.extend(
            int(old + (new - old) * share)
            for old, new, share in zip(following, piece, rise, strict=True)
        )
    result.extend(samples[place + _HOP :])
    return result


def _likest(samples: "array[int]", following: "array[int]", near: int) -> int:
    """The place around `near` where the samples are most like `following`."""
    pattern = following[::_COARSE]
    first = max(0, near - _SEARCH)
    best, most = near, float("-inf")
    for place in range(first, near + _SEARCH + 1, _STEP):
        there = samples[place : place + _HOP : _COARSE]
        power = sum(map(mul, there, there))
        likeness = sum(map(mul, pattern, there)) / (power + 1) ** 0.5
        if likeness > most:
            best, most = place, likeness
    return best
