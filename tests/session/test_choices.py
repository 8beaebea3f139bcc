"""Dose, pace, gentler variant, breath and order, changed mid-session."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstretch.session.advice import Practised, next_dose, practised
from backstretch.session.commands import (
    BreathRhythm,
    Enough,
    Gentle,
    Jump,
    OneLess,
    OneMore,
    Pace,
    Reorder,
    RepeatMove,
    RepeatSide,
    Toggle,
)
from backstretch.session.happenings import RepDone, Replanned
from backstretch.session.outcome import fold
from backstretch.session.plan import (
    PlanMismatch,
    as_json,
    careful,
    from_json,
    ordered,
    paced_steps,
    plan_for,
)
from backstretch.session.preferred import parts_to_spare, plan_of
from backstretch.settings import Preferences
from tests.session.handturned import lead


def test_one_more_and_one_less_stay_within_the_range_and_the_place(led):
    led.wait_until(led.start_of("side-bends", rep=2) + 1)
    before = led.moment
    for expected in (7, 8, 8):
        led.say(OneMore())
        assert (led.moment.of, led.moment.count) == (expected, before.count)
        assert led.moment.motion.place == before.motion.place
    for expected in (7, 6, 5, 5):
        led.say(OneLess())
        assert led.moment.of == expected
    led.wait(1000)
    assert (led.moment.moves[0].left, led.moment.moves[0].right) == (5, 5)


def test_one_less_never_goes_below_the_rep_under_way(led):
    led.wait_until(led.start_of("side-bends", rep=6) + 1)
    assert led.say(OneLess()) == ()
    assert led.moment.of == 6


def test_one_more_in_the_last_round_makes_it_a_whole_round(led):
    led.wait_until(led.start_of("child-to-cobra", rep=6) + 1)
    led.say(OneMore())
    led.wait(4)
    assert led.moment.phase.pose == "heels-arched"
    led.wait(1000)
    assert led.moment.moves[3].done == 7


def test_enough_goes_from_the_reps_to_the_rest(led):
    led.wait_until(led.start_of("back-lifts", rep=4) + 1)
    led.say(Enough())
    assert led.place == ("rest", "back-lifts", None, None)
    progress = led.moment.moves[2]
    assert (progress.planned, progress.done, progress.skipped) == (12, 3, False)


def test_enough_keeps_the_sides_equal(led):
    left_turn = led.start_of("side-bends", rep=2) + 3.5
    led.wait_until(left_turn)
    led.say(Enough())
    assert led.place == ("work", "side-bends", 2, "left")
    led.wait(3.01)
    assert led.place[:2] == ("change", "articulations")
    assert (led.moment.moves[0].left, led.moment.moves[0].right) == (2, 2)


def test_enough_while_a_side_is_repeated_lets_the_other_catch_up(led):
    led.wait_until(led.start_of("side-bends", rep=2) + 3.2)
    led.say(RepeatSide())
    led.say(Enough())
    assert led.place == ("work", "side-bends", 2, "right")
    led.wait(3.1)
    assert led.place == ("work", "side-bends", 2, "left")
    led.wait(3)
    assert led.place[:2] == ("change", "articulations")
    assert (led.moment.moves[0].left, led.moment.moves[0].right) == (2, 2)


def test_repeating_a_side_counts_it_once(led):
    led.wait_until(led.start_of("side-bends", rep=2) + 2.5)
    led.say(RepeatSide())
    assert led.place == ("work", "side-bends", 2, "right")
    assert led.moment.fraction == 0
    led.wait(3.2)
    led.say(RepeatSide())
    assert led.place == ("work", "side-bends", 2, "right")
    led.wait(1000)
    assert led.moment.moves[0].done == 12
    assert len([h for h in led.happenings if isinstance(h, RepDone)]) == 60


def test_a_change_of_pace_keeps_the_place_in_the_phase(led):
    led.wait_until(led.start_of("back-lifts") + 1)
    led.say(Pace(-1))
    moment = led.moment
    assert moment.fraction == pytest.approx(0.5)
    assert moment.phase.length == pytest.approx(2.2)
    led.wait(1.11)
    assert led.moment.phase.name == "hold"
    for _ in range(30):
        led.say(Pace(1))
    lengths = {p.name: p.length for p in led.state.timeline.phases if p.move_id == "back-lifts"}
    assert (lengths["lift"], lengths["hold"], lengths["lower"]) == (1.2, 0.5, 1.5)
    assert led.say(Pace(1)) == ()


def test_inhale_and_exhale_have_separate_paces(led):
    led.wait_until(led.start_of("articulations"))
    led.say(Pace(-1, "out"))
    lengths = {p.name: p.length for p in led.state.timeline.phases if p.move_id == "articulations"}
    assert lengths["arch"] == 4
    assert lengths["round"] == pytest.approx(5.5)
    led.say(Pace(2))
    choice = led.state.plan.choices[1]
    assert choice.inhale < 1
    assert choice.exhale < 1


def test_the_users_breath_becomes_the_rhythm_within_the_bounds(led):
    led.say(BreathRhythm(3.2, 4.1))
    lengths = {p.name: p.length for p in led.state.timeline.phases}
    assert (lengths["arch"], lengths["round"]) == pytest.approx((3.2, 4.1))
    assert lengths["forward"] == 4
    led.say(BreathRhythm(1.0, 60.0))
    lengths = {p.name: p.length for p in led.state.timeline.phases}
    assert (lengths["arch"], lengths["round"]) == pytest.approx((2.5, 10.0))


def test_the_gentler_variant_comes_at_once_and_the_figure_eases_into_it(led):
    arch = next(p for p in led.state.timeline.phases if p.name == "arch")
    led.wait_until(arch.start + 2)
    led.say(Gentle())
    moment = led.moment
    assert moment.gentler
    assert moment.phase.pose == "arch-gentle"
    assert moment.phase.cue != arch.cue
    assert moment.fraction == pytest.approx(0.5)
    assert moment.motion.leaving.way == arch.way
    assert moment.motion.arrived == 0
    led.wait(0.35)
    assert 0 < led.moment.motion.arrived < 1
    led.wait(1.7)
    assert led.moment.motion.leaving is None
    led.say(Gentle(on=False))
    assert not led.moment.gentler
    assert led.moment.moves[1].gentler


def test_a_move_without_a_gentler_variant_stays_unchanged(routine, plan, ways):
    plain = replace(routine.moves[0], gentler=None)
    other = replace(routine, moves=(plain, *routine.moves[1:]))
    assert lead(other, plan, ways).say(Gentle()) == ()


def test_care_for_a_body_part_switches_on_the_variants_that_spare_it(routine, plan):
    chosen = careful(routine, plan, frozenset({"neck"}))
    assert [choice.gentler for choice in chosen.choices] == [False, True, True, False, False]
    chosen = careful(routine, plan, frozenset({"knees"}))
    assert [choice.gentler for choice in chosen.choices] == [True, True, False, True, False]


def test_the_moves_to_come_can_be_put_in_another_order(led):
    led.wait_until(12)
    led.say(Reorder(("butt-kicks", "articulations", "child-to-cobra", "back-lifts")))
    assert [move.id for move in led.moment.moves][:2] == ["side-bends", "butt-kicks"]
    led.wait(2000)
    assert [move.done for move in led.moment.moves] == [12, 20, 10, 6, 12]
    assert led.say(Reorder(("side-bends",))) == ()


def test_choices_before_the_start_become_part_of_the_plan(routine, plan, ways):
    led = lead(routine, plan, ways, started=False)
    led.say(Reorder(tuple(reversed([move.id for move in routine.moves]))))
    led.say(OneMore())
    happenings = led.say(Toggle())
    assert not any(isinstance(h, Replanned) for h in happenings)
    assert led.place == ("lead-in", "butt-kicks", None, None)
    assert fold(led.happenings).progress() == led.moment.moves


def test_a_plan_survives_a_round_trip_through_json(routine, plan):
    import json

    plan = ordered(routine, plan, ["butt-kicks", "articulations"])
    plan = replace(plan, waits=True, change=1.5, reentry=0.0, lead_in=25.0)
    plan = plan.choose(1, replace(plan.choices[1], inhale=1.25, exhale=0.8, gentler=True))
    assert from_json(routine, json.loads(json.dumps(as_json(plan)))) == plan


def test_a_plan_as_plain_values_keeps_its_keys(plan):
    """The journal and the settings of earlier versions hold these."""
    first = as_json(plan)["choices"][0]
    factors = {"pace", "inhale", "exhale", "range"}
    assert first.keys() == {"id", "dose", "per_side", "gentler"} | factors
    session = {"lead_in", "change", "waits", "reentry"}
    since = {"starts_left", "hold"}
    assert as_json(plan).keys() - since == {"routine", "choices"} | session


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"choices": "all"},
        {"choices": [3, {"id": 4}, {"id": "side-bends", "dose": "many", "pace": "fast"}]},
        {"choices": [{"id": "side-bends", "dose": 900, "pace": float("nan")}], "lead_in": True},
    ],
)
def test_invalid_remembered_values_are_ignored(routine, kept):
    plan = plan_for(routine, kept)
    assert [choice.id for choice in plan.choices] == [move.id for move in routine.moves]
    assert plan.choices[0].dose in (6, 8)
    assert plan.choices[0].pace == 1.0
    assert plan.lead_in == routine.lead_in


def test_three_comfortable_sessions_in_a_row_suggest_one_more(routine):
    dose = routine.move("side-bends").dose
    good, eased, short = (
        Practised(6, True, False),
        Practised(6, True, True),
        Practised(6, False, False),
    )
    assert next_dose(dose, 6, [short, good, good, good]) == 7
    for past in ([good, good], [good, good, eased], [good, short, good], [good, good, good, short]):
        assert next_dose(dose, 6, past) is None
    assert next_dose(dose, 8, [Practised(8, True, False)] * 3) is None
    assert next_dose(dose, 7, [good] * 3) is None


def test_a_session_tells_how_each_move_went(led):
    led.wait_until(12)
    led.say(OneLess())
    led.wait_until(led.start_of("articulations") + 20)
    led.say(Enough())
    found = practised(led.state.tally)
    assert found == {
        "side-bends": Practised(5, True, True),
        "articulations": Practised(10, False, False),
    }


@pytest.mark.parametrize("steps", [-2, 2])
def test_the_pace_of_one_breath_means_nothing_in_a_move_that_is_not_paced_by_it(led, steps):
    led.wait_until(led.start_of("side-bends", rep=2))
    assert led.say(Pace(steps, "out")) == ()
    assert led.state.plan.choices[0].pace == 1.0


def test_in_the_rest_no_rep_is_added_or_taken(led):
    led.wait_until(led.start_of("back-lifts", "rest") + 1)
    assert led.say(OneMore()) == led.say(OneLess()) == ()


def test_one_less_keeps_the_reps_that_were_done_before_a_repeat(led):
    led.wait_until(led.start_of("back-lifts", rep=12) + 1)
    led.say(RepeatMove())
    for _ in range(12):
        led.say(OneLess())
    assert (led.moment.of, led.moment.moves[2].done) == (11, 11)


def test_a_reordering_has_to_name_each_move_to_come_once(led):
    led.wait_until(12)
    order = ("butt-kicks", "articulations", "child-to-cobra", "back-lifts")
    for wrong in (order[1:], (*order, "side-bends"), (*order[:3], order[0]), ()):
        assert led.say(Reorder(wrong)) == ()
    assert len(led.say(Reorder(order))) == 1


def test_a_dose_made_smaller_marks_the_move_as_eased_and_a_larger_one_does_not(led):
    led.wait_until(12)
    led.say(OneMore())
    assert led.state.tally.eased == frozenset()
    led.say(OneLess())
    assert led.state.tally.eased == {0}


def test_what_was_counted_follows_its_move_into_another_order(led):
    led.wait_until(12)
    led.say(Jump(4))
    led.wait(40)
    led.say(Gentle())
    led.say(Jump(1))
    before = {move.id: move for move in led.moment.moves}
    assert before["butt-kicks"].gentler
    led.say(Reorder(("back-lifts", "butt-kicks", "child-to-cobra")))
    assert {move.id: move for move in led.moment.moves} == before
    assert led.moment.moves[3].seconds == pytest.approx(40)
    assert led.state.tally.eased == {3}


@pytest.mark.parametrize("ids", [["side-bends", "headstand"], ["side-bends"] * 2, []])
def test_a_plan_with_unknown_or_repeated_moves_or_none_is_refused(routine, plan, ids):
    with pytest.raises(PlanMismatch, match=r"the routine has .*'articulations', 'back-lifts'"):
        ordered(routine, plan, ids)


@pytest.mark.parametrize("choices", [None, [], "all", [3], [{"id": "headstand"}]])
def test_a_plan_of_plain_values_without_known_moves_is_refused(routine, choices):
    with pytest.raises(PlanMismatch):
        from_json(routine, {"choices": choices})


@given(
    pace=st.floats(0.01, 100),
    lead_in=st.floats(-10, 500),
    change=st.floats(0.01, 100),
    reentry=st.floats(-10, 100),
)
def test_remembered_numbers_are_brought_within_their_bounds(
    routine, pace, lead_in, change, reentry
):
    choices = [{"id": "side-bends", "pace": pace}, {"id": "articulations", "inhale": pace}]
    values = {"choices": choices, "lead_in": lead_in, "change": change, "reentry": reentry}
    plan = plan_for(routine, values)
    assert plan.lead_in == min(max(lead_in, 0), 120)
    assert plan.change == min(max(change, 0.25), 4)
    assert plan.reentry == min(max(reentry, 0), 30)
    for move, breath, factor in (
        (routine.moves[0], None, plan.choices[0].pace),
        (routine.moves[1], "in", plan.choices[1].inhale),
    ):
        shares = [
            (step.tempo.least / step.tempo.seconds, step.tempo.most / step.tempo.seconds)
            for step in paced_steps(move, breath)
        ]
        least, most = min(least for least, _ in shares), max(most for _, most in shares)
        assert factor == pytest.approx(min(max(pace, least, 0.25), most, 4))


def test_whole_numbers_and_true_are_not_taken_for_one_another(routine):
    plan = plan_for(routine, {"lead_in": 25, "waits": 1, "reentry": True})
    assert (plan.lead_in, plan.waits, plan.reentry) == (25.0, False, 3.0)


def test_preferences_become_the_plan_of_the_session(routine):
    now = Preferences(
        moves={"back-lifts": {"dose": 10, "pace": 1.1}, "headstand": {"dose": 3}},
        change_factor=1.5,
        wait_for_me=True,
        reentry_seconds=5.0,
        care_neck=True,
    )
    plan = plan_of(routine, now)
    assert (plan.change, plan.waits, plan.reentry) == (1.5, True, 5.0)
    assert (plan.choices[2].dose, plan.choices[2].pace) == (10, pytest.approx(1.1))
    assert [choice.gentler for choice in plan.choices] == [False, True, True, False, False]
    today = plan_of(routine, now, ["butt-kicks", "headstand", "back-lifts"])
    assert [choice.id for choice in today.choices] == ["butt-kicks", "back-lifts"]
    assert today.choices[1] == plan.choices[2]
    assert plan_of(routine, now, ["headstand"]) == plan


def test_each_part_of_the_body_is_spared_by_its_own_preference():
    assert parts_to_spare(Preferences()) == frozenset()
    assert parts_to_spare(Preferences(care_neck=True)) == {"neck"}
    assert parts_to_spare(Preferences(care_lower_back=True)) == {"lower-back"}
