"""What is so at one reading of the clock, for the figure and for the eyes and ears."""

from math import pi, sin

from backstretch.figure.motion import Motion, Place
from backstretch.session.moment import Moment
from backstretch.session.state import State
from backstretch.session.timeline import Phase

CALM_BREATH_SECONDS = 5.0
CALM_FULLNESS = 0.45
CALM_DEPTH = 0.2
SETTLE_SECONDS = 0.8
MAY_SLEEP_SECONDS = 600.0


def eased(fraction: float) -> float:
    """0..1 to 0..1, slow at both ends."""
    fraction = min(max(fraction, 0.0), 1.0)
    return fraction * fraction * (3.0 - 2.0 * fraction)


def place_of(state: State, at: float) -> Place:
    """Where on its way the figure is, a glide left aside."""
    reentry = state.reentry
    if reentry is not None:
        gone = eased(1.0 - (reentry.until - at) / reentry.seconds)
        return Place(reentry.way, reentry.begin + (reentry.end - reentry.begin) * gone)
    return Place(state.phase.way, state.fraction(at))


def pose_near(place: Place) -> str:
    """The key pose the figure is closest to."""
    return min(place.way.stops, key=lambda stop: abs(stop.fraction - place.fraction)).pose


def motion_of(state: State, at: float) -> Motion:
    place, fullness = place_of(state, at), fullness_of(state, at)
    glide = state.glide
    if glide is None or at >= glide.since + glide.seconds:
        return Motion(place, fullness=fullness)
    arrived = eased((at - glide.since) / glide.seconds)
    return Motion(place, glide.leaving, arrived, fullness)


def fullness_of(state: State, at: float) -> float:
    """How full of breath the chest is, 0..1: as prescribed, else breathing calmly."""
    phases, seconds = state.timeline.phases, state.seconds_in(at)
    before = _full_at_end(phases[state.index - 1]) if state.index else _calm(0.0)
    return _fullness(state.phase, seconds, before)


def _fullness(phase: Phase, seconds: float, before: float) -> float:
    if phase.breath is not None:
        full = 1.0 if phase.breath == "in" else 0.0
        return before + (full - before) * eased(seconds / phase.length)
    calm = _calm(phase.start + seconds)
    return before + (calm - before) * eased(seconds / min(SETTLE_SECONDS, phase.length))


def _full_at_end(phase: Phase) -> float:
    if phase.breath is None:
        return _calm(phase.end)
    return 1.0 if phase.breath == "in" else 0.0


def _calm(seconds: float) -> float:
    return CALM_FULLNESS - CALM_DEPTH * sin(2 * pi * seconds / CALM_BREATH_SECONDS)


def shown(state: State, at: float) -> Moment:
    """The moment of a state that has been brought up to reading `at`."""
    phase, seconds = state.phase, state.seconds_in(at)
    elapsed = phase.start + seconds
    choices = state.plan.choices
    paused = state.status == "paused"
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
        why=state.why if paused else "",
        waiting=state.waiting,
        reentry=max(state.reentry.until - at, 0.0) if state.reentry else 0.0,
        undo_left=max(state.undo.until - at, 0.0) if state.undo else 0.0,
        gentler=choices[phase.move].gentler,
        may_sleep=paused and at - state.paused_at >= MAY_SLEEP_SECONDS,
    )


def _count(state: State) -> int:
    """The rep under way; 0 before the first, the whole dose in the rest after the last."""
    phase = state.phase
    if phase.kind == "rest":
        return state.plan.choices[phase.move].dose
    return phase.rep or 0
