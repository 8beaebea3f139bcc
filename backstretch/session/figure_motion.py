"""What the figure does at one reading of the clock: where it is, and how full its chest is."""

from dataclasses import replace
from math import pi, sin
from typing import assert_never

from backstretch.figure.motion import Motion, Place, Stop
from backstretch.routine.model import Breath
from backstretch.session.state import Glide, State
from backstretch.session.timeline import Phase

LEAST_GLIDE_SECONDS = 0.7
MOST_GLIDE_SECONDS = 2.5
GLIDE_SHARE = 0.45
"""A glide takes this share of the time that the way would take at an easy pace."""
LINGER_SECONDS = 0.6
"""How much longer a glide may take so that it ends together with a phase."""
NOT_SEEN = 0.005
"""A share of a glide too small to be seen."""
MOST_NESTED = 64
"""The most glides begun within glides that are kept. A user cannot trigger more than this in the
length of one glide; the oldest no longer shows."""
CALM_BREATH_SECONDS = 5.0
CALM_FULLNESS = 0.45
CALM_DEPTH = 0.2
SETTLE_SECONDS = 0.8


def eased(fraction: float) -> float:
    """Maps 0..1 to 0..1, slow at both ends. Values outside are clamped."""
    fraction = min(max(fraction, 0.0), 1.0)
    return fraction * fraction * (3.0 - 2.0 * fraction)


def motion_of(state: State, at: float) -> Motion:
    """The figure's motion at reading `at`: its place, or in a glide the blend towards it."""
    fullness = fullness_of(state, at)
    glide = state.glide
    if glide is None or at >= glide.since + glide.seconds:
        return Motion(place_of(state, at), fullness=fullness)
    # Aiming where the figure is due when the glide ends keeps the target still; aiming where it
    # is due now would chase a moving target.
    arrived = eased((at - glide.since) / glide.seconds)
    return Motion(_place_due(state, at, glide), glide.leaving, arrived, fullness)


def place_of(state: State, at: float) -> Place:
    """Where on its way the figure is, regardless of any glide."""
    reentry = state.reentry
    if reentry is not None:
        gone = eased(1.0 - (reentry.until - at) / reentry.seconds)
        return Place(reentry.way, reentry.begin + (reentry.end - reentry.begin) * gone)
    return Place(state.phase.way, state.fraction(at))


def place_seen(state: State, at: float) -> Place:
    """Where the figure is seen; in a glide, the nearer of its two ends."""
    return _nearest(motion_of(state, at))


def _nearest(moving: Place | Motion) -> Place:
    if isinstance(moving, Place):
        return moving
    if moving.leaving is None or moving.arrived >= 0.5:
        return moving.place
    return _nearest(moving.leaving)


def _place_due(state: State, at: float, glide: Glide) -> Place:
    """Where the figure will be when the glide ends if no further command comes."""
    end = glide.since + glide.seconds
    if state.status != "playing" or state.waiting:
        return place_of(state, at)
    if state.reentry is not None:
        if end < state.reentry.until:
            return place_of(state, end)
        return _place_in(state, end - state.reentry.until)
    return _place_in(state, end - state.origin)


def _place_in(state: State, seconds: float) -> Place:
    """Where the figure is `seconds` after the start of the current phase, which may lie in a later
    one."""
    phases, index = state.timeline.phases, state.index
    while seconds > phases[index].length and not phases[index].waits and index + 1 < len(phases):
        seconds -= phases[index].length
        index += 1
    return Place(phases[index].way, min(seconds / phases[index].length, 1.0))


def pose_near(place: Place) -> str:
    """The name of the key pose that the figure is closest to."""
    return min(place.way.stops, key=lambda stop: abs(stop.fraction - place.fraction)).pose


def eased_over(old: State, new: State, at: float) -> State:
    """Returns `new` with a glide from where the figure was seen in `old`, if it would jump."""
    # Fullness is left out: only a change of place would be seen as a jump.
    seen, due = (replace(motion_of(state, at), fullness=0.0) for state in (old, new))
    if seen == due:
        return new
    leaving, after = _leaving(seen), place_of(new, at)
    if isinstance(leaving, Place) and _same_pose(leaving, after):
        return replace(new, glide=None)
    way_seconds = new.ways.seconds(pose_near(_nearest(seen)), pose_near(after))
    seconds = min(max(GLIDE_SHARE * way_seconds, LEAST_GLIDE_SECONDS), MOST_GLIDE_SECONDS)
    return replace(new, glide=Glide(leaving, at, _to_the_end_of_a_phase(new, at, seconds)))


def _leaving(seen: Motion) -> Place | Motion:
    """What a glide that begins now starts from: a place, or the glide now running. A glide that
    has hardly begun or is all but over counts as its nearer end."""
    if seen.leaving is None or seen.arrived > 1.0 - NOT_SEEN:
        return seen.place
    if seen.arrived < NOT_SEEN:
        return seen.leaving
    return _without_first(seen) if _nested(seen) >= MOST_NESTED else seen


def _nested(motion: Motion) -> int:
    return 1 + (_nested(motion.leaving) if isinstance(motion.leaving, Motion) else 0)


def _without_first(motion: Motion) -> Motion:
    """The glide without the innermost of those nested in it, of which hardly anything shows."""
    inner = motion.leaving
    if not isinstance(inner, Motion):
        return motion
    innermost = not isinstance(inner.leaving, Motion)
    return replace(motion, leaving=_nearest(inner) if innermost else _without_first(inner))


def _to_the_end_of_a_phase(state: State, at: float, seconds: float) -> float:
    """The seconds until the end of a phase, and thus a key pose, if one ends soon after `seconds`;
    otherwise `seconds`."""
    end = state.phase.length - state.seconds_in(at)
    for phase in state.timeline.phases[state.index + 1 :]:
        if end >= seconds or state.status != "playing" or state.reentry is not None:
            break
        end += phase.length
    return end if seconds <= end <= seconds + LINGER_SECONDS else seconds


def _same_pose(one: Place, other: Place) -> bool:
    """True if both are in a key pose and it is the same one."""
    poses = [_pose_at(place) for place in (one, other)]
    return poses[0] is not None and poses[0] == poses[1]


def _pose_at(place: Place) -> Stop | None:
    """The key pose the figure is in, grown as far as it is, with its fraction set to 0 so that
    poses of different ways compare; None between poses."""
    stops = place.way.stops
    if place.fraction >= stops[-1].fraction:
        return replace(stops[-1], fraction=0.0)
    found = next((stop for stop in stops if stop.fraction == place.fraction), None)
    return found and replace(found, fraction=0.0)


def fullness_of(state: State, at: float) -> float:
    """How full of breath the chest is, 0 to 1: as the phase says, otherwise a calm breath."""
    phases, seconds = state.timeline.phases, state.seconds_in(at)
    before = _full_at_end(phases[state.index - 1]) if state.index else _calm(0.0)
    return _fullness(state.phase, seconds, before)


def _fullness(phase: Phase, seconds: float, before: float) -> float:
    if phase.breath is not None:
        full = _full_after(phase.breath)
        return before + (full - before) * eased(seconds / phase.length)
    calm = _calm(phase.start + seconds)
    return before + (calm - before) * eased(seconds / min(SETTLE_SECONDS, phase.length))


def _full_at_end(phase: Phase) -> float:
    return _calm(phase.end) if phase.breath is None else _full_after(phase.breath)


def _full_after(breath: Breath) -> float:
    match breath:
        case "in" | "hold":
            return 1.0
        case "out":
            return 0.0
        case _:
            assert_never(breath)


def _calm(seconds: float) -> float:
    return CALM_FULLNESS - CALM_DEPTH * sin(2 * pi * seconds / CALM_BREATH_SECONDS)
