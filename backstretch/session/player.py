"""The player: a session as a machine of frozen states. `(state, command, now)` makes
`(state, happenings)`; the reading `now` of the session clock is an argument, so a whole session
runs in a test in a millisecond.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import inf

from backstretch.routine.model import Routine
from backstretch.session.advance import (
    advance,
    begin_playing,
    end_reentry,
    pause,
    resume_playing,
)
from backstretch.session.choices import choose
from backstretch.session.commands import (
    Command,
    EndEarly,
    Jump,
    Leave,
    Pause,
    Play,
    Toggle,
)
from backstretch.session.figure_motion import eased_over
from backstretch.session.happenings import Began, Happening
from backstretch.session.layout import Ways, lay_out
from backstretch.session.moment import Moment
from backstretch.session.outcome import Tally, fold
from backstretch.session.plan import Plan, as_json
from backstretch.session.showing import shown
from backstretch.session.state import State
from backstretch.session.steering import jump, steer
from backstretch.session.timeline import Timeline
from backstretch.session.turn import Turn

UNREAD = -inf
"""Before any reading of the clock."""


def begin(routine: Routine, plan: Plan, ways: Ways | None = None) -> State:
    """A session ready to start. `ways` are the figure's own where none are given."""
    ways = ways or _figure_ways()
    timeline = lay_out(routine, plan, ways)
    return State(routine, ways, plan, timeline, fold([Began(0.0, as_json(plan))]))


def step(state: State, command: Command | None, now: float) -> tuple[State, tuple[Happening, ...]]:
    """The state at reading `now` after `command`, and everything that happened since the reading
    before: each happening at its own exact time, however late this is called.

    A command that makes no sense at the moment does nothing. Nothing happens after the end.
    """
    if state.over:
        return state, ()
    if state.now == UNREAD:
        state = replace(state, now=now, paused_at=now)
    now = max(now, state.now)
    turn = Turn(state, state.now)
    seen = now
    if isinstance(command, Pause) and command.back_to is not None:
        seen = min(max(command.back_to, state.now), now)
    advance(turn, seen)
    if command is not None and not turn.state.over:
        before = turn.state
        _obey(turn, command)
        turn.state = eased_over(before, replace(turn.state, touched=turn.at), turn.at)
    if turn.state.status == "paused":
        advance(turn, now)
    turn.set(now=now)
    return turn.state, tuple(turn.happenings)


def moment(state: State, now: float) -> Moment:
    """What is so at reading `now`, whether or not `step` was called at it."""
    state, _ = step(state, None, now)
    return shown(state, max(now, state.now))


def resume(
    routine: Routine,
    plan: Plan,
    happenings: Iterable[Happening],
    now: float = UNREAD,
    ways: Ways | None = None,
) -> State:
    """A session taken up again from its journal: paused at its first rep that is not done.
    Without a reading `now`, the pause begins with the first one that `step` is given.

    `plan` is the plan as it last stood (`plan.from_json`). Going on, the count back in is as
    long as a lead-in. What happened before stays counted.
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
    """The first rep that is not done, from the move being led on; getting into its move where
    nothing of that is done. The last phase where nothing is left."""
    led = tally.move or 0
    for move in range(led, len(tally.choices)):
        if tally.complete(move) or move in tally.skipped:
            continue
        started = tally.done_of(move) > 0 or (move == led and tally.at_work)
        for index, phase in enumerate(timeline.phases):
            if phase.move != move:
                continue
            rep = (move, phase.rep or 0, phase.side_counted)
            if not started or (phase.rep is not None and rep not in tally.done):
                return index
    return len(timeline.phases) - 1


def _obey(turn: Turn, command: Command) -> None:
    if turn.state.restored and not turn.state.entered:
        turn.enter_again()
    status = turn.state.status
    match command:
        case Toggle():
            _toggle(turn)
        case Play():
            _play(turn)
        case Pause(why=why) if status == "playing":
            pause(turn, why)
        case EndEarly() if status == "playing":
            _end_early(turn)
        case Leave():
            _leave(turn)
        case Jump(move=move) if status == "ready":
            _begin_at(turn, move)
        case _:
            if not choose(turn, command) and status != "ready":
                steer(turn, command)


def _toggle(turn: Turn) -> None:
    if turn.state.status == "playing" and not turn.state.waiting:
        pause(turn, "")
    else:
        _play(turn)


def _play(turn: Turn) -> None:
    if turn.state.status == "ready":
        begin_playing(turn)
    elif turn.state.status == "paused":
        resume_playing(turn)
    elif turn.state.waiting:
        turn.end_phase()


def _begin_at(turn: Turn, move: int) -> None:
    if 0 <= move < len(turn.state.plan.choices):
        begin_playing(turn)
        jump(turn, move)


def _end_early(turn: Turn) -> None:
    state = turn.state
    if state.reentry is not None:
        end_reentry(turn)
    elif state.waiting or turn.phase.kind != "work":
        turn.end_phase()


def _leave(turn: Turn) -> None:
    if turn.state.status == "ready":
        turn.set(status="stopped")
        return
    turn.drop_rep()
    turn.leave_move(skipped=False)
    turn.end(finished=False)


def _figure_ways() -> Ways:
    from backstretch.figure.poses import load_poses

    return load_poses()
