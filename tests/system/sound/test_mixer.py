"""What is mixed comes at its frame, where it belongs, at its volume, never too loud."""

import time
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from backstretch.system.sound.breath_tone import breath_tone
from backstretch.system.sound.frame_clock import FrameClock
from backstretch.system.sound.mixer import EASE_FRAMES, PEAK, RATE, Mixer

CHUNK = 600
STEP = CHUNK / RATE


def tone(count: int, value: int = 1000) -> "array[int]":
    return array("h", [value] * count)


def heard(mixer: Mixer, chunks: int, begin: float = 0.0) -> tuple[list[int], list[int]]:
    """Left and right of the next chunks, asked for at an even pace."""
    mixed = array("h")
    for index in range(chunks):
        mixed += mixer.mix(CHUNK, begin + index * STEP)
    return list(mixed[0::2]), list(mixed[1::2])


def first(values: list[int]) -> int:
    return next(index for index, value in enumerate(values) if value)


@pytest.mark.parametrize("at", [0.1, 0.1234, 0.3])
@pytest.mark.parametrize("latency", [0.0, 0.06])
def test_a_sound_begins_at_the_frame_that_is_heard_when_it_is_due(at, latency) -> None:
    mixer = Mixer(latency)
    mixer.add(tone(100), "sounds", at)
    left, right = heard(mixer, 20)
    assert left == right
    assert first(left) == round((at - latency) * RATE)
    assert left.count(1000) == 100


def test_uneven_asking_moves_nothing() -> None:
    """A device that asks late or in bursts does not shift what is due."""
    mixer, late = Mixer(), (0.0, 0.004, 0.011, 0.0, 0.007, 0.013, 0.002)
    begins = []
    for index in range(200):
        if index % 20 == 10:
            mixer.add(tone(50), "sounds", 100 + (index + 5) * STEP)
        begin = 100 + index * STEP + late[index % len(late)]
        left = list(mixer.mix(CHUNK, begin)[0::2])
        if any(left):
            begins.append(index * CHUNK + first(left))
    assert begins == [(15 + 20 * n) * CHUNK for n in range(10)]


def test_the_clock_follows_a_device_that_lost_time() -> None:
    clock = FrameClock(RATE, 0.0)
    for index in range(400):
        clock.asked(index * CHUNK, index * STEP + (0.5 if index >= 100 else 0.0))
    assert clock.frame_at(400 * STEP + 0.5) == 400 * CHUNK


def test_two_sounds_are_added_and_sides_kept_apart() -> None:
    mixer = Mixer()
    mixer.add(tone(CHUNK, 1000), "sounds", pan=-1.0)
    mixer.add(tone(CHUNK, 300), "voice")
    left, right = heard(mixer, 1)
    assert set(left) == {1300}
    assert set(right) == {300}


def test_volume_changes_at_once_even_in_the_middle_of_a_sound() -> None:
    mixer = Mixer()
    mixer.add(tone(3 * CHUNK), "voice")
    assert set(heard(mixer, 1)[0]) == {1000}
    mixer.set_volume("voice", 0.25)
    assert set(heard(mixer, 1)[0]) == {250}
    mixer.set_volume("voice", 0.0)
    assert set(heard(mixer, 1)[0]) == {0}
    assert mixer.is_empty


def test_dropping_forgets_what_sounds_and_what_is_to_come_and_makes_the_mix_stale() -> None:
    ended: list[str] = []
    mixer = Mixer()
    mixer.add(tone(RATE), "voice", ended=lambda: ended.append("voice"))
    mixer.add(tone(RATE), "voice", 0.5, ended=lambda: ended.append("later"))
    mixer.add(tone(10 * CHUNK, 50), "sounds", ended=lambda: ended.append("sounds"))
    heard(mixer, 2)
    assert not mixer.is_stale
    mixer.drop("voice")
    assert mixer.is_stale
    left, _ = heard(mixer, 40, 2 * STEP)
    assert set(left[: 8 * CHUNK]) == {50}
    assert set(left[8 * CHUNK :]) == {0}
    assert ended == ["sounds"]


def test_dropping_only_what_is_to_come_lets_the_rest_finish() -> None:
    mixer = Mixer()
    mixer.add(tone(2 * CHUNK), "sounds")
    mixer.add(tone(CHUNK, 7), "sounds", 0.2)
    heard(mixer, 1)
    mixer.drop_coming("sounds", STEP / 2)
    assert not mixer.is_stale
    left, _ = heard(mixer, 20, STEP)
    assert set(left) == {1000, 0}


def test_what_was_mixed_but_is_not_heard_yet_is_still_to_come() -> None:
    mixer = Mixer()
    mixer.add(tone(CHUNK), "sounds")
    mixer.add(tone(CHUNK, 7), "sounds", 0.2)
    mixer.mix(12 * CHUNK, 0.0)
    mixer.drop_coming("sounds", 0.1)
    assert mixer.is_stale
    mixer.rewind(0.1)
    assert mixer.is_empty


@given(
    some.lists(
        some.tuples(some.sampled_from([None, 0.0, 0.05, 0.11]), some.integers(1, 9000)),
        min_size=1,
        max_size=4,
    ),
    some.floats(0.0, 0.2),
    some.integers(1, 8),
)
def test_what_was_taken_back_is_heard_whole_and_in_its_place(sounds, now, chunks) -> None:
    """A device that holds some chunks is closed at `now`; the next one goes on where it was."""

    def made() -> tuple[Mixer, list[int]]:
        mixer, ends = Mixer(), []
        for at, count in sounds:
            mixer.add(tone(count), "voice", at, ended=lambda: ends.append(1))
        return mixer, ends

    whole = list(made()[0].mix(40 * CHUNK, 0.0)[::2])
    mixer, ends = made()
    first = list(mixer.mix(chunks * CHUNK, 0.0)[::2])
    mixer.rewind(now)
    kept = min(chunks * CHUNK, round(now * RATE))
    kept = max(kept, chunks * CHUNK - RATE // 2)
    mixer.restart()
    again = list(mixer.mix(40 * CHUNK - kept, kept / RATE)[::2])
    assert first[:kept] == whole[:kept]
    assert again[EASE_FRAMES:] == whole[kept + EASE_FRAMES :]
    eased = zip(again, whole[kept:], range(EASE_FRAMES), strict=False)
    assert all(value in (full, full * place // EASE_FRAMES) for value, full, place in eased)
    assert len(ends) == len(sounds), "each ends once"
    assert mixer.is_empty


def test_what_goes_on_after_an_interruption_does_not_click_and_what_begins_is_left_alone() -> None:
    mixer = Mixer()
    mixer.add(tone(RATE), "sounds")
    mixer.mix(12 * CHUNK, 0.0)
    mixer.rewind(0.1)
    mixer.restart()
    again = list(mixer.mix(CHUNK, 0.1)[::2])
    steps = [abs(b - a) for a, b in pairwise([0, *again])]
    assert max(steps) <= 1000 // EASE_FRAMES + 1
    assert again[EASE_FRAMES:] == [1000] * (CHUNK - EASE_FRAMES)
    fresh = Mixer()
    fresh.mix(12 * CHUNK, 0.0)
    fresh.rewind(0.1)
    fresh.add(tone(RATE), "sounds")
    assert next(iter(fresh.mix(CHUNK, 0.1))) == 1000


def test_what_comes_too_late_for_what_was_mixed_makes_it_stale() -> None:
    mixer = Mixer()
    mixer.add(tone(10), "voice")
    assert not mixer.is_stale, "no device holds anything yet"
    heard(mixer, 8)
    mixer.add(tone(10), "sounds", 8 * STEP + 0.01)
    assert not mixer.is_stale
    mixer.add(tone(10), "sounds", 7 * STEP)
    assert mixer.is_stale
    mixer.rewind(7 * STEP)
    assert not mixer.is_stale
    mixer.restart()
    mixer.mix(CHUNK, 7 * STEP)
    mixer.add(tone(10), "voice")
    assert mixer.is_stale


def test_a_drawn_slider_does_not_open_the_device_again_and_again() -> None:
    mixer = Mixer()
    mixer.add(tone(RATE), "voice")
    mixer.restart()
    heard(mixer, 1)
    mixer.set_volume("voice", 0.5)
    assert not mixer.is_stale, "it was opened a moment ago"
    assert set(heard(mixer, 12)[0]) == {500}
    mixer.set_volume("sounds", 0.5)
    assert not mixer.is_stale, "none of these sounds"
    mixer.set_volume("voice", 0.2)
    assert mixer.is_stale


def test_a_tone_that_comes_too_late_is_left_out_but_speech_is_not() -> None:
    mixer = Mixer()
    heard(mixer, 40)
    mixer.add(tone(10, 5), "sounds", 0.5)
    mixer.add(tone(10, 7), "voice", 0.5)
    left, _ = heard(mixer, 2, 40 * STEP)
    assert set(left) == {0, 7}
    assert mixer.is_empty


@given(
    some.lists(
        some.tuples(
            some.integers(-32768, 32767),
            some.floats(0, 0.2),
            some.sampled_from([-0.6, 0.0, 1.0]),
            some.integers(1, 3000),
        ),
        max_size=5,
    )
)
def test_nothing_is_ever_louder_than_minus_one_decibel_and_all_ends(sounds) -> None:
    mixer = Mixer()
    for value, at, pan, count in sounds:
        mixer.add(tone(count, value), "sounds", at, pan)
    left, right = heard(mixer, 20)
    assert max(map(abs, left + right)) <= PEAK < 32767 * 10 ** (-1 / 20)
    assert mixer.is_empty


@pytest.mark.parametrize("volume", [0.3, 1.0, 1.25])
@pytest.mark.parametrize("peak", [0.85, 0.4])
def test_speech_known_to_be_soft_enough_keeps_to_the_limit_at_any_volume(volume, peak) -> None:
    mixer = Mixer()
    mixer.set_volume("voice", volume)
    mixer.set_volume("sounds", volume)
    most = int(peak * 32767)
    mixer.add(array("h", [most, -most] * RATE), "voice", peak=peak)
    mixer.add(array("h", [16384] * CHUNK), "sounds", 2 * STEP, pan=0.6, peak=0.5)
    left, right = heard(mixer, 20)
    assert max(map(abs, left + right)) <= PEAK
    assert max(left[:CHUNK]) == pytest.approx(min(PEAK, volume * most), abs=1)


def test_mixing_is_cheap() -> None:
    """Speed is for the benches; this only holds off a mistake of another order."""
    mixer = Mixer()
    mixer.add(tone(RATE * 2), "voice")
    mixer.add(tone(RATE * 2), "sounds", pan=0.6)
    begun = time.process_time()
    heard(mixer, 80)
    assert time.process_time() - begun < 1.0


@pytest.mark.parametrize("seconds", [0.8, 2.5, 5.0, 10.0])
@pytest.mark.parametrize("breath", ["in", "out"])
def test_a_breath_tone_is_as_long_as_the_breath_soft_and_glides(breath, seconds) -> None:
    values = list(breath_tone(breath, seconds))
    assert len(values) == round(seconds * RATE)
    assert 0.1 < max(map(abs, values)) / 32767 < 0.2
    assert max(abs(values[0]), abs(values[-1])) < 60

    def hertz(part: list[int]) -> float:
        crossings = sum(a < 0 <= b for a, b in pairwise(part))
        return crossings * RATE / len(part)

    third = len(values) // 4
    begin, end = hertz(values[:third]), hertz(values[-third:])
    assert (begin < 0.85 * end) if breath == "in" else (end < 0.85 * begin)
