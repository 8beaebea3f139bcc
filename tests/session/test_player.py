import pytest

from backstretch.session.commands import Back, EndEarly, Jump, Leave, Next, Pause, Play, Toggle
from backstretch.session.happenings import (
    Began,
    Ended,
    MoveEntered,
    MoveLeft,
    PhaseEntered,
    RepDone,
)
from backstretch.session.outcome import fold
from backstretch.session.player import moment, step
from tests.session.handturned import Led, lead

MOVES = ["side-bends", "articulations", "back-lifts", "child-to-cobra", "butt-kicks"]


def of(kind, happenings):
    return [happening for happening in happenings if isinstance(happening, kind)]


def test_the_whole_routine_runs_from_one_press_and_ends_exactly_once(led):
    led.wait(3600)
    assert led.moment.status == "finished"
    assert len(of(Ended, led.happenings)) == len(of(Began, led.happenings)) == 1
    assert [m.move for m in of(MoveEntered, led.happenings)] == [0, 1, 2, 3, 4]
    assert [m.move for m in of(MoveLeft, led.happenings)] == [0, 1, 2, 3, 4]
    moves = led.moment.moves
    assert [(m.id, m.planned, m.done) for m in moves] == list(
        zip(MOVES, [12, 10, 12, 6, 20], [12, 10, 12, 6, 20], strict=True)
    )
    assert (moves[0].left, moves[0].right, moves[1].left) == (6, 6, None)
    assert sum(m.seconds for m in moves) == pytest.approx(led.state.timeline.seconds)
    assert led.wait(1000) == led.say(Toggle()) == led.say(Leave()) == ()


def test_a_late_call_reports_everything_with_its_own_time(routine, plan, ways):
    late, often = lead(routine, plan, ways), lead(routine, plan, ways)
    late.wait(500)
    for _ in range(5000):
        often.wait(0.1)
    assert late.happenings == often.happenings
    starts = [p.start for p in late.state.timeline.phases]
    entered = [h.at - 1000 for h in of(PhaseEntered, late.happenings)]
    assert entered == pytest.approx(starts, abs=1e-4)


def test_before_the_start_nothing_passes(routine, plan, ways):
    led = lead(routine, plan, ways, started=False)
    assert led.wait(100) == ()
    for command in (Next(), Back(), EndEarly(), Pause()):
        assert led.say(command) == ()
    assert (led.moment.status, led.moment.elapsed) == ("ready", 0)
    assert [type(h) for h in led.say(Toggle())] == [Began, MoveEntered, PhaseEntered]


def test_the_moment_has_count_side_and_time_left(led):
    position = led.start_of("side-bends", rep=2) + 1.0
    led.wait_until(position)
    moment = led.moment
    assert (moment.phase.name, moment.count, moment.of) == ("bend-right", 2, 6)
    assert moment.remaining == pytest.approx(0.8)
    assert moment.fraction == pytest.approx(1 / 1.8)
    assert moment.left == pytest.approx(led.state.timeline.seconds - position)
    assert moment.coming == 1


def test_a_pause_of_an_hour_goes_on_with_the_same_rep(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    before = led.moment
    led.say(Toggle())
    led.wait(3600)
    assert led.moment.motion == before.motion
    assert (led.moment.status, led.moment.elapsed) == ("paused", before.elapsed)
    led.say(Toggle())
    assert led.moment.reentry == 3.0
    led.wait(3.0)
    after = led.moment
    assert (after.phase, after.fraction, after.count) == (before.phase, 0.0, before.count)
    led.wait(1000)
    assert led.moment.status == "finished"
    assert [m.done for m in led.moment.moves] == [12, 10, 12, 6, 20]


@pytest.mark.parametrize("kind", ["lead-in", "change", "rest"])
def test_a_pause_outside_of_the_reps_goes_on_at_the_same_place(led, kind):
    phase = next(p for p in led.state.timeline.phases if p.kind == kind)
    led.wait_until(phase.start + 2)
    led.say(Toggle())
    led.wait(3600)
    led.say(Toggle())
    led.wait(0.5)
    assert led.moment.elapsed == pytest.approx(phase.start + 2.5)


def test_without_a_count_in_a_pause_goes_on_at_the_same_place(routine, plan, ways):
    from dataclasses import replace

    led = lead(routine, replace(plan, reentry=0.0), ways)
    position = led.start_of("articulations", rep=4) + 3
    led.wait_until(position)
    led.say(Toggle())
    led.wait(3600)
    led.say(Toggle())
    assert led.moment.elapsed == pytest.approx(position)


def test_next_at_every_phase_goes_to_the_move_after(routine, plan, ways):
    going = lead(routine, plan, ways)
    for phase in going.state.timeline.phases:
        going.wait_until(phase.start + max(phase.length / 2, min(phase.length * 0.9, 0.9)))
        led = Led(going.state, going.now)
        led.say(Next())
        if phase.move == 4:
            led.wait(5)
            assert led.moment.status == "finished"
            continue
        assert led.place == ("change", MOVES[phase.move + 1], None, None)
        assert led.moment.fraction == 0
        assert led.moment.moves[phase.move].skipped == (phase.kind != "rest")


def test_back_at_every_phase_goes_to_the_start_of_the_move_or_to_the_one_before(
    routine, plan, ways
):
    going = lead(routine, plan, ways)
    timeline = going.state.timeline
    for phase in timeline.phases:
        going.wait_until(phase.start + phase.length / 2)
        led = Led(going.state, going.now, list(going.happenings))
        work = next(p for p in timeline.phases if p.move == phase.move and p.kind == "work")
        since = phase.start + phase.length / 2 - work.start
        led.say(Back())
        if phase.kind == "lead-in":
            assert (led.moment.phase, led.moment.fraction) == (phase, 0)
        elif since < 3 and phase.move > 0:
            assert led.place[:2] == (
                "lead-in" if phase.move == 1 else "change",
                MOVES[phase.move - 1],
            )
        else:
            assert (led.moment.phase, led.moment.fraction) == (work, 0)
        led.wait(2000)
        assert [m.done for m in led.moment.moves] == [12, 10, 12, 6, 20]
        assert len(of(RepDone, led.happenings)) == 60


def test_enter_ends_a_lead_in_a_change_and_a_rest_early_but_no_move(led):
    led.wait(1)
    led.say(EndEarly())
    assert led.place == ("work", "side-bends", 1, "right")
    led.say(EndEarly())
    assert led.place == ("work", "side-bends", 1, "right")
    led.say(Next())
    led.say(EndEarly())
    assert led.place == ("work", "articulations", None, None)
    led.say(Jump(2))
    led.say(EndEarly())
    led.say(EndEarly())  # the count that waits for the figure to lie down
    led.wait(72.5)
    led.wait(1)
    assert led.place[0] == "rest"
    led.say(EndEarly())
    assert led.place == ("change", "child-to-cobra", None, None)


def test_leaving_keeps_what_was_done(led):
    position = led.start_of("side-bends", rep=2) + 1
    led.wait_until(position)
    happenings = led.say(Leave())
    assert [type(h).__name__ for h in happenings] == ["RepDropped", "MoveLeft", "Ended"]
    assert led.moment.status == "stopped"
    assert (led.moment.moves[0].done, led.moment.moves[0].seconds) == (2, pytest.approx(position))


def test_a_gap_pauses_where_the_session_was(led):
    position = led.start_of("articulations", rep=4) + 3
    led.wait_until(position)
    led.now += 500
    led.say(Pause("slept", back_to=led.now - 500))
    assert (led.moment.status, led.moment.why) == ("paused", "slept")
    assert led.moment.elapsed == pytest.approx(position)
    led.say(Play())
    assert led.moment.why == ""


def test_paused_ten_minutes_the_screen_may_sleep_and_overnight_it_is_stopped(led):
    position = led.start_of("articulations", rep=4) + 3
    led.wait_until(position)
    led.say(Pause())
    led.wait(599)
    assert not led.moment.may_sleep
    led.wait(2)
    assert led.moment.may_sleep
    ended = led.wait(9 * 3600)
    assert led.moment.status == "stopped"
    assert ended[-1] == Ended(pytest.approx(1000 + position), finished=False)
    assert led.moment.moves[0].done == 12


def test_replaying_the_happenings_gives_the_same_progress(led):
    for command in (None, Next(), Back(), Jump(3), Toggle(), Toggle()):
        led.wait(37)
        if command:
            led.say(command)
    led.say(Leave())
    assert fold(led.happenings).progress() == led.moment.moves


def test_the_moment_needs_no_step_before(led):
    position = led.start_of("articulations", "change") + 4
    led.wait_until(position)
    state = led.state
    later = moment(state, led.now + 100)
    assert later.elapsed == pytest.approx(position + 100)
    assert step(state, None, led.now)[0] == state


@pytest.mark.parametrize(("seconds", "count_in"), [(1.9, 0.0), (2.0, 3.0)])
def test_only_a_pause_of_two_seconds_or_more_is_counted_in(led, seconds, count_in):
    position = led.start_of("articulations", rep=4) + 3
    led.wait_until(position)
    before = led.moment
    led.say(Pause())
    led.wait(seconds)
    led.say(Play())
    assert led.moment.reentry == count_in
    assert led.moment.elapsed == pytest.approx(before.phase.start if count_in else position)


def test_a_short_pause_within_a_count_in_starts_the_count_in_again(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    led.say(Pause())
    led.wait(60)
    led.say(Play())
    led.wait(2)
    led.say(Pause())
    led.wait(0.5)
    led.say(Play())
    assert led.moment.reentry == 3.0
    # Once it is over, a short pause is an ordinary one again.
    led.wait(3.5)
    led.say(Pause())
    led.say(Play())
    assert led.moment.reentry == 0


def test_time_counts_as_led_while_playing_and_never_in_a_pause_or_a_count_in(led):
    change = next(p for p in led.state.timeline.phases if p.kind == "change")
    led.wait_until(change.start + 2)
    led.say(Pause())
    led.wait(300)
    led.say(Play())
    led.wait(5)
    assert led.moment.moves[1].seconds == pytest.approx(7)
    led.wait_until(change.end + 6)
    seconds = led.moment.moves[1].seconds
    led.say(Pause())
    led.wait(300)
    led.say(Play())
    led.wait(2.9)
    assert led.moment.moves[1].seconds == pytest.approx(seconds)
    led.wait(1.1)
    assert led.moment.moves[1].seconds == pytest.approx(seconds + 1)


def test_the_count_is_none_before_a_move_and_the_whole_dose_in_the_rest_after_it(led):
    for phase in led.state.timeline.phases:
        led.wait_until(phase.start)
        expected = {"lead-in": 0, "change": 0, "rest": led.moment.of}
        assert led.moment.count == expected.get(phase.kind, phase.rep or 0)


def test_leaving_before_the_start_ends_a_session_that_never_was(routine, plan, ways):
    led = lead(routine, plan, ways, started=False)
    assert led.say(Leave()) == ()
    assert led.moment.status == "stopped"


def test_a_pause_back_to_before_the_last_reading_changes_nothing_already_said(led):
    position = led.start_of("articulations", rep=4) + 3
    led.wait_until(position)
    led.say(Pause("slept", back_to=0.0))
    assert led.moment.elapsed == pytest.approx(position)
    led.say(Play())
    led.wait(3)
    before = led.moment.elapsed
    led.say(Pause("slept", back_to=led.now + 50))
    assert led.moment.elapsed == before


def test_a_clock_that_goes_back_does_not_turn_the_session_back(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    assert moment(led.state, led.now - 30) == led.moment
