"""Where everything goes in mat mode, and how large its letters are.

The stage, below it one strip with the words, a bar that drains and the count, and the session's
bar at the foot.
"""

from dataclasses import dataclass

from backstretch.ui.practice.matmode.legibility import (
    COMING_ARCMIN,
    COUNT_ARCMIN,
    LEAST_COMING_ARCMIN,
    SHORT_CUE_ARCMIN,
    Screen,
    cap_height_px,
)

Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels."""
FULL = 1080.0
"""The sizes below are in pixels of a screen so high, and grow with it."""
MARGIN, GAP = 64.0, 48.0
STRIP, SESSION, DRAIN, PAD = 264.0, 10.0, 32.0, 20.0
CUE, COUNT, OF = 104.0, 240.0, 112.0
MOST_STRIP = 0.355
"""Of the height: the figure has to get the rest, whatever the distance asks for."""
SIGN = 1.08
"""The phase's sign with the gap after it, in letter sizes."""
LEAST_WORDS = 0.3
"""Of the width: if the words get less, the count stands alone."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Letter sizes in pixels, as given to QFont; `of` is the dose beside the count."""

    cue: float
    count: float
    of: float
    coming: float


@dataclass(frozen=True, slots=True)
class Shares:
    """The heights of a capital and of a digit, as shares of the letter size."""

    cap: float
    digit: float


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths of texts in letter sizes. `cue` has that of the widest cue of the phases that belong
    together for each of its forms, the longest form first; `of` and `coming` are 0 for no text."""

    cue: tuple[float, ...]
    count: float
    of: float = 0.0
    coming: float = 0.0


@dataclass(frozen=True, slots=True)
class MatBoxes:
    """`form` says which form of the cues fits, `has_of` whether the dose does. `coming` is empty if
    there is nothing to say or no room. `kept` is True if the letters are as large as the distance
    requires."""

    stage: Box
    strip: Box
    cue: Box
    drain: Box
    coming: Box
    count: Box
    session: Box
    letters: Letters
    form: int
    has_of: bool
    kept: bool


def letters_for(screen: Screen, metres: float, shares: Shares) -> Letters:
    """The letter sizes that mat mode promises at `metres`. A pixel and a half is added for
    what the letter size and the rasteriser round off."""

    def size(arcmin: float, part: float) -> float:
        return (cap_height_px(arcmin, metres, screen) + 1.5) / part

    return Letters(
        size(SHORT_CUE_ARCMIN, shares.cap),
        size(COUNT_ARCMIN, shares.digit),
        size(COMING_ARCMIN, shares.cap),
        size(COMING_ARCMIN, shares.cap),
    )


def mat_boxes(
    width: float, height: float, wanted: Letters, shares: Shares, widths: Widths
) -> MatBoxes:
    """The arrangement for a window of that size. The strip is as high as the count needs; where the
    words are too wide they take a shorter form, or the dose gives way. Only a strip that would take
    the figure's place, or a window too narrow for the shortest form, makes letters smaller than
    `wanted`."""
    unit = height / FULL
    session, margin, gap = max(3.0, SESSION * unit), min(MARGIN * unit, 0.05 * width), GAP * unit
    strip, count = _count_high(width - 2 * margin, height, wanted.count, shares, widths)
    room, top = strip - session, height - strip
    of = min(max(wanted.of, OF * unit), count)
    free = width - 2 * margin - gap
    form, has_of, cue = _fitting(free, (wanted.cue, CUE * unit), (count, of), widths)
    cue = min(cue, (room - DRAIN * unit - 2 * PAD * unit) / shares.cap)
    column = count * widths.count + (of * widths.of if has_of else 0.0)
    across, digits = free - column, count * shares.digit
    letters = Letters(cue, count, of, wanted.coming)
    letters, rows = _rows(across, room, letters, wanted, (unit, shares, widths))
    return MatBoxes(
        stage=(0.0, 0.0, width, top),
        strip=(0.0, top, width, strip),
        cue=(margin, top + rows[0], across, letters.cue * shares.cap),
        drain=(margin, top + rows[1], across, DRAIN * unit),
        coming=(margin, top + rows[2], across, letters.coming * shares.cap),
        count=(width - margin - column, top + (room - digits) / 2, column, digits),
        session=(0.0, height - session, width, session),
        letters=letters,
        form=form,
        has_of=has_of,
        kept=letters.cue >= wanted.cue - 0.01 and count >= wanted.count - 0.01,
    )


def _count_high(
    across: float, height: float, wanted: float, shares: Shares, widths: Widths
) -> tuple[float, float]:
    """The height of the strip and the letter size of the count in it."""
    unit = height / FULL
    around = 2 * PAD * unit + max(3.0, SESSION * unit)
    strip = min(max(STRIP * unit, wanted * shares.digit + around), MOST_STRIP * height)
    count = min(max(wanted, COUNT * unit), (strip - around) / shares.digit)
    return strip, min(count, (1 - LEAST_WORDS) * across / widths.count)


def _fitting(
    across: float, cue: tuple[float, float], numbers: tuple[float, float], widths: Widths
) -> tuple[int, bool, float]:
    """The first form of the cues that can be read, with the dose or without it, and its letter
    size; the shortest form, as large as it can be, if none can."""
    least, usual = cue
    count, of = numbers
    form, letter = 0, 0.0
    for form, wide in enumerate(widths.cue):
        for has_of in (True, False):
            free = across - count * widths.count - (of * widths.of if has_of else 0.0)
            letter = min(max(usual, least), free / (wide + SIGN))
            if letter >= least:
                return form, has_of, letter
    return form, False, max(letter, 1.0)


def _rows(
    across: float,
    room: float,
    letters: Letters,
    wanted: Letters,
    measures: tuple[float, Shares, Widths],
) -> tuple[Letters, tuple[float, float, float]]:
    """The letters, and how far below the strip's edge cue, bar and what comes next begin. What
    comes next makes the cue as small as it may be, and is left out if it does not fit then."""
    unit, shares, widths = measures
    drain, cap = DRAIN * unit, shares.cap
    if widths.coming > 0:
        coming = min(wanted.coming, across / widths.coming)
        small = min(letters.cue, wanted.cue)
        free = room - (small + coming) * cap - drain
        if coming >= wanted.coming * LEAST_COMING_ARCMIN / COMING_ARCMIN and free > 60 * unit:
            first = 0.2 * free
            second = first + small * cap + 0.34 * free
            third = second + drain + 0.22 * free
            return Letters(small, letters.count, letters.of, coming), (first, second, third)
    free = room - letters.cue * cap - drain
    second = 0.69 * free + letters.cue * cap
    return Letters(letters.cue, letters.count, letters.of, 0.0), (0.27 * free, second, second)
