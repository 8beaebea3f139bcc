"""The passing of time: phases end, pauses last, the count back in runs out."""

from backstretch.session.happenings import Began, MoveEntered, Paused, PhaseEntered, Resumed
from backstretch.session.plan import as_json
from backstretch.session.state import Reentry
from backstretch.session.turn import Turn

SHORT_PAUSE_SECONDS = 2.0
OVERNIGHT_SECONDS = 4 * 3600.0


def advance(turn: Turn, now: float) -> None:
    """Brings the session from the turn's reading to `now`; what ended in between happens at its
    own time."""
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
    """What runs out by itself: the time for an undo, and a pause or wait that lasted overnight."""
    state = turn.state
    if state.undo is not None and turn.at > state.undo.until:
        turn.set(undo=None)
    idle_since = state.idle_since()
    if idle_since is not None and turn.at - idle_since >= OVERNIGHT_SECONDS:
        turn.at = idle_since
        turn.drop_rep()
        turn.leave_move(skipped=False)
        turn.end(finished=False)


def begin_playing(turn: Turn) -> None:
    """The session starts with its first phase."""
    turn.set(status="playing", origin=turn.at, led_since=turn.at)
    turn.emit(Began(turn.at, as_json(turn.state.plan)))
    turn.emit(MoveEntered(turn.at, 0))
    turn.emit(PhaseEntered(turn.at, 0, 0, 0.0))


def pause(turn: Turn, why: str) -> None:
    """Stops where it is; the place stays as long as wanted."""
    held = turn.state.seconds_in(turn.at)
    turn.emit(Paused(turn.at, turn.phase.move, turn.led, why))
    turn.set(
        status="paused",
        held=held,
        paused_at=turn.at,
        why=why,
        led_since=None,
        reentry=None,
        recount=turn.state.reentry is not None,
    )


def resume_playing(turn: Turn) -> None:
    """Goes on where it was paused; within a move, after a count, at the start of the phase."""
    state, phase = turn.state, turn.phase
    turn.emit(Resumed(turn.at))
    turn.set(status="playing", why="", restored=False, recount=False)
    if state.waiting:
        turn.set(origin=turn.at - phase.length, led_since=turn.at)
        turn.end_phase()
        return
    seconds = state.plan.lead_in if state.restored else state.plan.reentry
    at_once = turn.at - state.paused_at < SHORT_PAUSE_SECONDS and not state.recount
    if phase.kind == "work" and seconds > 0 and (state.restored or not at_once):
        count_in(
            turn, Reentry(turn.at + seconds, seconds, phase.way, state.held / phase.length, 0.0)
        )
    else:
        turn.set(origin=turn.at - state.held, led_since=turn.at)


def count_in(turn: Turn, reentry: Reentry) -> None:
    """The phase starts anew when `reentry` has run out; until then nothing is led."""
    turn.set(reentry=reentry, held=0.0, origin=reentry.until, led_since=reentry.until)


def end_reentry(turn: Turn) -> None:
    """The phase starts anew, now."""
    turn.set(reentry=None, origin=turn.at, led_since=turn.at)
