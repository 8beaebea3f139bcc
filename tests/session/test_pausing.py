"""Pausing and going on: what is kept, what is counted in, what is led."""

from dataclasses import replace

import pytest

from backstretch.session.commands import Enough, Gentle, Next, Pace, Pause, Play, Undo
from backstretch.session.happenings import RepDone
from backstretch.session.player import resume
from tests.session.handturned import lead


def first_work(led):
    return next(phase for phase in led.state.timeline.phases if phase.kind == "work")


def test_a_short_pause_goes_on_exactly_there_and_a_long_one_is_counted_in(led):
    work = first_work(led)
    led.wait_until(work.start + 0.5)
    led.say(Pause())
    led.wait(1.0)
    led.say(Play())
    assert led.moment.reentry == 0
    assert led.moment.phase == work
    assert led.moment.fraction == pytest.approx(0.5 / work.length)
    led.say(Pause())
    led.wait(2.5)
    led.say(Play())
    assert led.moment.reentry == pytest.approx(led.state.plan.reentry)


def test_after_a_count_in_the_phase_runs_from_its_start(led):
    work = first_work(led)
    led.wait_until(work.start + 0.5)
    led.say(Pause())
    led.wait(60.0)
    led.say(Play())
    led.wait(led.state.plan.reentry)
    assert led.moment.phase == work
    assert led.moment.fraction == pytest.approx(0.0, abs=1e-6)


def test_a_pause_within_the_count_in_starts_it_again(led):
    work = first_work(led)
    led.wait_until(work.start + 0.5)
    led.say(Pause())
    led.wait(60.0)
    led.say(Play())
    led.wait(1.0)
    led.say(Pause())
    assert led.moment.fraction == pytest.approx(0.0, abs=1e-6)
    led.wait(0.5)
    led.say(Play())
    assert led.moment.reentry == pytest.approx(led.state.plan.reentry)


def test_the_reason_of_a_pause_is_gone_once_it_is_over(led):
    led.wait_until(first_work(led).start + 0.5)
    led.say(Pause("slept"))
    assert led.moment.why == "slept"
    led.say(Play())
    assert led.moment.why == ""
    assert led.state.why == ""


def test_time_is_led_again_after_a_short_pause(led):
    work = first_work(led)
    led.wait_until(work.start + 0.5)
    led.say(Pause())
    led.wait(1.0)
    led.say(Play())
    before = led.moment.moves[0].seconds
    led.wait(1.0)
    assert led.moment.moves[0].seconds == pytest.approx(before + 1.0)


def test_the_time_of_a_rep_leaves_the_pause_out(led):
    work = first_work(led)
    led.wait_until(work.start + 0.5)
    led.say(Pause())
    led.wait(1.0)
    led.say(Play())
    led.wait(30.0)
    done = next(each for each in led.happenings if isinstance(each, RepDone))
    ends = next(phase for phase in led.state.timeline.phases if phase.ends_rep)
    assert done.led == pytest.approx(ends.end)


def test_going_on_after_a_pause_in_a_waiting_change_ends_the_wait(routine, plan, ways):
    led = lead(routine, replace(plan, waits=True), ways)
    change = next(phase for phase in led.state.timeline.phases if phase.kind == "change")
    led.wait_until(change.end + 5.0)
    assert led.moment.waiting
    led.say(Pause())
    led.wait(10.0)
    led.say(Play())
    following = led.state.timeline.phases[led.state.timeline.phases.index(change) + 1]
    assert not led.moment.waiting
    assert led.moment.phase == following
    assert led.moment.fraction == pytest.approx(0.0, abs=1e-6)
    led.wait(1.0)
    assert led.moment.fraction == pytest.approx(1.0 / following.length)


def test_during_a_glide_the_figure_aims_at_one_place(led):
    """The aim is where the figure is due when the glide ends, so it must not run away from it."""
    arch = next(p for p in led.state.timeline.phases if (p.name, p.rep) == ("arch", 2))
    led.wait_until(arch.start + 1.0)
    led.say(Gentle())
    aims = []
    while led.moment.motion.leaving is not None and led.moment.motion.arrived < 0.9:
        aims.append(led.moment.motion.place)
        led.wait(0.05)
    assert len(aims) > 3
    assert all(aim.way == aims[0].way for aim in aims)
    assert [aim.fraction for aim in aims] == pytest.approx([aims[0].fraction] * len(aims))


def test_a_paused_figure_glides_to_where_the_phase_begins(led):
    led.wait_until(first_work(led).start + 1.0)
    led.say(Pause())
    led.say(Next())
    led.wait(10.0)
    moment = led.moment
    assert (moment.status, moment.fraction) == ("paused", 0.0)
    assert moment.motion.leaving is None
    assert moment.motion.place.fraction == 0.0


def test_a_session_resumed_in_the_next_move_closes_the_one_before(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", "rest") + 8)
    led.state = resume(routine, plan, led.happenings, led.now, ways)
    now = led.now
    left, entered, phase, resumed = led.say(Play())
    assert (left.at, left.move, left.skipped) == (now, 2, False)
    assert (entered.at, entered.move) == (now, 3)
    assert (phase.at, phase.index, phase.move) == (now, led.state.index, 3)
    assert (phase.rep, phase.side) == (None, None)
    assert resumed.at == now


def test_a_breath_pace_does_nothing_in_a_move_without_breath(led):
    led.wait_until(first_work(led).start + 0.5)
    before = led.state.plan
    led.say(Pace(-1, "in"))
    assert led.state.plan == before
    led.say(Pace(-1))
    assert led.state.plan != before


def test_leaving_a_rest_early_by_next_leaves_nothing_to_undo(led):
    rest = next(phase for phase in led.state.timeline.phases if phase.kind == "rest")
    led.wait_until(rest.start + 1.0)
    led.say(Next())
    assert led.moment.undo_left == 0
    led.say(Next())
    assert led.moment.undo_left > 0


def test_enough_can_be_undone_while_the_other_side_catches_up(led):
    """Said in the first side of a rep, the second one still has to come."""
    second = next(
        p for p in led.state.timeline.phases if (p.rep, p.side_counted, p.step) == (3, "left", 0)
    )
    led.wait_until(second.start + 0.5)
    led.say(Enough())
    assert led.moment.undo_left > 0
    led.say(Undo())
    led.wait(1000)
    assert led.moment.moves[0].done == 12
