"""The user's own breath is measured from a key held while breathing in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstretch.session.own_breath import LEAST, MOST, Breathing

SECONDS = st.floats(LEAST + 0.01, MOST - 0.01)


def breathe(*turns: tuple[float, float]) -> Breathing:
    """Breaths of (inhale, exhale) seconds."""
    now, breathing = 10.0, Breathing()
    for inhale, exhale in turns:
        breathing = breathing.pressed(now)
        breathing = breathing.released(now + inhale)
        now += inhale + exhale
    return breathing


def test_three_breaths_give_the_median_inhale_and_exhale() -> None:
    rhythm = breathe((3.0, 4.0), (3.6, 5.0), (3.2, 9.0)).rhythm()
    assert rhythm is not None
    assert rhythm.inhale == pytest.approx(3.2)
    assert rhythm.exhale == pytest.approx(4.5)


def test_two_breaths_are_not_enough() -> None:
    assert breathe((3.0, 4.0), (3.0, 4.0)).rhythm() is None


def test_a_press_too_short_for_a_breath_is_dropped() -> None:
    breathing = breathe((3.0, 4.0)).pressed(17.0).released(17.2)
    assert breathing.breaths == 1
    assert not breathing.inhaling


def test_a_long_silence_starts_over() -> None:
    breathing = breathe((3.0, 4.0), (3.0, 4.0)).pressed(100.0)
    assert breathing == Breathing((100.0,))


def test_a_held_key_that_repeats_changes_nothing() -> None:
    breathing = Breathing().pressed(1.0)
    assert breathing.pressed(1.5) is breathing
    assert Breathing().released(1.0) == Breathing()


@given(st.lists(st.tuples(SECONDS, SECONDS), min_size=3, max_size=3))
def test_the_rhythm_lies_within_what_was_breathed(turns: list[tuple[float, float]]) -> None:
    rhythm = breathe(*turns).rhythm()
    assert rhythm is not None
    inhales = [inhale for inhale, _ in turns]
    exhales = [exhale for _, exhale in turns[:2]]
    assert min(inhales) - 1e-6 <= rhythm.inhale <= max(inhales) + 1e-6
    assert min(exhales) - 1e-6 <= rhythm.exhale <= max(exhales) + 1e-6
