"""Makes the moment of a state: everything the screen and the voice need at one reading."""

from typing import assert_never

from backstretch.session.figure_motion import motion_of
from backstretch.session.moment import Moment, Skipped
from backstretch.session.state import State

MAY_SLEEP_SECONDS = 600.0
"""The screen may go dark once the session has stood still for this long."""


def shown(state: State, at: float) -> Moment:
    """Returns the moment at reading `at`; the state must have been advanced to it."""
    phase, seconds = state.phase, state.seconds_in(at)
    elapsed = phase.start + seconds
    choices = state.plan.choices
    idle_since = state.idle_since()
    return Moment(
        status=state.status,
        phase=phase,
        index=state.index,
        fraction=seconds / phase.length,
        remaining=phase.length - seconds,
        elapsed=elapsed,
        left=0.0 if state.over else max(state.timeline.seconds - elapsed, 0.0),
        count=_count(state),
        of=choices[phase.move].dose,
        moves=state.progress(at),
        motion=motion_of(state, at),
        coming=phase.move + 1 if phase.move + 1 < len(choices) else None,
        why=state.why if state.status == "paused" else "",
        waiting=state.waiting,
        reentry=max(state.reentry.until - at, 0.0) if state.reentry else 0.0,
        undo_left=max(state.undo.until - at, 0.0) if state.undo else 0.0,
        undo_move=state.undo.key[0] if state.undo else None,
        ending=_ending(state),
        gentler=choices[phase.move].gentler,
        range=choices[phase.move].range,
        may_sleep=idle_since is not None and at - idle_since >= MAY_SLEEP_SECONDS,
    )


def _ending(state: State) -> Skipped:
    if state.ending is None:
        return ""
    return "move" if state.ending.skipped else "reps"


def _count(state: State) -> int:
    """The current rep; 0 before the first, the whole dose in the rest after the last."""
    phase = state.phase
    match phase.kind:
        case "lead-in" | "change":
            return 0
        case "work":
            return phase.rep or 0
        case "rest":
            return state.plan.choices[phase.move].dose
        case _:
            assert_never(phase.kind)
