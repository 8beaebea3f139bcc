"""Mixes sounds into one stereo stream, each from the frame on at which it is due. Pure: time is an
argument. One thread adds and drops, another asks for frames.

All samples are 16-bit, 24,000 a second.
"""

import threading
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import add
from typing import Literal

from backstretch.system.sound.frame_clock import FrameClock

RATE = 24_000
PEAK = round(32767 * 10 ** (-1.2 / 20))
"""Nothing that is mixed gets louder than this."""
_FADE_FRAMES = RATE // 100
_LATEST_SECONDS = 0.15
"""A tone that would come later than this is left out: off the movement it would mislead."""
_RECOVERY = 1.02

Group = Literal["voice", "sounds"]


@dataclass(slots=True)
class _Item:
    samples: "array[int]"
    group: Group
    at: float | None
    pan: float
    ended: Callable[[], object] | None
    place: int = 0
    fading: bool = False


class Mixer:
    def __init__(self, latency: float = 0.0) -> None:
        """`latency` is the seconds from asking for frames to hearing them."""
        self._clock = FrameClock(RATE, latency)
        self._lock = threading.Lock()
        self._items: list[_Item] = []
        self._volumes: dict[Group, float] = {"voice": 1.0, "sounds": 1.0}
        self._frame = 0
        self._gain = 1.0

    def add(
        self,
        samples: "array[int]",
        group: Group,
        at: float | None = None,
        pan: float = 0.0,
        ended: Callable[[], object] | None = None,
    ) -> None:
        """Plays mono `samples` so that they are heard from `at` on (seconds of the session clock;
        None: at once). `pan` is -1 for left to 1 for right. `ended` is called, in the thread that
        mixes, after the last sample or when it is dropped late, never after `drop`."""
        with self._lock:
            self._items.append(_Item(samples, group, at, pan, ended))

    def drop(self, group: Group) -> None:
        """Forgets what is still to come of `group`, and fades out what sounds now."""
        with self._lock:
            self._items = [item for item in self._items if item.group != group or item.place]
            for item in self._items:
                if item.group == group:
                    item.fading, item.ended = True, None

    def drop_coming(self, group: Group) -> None:
        """Forgets what has not begun of `group`."""
        with self._lock:
            self._items = [item for item in self._items if item.group != group or item.place]

    def end_all(self) -> None:
        """Ends everything unheard, as there is no device any more."""
        with self._lock:
            over, self._items = self._items, []
        for item in over:
            if item.ended is not None:
                item.ended()

    def set_volume(self, group: Group, volume: float) -> None:
        """From the next frames on; 0 is silent, 1 is as loud as the samples are."""
        self._volumes[group] = volume

    @property
    def is_empty(self) -> bool:
        return not self._items

    def restart(self) -> None:
        """Call when another device begins to ask for frames."""
        with self._lock:
            self._clock.restart()

    def mix(self, frames: int, now: float) -> "array[int]":
        """The next `frames`, left and right in turn, asked for at `now`."""
        with self._lock:
            self._clock.asked(self._frame, now)
            begun = [(item, start) for item in self._items if (start := self._start(item)) < frames]
            left, right = self._sum(begun, frames)
            over = [item for item, _ in begun if item.place >= len(item.samples) or item.fading]
            self._items = [item for item in self._items if item not in over]
            self._frame += frames
        for item in over:
            if item.ended is not None:
                item.ended()
        return _interleaved(left, right, frames)

    def _start(self, item: _Item) -> int:
        """How many frames of the next ones pass before `item` is heard."""
        if item.at is None or item.place:
            return 0
        start = self._clock.frame_at(item.at) - self._frame
        if item.group == "sounds" and start < -_LATEST_SECONDS * RATE:
            item.place = len(item.samples)
        return max(0, start)

    def _sum(
        self, begun: list[tuple[_Item, int]], frames: int
    ) -> tuple[list[int] | None, list[int] | None]:
        """Left and right; None where it is silent."""
        left: list[int] | None = None
        right: list[int] | None = None
        for item, start in begun:
            volume = self._volumes[item.group]
            piece = item.samples[item.place : item.place + frames - start]
            item.place += len(piece)
            if not piece or not volume:
                continue
            one = _placed(piece, volume * min(1.0, 1 - item.pan), start, frames, item.fading)
            other = one
            if item.pan:
                other = _placed(piece, volume * min(1.0, 1 + item.pan), start, frames, item.fading)
            left = one if left is None else list(map(add, left, one))
            right = other if right is None else list(map(add, right, other))
        return self._limited(left, right)

    def _limited(
        self, left: list[int] | None, right: list[int] | None
    ) -> tuple[list[int] | None, list[int] | None]:
        """Turned down while it would be too loud, and back up slowly."""
        if left is None or right is None:
            self._gain = 1.0
            return left, right
        peak = max(max(left), -min(left), max(right), -min(right), 1)
        self._gain = min(1.0, self._gain * _RECOVERY, PEAK / peak)
        if self._gain < 1.0:
            left = [int(value * self._gain) for value in left]
            right = [int(value * self._gain) for value in right]
        return left, right


def _placed(piece: "array[int]", volume: float, start: int, frames: int, fading: bool) -> list[int]:
    """`piece` at `volume`, `start` frames late, in `frames` frames."""
    values: Iterable[int] = piece if volume == 1.0 else [int(value * volume) for value in piece]
    if fading:
        length = min(len(piece), _FADE_FRAMES)
        values = [
            int(value * (1 - i / length)) for i, value in zip(range(length), values, strict=False)
        ]
    whole = [0] * start
    whole.extend(values)
    whole.extend([0] * (frames - len(whole)))
    return whole


def _interleaved(left: list[int] | None, right: list[int] | None, frames: int) -> "array[int]":
    both = array("h", bytes(4 * frames))
    if left is not None and right is not None:
        both[0::2] = array("h", left)
        both[1::2] = array("h", right)
    return both
