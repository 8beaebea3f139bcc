"""The commands that change the place in the session: next, back, jump, repeat, enough, undo."""

from typing import assert_never

from backstretch.figure.body import Side
from backstretch.session.advance import UNAWARE_SECONDS, count_in
from backstretch.session.commands import (
    Back,
    Enough,
    Jump,
    Next,
    RepeatMove,
    RepeatSide,
    Steering,
    Undo,
)
from backstretch.session.figure_motion import place_seen, pose_near
from backstretch.session.happenings import Resumed
from backstretch.session.state import LeftPhase, Reentry
from backstretch.session.timeline import Phase
from backstretch.session.turn import Turn

BACK_TO_MOVE_BEFORE_SECONDS = 3.0
UNDO_SECONDS = 5.0
FAR_SECONDS = 2.0
"""A way that takes longer than this at an easy pace gets a count-in: the user needs time for it."""


def steer(turn: Turn, command: Steering) -> None:
    """Obeys a command that changes the place in the session. One that makes no sense at that place
    does nothing. Where the session is about to end nothing is left to skip, and every other way
    leads back into it first."""
    if turn.state.ending is not None:
        if isinstance(command, Next | Enough):
            return
        undo(turn)
    match command:
        case Next():
            next_move(turn)
        case Back():
            back(turn)
        case Jump(move=move):
            jump(turn, move)
        case RepeatMove():
            repeat_move(turn)
        case RepeatSide():
            repeat_side(turn)
        case Enough():
            enough(turn)
        case Undo():
            undo(turn)
        case _:
            assert_never(command)


def next_move(turn: Turn) -> None:
    """Skips the current move, in a lead-in or change the one it leads to. After the last move
    the session ends, as finished, once that cannot be undone any more."""
    state, phase = turn.state, turn.phase
    if phase.kind == "change" and state.began_by_itself(turn.at, UNAWARE_SECONDS):
        # Meant for the move that was just over; it would skip the one after it.
        return
    target = phase.move + 1
    if target < len(state.plan.choices):
        _skip_to(turn, target)
        return
    # In a rest the move's reps are over, so there is nothing that undo could bring back.
    until = turn.at if phase.kind == "rest" else turn.at + UNDO_SECONDS
    turn.set(undo=LeftPhase(phase.key, until))
    turn.end_at(until, skipped=True)


def jump(turn: Turn, move: int) -> None:
    """Goes to the change into move `move`; the moves jumped over are marked skipped. Does nothing
    if the plan has no such move."""
    here = turn.phase.move
    if not 0 <= move < len(turn.state.plan.choices):
        return
    if move > here:
        _skip_to(turn, move)
    else:
        _return_to(turn, move)


def _skip_to(turn: Turn, target: int) -> None:
    here, key, resting = turn.phase.move, turn.phase.key, turn.phase.kind == "rest"
    turn.go_to_move(target, skipped=True, over=range(here + 1, target))
    # In a rest the move's reps are over, so leaving it skips nothing that undo could bring back.
    turn.set(undo=None if resting else LeftPhase(key, turn.at + UNDO_SECONDS))


def _return_to(turn: Turn, move: int) -> None:
    """Goes into a move again."""
    turn.go_to_move(move)
    # By going back the user has dealt with the skip; undo would lead elsewhere once more.
    turn.set(undo=None)


def back(turn: Turn) -> None:
    """Goes back to the start of the move; in its first seconds, or before it, to the move before.
    In the lead-in, which has no move before it, the lead-in starts again."""
    state, phase = turn.state, turn.phase
    first = state.first_of(phase.move, at_work=True)
    # Seconds since the move's work began; negative in its lead-in or change.
    begun = phase.start + state.seconds_in(turn.at) - state.timeline.phases[first].start
    if phase.kind != "lead-in" and begun < BACK_TO_MOVE_BEFORE_SECONDS and phase.move > 0:
        _return_to(turn, phase.move - 1)
    elif begun < 0:
        _return_to(turn, phase.move)
    else:
        # Otherwise an earlier "enough" would cut the repeated move short as well.
        turn.set(leave_after=None, undo=None)
        _again(turn, first)


def repeat_move(turn: Turn) -> None:
    """Starts the current move again, or in a change the move just done."""
    phase = turn.phase
    turn.set(leave_after=None, undo=None)
    match phase.kind:
        case "work" | "rest":
            _again(turn, turn.state.first_of(phase.move, at_work=True))
        case "lead-in" | "change":
            if phase.move > 0:
                _return_to(turn, phase.move - 1)
        case _:
            assert_never(phase.kind)


def repeat_side(turn: Turn) -> None:
    """Repeats the current rep, or in its first half the one just done. Does nothing in a phase
    that belongs to no rep."""
    state, phase = turn.state, turn.phase
    if phase.rep is None:
        return
    phases = state.timeline.phases
    first = state.index - phase.step
    last = next(i for i in range(state.index, len(phases)) if phases[i].ends_rep)
    gone = phase.start + state.seconds_in(turn.at) - phases[first].start
    # Early in a rep the user still means the one just done.
    if gone < (phases[last].end - phases[first].start) / 2 and phases[first - 1].ends_rep:
        first = first - 1 - phases[first - 1].step
    _again(turn, first)


def _again(turn: Turn, index: int) -> None:
    """Enters a phase of the same move again, after a count-in if it begins far from where the
    figure is."""
    state = turn.state
    pose = pose_near(place_seen(state, turn.at))
    turn.enter(index)
    begins = turn.phase.way.begins
    far = state.ways.seconds(pose, begins) > FAR_SECONDS
    first = index == state.first_of(turn.phase.move, at_work=True)
    # Within a move counted per side no rep is far: from one side to the other is its normal way.
    if far and (first or not turn.phase.per_side):
        _lead_back(turn, pose)


def come_from(turn: Turn, pose: str) -> None:
    """Counts in before the phase just entered if it begins far from `pose`, where the figure is:
    nobody could follow it while it is still on its way."""
    if turn.state.ways.seconds(pose, turn.phase.way.begins) > FAR_SECONDS:
        _lead_back(turn, pose)


def _lead_back(turn: Turn, pose: str) -> None:
    """Counts in before the phase just entered, while the figure comes from `pose`. Not while
    paused: going on counts in anyway."""
    state, seconds = turn.state, turn.state.plan.reentry
    if state.status == "playing" and turn.phase.kind == "work" and seconds > 0:
        way = state.ways.way(pose, turn.phase.way.begins)
        count_in(turn, Reentry(turn.at + seconds, seconds, way, 0.0, 1.0))


def enough(turn: Turn) -> None:
    """Leaves out the move's remaining reps; if one side is behind the other, it catches up first.
    Does nothing outside of the reps."""
    phase = turn.phase
    if phase.kind != "work":
        return
    undo = LeftPhase(phase.key, turn.at + UNDO_SECONDS)
    behind = _side_behind(turn)
    if behind is not None:
        # Both sides are to be worked equally, so the reps go on until this side is even.
        turn.set(leave_after=behind.key, undo=undo)
        return
    turn.set(undo=undo)
    turn.leave_reps()


def _side_behind(turn: Turn) -> Phase | None:
    """The phase that ends the last rep still to come whose other side is done but not this one;
    None if the sides are equal."""
    move, done = turn.phase.move, turn.state.tally.done
    for phase in reversed(turn.state.timeline.phases[turn.state.index :]):
        if phase.move == move and phase.rep is not None and phase.ends_rep and phase.per_side:
            other: Side = "left" if phase.side == "right" else "right"
            if (move, phase.rep, other) in done and (move, phase.rep, phase.side) not in done:
                return phase
    return None


def undo(turn: Turn) -> None:
    """Undoes a skip: after a count-in, the phase that was left starts again. Does nothing once
    the time for it is over."""
    state = turn.state
    left, ending = state.undo, state.ending
    # The plan may have changed since, so the phase is looked up by its key.
    index = state.find(left.key) if left is not None and turn.at <= left.until else None
    turn.set(undo=None, ending=None)
    if ending is not None and ending.resumes:
        turn.emit(Resumed(turn.at))
        turn.set(status="playing", why="", recount=False)
    if index is None:
        return
    if state.leave_after is not None:
        # "Enough" is still letting a side catch up: nothing has been left yet, so drop the plan
        # to leave and stay where the session is.
        turn.set(leave_after=None)
        return
    pose = pose_near(place_seen(state, turn.at))
    turn.enter(index)
    _lead_back(turn, pose)
