"""The figure eases into a change of place, and aims where it is due when the easing ends."""

from itertools import pairwise
from math import inf

import pytest

from backstretch.figure.motion import Motion
from backstretch.session.commands import (
    Back,
    Enough,
    Gentle,
    Jump,
    Next,
    Pause,
    RepeatMove,
)
from backstretch.session.figure_motion import MOST_NESTED, eased


def start_of(led, name, rep=None):
    return next(
        p.start for p in led.state.timeline.phases if p.name == name and rep in (None, p.rep)
    )


def nested(motion):
    return 1 + nested(motion.leaving) if isinstance(motion, Motion) else 0


def test_easing_is_slow_at_both_ends_and_stays_between_them():
    assert [eased(x) for x in (-inf, -0.1, 0, 0.25, 0.5, 0.75, 1, 1.1, inf)] == [
        *(0, 0, 0, 0.15625, 0.5, 0.84375, 1, 1, 1)
    ]


def same_place(aim, place):
    """A glide that ends with a phase arrives in the first instant of the next."""
    if aim.way == place.way:
        return aim.fraction == pytest.approx(place.fraction)
    return aim.way.ends == place.way.begins and (aim.fraction, place.fraction) == (
        pytest.approx(1),
        pytest.approx(0),
    )


@pytest.mark.parametrize("command", [Gentle(), Back(), Next(), Jump(0), RepeatMove(), Enough()])
@pytest.mark.parametrize("position", [12.1, 40.5, 55.0, 92.3, 216.4, 284.0, 363.3, 363.6])
def test_a_glide_aims_at_the_place_where_the_figure_is_when_it_ends(led, position, command):
    led.wait_until(position)
    led.say(command)
    aim, glide = led.moment.motion, led.state.glide
    if glide is None:
        assert aim.leaving is None
        return
    assert (aim.arrived, aim.leaving) == (0, glide.leaving)
    led.now = glide.since + glide.seconds
    arrived = led.moment.motion
    assert arrived.leaving is None
    assert same_place(aim.place, arrived.place)


def test_a_glide_among_fast_phases_aims_into_a_later_one(led):
    kicks = [p for p in led.state.timeline.phases if p.move_id == "butt-kicks" and p.rep == 3]
    led.wait_until(kicks[0].start + 0.1)
    led.say(Gentle())
    aim = led.moment.motion.place
    led.wait(led.state.glide.seconds)
    assert led.moment.phase.start > kicks[0].start
    assert led.moment.motion.place.way == aim.way


def test_a_glide_takes_between_seven_tenths_and_about_three_seconds(led):
    led.wait_until(start_of(led, "arch", rep=2) + 2)
    led.say(Gentle())
    assert 0.7 <= led.state.glide.seconds <= 0.7 + 0.6
    led.wait(100)
    led.wait_until(start_of(led, "lift", rep=5) + 1)
    led.say(Jump(0))
    assert led.state.glide is None or led.state.glide.seconds <= 2.5 + 0.6


def test_while_paused_the_glide_aims_at_the_place_that_is_held(led):
    led.wait_until(start_of(led, "arch", rep=2) + 2)
    led.say(Pause())
    led.wait(20)
    led.say(Gentle())
    held = led.moment
    led.wait(5)
    assert led.moment.motion.place == held.motion.place
    assert led.moment.motion.leaving is None


@pytest.mark.parametrize(("share", "pose"), [(0.45, "arch"), (0.55, "arch-gentle")])
def test_a_jump_amid_a_glide_starts_from_the_nearer_of_its_ends(led, share, pose):
    led.wait_until(start_of(led, "arch", rep=2) + 3.9)
    led.say(Gentle())
    led.wait(led.state.glide.seconds * share)
    led.say(Jump(2))
    assert led.moment.phase.way.begins == pose


def test_a_key_held_down_nests_no_more_glides_than_can_be_drawn(led):
    led.wait_until(start_of(led, "arch", rep=2) + 2)
    for _ in range(MOST_NESTED + 20):
        led.say(Gentle())
        depth = nested(led.moment.motion)
        assert depth <= MOST_NESTED
        led.wait(0.05)
    assert depth == MOST_NESTED
    led.wait(3)
    assert led.moment.motion.leaving is None


def test_the_chest_is_full_after_an_inhale_and_empty_after_an_exhale(led):
    timeline = led.state.timeline
    breaths = [p for p in timeline.phases if p.move_id == "articulations" and p.breath]
    for before, phase in pairwise(breaths):
        full = {"in": 1.0, "out": 0.0}
        led.wait_until(phase.start + 1e-9)
        assert led.moment.motion.fullness == pytest.approx(full[before.breath], abs=1e-6)
        led.wait_until(phase.start + phase.length / 2)
        assert led.moment.motion.fullness == pytest.approx(0.5)
        led.wait_until(phase.end - 1e-6)
        assert led.moment.motion.fullness == pytest.approx(full[phase.breath], abs=1e-6)


def test_between_the_moves_the_figure_breathes_calmly_every_five_seconds(led):
    led.wait(2)
    first = led.moment.motion.fullness
    led.wait(2.5)
    assert led.moment.motion.fullness == pytest.approx(0.9 - first)
    led.wait(2.5)
    assert led.moment.motion.fullness == pytest.approx(first)
    assert abs(first - 0.45) <= 0.2
