"""A pause after the inhale, as a routine file may ask for."""

from dataclasses import replace

import pytest

from backstretch.routine.model import Move, Routine, Tempo
from backstretch.session.commands import BreathRhythm, Pace
from backstretch.session.plan import plan_for
from tests.session.handturned import lead


@pytest.fixture
def holding(routine: Routine) -> Routine:
    """The shipped routine with a hold of two seconds after each arch."""

    def held(move: Move) -> Move:
        if move.id != "articulations":
            return move
        rounded, arched = move.rep
        hold = replace(
            arched, name="hold", breath="hold", tempo=Tempo(2.0, 1.0, 4.0), gentler=None, through=()
        )
        return replace(move, rep=(rounded, arched, hold))

    return replace(routine, moves=tuple(held(move) for move in routine.moves))


@pytest.fixture
def led(holding, ways):
    return lead(holding, plan_for(holding), ways)


def breaths(led):
    return [p for p in led.state.timeline.phases if p.move_id == "articulations" and p.rep]


def in_second_rep(led):
    return [phase for phase in breaths(led) if phase.rep == 2]


def test_a_rep_is_an_exhale_an_inhale_and_its_hold(led):
    assert [phase.breath for phase in breaths(led)[:6]] == ["out", "in", "hold"] * 2
    held = [phase for phase in breaths(led) if phase.breath == "hold"]
    assert {phase.length for phase in held} == {2.0}
    assert all(phase.ends_rep for phase in held)


def test_the_figure_stays_still_and_full_of_breath(led):
    hold = next(phase for phase in breaths(led) if phase.breath == "hold")
    led.wait_until(hold.start + 0.1)
    early = led.moment
    led.wait_until(hold.end - 0.1)
    late = led.moment
    assert early.phase == late.phase == hold
    assert early.motion.fullness == late.motion.fullness == 1.0
    assert {stop.pose for stop in hold.way.stops} == {hold.pose}


def test_a_hold_follows_the_pace_of_the_inhale(led):
    led.wait_until(breaths(led)[0].start + 1.0)
    exhale = breaths(led)[0].length
    led.say(Pace(-1, "in"))
    slower = in_second_rep(led)
    factor = slower[1].length / 4.0
    assert factor > 1
    assert slower[2].length == pytest.approx(2.0 * factor)
    assert slower[0].length == exhale


def test_the_users_own_breath_sets_the_inhale_exactly_and_stretches_the_hold(led):
    led.wait_until(breaths(led)[0].start + 1.0)
    led.say(BreathRhythm(5.0, 6.0))
    own = in_second_rep(led)
    assert own[1].length == pytest.approx(5.0)
    assert own[0].length == pytest.approx(6.0)
    assert own[2].length == pytest.approx(2.5)
