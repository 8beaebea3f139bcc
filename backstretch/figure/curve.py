"""Key poses joined into one smooth motion: a cubic per number and segment.

Slopes follow Fritsch & Carlson's monotone scheme: no number overshoots, so what is
planted stays planted; in-between stops are passed without a halt; the ends come to rest.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from backstretch.figure.key import (
    ARM,
    GIRDLE,
    GIVE,
    KNEELING,
    LEG,
    NECK,
    QUATERNIONS,
    ROW,
    STANDING,
    WRIST,
    Key,
    Row,
    three,
)
from backstretch.figure.vectors import distance

Hold = Literal["held", "walking", "moving", "leaving", "landing", "free"]
"""What a hand does in a segment: stays, steps along the floor, lifts off to land elsewhere,
lifts off, lands, or is in the air throughout."""
Leads = tuple[float, float]
"""How far the head and the arms are ahead of the rest, half-way through a segment."""
Cubic = tuple[float, float, float, float]
_SAME = 1e-9
_LONGEST_STEP = 0.12


@dataclass(frozen=True, slots=True)
class Segment:
    """From one key to the next. `kneels` where the knees stay planted, else None."""

    begins: Key
    ends: Key
    cubics: tuple[Cubic, ...]
    kneels: tuple[float, float] | None
    hands: tuple[Hold, Hold]
    leads: Leads = (0.0, 0.0)

    def row(self, u: float) -> Row:
        """All numbers at `u`, 0..1 within the segment."""
        if self.leads == (0.0, 0.0):
            return tuple(_values(self.cubics, u))
        cubics = self.cubics
        head, arms = (_ahead(u, lead) for lead in self.leads)
        return (
            *_values(cubics[:NECK], u),
            *_values(cubics[NECK:GIRDLE], head),
            *_values(cubics[GIRDLE:GIVE], arms),
            *_values(cubics[GIVE : ARM[0]], u),
            *_values(cubics[ARM[0] : LEG[0]], arms),
            *_values(cubics[LEG[0] :], u),
        )


@dataclass(frozen=True, slots=True)
class Curve:
    """Segments, and the fractions of the way and the names of the poses where they meet."""

    fractions: tuple[float, ...]
    segments: tuple[Segment, ...]
    names: tuple[str, ...] = ()

    def at(self, fraction: float) -> tuple[Segment, float]:
        """The current segment and how far along it is, 0 to 1."""
        index, u = self.place(fraction)
        return self.segments[index], u

    def part(self, begin: int, end: int) -> "Curve":
        """The same motion from stop `begin` up to, but not including, stop `end`."""
        return Curve(
            self.fractions[begin:end], self.segments[begin : end - 1], self.names[begin:end]
        )

    def place(self, fraction: float) -> tuple[int, float]:
        """The index of the current segment and how far along it is, 0 to 1."""
        if fraction <= self.fractions[0]:
            return 0, 0.0
        if fraction >= self.fractions[-1]:
            return len(self.segments) - 1, 1.0
        index = bisect_right(self.fractions, fraction) - 1
        begin, end = self.fractions[index], self.fractions[index + 1]
        return index, (fraction - begin) / (end - begin)


def curve(
    fractions: tuple[float, ...],
    keys: tuple[Key, ...],
    names: tuple[str, ...] = (),
    leads: Sequence[Leads] = (),
) -> Curve:
    """`fractions` rise strictly; as many as `keys` (and `names`), one or more. `leads` holds one
    entry for each segment, or none."""
    if len(keys) == 1:
        # A pose that is held is a motion from it to itself.
        keys, fractions = (keys[0], keys[0]), (fractions[0], fractions[0] + 1.0)
        names = (*names, *names)
    rows = _aligned([key.row for key in keys])
    kneels = [
        a.knees if a.knees is not None and a.knees == b.knees else None for a, b in pairwise(keys)
    ]
    steps = [b - a for a, b in pairwise(fractions)]
    slopes = [_slopes([row[i] for row in rows], steps) for i in range(ROW)]
    for index in range(1, len(keys) - 1):
        if kneels[index - 1] != kneels[index]:
            # These numbers mean something on one side of the stop only, so a slope through it would
            # carry a meaningless value over.
            for number in (*KNEELING, *STANDING):
                slopes[number][index] = 0.0
    segments = []
    for i, step in enumerate(steps):
        cubics = tuple(
            _cubic(rows[i][n], rows[i + 1][n], slopes[n][i] * step, slopes[n][i + 1] * step)
            for n in range(ROW)
        )
        hands = (_hold(keys[i], keys[i + 1], 0), _hold(keys[i], keys[i + 1], 1))
        lead = leads[i] if leads else (0.0, 0.0)
        segments.append(Segment(keys[i], keys[i + 1], cubics, kneels[i], hands, lead))
    return Curve(fractions, tuple(segments), names)


def _values(cubics: tuple[Cubic, ...], u: float) -> list[float]:
    return [((a * u + b) * u + c) * u + d for a, b, c, d in cubics]


def _ahead(u: float, lead: float) -> float:
    """`u`, ahead by `lead` halfway. Slope 1 at both ends, so segments still join smoothly."""
    middle = u * (1.0 - u)
    return u + 16.0 * lead * middle * middle


def _hold(begins: Key, ends: Key, arm: int) -> Hold:
    match begins.hands[arm], ends.hands[arm]:
        case (True, True):
            start = ARM[arm] + WRIST
            way = distance(three(begins.row, start), three(ends.row, start))
            if way > _LONGEST_STEP:
                return "moving"
            return "held" if way < _SAME else "walking"
        case (True, False):
            return "leaving"
        case (False, True):
            return "landing"
        case _:
            return "free"


def _aligned(rows: list[Row]) -> list[Row]:
    """The same rows, each quaternion with the sign nearest to the one before: q and -q are the same
    rotation, but a cubic between them would turn the long way round."""
    done = [rows[0]]
    for row in rows[1:]:
        numbers = list(row)
        before = done[-1]
        for start in QUATERNIONS:
            span = range(start, start + 4)
            if sum(before[i] * numbers[i] for i in span) < 0.0:
                for i in span:
                    numbers[i] = -numbers[i]
        done.append(tuple(numbers))
    return done


def _slopes(values: list[float], steps: list[float]) -> list[float]:
    """Slopes at every stop; 0 at both ends and at turning points."""
    slopes = [0.0] * len(values)
    for i in range(1, len(values) - 1):
        before = (values[i] - values[i - 1]) / steps[i - 1]
        after = (values[i + 1] - values[i]) / steps[i]
        if before * after > 0.0:
            # Weighted harmonic mean (Fritsch & Carlson): steep enough to pass through without a
            # halt, never so steep that the cubic overshoots a stop.
            one = 2.0 * steps[i] + steps[i - 1]
            two = steps[i] + 2.0 * steps[i - 1]
            slopes[i] = (one + two) / (one / before + two / after)
    return slopes


def _cubic(begin: float, end: float, leaving: float, arriving: float) -> Cubic:
    """Coefficients, highest power first."""
    way = end - begin
    return (leaving + arriving - 2.0 * way, 3.0 * way - 2.0 * leaving - arriving, leaving, begin)
