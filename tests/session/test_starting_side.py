"""A session may start with the left side: words, poses and counts of the sides change places."""

from collections import Counter
from dataclasses import replace

import pytest

from backstretch.session.layout import lay_out
from backstretch.session.plan import as_json, from_json, plan_for
from backstretch.session.preferred import plan_of
from backstretch.session.starting_side import OTHER, starting_with
from backstretch.session.timeline import Phase, Timeline
from backstretch.settings import Preferences
from tests.session.handturned import POSES


@pytest.fixture(scope="module")
def usual(routine) -> Timeline:
    return lay_out(routine, plan_for(routine), POSES)


@pytest.fixture(scope="module")
def left_first(routine) -> Timeline:
    return lay_out(routine, replace(plan_for(routine), starts_left=True), POSES)


def work(timeline: Timeline, move: str) -> list[Phase]:
    return [p for p in timeline.phases if (p.move_id, p.kind) == (move, "work")]


def test_every_rep_begins_with_the_left_even_the_last(left_first) -> None:
    names = [phase.name for phase in work(left_first, "side-bends")]
    assert names[:4] == ["bend-left", "scoop-left", "bend-right", "scoop-right"]
    assert names[-4:] == ["bend-left", "scoop-left", "bend-right", "sit-tall"]
    kicks = [p.side for p in work(left_first, "butt-kicks")]
    assert kicks[:8] == ["left", "left", "right", "right"] * 2, "the slow ones that open it, too"


def test_words_and_poses_stay_together(usual, left_first) -> None:
    """What is said of a side and what the figure does are the same pair, whichever comes first."""
    for move in ("side-bends", "butt-kicks"):
        pairs = {(p.side, p.cue, p.pose, p.works, p.lengthens) for p in work(usual, move) if p.side}
        swapped = [p for p in work(left_first, move) if p.name != "sit-tall"]
        assert {(p.side, p.cue, p.pose, p.works, p.lengthens) for p in swapped} <= pairs


def test_times_and_lines_of_form_stay(usual, left_first) -> None:
    for before, after in zip(usual.phases, left_first.phases, strict=True):
        assert (before.start, before.length, before.coach) == (
            after.start,
            after.length,
            after.coach,
        )
        assert after.side == (OTHER[before.side] if before.side else None)
        assert before == after or before.side or before.kind in ("change", "rest")


def test_each_side_is_counted_as_often(left_first, usual) -> None:
    def ended(timeline: Timeline) -> Counter[str | None]:
        return Counter(p.side_counted for p in timeline.phases if p.ends_rep)

    assert ended(left_first) == ended(usual)
    assert ended(left_first)["left"] == ended(left_first)["right"] > 0


def test_a_move_that_starts_there_already_or_has_no_sides_stays(routine) -> None:
    for move in routine.moves:
        assert starting_with(move, "right") is move
        once = starting_with(move, "left")
        assert starting_with(once, "left") is once
    assert starting_with(routine.move("back-lifts"), "left") is routine.move("back-lifts")


def test_it_is_remembered_and_outlives_the_journal(routine) -> None:
    plan = plan_of(routine, Preferences(starts_left=True))
    assert plan.starts_left
    assert from_json(routine, as_json(plan)) == plan
    assert not plan_of(routine, Preferences()).starts_left
