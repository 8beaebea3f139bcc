"""Where figure, count, cue and next-up go in mat mode, and how large their letters are."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from backstretch.ui.practice.matmode.legibility import (
    COUNT_ARCMIN,
    NEXT_UP_ARCMIN,
    SHORT_CUE_ARCMIN,
    Screen,
    cap_height_px,
)

Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels."""
MARGIN = 0.035
"""The margin around everything, as a share of the height."""
TIGHT = 1.22
"""The line spacing in letter sizes: tighter than fonts ask for, but clear at large sizes."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Letter sizes in pixels, as given to QFont."""

    cue: float
    count: float
    coming: float

    def times(self, factor: float) -> "Letters":
        return Letters(self.cue * factor, self.count * factor, self.coming * factor)


@dataclass(frozen=True, slots=True)
class MatBoxes:
    """`kept` is True if the letters are as large as the distance requires."""

    figure: Box
    count: Box
    cue: Box
    coming: Box
    letters: Letters
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures texts. `cue_lines` and `coming_lines` return the number of lines at a letter size
    within a width; `column` returns width and height of the count with the line under it."""

    cue_lines: Callable[[float, float], int]
    coming_lines: Callable[[float, float], int]
    column: Callable[[Letters], tuple[float, float]]


def letters_for(screen: Screen, metres: float, cap: float, digit: float) -> Letters:
    """The letter sizes that mat mode promises at `metres`. `cap` and `digit` are the heights of a
    capital and a digit as shares of the letter size. One pixel is added for what the rasteriser
    rounds off."""

    def size(arcmin: float, part: float) -> float:
        return (cap_height_px(arcmin, metres, screen) + 1) / part

    return Letters(
        size(SHORT_CUE_ARCMIN, cap), size(COUNT_ARCMIN, digit), size(NEXT_UP_ARCMIN, cap)
    )


def mat_boxes(
    width: float, height: float, wanted: Letters, measures: Measures, *, least_figure: float = 0.16
) -> MatBoxes:
    """The arrangement with the largest figure. If even the smallest figure (`least_figure` of the
    height) does not fit, the letters shrink instead of being cut off, and `kept` is False."""
    letters, kept = wanted, True
    while True:
        found = [
            boxes
            for arrange in (_column_beside_figure, _column_beside_cue, _column_beside_all)
            if (boxes := arrange(width, height, letters, measures)) is not None
            and boxes.figure[3] >= least_figure * height
        ]
        if found:
            best = max(found, key=lambda boxes: _figure_scale(boxes.figure))
            return replace(best, kept=kept)
        letters, kept = letters.times(0.95), False


def _figure_scale(box: Box) -> float:
    """How large a figure fits into the box; a lying one is nearly twice as wide as high."""
    return min(box[2] / 1.7, box[3])


def _column_beside_figure(
    width: float, height: float, letters: Letters, measures: Measures
) -> MatBoxes | None:
    margin = MARGIN * height
    across = width - 2 * margin
    cue, coming = _texts(across, letters, measures)
    column_width, column_height = measures.column(letters)
    room = height - 3 * margin - cue - coming
    if column_height > room or column_width > across * 0.6:
        return None
    left = width - margin - column_width
    return MatBoxes(
        (margin, margin, left - 2 * margin, room),
        (left, margin, column_width, room),
        (margin, room + 2 * margin, across, cue),
        (margin, room + 2 * margin + cue, across, coming),
        letters,
    )


def _column_beside_cue(
    width: float, height: float, letters: Letters, measures: Measures
) -> MatBoxes | None:
    """Figure and cue on one side, the count on the other, next-up below everything."""
    margin = MARGIN * height
    column_width, column_height = measures.column(letters)
    across = width - 3 * margin - column_width
    cue, _ = _texts(across, letters, measures)
    _, coming = _texts(width - 2 * margin, letters, measures)
    upper = height - 2.5 * margin - coming
    room = upper - 0.5 * margin - cue
    if across < 0.4 * width or column_height > upper or room <= 0:
        return None
    return MatBoxes(
        (margin, margin, across, room),
        (width - margin - column_width, margin, column_width, upper),
        (margin, room + 1.5 * margin, across, cue),
        (margin, upper + 1.5 * margin, width - 2 * margin, coming),
        letters,
    )


def _column_beside_all(
    width: float, height: float, letters: Letters, measures: Measures
) -> MatBoxes | None:
    margin = MARGIN * height
    column_width, column_height = measures.column(letters)
    across = width - 3 * margin - column_width
    if across < 0.4 * width or column_height > height - 2 * margin:
        return None
    cue, coming = _texts(across, letters, measures)
    room = height - 3 * margin - cue - coming
    if room <= 0:
        return None
    return MatBoxes(
        (margin, margin, across, room),
        (width - margin - column_width, margin, column_width, height - 2 * margin),
        (margin, room + 2 * margin, across, cue),
        (margin, room + 2 * margin + cue, across, coming),
        letters,
    )


def _texts(across: float, letters: Letters, measures: Measures) -> tuple[float, float]:
    cue = measures.cue_lines(letters.cue, across) * letters.cue * TIGHT
    coming = measures.coming_lines(letters.coming, across) * letters.coming * TIGHT
    return cue, coming
