"""The user's range reaches the figure, in each move as it was chosen."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch.figure.blend import body_at
from backstretch.figure.build import EVEN
from backstretch.figure.motion import Motion, Place
from backstretch.figure.poses import load_poses
from backstretch.figure.vectors import distance
from backstretch.session.commands import Further, Range
from backstretch.session.layout import lay_out
from backstretch.session.plan import as_json, from_json, plan_for
from tests.examples import examples
from tests.figure import measures

POSES = load_poses()
share = st.integers(50, 100).map(lambda percent: percent / 100)


def in_ranges(routine, shares):
    plan = plan_for(routine)
    pairs = zip(plan.choices, shares, strict=True)
    return replace(plan, choices=tuple(replace(one, range=each) for one, each in pairs))


def joints(way, fraction):
    return measures.joints(body_at(POSES, Motion(Place(way, fraction)), EVEN))


@settings(max_examples=examples(20))
@given(shares=st.tuples(share, share, share, share, share))
def test_each_phase_begins_where_the_one_before_it_ended(routine, shares):
    timeline = lay_out(routine, in_ranges(routine, shares), POSES)
    for before, after in pairwise(timeline.phases):
        ended, begun = joints(before.way, 1.0), joints(after.way, 0.0)
        for joint, at in ended.items():
            assert distance(at, begun[joint]) < 1e-6, f"{joint}: {before.name}, {after.name}"


@settings(max_examples=examples(20))
@given(shares=st.tuples(share, share, share, share, share))
def test_every_pose_is_reached_in_exactly_the_range_chosen_for_its_move(routine, shares):
    for phase in lay_out(routine, in_ranges(routine, shares), POSES).phases:
        assert phase.way.stops[-1].range == shares[phase.move]


def test_a_plan_keeps_its_ranges_and_an_older_one_had_none(routine):
    plan = in_ranges(routine, (0.5, 0.6, 0.7, 0.8, 0.9))
    written = as_json(plan)
    assert from_json(routine, written) == plan
    for choice in written["choices"]:
        del choice["range"]
    assert {choice.range for choice in from_json(routine, written).choices} == {1.0}


def test_a_range_out_of_bounds_is_brought_within_them(routine):
    kept = [
        {"id": move.id, "range": wrong}
        for move, wrong in zip(routine.moves, (0.1, 7, "wide", None, True), strict=True)
    ]
    found = [choice.range for choice in plan_for(routine, {"choices": kept}).choices]
    assert found == [0.5, 1.0, 1.0, 1.0, 1.0]


def test_a_command_sets_the_range_of_the_current_move_within_bounds(led):
    led.say(Range(0.6))
    assert [choice.range for choice in led.state.plan.choices] == [0.6, 1.0, 1.0, 1.0, 1.0]
    assert led.moment.range == 0.6
    led.say(Further(2))
    assert led.moment.range == 0.7
    led.say(Further(-20))
    assert led.moment.range == 0.5
    led.say(Range(float("nan")))
    assert led.moment.range == 1.0
