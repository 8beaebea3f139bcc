"""The shipped routine laid out in time, as a person following it would count it."""

from dataclasses import replace
from itertools import pairwise, permutations

import pytest

from backstretch.session.layout import lay_out
from backstretch.session.plan import ordered, plan_for
from backstretch.session.preferred import plan_of
from backstretch.settings import Preferences
from tests.session.handturned import StraightWays


@pytest.fixture
def timeline(routine, ways):
    return lay_out(routine, plan_for(routine), ways)


def phases(timeline, move_id, kind="work"):
    return [p for p in timeline.phases if (p.move_id, p.kind) == (move_id, kind)]


def reps(timeline, move_id):
    return [(p.rep, p.side_counted) for p in phases(timeline, move_id) if p.ends_rep]


def test_six_bends_a_side_alternate_right_first_in_three_seconds_each_once_shown_slowly(timeline):
    assert reps(timeline, "side-bends") == [
        (rep, side) for rep in range(1, 7) for side in ("right", "left")
    ]
    bends = phases(timeline, "side-bends")
    assert [p.pose for p in bends[:4]] == [
        "bend-right",
        "butterfly-scoop",
        "bend-left",
        "butterfly-scoop",
    ]
    assert [p.pose for p in bends[-2:]] == ["bend-left", "butterfly"]
    assert sum(p.length for p in bends if p.rep > 1) / 10 == pytest.approx(3.0)
    assert sum(p.length for p in bends if p.rep == 1) / 2 == pytest.approx(3.9)


def test_a_bend_lengthens_the_side_away_from_it(timeline):
    longer = {(p.side, p.lengthens) for p in phases(timeline, "side-bends") if "bend" in p.pose}
    assert longer == {("right", ("left-side",)), ("left", ("right-side",))}


def test_bends_grow_from_rep_to_rep_and_each_phase_starts_where_the_last_ended(timeline):
    bends = phases(timeline, "side-bends")
    grown = [p.way.stops[-1].grown for p in bends if p.pose == "bend-right"]
    assert grown == pytest.approx([n / 7 for n in range(6)])
    assert {p.way.stops[-1].further for p in bends if p.pose == "bend-left"} == {"bend-left-far"}
    for before, after in pairwise(bends):
        assert replace(before.way.stops[-1], fraction=0) == after.way.stops[0]


def test_an_opening_inhale_then_ten_pairs_of_exhale_round_and_inhale_arch_then_an_exhale(timeline):
    opening, *pairs, closing = phases(timeline, "articulations")
    assert (opening.breath, opening.rep) == ("in", None)
    assert [(p.rep, p.breath, p.pose) for p in pairs] == [
        pair for n in range(1, 11) for pair in ((n, "out", "round"), (n, "in", "arch"))
    ]
    assert 6 <= 60 / (pairs[0].length + pairs[1].length) <= 7
    assert (closing.name, closing.rep, closing.breath) == ("head-up", 10, "out")
    assert [p for p in (*pairs, closing) if p.ends_rep] == [*pairs[1:-1:2], closing]


def test_twelve_lifts_go_up_hold_and_come_down_slowly(timeline):
    lifts = phases(timeline, "back-lifts")
    assert len(reps(timeline, "back-lifts")) == 12
    assert [(p.pose, p.length) for p in lifts[:3]] == [("lifted", 2), ("lifted", 1), ("prone", 3)]


def test_six_rounds_the_last_of_which_stays_in_cobra(timeline):
    rounds = phases(timeline, "child-to-cobra")
    assert [p.pose for p in rounds] == ["cobra", "heels-arched", "child"] * 5 + ["cobra"]
    assert rounds[-1].ends_rep
    assert rounds[-1].rep == 6
    assert rounds[1].length + rounds[2].length == rounds[0].length == 4


def test_twenty_reps_of_four_kicks_right_right_left_left(timeline):
    slow, kicks = split(phases(timeline, "butt-kicks"))
    assert [p.side for p in slow] == ["right", "right", "left", "left"]
    assert [p.side for p in kicks] == ["right", "right", "left", "left"] * 20
    assert {p.length for p in kicks} == {0.45}
    assert len(reps(timeline, "butt-kicks")) == 20
    stops = kicks[0].way.stops
    assert [(s.fraction, s.pose) for s in stops] == [
        (0, "cobra"),
        (0.5, "kick-right"),
        (1, "cobra"),
    ]
    assert kicks[0].pose == "kick-right"


def test_getting_in_and_rests_surround_the_moves(timeline):
    kinds = [p.kind for p in timeline.phases if p.kind != "work"]
    assert kinds == ["lead-in", "change", "change", "rest", "change", "change", "rest"]
    assert [p.length for p in timeline.phases if p.kind in ("lead-in", "rest")] == [20, 30, 30]
    assert all(p.pose == "child" for p in timeline.phases if p.kind == "rest")


def split(phases):
    """The opening, which is not counted, and the reps."""
    return [p for p in phases if p.rep is None], [p for p in phases if p.rep is not None]


def test_the_whole_takes_about_eight_minutes(timeline):
    """Of which most changes of position are for what has to be explained before a face turns
    down."""
    assert 7 * 60 <= timeline.seconds <= 8 * 60


def test_the_phases_follow_each_other_without_a_gap_in_time_or_pose(timeline):
    for before, after in zip(timeline.phases, timeline.phases[1:], strict=False):
        assert after.start == pytest.approx(before.end, abs=1e-5)
        assert after.way.begins == before.way.ends


def test_a_change_passes_through_the_end_of_the_move_that_is_left(timeline):
    change = phases(timeline, "articulations", "change")[0]
    assert [s.pose for s in change.way.stops] == ["butterfly", "hands-behind"]


def test_in_long_phases_the_figure_is_there_well_before_the_end(timeline):
    for phase in timeline.phases:
        if phase.kind != "work":
            assert phase.way.stops[-1].fraction <= 0.7


@pytest.mark.parametrize("gentler", [False, True])
def test_the_gentler_variant_is_laid_out_only_if_chosen(routine, plan, ways, gentler):
    for index in range(5):
        plan = plan.choose(index, replace(plan.choices[index], gentler=gentler))
    timeline = lay_out(routine, plan, ways)
    poses = {stop.pose for phase in timeline.phases for stop in phase.way.stops}
    assert {"arch-gentle", "cobra-gentle", "kick-left-gentle"} <= poses or not gentler
    assert "arch" not in poses or not gentler
    assert not any(pose.endswith("-gentle") for pose in poses) or gentler


def test_any_order_and_any_single_move_begin_where_the_first_begins(routine, ways):
    plan = plan_for(routine)
    for ids in (["butt-kicks"], ["back-lifts", "side-bends"], ["child-to-cobra", "articulations"]):
        timeline = lay_out(routine, ordered(routine, plan, ids), ways)
        first = timeline.phases[0]
        assert (first.kind, first.move_id, first.pose) == (
            "lead-in",
            ids[0],
            routine.move(ids[0]).begins,
        )
        assert list(dict.fromkeys(p.move_id for p in timeline.phases)) == ids


def test_a_change_after_a_jump_begins_where_the_figure_is(routine, plan):
    timeline = lay_out(routine, plan, StraightWays(), {1: "cobra"})
    change = phases(timeline, "articulations", "change")[0]
    assert [s.pose for s in change.way.stops] == ["cobra", "hands-behind"]


def test_a_lead_in_that_was_chosen_outweighs_the_routines_own(routine, ways):
    own = replace(routine, lead_in=25.0)
    assert plan_of(own, Preferences()).lead_in == 25.0
    for chosen in (0.0, 10.0, 60.0):
        assert plan_of(own, Preferences(lead_in_seconds=chosen)).lead_in == chosen


def test_without_a_lead_in_the_first_move_begins_at_once(routine, ways):
    timeline = lay_out(routine, plan_of(routine, Preferences(lead_in_seconds=0.0)), ways)
    first, second = timeline.phases[:2]
    assert first.kind == "lead-in"
    assert second.kind == "work"
    assert second.start <= 0.05


def test_the_stops_of_every_way_come_in_order_within_the_phase(routine, ways):
    ids = [move.id for move in routine.moves]
    for first, second in permutations(ids, 2):
        timeline = lay_out(routine, ordered(routine, plan_for(routine), [first, second]), ways)
        for phase in timeline.phases:
            fractions = [stop.fraction for stop in phase.way.stops]
            assert fractions[0] == 0
            assert fractions == sorted(set(fractions))
            assert fractions[-1] <= 1


def test_the_gentler_variant_changes_the_setup_and_where_a_step_returns(routine, ways):
    plan = ordered(routine, plan_for(routine), ["butt-kicks"])
    plan = plan.choose(0, replace(plan.choices[0], gentler=True))
    setup, first, *_ = lay_out(routine, plan, ways).phases
    move = routine.move("butt-kicks")
    assert setup.pose == move.setup.gentler.pose
    assert setup.cue == (move.setup.gentler.cue or move.setup.cue)
    gentler = move.rep[0].gentler
    assert (first.pose, first.way.ends) == (gentler.pose, gentler.returns)


def test_the_last_bend_of_each_side_and_the_last_cobra_are_held_if_that_is_chosen(routine, ways):
    plan = plan_for(routine)
    usual = lay_out(routine, plan, ways)
    held = lay_out(routine, replace(plan, hold=True), ways)
    added = [phase for phase in held.phases if phase.name.startswith("hold-")]
    assert [phase.name for phase in added] == ["hold-right", "hold-left", "hold-cobra"]
    assert held.seconds - usual.seconds == pytest.approx(45)
    assert not any(phase.name.startswith("hold-") for phase in usual.phases)
    for phase in added:
        stops = phase.way.stops
        assert {replace(stop, fraction=0) for stop in stops} == {replace(stops[0], fraction=0)}
    for timeline in (usual, held):
        assert sum(phase.ends_rep for phase in timeline.phases) == 12 + 10 + 12 + 6 + 20
