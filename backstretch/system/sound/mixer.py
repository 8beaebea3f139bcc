"""Mixes sounds into one stereo stream, each from the frame on at which it is due. Pure: time is an
argument. One thread adds and drops, another asks for frames.

A device asks for frames some time before they are heard. Whenever what it holds is no longer what
should be heard, the mix is `stale`: close the device, `rewind`, and open it again.

All samples are 16-bit, 24,000 a second.
"""

import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import Literal

from backstretch.system.sound.frame_clock import FrameClock

RATE = 24_000
PEAK = round(32767 * 10 ** (-1.2 / 20))
"""Nothing that is mixed gets louder than this."""
_BLOCK = RATE // 40
"""The limiter turns up and down in steps of this many frames."""
_KEPT_FRAMES = RATE // 2
"""A sound is kept for so long after its last frame was mixed, in case that is taken back."""
_LATE_FRAMES = RATE // 50
"""A sound that would come later than this makes the mix stale."""
_STEADY_FRAMES = RATE // 4
_LATEST_SECONDS = 0.15
"""A tone that would come later than this is left out: off the movement it would mislead."""
_RECOVERY = 1.02
_KEPT_TONES = 24
EASE_FRAMES = RATE // 200
"""What goes on after it was taken back is at its full volume after so many frames: no click."""
USUAL_VOLUME = 0.8
"""The volume of speech that is chosen unless somebody changes it."""

Group = Literal["voice", "sounds"]
Side = Sequence[int]
"""The samples of one side, left or right."""


@dataclass(slots=True, eq=False)
class _Item:
    """`begin` is its first frame, None before that is mixed; `peak` is the most that its samples
    reach, of full scale."""

    samples: "array[int]"
    group: Group
    at: float | None
    pan: float
    ended: Callable[[], object] | None
    peak: float = 1.0
    begin: int | None = None

    def is_over_by(self, frame: int) -> bool:
        return self.begin is not None and self.begin + len(self.samples) <= frame


class Mixer:
    def __init__(self, latency: float = 0.0) -> None:
        """`latency` is the seconds from asking for frames to hearing them."""
        self._clock = FrameClock(RATE, latency)
        self._lock = threading.Lock()
        self._items: list[_Item] = []
        self._volumes: dict[Group, float] = {"voice": 1.0, "sounds": 1.0}
        self._frame = 0
        self._restarted = 0
        self._tones = _Tones()
        self._gain = 1.0
        self._stale = False
        self._eases = False

    def add(
        self,
        samples: "array[int]",
        group: Group,
        at: float | None = None,
        pan: float = 0.0,
        ended: Callable[[], object] | None = None,
        peak: float = 1.0,
    ) -> None:
        """Plays mono `samples` so that they are heard from `at` on (seconds of the session clock;
        None: at once). `pan` is -1 for left to 1 for right. `ended` is called, in the thread that
        mixes, when the last sample is mixed or when it is dropped late, never after `drop`. No
        sample is more than `peak` of full scale: what cannot be too loud is not looked at."""
        with self._lock:
            self._items.append(_Item(samples, group, at, pan, ended, peak))
            if self._clock.runs:
                is_late = at is None or self._clock.frame_at(at) < self._frame - _LATE_FRAMES
                self._stale = self._stale or is_late

    def drop(self, group: Group) -> None:
        """Forgets all of `group`, even what sounds now."""
        with self._lock:
            self._change(group)
            self._items = [item for item in self._items if item.group != group]

    def drop_coming(self, group: Group, now: float) -> None:
        """Forgets what is not heard yet of `group` at `now`."""
        with self._lock:
            heard = self._heard(now)
            for item in [item for item in self._items if item.group == group]:
                if item.begin is None or item.begin > heard:
                    self._stale = self._stale or item.begin is not None
                    self._items.remove(item)

    def end_all(self) -> None:
        """Ends everything unheard, as there is no device any more."""
        with self._lock:
            ended, self._items = self._items, []
        _tell(ended)

    def set_volume(self, group: Group, volume: float) -> None:
        """0 is silent, 1 is as loud as the samples are, which costs least. While a slider is drawn,
        what was mixed ahead is left as it is: a device that opens again and again would stutter."""
        with self._lock:
            if volume != self._volumes[group]:
                self._volumes[group] = volume
                if self._frame - self._restarted > _STEADY_FRAMES:
                    self._change(group)

    @property
    def is_empty(self) -> bool:
        """True if there is nothing left to mix."""
        return all(item.is_over_by(self._frame) for item in self._items)

    @property
    def is_stale(self) -> bool:
        """True if what was mixed ahead is not what should be heard."""
        return self._stale

    def rewind(self, now: float) -> None:
        """Takes back what was mixed but is not heard yet at `now`, as its device was closed."""
        with self._lock:
            self._frame = self._heard(now)
            for item in self._items:
                if item.begin is not None and item.begin >= self._frame:
                    item.begin = None
            self._eases = any(item.begin is not None for item in self._items)
            self._stale = False

    def restart(self, latency: float = 0.0) -> None:
        """Call when another device begins to ask for frames."""
        with self._lock:
            self._clock.restart(latency)
            self._restarted = self._frame
            self._stale = False

    def mix(self, frames: int, now: float) -> "array[int]":
        """The next `frames`, left and right in turn, asked for at `now`."""
        with self._lock:
            self._clock.asked(self._frame, now)
            end = self._frame + frames
            missed = [item for item in self._items if self._begin(item, end)]
            begun = [item for item in self._items if item.begin is not None]
            left, right = self._eased(*self._sum(begun, frames))
            self._frame = end
            self._items = [
                item
                for item in self._items
                if item not in missed and not item.is_over_by(end - _KEPT_FRAMES)
            ]
            over = missed + [item for item in begun if item.is_over_by(end)]
        _tell(over)
        return _interleaved(left, right, frames)

    def _begin(self, item: _Item, end: int) -> bool:
        """Begins `item` if it is due before the frame `end`. True if it is a tone that comes too
        late."""
        if item.begin is None:
            due = self._frame if item.at is None else self._clock.frame_at(item.at)
            if item.group == "sounds" and due < self._frame - _LATEST_SECONDS * RATE:
                return True
            if due < end:
                item.begin = max(due, self._frame)
        return False

    def _heard(self, now: float) -> int:
        """The frame that is heard at `now`, of those mixed last."""
        if not self._clock.runs:
            return self._frame
        oldest = max(0, self._frame - _KEPT_FRAMES)
        return max(oldest, min(self._frame, self._clock.frame_at(now)))

    def _change(self, group: Group) -> None:
        """What was mixed of `group` is not what should be heard."""
        begun = any(item.group == group and item.begin is not None for item in self._items)
        self._stale = self._stale or begun

    def _sum(self, begun: list[_Item], frames: int) -> tuple[Side | None, Side | None]:
        """Left and right; None where it is silent."""
        left: Side | None = None
        right: Side | None = None
        most = 0.0
        for item in begun:
            assert item.begin is not None
            volume = self._volumes[item.group]
            place = max(0, self._frame - item.begin)
            start = max(0, item.begin - self._frame)
            if not volume or start >= frames or place >= len(item.samples):
                continue
            most += volume * item.peak
            part = slice(place, place + frames - start)
            one = _placed(self._part(item, part, volume * min(1.0, 1 - item.pan)), start, frames)
            other = one
            if item.pan:
                other = _placed(
                    self._part(item, part, volume * min(1.0, 1 + item.pan)), start, frames
                )
            left, right = _added(left, one, right, other)
        if left is None or right is None or (self._gain == 1.0 and most * 32768 <= PEAK):
            # Silent, or it cannot be too loud. To look at every sample is a large part of the cost.
            self._gain = self._gain if left is not None else 1.0
            return left, right
        return self._limited(left, right)

    def _eased(self, left: Side | None, right: Side | None) -> tuple[Side | None, Side | None]:
        """Softly from silence, if something goes on here that was interrupted."""
        eases, self._eases = self._eases, False
        if not eases or left is None or right is None:
            return left, right
        one = _eased(left)
        return one, one if left is right else _eased(right)

    def _part(self, item: _Item, part: slice, volume: float) -> "array[int]":
        """That part of its samples, at `volume`. The same few tones are heard again and again."""
        if item.group == "sounds":
            return self._tones.scaled(item.samples, volume)[part]
        return _scaled(item.samples[part], volume)

    def _limited(self, left: Side, right: Side) -> tuple[Side, Side]:
        """Turned down while it would be too loud, and back up slowly."""
        if self._gain == 1.0 and _peak(left, right) <= PEAK:
            return left, right
        sides: tuple[list[int], list[int]] = ([], [])
        for begin in range(0, len(left), _BLOCK):
            blocks = left[begin : begin + _BLOCK], right[begin : begin + _BLOCK]
            self._gain = min(1.0, self._gain * _RECOVERY, PEAK / _peak(*blocks))
            for side, block in zip(sides, blocks, strict=True):
                side.extend(int(value * self._gain) for value in block)
        return sides


def _added(left: Side | None, one: Side, right: Side | None, other: Side) -> tuple[Side, Side]:
    """Both sides are one and the same where they are equal, so that they are added up once."""
    if left is None or right is None:
        return one, other
    total = list(map(add, left, one))
    return total, total if left is right and one is other else list(map(add, right, other))


def _eased(side: Side) -> Side:
    begin = [value * place // EASE_FRAMES for place, value in enumerate(side[:EASE_FRAMES])]
    return [*begin, *side[EASE_FRAMES:]]


def _peak(left: Side, right: Side) -> int:
    sides = (left,) if left is right else (left, right)
    return max(1, *(max(max(side), -min(side)) for side in sides))


class _Tones:
    """The tones at the volumes at which they were heard last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, float], tuple[array[int], array[int]]] = OrderedDict()

    def scaled(self, samples: "array[int]", volume: float) -> "array[int]":
        key = (id(samples), volume)
        if key not in self._kept:
            self._kept[key] = samples, _scaled(samples, volume)
            if len(self._kept) > _KEPT_TONES:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key][1]


def _scaled(samples: "array[int]", volume: float) -> "array[int]":
    if volume == 1.0:
        return samples
    return array("h", list(map(_products(volume).__getitem__, samples)))


@lru_cache(maxsize=16)
def _products(volume: float) -> list[int]:
    """Each 16-bit value times `volume`, negative ones at the end, where a negative index finds
    them. Looking them up takes half as long as multiplying."""
    values = (*range(32768), *range(-32768, 0))
    return [max(-32768, min(32767, int(value * volume))) for value in values]


def _tell(ended: list[_Item]) -> None:
    for item in ended:
        tell, item.ended = item.ended, None
        if tell is not None:
            tell()


def _placed(piece: "array[int]", start: int, frames: int) -> "array[int]":
    """`piece`, `start` frames late, in `frames` frames."""
    if len(piece) == frames:
        return piece
    whole = array("h", bytes(2 * frames))
    whole[start : start + len(piece)] = piece
    return whole


def _interleaved(left: Side | None, right: Side | None, frames: int) -> "array[int]":
    both = array("h", bytes(4 * frames))
    if left is not None and right is not None:
        one = _packed(left)
        both[0::2] = one
        both[1::2] = one if left is right else _packed(right)
    return both


def _packed(side: Side) -> "array[int]":
    return side if isinstance(side, array) else array("h", side)
