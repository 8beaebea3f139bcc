"""The plan of a session follows from what the user chose for good."""

import pytest

from backstretch.session.plan import plan_for
from backstretch.session.preferred import parts_to_spare, plan_of
from backstretch.settings import Preferences


def choice_of(plan, move_id):
    return next(choice for choice in plan.choices if choice.id == move_id)


def test_without_choices_it_is_the_routines_own_plan(routine):
    assert plan_of(routine, Preferences()) == plan_for(routine)


def test_each_choice_reaches_the_plan(routine):
    now = Preferences(
        moves={"back-lifts": {"dose": 14, "pace": 1.2}, "articulations": {"inhale": 1.1}},
        lead_in_seconds=25.0,
        reentry_seconds=7.0,
        change_factor=1.5,
        wait_for_me=True,
    )
    plan = plan_of(routine, now)
    lifts = choice_of(plan, "back-lifts")
    assert (lifts.dose, lifts.pace) == (14, pytest.approx(1.2))
    assert choice_of(plan, "articulations").inhale == pytest.approx(1.1)
    assert (plan.lead_in, plan.reentry, plan.change, plan.waits) == (25.0, 7.0, 1.5, True)


@pytest.mark.parametrize(
    ("now", "parts"),
    [
        (Preferences(), set()),
        (Preferences(care_neck=True), {"neck"}),
        (Preferences(care_lower_back=True), {"lower-back"}),
        (Preferences(care_neck=True, care_lower_back=True), {"neck", "lower-back"}),
        (Preferences(care_wrists=True, care_knees=True), {"wrists", "knees"}),
    ],
)
def test_care_for_a_part_makes_the_moves_that_spare_it_gentler(routine, now, parts):
    assert parts_to_spare(now) == parts
    gentler = {choice.id for choice in plan_of(routine, now).choices if choice.gentler}
    assert gentler == {
        move.id for move in routine.moves if move.gentler and parts & set(move.gentler.spares)
    }


def test_the_range_is_the_usual_one_unless_a_move_has_its_own(routine):
    now = Preferences(range_percent=80, moves={"back-lifts": {"range": 0.6}})
    ranges = {choice.id: choice.range for choice in plan_of(routine, now).choices}
    assert ranges.pop("back-lifts") == 0.6
    assert set(ranges.values()) == {0.8}
    assert {choice.range for choice in plan_of(routine, Preferences()).choices} == {1.0}


def test_an_order_holds_for_todays_moves_and_unknown_ones_are_ignored(routine):
    plan = plan_of(routine, Preferences(), ("back-lifts", "no-such-move", "side-bends"))
    assert [choice.id for choice in plan.choices] == ["back-lifts", "side-bends"]
    usual = plan_of(routine, Preferences(), ("no-such-move",))
    assert [choice.id for choice in usual.choices] == [move.id for move in routine.moves]
