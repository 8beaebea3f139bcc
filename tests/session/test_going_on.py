"""Continue leads what the routine still has, and never again what was left out."""

from dataclasses import replace

import pytest

from backstretch.assets import folder
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.session import player
from backstretch.session.commands import EndEarly, Enough, Play
from backstretch.session.going_on import go_on
from backstretch.session.outcome import fold
from backstretch.session.plan import as_json, plan_for

POSES = load_poses()
LOADED = load(folder("routines") / "balanced-back.yaml", POSES).routine
assert LOADED is not None
ROUTINE = LOADED
PLAN = plan_for(ROUTINE)
VALUES = as_json(PLAN)


def happened_until(until, *commands):
    """What happens from Start, with the commands one second after another once it plays."""
    state = player.begin(ROUTINE, PLAN, POSES)
    told = []
    left = [Play(), EndEarly(), *commands]
    for now in range(3000):
        command = left.pop(0) if left and (len(left) <= len(commands) or now < 2) else None
        state, happened = player.step(state, command, float(now))
        told += happened
        if until(state):
            return state, told
    raise AssertionError("it never came to that")


def after_a_rep(state):
    return len(state.tally.done) >= 3


def test_an_unchanged_routine_goes_on_where_it_was():
    _, told = happened_until(after_a_rep)
    found = go_on(ROUTINE, VALUES, told)
    assert found is not None
    assert (found.plan, found.happenings, found.gone) == (PLAN, tuple(told), ())


def test_a_later_move_that_is_gone_is_named_and_the_others_are_led():
    _, told = happened_until(after_a_rep)
    without = replace(ROUTINE, moves=tuple(m for m in ROUTINE.moves if m.id != "back-lifts"))
    found = go_on(without, VALUES, told)
    assert found is not None and found.happenings is None
    assert found.gone == ("back-lifts",)
    ids = [choice.id for choice in found.plan.choices]
    assert ids == ["side-bends", "articulations", "child-to-cobra", "butt-kicks"]
    state = player.begin(without, found.plan, POSES)
    state, _ = player.step(state, Play(), 0.0)
    assert state.status == "playing"


def test_with_every_move_gone_there_is_nothing_to_go_on_with():
    _, told = happened_until(after_a_rep)
    other = replace(ROUTINE, moves=tuple(replace(m, id=f"new-{m.id}") for m in ROUTINE.moves))
    assert go_on(other, VALUES, told) is None


@pytest.mark.parametrize("least", [8, 12])
def test_a_dose_that_is_gone_is_counted_as_it_is_led(least):
    _, told = happened_until(after_a_rep)
    first = ROUTINE.moves[0]
    dose = replace(first.dose, least=least, most=least + 4)
    changed = replace(ROUTINE, moves=(replace(first, dose=dose), *ROUTINE.moves[1:]))
    found = go_on(changed, VALUES, told)
    assert found is not None and found.happenings is not None
    assert found.plan.choices[0].dose == least
    tally = fold(found.happenings)
    assert tally.choices[0].dose == least
    assert len(tally.done) >= 3, "what was done still counts"
    state = player.resume(changed, found.plan, found.happenings, ways=POSES)
    for now in range(2000):
        state, _ = player.step(state, Play() if not now else None, float(now))
    assert state.over


def test_reps_left_out_are_not_led_after_a_crash_in_the_rest():
    def resting(state):
        phase = state.timeline.phases[state.index]
        return phase.kind == "rest" and phase.move == 2

    told = []
    state = player.begin(ROUTINE, PLAN, POSES)
    for now in range(3000):
        phase = state.timeline.phases[state.index]
        third = phase.move == 2 and phase.kind == "work" and state.tally.done_of(2) == 3
        state, happened = player.step(
            state, Play() if not now else Enough() if third else None, now
        )
        told += happened
        if resting(state):
            break
    tally = fold(told)
    assert tally.resting and tally.done_of(2) < tally.choices[2].dose
    resumed = player.resume(ROUTINE, PLAN, told, ways=POSES)
    assert resumed.timeline.phases[resumed.index].move == 3
    found = go_on(ROUTINE, VALUES, told)
    assert found is not None
    assert tally.next_move == 3
