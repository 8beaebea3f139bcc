"""What the passing of time does: phases end, pauses last, a count-in runs out."""

from backstretch.session.happenings import Began, MoveEntered, PhaseEntered, Resumed
from backstretch.session.plan import as_json
from backstretch.session.state import Reentry
from backstretch.session.turn import Turn

SHORT_PAUSE_SECONDS = 2.0
"""After a shorter pause the user is still in position, so no count-in is needed."""
UNAWARE_SECONDS = 0.8
"""A command that comes sooner after a phase has begun by itself was meant for the one before."""
OVERNIGHT_SECONDS = 4 * 3600.0
"""A session that has stood still for this long has been abandoned."""


def advance(turn: Turn, now: float) -> None:
    """Brings the session from the turn's reading to `now`. Whatever ends in between is reported
    with its own time."""
    # One phase at a time, with `turn.at` on its exact end: however late and seldom this is
    # called, the happenings are the same.
    while turn.state.status == "playing" and not turn.state.waiting:
        state = turn.state
        if state.reentry is not None:
            if now < state.reentry.until:
                break
            turn.at = state.reentry.until
            end_reentry(turn)
            continue
        end = state.origin + turn.phase.length
        if now < end:
            break
        turn.at = end
        if turn.phase.waits:
            turn.set(waiting=True)
        else:
            turn.end_phase()
    turn.at = max(turn.at, now)
    _expire(turn)


def _expire(turn: Turn) -> None:
    """Ends what runs out by itself: the time for an undo, with it a session whose last move was
    skipped, and a session that has stood still for hours."""
    state = turn.state
    if state.ending is not None and turn.at >= state.ending.until:
        turn.at = state.ending.until
        turn.finish()
        return
    if state.undo is not None and turn.at > state.undo.until:
        turn.set(undo=None)
    idle_since = state.idle_since()
    if idle_since is not None and turn.at - idle_since >= OVERNIGHT_SECONDS:
        # It ended when the user left it, not when that was noticed.
        turn.at = idle_since
        turn.drop_rep()
        turn.leave_move(skipped=False)
        turn.end(finished=False)


def begin_playing(turn: Turn) -> None:
    """Starts the session with its first phase."""
    turn.set(status="playing", origin=turn.at, led_since=turn.at)
    turn.emit(Began(turn.at, as_json(turn.state.plan)))
    turn.emit(MoveEntered(turn.at, 0))
    turn.emit(PhaseEntered(turn.at, 0, 0, 0.0))


def resume_playing(turn: Turn) -> None:
    """Goes on where the session was paused. Within a move the phase starts again after a count-in,
    as the user is out of position by then; a lead-in, change or rest goes on in the middle."""
    state, phase = turn.state, turn.phase
    turn.emit(Resumed(turn.at))
    turn.set(status="playing", why="", restored=False, recount=False)
    if state.waiting:
        # The phase's time was up before the pause, so going on ends the wait as well.
        turn.set(origin=turn.at - phase.length, led_since=turn.at)
        turn.end_phase()
        return
    # Resuming after a crash means getting down on the mat again, so that takes a whole lead-in.
    seconds = state.plan.lead_in if state.restored else state.plan.reentry
    at_once = turn.at - state.paused_at < SHORT_PAUSE_SECONDS and not state.recount
    if phase.kind == "work" and seconds > 0 and (state.restored or not at_once):
        count_in(
            turn, Reentry(turn.at + seconds, seconds, phase.way, state.held / phase.length, 0.0)
        )
    else:
        turn.set(origin=turn.at - state.held, led_since=turn.at)


def count_in(turn: Turn, reentry: Reentry) -> None:
    """Starts the count-in `reentry`. When it ends the phase starts again; no time is led until
    then, so `led_since` lies ahead."""
    turn.set(reentry=reentry, held=0.0, origin=reentry.until, led_since=reentry.until)


def end_reentry(turn: Turn) -> None:
    """Ends the count-in: the phase starts again now."""
    turn.set(reentry=None, origin=turn.at, led_since=turn.at)
