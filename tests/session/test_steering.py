"""Jumps, undo, repeats, waits, count-ins and resumed sessions."""

from dataclasses import replace

import pytest

from backstretch.session.commands import (
    Back,
    EndEarly,
    Enough,
    Jump,
    Leave,
    Next,
    Pause,
    Play,
    RepeatMove,
    RepeatSide,
    Toggle,
    Undo,
)
from backstretch.session.happenings import (
    MoveEntered,
    MoveLeft,
    PhaseEntered,
    RepDone,
    RepDropped,
    Resumed,
)
from backstretch.session.outcome import fold
from backstretch.session.plan import ordered
from backstretch.session.player import resume
from tests.session.handturned import POSES, lead


def test_undo_within_five_seconds_leads_to_the_start_of_the_phase_left(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    phase = led.moment.phase
    led.say(Next())
    assert led.moment.undo_left == 5
    led.wait(4.9)
    led.say(Undo())
    assert (led.moment.phase, led.moment.reentry) == (phase, 3.0)
    assert not led.moment.moves[1].skipped
    led.wait(3.0)
    assert (led.moment.phase, led.moment.fraction) == (phase, 0)


def test_after_five_seconds_a_skip_cannot_be_undone(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    led.say(Next())
    led.wait(5.1)
    assert led.moment.undo_left == 0
    assert led.say(Undo()) == ()
    assert led.place[:2] == ("change", "back-lifts")
    assert led.moment.moves[1].skipped


@pytest.mark.parametrize("command", [Back(), RepeatMove(), Jump(0), Jump(1)])
def test_going_back_clears_the_pending_undo(led, command):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    led.say(Next())
    led.wait(1)
    led.say(command)
    assert led.moment.phase.move < 2
    assert led.moment.undo_left == 0


def test_after_an_undo_the_figure_goes_back_along_the_links_while_counting_in(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    begins = led.moment.phase.way.begins
    led.say(Next())
    led.wait(4)
    led.say(Undo())
    way = led.moment.motion.place.way
    assert way.ends == begins
    led.wait(2.999)
    assert led.moment.motion.place.fraction == pytest.approx(1, abs=1e-3)


def test_counting_in_after_a_pause_the_figure_goes_back_along_its_way(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    before = led.moment.motion.place
    assert before.fraction > 0
    led.say(Pause())
    led.wait(60)
    led.say(Play())
    assert led.moment.motion.place == before
    led.wait(1.5)
    assert led.moment.motion.place.fraction == pytest.approx(before.fraction / 2)
    led.say(EndEarly())
    assert (led.moment.reentry, led.moment.fraction) == (0, 0)
    assert led.moment.motion.leaving.fraction == pytest.approx(before.fraction / 2)


def test_a_jump_ahead_skips_the_moves_in_between(led):
    led.wait_until(led.start_of("articulations", "change") + 4)
    happenings = led.say(Jump(3))
    assert [(h.move, h.skipped) for h in happenings if isinstance(h, MoveLeft)] == [
        (1, True),
        (2, True),
    ]
    assert led.place == ("change", "child-to-cobra", None, None)
    assert [m.skipped for m in led.moment.moves] == [False, True, True, False, False]
    led.say(Back())
    led.wait(2000)
    assert [m.skipped for m in led.moment.moves] == [False, True, False, False, False]
    assert fold(led.happenings).progress() == led.moment.moves


def test_a_jump_starts_from_the_pose_the_figure_is_in(led):
    led.wait_until(led.start_of("butt-kicks", "change") + 9)
    led.say(Jump(1))
    way = led.moment.phase.way
    assert (way.begins, way.ends) == ("cobra", "hands-behind")
    assert led.moment.motion.leaving is None
    led.wait(200)
    change = next(p for p in led.state.timeline.phases if p.move == 2)
    *_, last = (p for p in led.state.timeline.phases if p.move == 1)
    assert change.way.begins == last.pose == "hands-behind"


@pytest.mark.parametrize("move", [-1, 5, 99])
def test_a_jump_to_nowhere_does_nothing(led, move):
    assert led.say(Jump(move)) == ()


def test_a_session_can_begin_with_any_move(routine, plan, ways):
    led = lead(routine, plan, ways, started=False)
    led.say(Jump(2))
    assert led.place == ("change", "back-lifts", None, None)
    assert led.moment.status == "playing"


def test_a_move_can_be_repeated_and_counts_once(led):
    led.wait_until(led.start_of("side-bends", rep=6))
    led.say(RepeatMove())
    assert led.place == ("work", "side-bends", 1, "right")
    led.wait_until(led.start_of("articulations", "change") + 4)
    led.say(RepeatMove())
    assert led.place == ("lead-in", "side-bends", None, None)
    led.wait(3000)
    assert len([h for h in led.happenings if isinstance(h, RepDone)]) == 60


def test_a_single_move_is_a_session(routine, plan, ways):
    led = lead(routine, ordered(routine, plan, ["back-lifts"]), ways)
    led.wait(1000)
    assert led.moment.status == "finished"
    assert [(m.id, m.done) for m in led.moment.moves] == [("back-lifts", 12)]


def test_a_change_that_waits_goes_on_when_the_user_says_so(routine, plan, ways):
    led = lead(routine, replace(plan, waits=True), ways)
    led.wait_until(led.start_of("articulations"))
    led.wait(1000)
    moment = led.moment
    assert (moment.waiting, moment.phase.kind, moment.remaining) == (True, "change", 0)
    assert moment.moves[1].seconds == pytest.approx(20)
    left = moment.left
    led.say(Toggle())
    assert led.place[:2] == ("work", "articulations")
    assert led.moment.left == pytest.approx(left)
    assert led.moment.moves[1].seconds == pytest.approx(20)


@pytest.mark.parametrize(
    ("command", "status"), [(Toggle(), "paused"), (EndEarly(), "playing")], ids=str
)
def test_a_key_just_as_a_wait_begins_does_not_end_it(routine, plan, ways, command, status):
    led = lead(routine, replace(plan, waits=True), ways)
    led.wait_until(led.start_of("articulations"))
    led.wait(0.5)
    assert led.moment.waiting
    led.say(command)
    assert (led.moment.status, led.moment.phase.kind) == (status, "change")
    led.wait(10)
    assert led.place[:2] == ("change", "articulations")
    led.say(Play())
    assert led.place[:2] == ("work", "articulations")


def test_a_long_wait_ends_the_session_like_a_long_pause(routine, plan, ways):
    led = lead(routine, replace(plan, waits=True), ways)
    waits_from = led.start_of("articulations")
    led.wait(waits_from + 590)
    assert not led.moment.may_sleep
    led.wait(20)
    assert led.moment.may_sleep
    led.wait(9 * 3600)
    assert led.moment.status == "stopped"
    assert led.happenings[-1].at == pytest.approx(1000 + waits_from)
    assert led.moment.moves[0].done == 12


def test_next_while_paused_stays_paused(led, routine):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    led.say(Pause())
    led.say(Next())
    assert led.moment.status == "paused"
    assert led.place[:2] == ("change", "back-lifts")
    led.wait(100)
    led.say(Play())
    led.wait(1)
    assert led.moment.fraction == pytest.approx(1 / routine.move("back-lifts").setup.tempo.seconds)


def test_a_session_is_resumed_from_its_happenings(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", rep=2) + 4)
    done = led.moment.moves
    led.state = resume(routine, plan, led.happenings, 5000.0, ways)
    led.now = 5000.0
    assert led.moment.status == "paused"
    assert led.place == ("work", "back-lifts", done[2].done + 1, None)
    assert [m.done for m in led.moment.moves] == [m.done for m in done]
    led.say(Toggle())
    assert led.moment.reentry == plan.lead_in
    led.wait(1000)
    assert led.moment.status == "finished"
    assert [m.done for m in led.moment.moves] == [12, 10, 12, 6, 20]
    assert fold(led.happenings).progress() == led.moment.moves


def test_a_resumed_session_waits_however_long_the_computer_has_been_awake(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", rep=2) + 4)
    led.state = resume(routine, plan, led.happenings, ways=ways)
    led.now = 1_000_000.0
    assert led.wait(0) == ()
    assert led.moment.status == "paused"
    led.wait(600)
    assert led.moment.may_sleep
    led.say(Play())
    assert led.moment.status == "playing"


def test_a_session_cut_off_after_a_move_resumes_with_the_next(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", "rest") + 8)
    assert led.place == ("rest", "back-lifts", None, None)
    led.state = resume(routine, plan, led.happenings, led.now, ways)
    assert led.place == ("change", "child-to-cobra", None, None)
    assert [type(h).__name__ for h in led.say(Play())] == [
        "MoveLeft",
        "MoveEntered",
        "PhaseEntered",
        "Resumed",
    ]
    led.wait(1000)
    assert [m.done for m in led.moment.moves] == [12, 10, 12, 6, 20]
    assert fold(led.happenings).progress() == led.moment.moves


@pytest.mark.parametrize(
    ("kind", "move_id", "into"),
    [
        ("lead-in", "side-bends", 3),
        ("work", "side-bends", 2),
        ("change", "articulations", 4),
        ("work", "articulations", 6),
        ("work", "back-lifts", 35),
        ("rest", "butt-kicks", 19),
    ],
)
def test_a_session_can_be_resumed_from_any_place(led, routine, plan, ways, kind, move_id, into):
    led.wait_until(led.start_of(move_id, kind) + into)
    before = led.place
    assert before[:2] == (kind, move_id)
    state = resume(routine, plan, led.happenings, 0.0, ways)
    assert (state.phase.kind, state.phase.move_id) == before[:2]


def test_skipping_a_rest_leaves_nothing_to_undo(led):
    led.wait_until(led.start_of("back-lifts", "rest") + 8)
    assert led.place[0] == "rest"
    led.say(Next())
    assert (led.moment.undo_left, led.moment.undo_move) == (0, None)
    assert led.say(Undo()) == ()


def test_a_skip_can_be_undone_from_the_move_it_led_to(led):
    led.wait_until(led.start_of("articulations", rep=4) + 3)
    led.say(Next())
    assert led.moment.undo_move == 1


@pytest.mark.parametrize(("rep", "into", "expected"), [(1, 0.5, 1), (5, 2.9, 4), (5, 3.1, 5)])
def test_a_repeat_early_in_a_rep_means_the_one_before(led, rep, into, expected):
    led.wait_until(led.start_of("back-lifts", rep=rep) + into)
    led.say(RepeatSide())
    assert led.place == ("work", "back-lifts", expected, None)
    assert (led.moment.phase.step, led.moment.fraction) == (0, 0)


def test_there_is_no_rep_to_repeat_in_an_opening_or_a_rest(led):
    for kind, move in (("work", 1), ("rest", 2), ("change", 3)):
        phase = next(p for p in led.state.timeline.phases if (p.kind, p.move) == (kind, move))
        led.wait_until(phase.start + 1)
        assert led.say(RepeatSide()) == ()


def test_enough_can_be_undone_while_the_other_side_catches_up(led):
    led.wait_until(led.start_of("side-bends", rep=2) + 3.5)
    led.say(Enough())
    assert led.moment.undo_left == 5
    led.wait(1)
    place = led.moment.phase
    assert led.say(Undo()) == ()
    assert (led.moment.phase, led.moment.undo_left, led.moment.reentry) == (place, 0, 0)
    led.wait(3)
    assert led.place == ("work", "side-bends", 3, "right")


def test_enough_after_the_last_side_can_be_undone(led):
    led.wait_until(led.start_of("side-bends", rep=3) + 0.5)
    led.say(Enough())
    assert led.place[:2] == ("change", "articulations")
    led.say(Undo())
    assert led.place == ("work", "side-bends", 3, "right")


def test_enough_in_the_last_move_rests_and_then_ends_the_session(led):
    led.wait_until(led.start_of("butt-kicks", rep=7) + 0.5)
    led.say(Enough())
    assert led.place == ("rest", "butt-kicks", None, None)
    led.wait(led.moment.phase.length)
    assert led.moment.status == "finished"
    assert (led.moment.moves[4].done, led.moment.moves[4].skipped) == (6, False)


def test_enough_outside_of_the_reps_does_nothing(led):
    assert led.say(Enough()) == ()
    led.wait_until(led.start_of("back-lifts", "rest") + 8)
    assert led.say(Enough()) == ()


def test_enough_keeps_the_sides_equal_where_the_left_comes_first(routine, plan, ways):
    other = {"left": "right", "right": "left", None: None}
    bends = routine.moves[0]
    turned = {
        name: tuple(replace(step, side=other[step.side]) for step in getattr(bends, name))
        for name in ("rep", "last")
    }
    led = lead(replace(routine, moves=(replace(bends, **turned), *routine.moves[1:])), plan, ways)
    led.wait_until(led.start_of("side-bends", rep=2) + 3.5)
    assert led.place == ("work", "side-bends", 2, "right")
    led.say(Enough())
    assert led.place == ("work", "side-bends", 2, "right")
    led.wait(3.01)
    assert led.place[:2] == ("change", "articulations")
    assert (led.moment.moves[0].left, led.moment.moves[0].right) == (2, 2)


def test_going_back_to_the_start_of_a_move_forgets_that_it_was_enough(led):
    led.wait_until(led.start_of("side-bends", rep=2) + 3.5)
    led.say(Enough())
    led.say(Back())
    assert (led.place, led.moment.undo_left) == (("work", "side-bends", 1, "right"), 0)
    led.wait(20)
    assert led.place[:2] == ("work", "side-bends")


def test_a_far_way_back_to_the_start_of_a_move_is_counted_in(led, ways):
    led.wait_until(led.start_of("child-to-cobra", rep=2) + 3.9)
    led.say(Back())
    far = ways.seconds("cobra", "child") > 2
    assert (led.moment.reentry > 0) == far
    assert led.moment.motion.place.way.begins == "cobra"
    assert led.moment.motion.place.way.ends == led.moment.phase.way.begins


def test_a_move_half_done_and_entered_again_is_resumed_at_its_next_rep(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", rep=4) + 1)
    led.say(Next())
    led.say(Jump(2))
    assert led.place[0] == "change"
    state = resume(routine, plan, led.happenings, led.now, ways)
    assert (state.phase.kind, state.phase.move_id, state.phase.rep) == ("work", "back-lifts", 4)


def test_a_skipped_move_stays_skipped_when_the_session_is_resumed(led, routine, plan, ways):
    led.wait_until(led.start_of("articulations", "change") + 4)
    led.say(Jump(3))
    led.say(Back())
    led.say(Next())
    state = resume(routine, plan, led.happenings, led.now, ways)
    assert state.phase.move_id == "child-to-cobra"


def test_nothing_left_to_do_a_session_is_resumed_in_its_last_phase(led, routine, plan, ways):
    led.wait_until(led.state.timeline.seconds - 1)
    assert led.place == ("rest", "butt-kicks", None, None)
    state = resume(routine, plan, led.happenings, led.now, ways)
    assert state.index == len(state.timeline.phases) - 1


def test_the_first_command_after_an_interruption_closes_what_it_left_open(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", rep=4) + 1)
    seconds = led.moment.moves[2].seconds
    led.state = resume(routine, plan, led.happenings, ways=ways)
    led.now = 50.0
    index = led.state.index
    dropped, entered, resumed = led.say(Play())
    # What was led since the last happening went with the program.
    led_before = seconds - 1
    assert dropped == RepDropped(50.0, 2, 4, None, pytest.approx(led_before))
    assert entered == PhaseEntered(50.0, index, 2, pytest.approx(led_before), 4, None)
    assert resumed == Resumed(50.0)


def test_an_interrupted_rest_is_left_without_being_skipped(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", "rest") + 8)
    led.state = resume(routine, plan, led.happenings, ways=ways)
    led.now = 50.0
    seconds = fold(led.happenings).led[2]
    left, entered, *_ = led.say(Play())
    assert left == MoveLeft(50.0, 2, seconds, skipped=False)
    assert entered == MoveEntered(50.0, 3)


def test_back_to_the_start_of_a_move_is_counted_in_only_from_far_away(led):
    led.wait_until(led.start_of("side-bends", rep=4) + 1.7)
    led.say(RepeatSide())
    assert led.moment.reentry == 0, "from side to side is the way of the move"
    led.wait(1.7)
    led.say(Back())
    assert (led.place, led.moment.reentry) == (("work", "side-bends", 1, "right"), 3)
    led.say(EndEarly())
    led.wait_until(led.start_of("child-to-cobra", rep=3) + 0.01)
    led.say(Back())
    assert (led.place, led.moment.reentry) == (("work", "child-to-cobra", 1, None), 0)


def test_whoever_leaves_or_has_had_enough_has_skipped_nothing(led, routine, plan, ways):
    led.wait_until(led.start_of("back-lifts", rep=4) + 1)
    *_, left, ended = led.say(Leave())
    assert (left.move, left.skipped, ended.finished) == (2, False, False)
    only = lead(routine, ordered(routine, plan, ["child-to-cobra"]), ways)
    only.wait_until(only.start_of("child-to-cobra", rep=3) + 1)
    only.say(Enough())
    *_, left, ended = only.wait(5)
    assert (left.move, left.skipped, ended.finished) == (0, False, True)


def in_the_last_move(led, rep=5):
    led.wait_until(led.start_of("butt-kicks", rep=rep) + 0.1)
    return led.moment.phase


@pytest.mark.parametrize("command", [Undo(), Play(), Toggle()])
def test_skipping_the_last_move_can_be_undone_like_any_skip(led, command):
    phase = in_the_last_move(led)
    led.say(Next())
    assert (led.moment.status, led.moment.ending) == ("paused", "move")
    assert (led.moment.undo_left, led.moment.undo_move) == (5, 4)
    led.wait(4.9)
    led.say(command)
    assert (led.moment.status, led.moment.ending) == ("playing", "")
    assert (led.moment.phase, led.moment.reentry) == (phase, 3.0)
    led.wait(2000)
    assert led.moment.status == "finished"
    assert led.moment.moves[4].done == led.moment.moves[4].planned


def test_skipping_the_last_move_ends_the_session_when_the_time_for_undo_is_over(led):
    in_the_last_move(led)
    led.say(Next())
    skipped_at, done = led.now, led.moment.moves[4].done
    new = led.wait(60)
    assert [type(each).__name__ for each in new] == ["RepDropped", "MoveLeft", "Ended"]
    assert {each.at for each in new} == {skipped_at + 5}
    assert led.moment.status == "finished"
    assert (led.moment.moves[4].skipped, led.moment.moves[4].done) == (True, done)
    assert led.say(Undo()) == ()


@pytest.mark.parametrize("command", [EndEarly(), Leave()])
def test_the_time_for_undo_can_be_cut_short(led, command):
    in_the_last_move(led)
    led.say(Next())
    led.say(Next())
    assert led.moment.ending
    led.say(command)
    assert led.moment.status == "finished"
    assert led.moment.moves[4].skipped


def test_a_skip_while_paused_is_undone_into_the_pause(led):
    phase = in_the_last_move(led)
    led.say(Pause())
    led.wait(10)
    led.say(Next())
    led.wait(1)
    led.say(Undo())
    assert (led.moment.status, led.moment.ending, led.moment.phase) == ("paused", "", phase)
    led.wait(60)
    assert led.moment.status == "paused"


@pytest.mark.parametrize("command", [Play(), Toggle()])
def test_whoever_presses_play_after_a_skip_while_paused_is_led_on(led, command):
    phase = in_the_last_move(led)
    led.say(Pause())
    led.wait(10)
    led.say(Next())
    led.wait(1)
    led.say(command)
    assert (led.moment.status, led.moment.ending, led.moment.phase) == ("playing", "", phase)
    led.wait(2000)
    assert led.moment.moves[4].done == led.moment.moves[4].planned


@pytest.mark.parametrize(
    ("command", "move"), [(Back(), 4), (RepeatMove(), 4), (Jump(1), 1), (Jump(4), 4)]
)
def test_going_back_takes_back_the_end(led, command, move):
    in_the_last_move(led)
    led.say(Next())
    led.wait(1)
    led.say(command)
    led.wait(6)
    assert (led.moment.status, led.moment.phase.move) == ("playing", move)


def test_enough_of_the_last_move_can_be_undone(routine, plan, ways):
    only = lead(routine, ordered(routine, plan, ["child-to-cobra"]), ways)
    only.wait_until(only.start_of("child-to-cobra", rep=3) + 1)
    phase = only.moment.phase
    only.say(Enough())
    assert (only.moment.ending, only.moment.undo_left) == ("reps", 5)
    only.say(Undo())
    assert (only.moment.status, only.moment.phase) == ("playing", phase)


def test_a_session_cut_off_while_its_end_can_be_undone_goes_on_in_the_last_move(
    led, routine, plan, ways
):
    in_the_last_move(led)
    led.say(Next())
    again = resume(routine, plan, led.happenings, led.now, ways)
    assert again.phase.move == 4


def test_what_is_pressed_as_a_change_begins_by_itself_does_not_skip_the_move_after(led):
    led.wait_until(led.start_of("articulations", "change") + 0.3)
    led.say(Next())
    assert led.place[:2] == ("change", "articulations")
    led.say(EndEarly())
    assert led.place[0] == "work"
    led.say(Jump(2))
    led.say(Next())
    assert led.place[:2] == ("change", "child-to-cobra"), "by a command it did not come by itself"


def test_enter_as_a_rest_begins_by_itself_does_not_end_it(led):
    led.wait_until(led.start_of("back-lifts", "rest") + 0.3)
    led.say(EndEarly())
    assert led.place[0] == "rest"
    led.wait(1)
    led.say(EndEarly())
    assert led.place[0] == "change"


def test_nothing_counts_before_the_figure_has_arrived_after_skip_and_enter(routine, plan):
    """Skipping ahead to a move that lies down, and ending its change at once, begins with the
    figure still sitting."""
    led = lead(routine, plan, POSES)
    led.wait_until(led.start_of("side-bends", rep=2) + 1)
    led.say(Jump(2))
    led.wait(0.3)
    led.say(EndEarly())
    assert led.place[:2] == ("work", "back-lifts")
    assert led.moment.reentry == pytest.approx(3)
    led.wait(2.99)
    assert (led.moment.fraction, led.moment.reentry > 0) == (0, True)
    led.wait(0.02)
    assert led.moment.motion.leaving is None, "it has arrived as the count begins"
    assert led.moment.fraction > 0


def test_enter_once_more_ends_that_count_too(routine, plan):
    led = lead(routine, plan, POSES)
    led.wait_until(led.start_of("side-bends", rep=2) + 1)
    led.say(Jump(2))
    led.wait(0.3)
    led.say(EndEarly())
    led.say(EndEarly())
    assert (led.place[0], led.moment.reentry) == ("work", 0)


def test_a_change_that_is_all_but_done_is_ended_without_a_count(routine, plan):
    led = lead(routine, plan, POSES)
    led.wait_until(led.start_of("back-lifts", "change") + 18)
    led.say(EndEarly())
    assert (led.place[0], led.moment.reentry) == ("work", 0)
