"""The player: a state machine over frozen states. `step` takes `(state, command, now)` and returns
`(state, happenings)`. The reading `now` of the session clock is an argument, so a test can run a
whole session without waiting.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import inf
from typing import assert_never

from backstretch.routine.model import Routine
from backstretch.session.advance import (
    UNAWARE_SECONDS,
    advance,
    begin_playing,
    end_reentry,
    resume_playing,
)
from backstretch.session.choices import choose
from backstretch.session.commands import (
    Command,
    EndEarly,
    Jump,
    Leave,
    Pause,
    PlanChange,
    Play,
    Steering,
    Toggle,
)
from backstretch.session.figure_motion import eased_over, place_seen, pose_near
from backstretch.session.happenings import Began, Happening
from backstretch.session.layout import Ways, lay_out
from backstretch.session.moment import Moment
from backstretch.session.outcome import Tally, fold
from backstretch.session.plan import Plan, as_json
from backstretch.session.showing import shown
from backstretch.session.state import State
from backstretch.session.steering import come_from, jump, steer, undo
from backstretch.session.timeline import Timeline
from backstretch.session.turn import Turn

UNREAD = -inf
"""The clock has not been read yet."""


def begin(routine: Routine, plan: Plan, ways: Ways | None = None) -> State:
    """Returns a session that is ready to start. `ways` defaults to those of the figure."""
    ways = ways or _figure_ways()
    timeline = lay_out(routine, plan, ways)
    return State(routine, ways, plan, timeline, fold([Began(0.0, as_json(plan))]))


def step(state: State, command: Command | None, now: float) -> tuple[State, tuple[Happening, ...]]:
    """Returns the state at reading `now` after `command`, and everything that happened since the
    last reading, each with its own exact time however late this is called.

    A command that makes no sense at that point does nothing. After the end nothing happens.
    """
    if state.over:
        return state, ()
    if state.now == UNREAD:
        # The clock may show days since boot; the pause of a resumed session begins only here.
        state = replace(state, now=now, paused_at=now)
    now = max(now, state.now)
    turn = Turn(state, state.now)
    # A pause back to an earlier reading plays only up to there; the rest of the time until `now`
    # passes below, as part of the pause.
    seen = now
    if isinstance(command, Pause) and command.back_to is not None:
        seen = min(max(command.back_to, state.now), now)
    advance(turn, seen)
    if command is not None and not turn.state.over:
        before = turn.state
        _obey(turn, command)
        # Only a command can move the figure abruptly: time alone takes it along its way.
        turn.state = eased_over(before, replace(turn.state, touched=turn.at), turn.at)
    if turn.state.status == "paused":
        advance(turn, now)
    turn.set(now=now)
    return turn.state, tuple(turn.happenings)


def moment(state: State, now: float) -> Moment:
    """Returns the moment at reading `now`; `step` need not have been called at that reading."""
    state, _ = step(state, None, now)
    return shown(state, max(now, state.now))


def resume(
    routine: Routine,
    plan: Plan,
    happenings: Iterable[Happening],
    now: float = UNREAD,
    ways: Ways | None = None,
) -> State:
    """Returns a session resumed from its journal: paused at its first rep that is not done, with
    what was done before still counted.

    `plan` is the latest plan of the session (`plan.from_json`). Without `now` the pause begins at
    the first reading that `step` gets. When the user goes on, the count-in is as long as a lead-in.
    """
    ways = ways or _figure_ways()
    timeline = lay_out(routine, plan, ways)
    tally = replace(fold(happenings), finished=None)
    return State(
        routine,
        ways,
        plan,
        timeline,
        tally,
        status="paused",
        now=now,
        index=_place_to_resume(timeline, tally),
        paused_at=now,
        restored=True,
    )


def _place_to_resume(timeline: Timeline, tally: Tally) -> int:
    """The index of the phase to resume at: the first rep not done in the current move or a later
    one. A move of which nothing was done starts with its lead-in or change; if nothing is left
    at all, the last phase."""
    led = tally.move or 0
    for move in range(tally.next_move, len(tally.choices)):
        if tally.complete(move) or move in tally.skipped:
            continue
        # Cut off within the first rep, the user was already in position: no change is needed.
        started = tally.done_of(move) > 0 or (move == led and tally.at_work)
        for index, phase in enumerate(timeline.phases):
            if phase.move != move:
                continue
            rep = (move, phase.rep or 0, phase.side_counted)
            if not started or (phase.rep is not None and rep not in tally.done):
                return index
    return len(timeline.phases) - 1


def _obey(turn: Turn, command: Command) -> None:
    # `resume` returns a state alone, so the journal learns with the first command that the
    # interrupted rep was dropped and the phase begins again.
    if turn.state.restored and not turn.state.entered:
        turn.enter_again()
    if isinstance(command, PlanChange):
        choose(turn, command)
        return
    if isinstance(command, Steering):
        _steer(turn, command)
        return
    match command:
        case Toggle():
            _toggle(turn)
        case Play():
            _play(turn)
        case Pause(why=why):
            if turn.state.status == "playing":
                turn.pause(why)
        case EndEarly():
            _end_early(turn)
        case Leave():
            _leave(turn)
        case _:
            assert_never(command)


def _steer(turn: Turn, command: Steering) -> None:
    """Before the start, the only steering is to choose the move to begin with."""
    if turn.state.status != "ready":
        steer(turn, command)
    elif isinstance(command, Jump):
        _begin_at(turn, command.move)


def _toggle(turn: Turn) -> None:
    state = turn.state
    # Who presses just as a wait begins saw the session move, and wants to pause it.
    moves = not state.waiting or state.began_by_itself(turn.at, UNAWARE_SECONDS)
    if state.status == "playing" and moves:
        turn.pause("")
    else:
        _play(turn)


def _play(turn: Turn) -> None:
    match turn.state.status:
        case "ready":
            begin_playing(turn)
        case "paused":
            if turn.state.ending is not None:
                undo(turn)
            # Undoing goes back to how it was before the skip, which may have been a pause.
            if turn.state.status == "paused":
                resume_playing(turn)
        case "playing":
            if turn.state.waiting:
                turn.end_phase()
        case "finished" | "stopped":
            pass  # `step` does nothing after the end
        case _:
            assert_never(turn.state.status)


def _begin_at(turn: Turn, move: int) -> None:
    if 0 <= move < len(turn.state.plan.choices):
        begin_playing(turn)
        jump(turn, move)


def _end_early(turn: Turn) -> None:
    if turn.state.ending is not None:
        turn.finish()
        return
    if turn.state.status != "playing":
        return
    if turn.state.reentry is not None:
        end_reentry(turn)
        return
    if turn.state.began_by_itself(turn.at, UNAWARE_SECONDS):
        return  # meant for the phase that was just over
    match turn.phase.kind:
        case "lead-in" | "change" | "rest":
            pose = pose_near(place_seen(turn.state, turn.at))
            turn.end_phase()
            come_from(turn, pose)
        case "work":
            if turn.state.waiting:
                turn.end_phase()
        case _:
            assert_never(turn.phase.kind)


def _leave(turn: Turn) -> None:
    if turn.state.status == "ready":
        # Nothing has begun, so there is nothing to record as ended.
        turn.set(status="stopped")
        return
    if turn.state.ending is not None:
        turn.finish()
        return
    turn.drop_rep()
    turn.leave_move(skipped=False)
    turn.end(finished=False)


def _figure_ways() -> Ways:
    # Imported here: a caller that passes its own ways needs no pose library.
    from backstretch.figure.poses import load_poses

    return load_poses()
