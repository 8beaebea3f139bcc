"""Where the user steers to: next, back, jump, again, enough, undo."""

from collections.abc import Callable

from backstretch.figure.body import Side
from backstretch.session.advance import count_in
from backstretch.session.commands import (
    Back,
    Command,
    Enough,
    Jump,
    Next,
    RepeatMove,
    RepeatSide,
    Undo,
)
from backstretch.session.figure_motion import place_seen, pose_near
from backstretch.session.state import LeftPhase, Reentry
from backstretch.session.timeline import Phase
from backstretch.session.turn import Turn

BACK_TO_MOVE_BEFORE_SECONDS = 3.0
UNDO_SECONDS = 5.0
FAR_SECONDS = 2.0


def steer(turn: Turn, command: Command) -> None:
    """Obeys a command that changes the place in the session."""
    if isinstance(command, Jump):
        jump(turn, command.move)
        return
    obey = _STEERING.get(type(command))
    if obey is not None:
        obey(turn)


def next_move(turn: Turn) -> None:
    """Past the move under way, or the coming one; past the last is the end."""
    target = turn.phase.move + 1
    if target < len(turn.state.plan.choices):
        _skip_to(turn, target)
        return
    turn.drop_rep()
    turn.leave_move(skipped=True)
    turn.end(finished=True)


def jump(turn: Turn, move: int) -> None:
    """To the change of position into that move; what lies between is skipped."""
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
    turn.set(undo=None if resting else LeftPhase(key, turn.at + UNDO_SECONDS))


def _return_to(turn: Turn, move: int) -> None:
    """Into that move again; who goes back has no skip left to take back."""
    turn.go_to_move(move)
    turn.set(undo=None)


def back(turn: Turn) -> None:
    """To the start of the move; from within its first seconds, or before it, to the move before."""
    state, phase = turn.state, turn.phase
    first = state.first_of(phase.move, at_work=True)
    begun = phase.start + state.seconds_in(turn.at) - state.timeline.phases[first].start
    if phase.kind != "lead-in" and begun < BACK_TO_MOVE_BEFORE_SECONDS and phase.move > 0:
        _return_to(turn, phase.move - 1)
    elif begun < 0:
        _return_to(turn, phase.move)
    else:
        turn.set(leave_after=None, undo=None)
        _again(turn, first)


def repeat_move(turn: Turn) -> None:
    """The move under way, or in a change the one just done, from its start."""
    phase = turn.phase
    turn.set(leave_after=None, undo=None)
    if phase.kind in ("work", "rest"):
        _again(turn, turn.state.first_of(phase.move, at_work=True))
    elif phase.move > 0:
        _return_to(turn, phase.move - 1)


def repeat_side(turn: Turn) -> None:
    """The rep under way once more; in its first half, the one just done."""
    state, phase = turn.state, turn.phase
    if phase.rep is None:
        return
    phases = state.timeline.phases
    first = state.index - phase.step
    last = next(i for i in range(state.index, len(phases)) if phases[i].ends_rep)
    gone = phase.start + state.seconds_in(turn.at) - phases[first].start
    if gone < (phases[last].end - phases[first].start) / 2 and phases[first - 1].ends_rep:
        first = first - 1 - phases[first - 1].step
    _again(turn, first)


def _again(turn: Turn, index: int) -> None:
    """Enters a phase of the same move again. Where that begins in a position far from this one,
    a count leads back to it; the other side of the same position isn't far."""
    state = turn.state
    pose = pose_near(place_seen(state, turn.at))
    turn.enter(index)
    begins = turn.phase.way.begins
    far = state.ways.seconds(pose, begins) > FAR_SECONDS
    first = index == state.first_of(turn.phase.move, at_work=True)
    if far and (first or not turn.phase.per_side):
        _lead_back(turn, pose)


def _lead_back(turn: Turn, pose: str) -> None:
    """The phase just entered starts after a count, while the figure comes from `pose`."""
    state, seconds = turn.state, turn.state.plan.reentry
    if state.status == "playing" and turn.phase.kind == "work" and seconds > 0:
        way = state.ways.way(pose, turn.phase.way.begins)
        count_in(turn, Reentry(turn.at + seconds, seconds, way, 0.0, 1.0))


def enough(turn: Turn) -> None:
    """Leaves the rest of the reps; a side that is behind the other catches up first."""
    phase = turn.phase
    if phase.kind != "work":
        return
    undo = LeftPhase(phase.key, turn.at + UNDO_SECONDS)
    behind = _side_behind(turn)
    if behind is not None:
        turn.set(leave_after=behind.key, undo=undo)
        return
    turn.leave_reps()
    if not turn.state.over:
        turn.set(undo=undo)


def _side_behind(turn: Turn) -> Phase | None:
    """The end of the last rep to come whose other side is done, and it is not."""
    move, done = turn.phase.move, turn.state.tally.done
    for phase in reversed(turn.state.timeline.phases[turn.state.index :]):
        if phase.move == move and phase.rep is not None and phase.ends_rep and phase.per_side:
            other: Side = "left" if phase.side == "right" else "right"
            if (move, phase.rep, other) in done and (move, phase.rep, phase.side) not in done:
                return phase
    return None


def undo(turn: Turn) -> None:
    """Takes a skip back: after a count, the phase that was left starts anew."""
    state = turn.state
    left = state.undo
    index = state.find(left.key) if left is not None and turn.at <= left.until else None
    turn.set(undo=None)
    if index is None:
        return
    if state.leave_after is not None:
        turn.set(leave_after=None)
        return
    pose = pose_near(place_seen(state, turn.at))
    turn.enter(index)
    _lead_back(turn, pose)


_STEERING: dict[type, Callable[[Turn], None]] = {
    Next: next_move,
    Back: back,
    RepeatMove: repeat_move,
    RepeatSide: repeat_side,
    Enough: enough,
    Undo: undo,
}
