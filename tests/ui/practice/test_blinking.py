"""The figure's eyes: open, with a short blink now and then."""

from itertools import pairwise

from backstretch.ui.practice.stage.demonstrator import BLINK_EVERY, eyes_at


def test_eyes_are_open_but_for_short_blinks() -> None:
    seconds = [index / 60 for index in range(60 * 60)]
    openness = [eyes_at(second) for second in seconds]
    assert set(openness) <= {0.0, 0.25, 0.5, 0.75, 1.0}
    assert openness.count(1.0) > 0.93 * len(openness)
    shuttings = sum(a > 0.5 >= b for a, b in pairwise(openness))
    assert abs(shuttings - 60 / BLINK_EVERY) <= 1
