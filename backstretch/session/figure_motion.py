"""What the session asks of the figure at one reading of the clock."""

from dataclasses import replace
from math import pi, sin

from backstretch.figure.motion import Motion, Place, Stop
from backstretch.session.state import Glide, State
from backstretch.session.timeline import Phase

LEAST_GLIDE_SECONDS = 0.7
MOST_GLIDE_SECONDS = 2.5
GLIDE_SHARE = 0.45
"""A glide takes less than half of the time that the way would take at an easy pace."""
LINGER_SECONDS = 0.6
NOT_SEEN = 0.005
"""A share of a glide that nobody sees."""
MOST_NESTED = 64
"""Glides begun in the midst of glides; so many come from no hand, and the first of them are long
forgotten in where the figure is."""
CALM_BREATH_SECONDS = 5.0
CALM_FULLNESS = 0.45
CALM_DEPTH = 0.2
SETTLE_SECONDS = 0.8


def eased(fraction: float) -> float:
    """0..1 to 0..1, slow at both ends."""
    fraction = min(max(fraction, 0.0), 1.0)
    return fraction * fraction * (3.0 - 2.0 * fraction)


def motion_of(state: State, at: float) -> Motion:
    """A glide aims at the place where the figure is due when it ends, so that the aim stands."""
    fullness = fullness_of(state, at)
    glide = state.glide
    if glide is None or at >= glide.since + glide.seconds:
        return Motion(place_of(state, at), fullness=fullness)
    arrived = eased((at - glide.since) / glide.seconds)
    return Motion(_place_due(state, at, glide), glide.leaving, arrived, fullness)


def place_of(state: State, at: float) -> Place:
    """Where on its way the figure is, a glide left aside."""
    reentry = state.reentry
    if reentry is not None:
        gone = eased(1.0 - (reentry.until - at) / reentry.seconds)
        return Place(reentry.way, reentry.begin + (reentry.end - reentry.begin) * gone)
    return Place(state.phase.way, state.fraction(at))


def place_seen(state: State, at: float) -> Place:
    """Where the figure is seen: in a glide, whichever of its ends is nearer."""
    return _nearest(motion_of(state, at))


def _nearest(moving: Place | Motion) -> Place:
    if isinstance(moving, Place):
        return moving
    if moving.leaving is None or moving.arrived >= 0.5:
        return moving.place
    return _nearest(moving.leaving)


def _place_due(state: State, at: float, glide: Glide) -> Place:
    """Where the figure will be when the glide ends, if all goes on as it does at `at`."""
    end = glide.since + glide.seconds
    if state.status != "playing" or state.waiting:
        return place_of(state, at)
    if state.reentry is not None:
        if end < state.reentry.until:
            return place_of(state, end)
        return _place_in(state, end - state.reentry.until)
    return _place_in(state, end - state.origin)


def _place_in(state: State, seconds: float) -> Place:
    """Where the figure is, `seconds` from the start of the present phase."""
    phases, index = state.timeline.phases, state.index
    while seconds > phases[index].length and not phases[index].waits and index + 1 < len(phases):
        seconds -= phases[index].length
        index += 1
    return Place(phases[index].way, min(seconds / phases[index].length, 1.0))


def pose_near(place: Place) -> str:
    """The key pose the figure is closest to."""
    return min(place.way.stops, key=lambda stop: abs(stop.fraction - place.fraction)).pose


def eased_over(old: State, new: State, at: float) -> State:
    """`new` with a glide from where the figure was seen in `old`, if it would jump."""
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
    """What a glide leaves that begins now: the place or, in a glide, that one; which had hardly
    begun or was all but over is not told from its end."""
    if seen.leaving is None or seen.arrived > 1.0 - NOT_SEEN:
        return seen.place
    if seen.arrived < NOT_SEEN:
        return seen.leaving
    return _without_first(seen) if _nested(seen) >= MOST_NESTED else seen


def _nested(motion: Motion) -> int:
    return 1 + (_nested(motion.leaving) if isinstance(motion.leaving, Motion) else 0)


def _without_first(motion: Motion) -> Motion:
    """The glide without the innermost of those it leaves: of that one hardly anything is left."""
    inner = motion.leaving
    if not isinstance(inner, Motion):
        return motion
    innermost = not isinstance(inner.leaving, Motion)
    return replace(motion, leaving=_nearest(inner) if innermost else _without_first(inner))


def _to_the_end_of_a_phase(state: State, at: float, seconds: float) -> float:
    """The length of a glide that ends in a key pose, where one comes soon after `seconds`."""
    end = state.phase.length - state.seconds_in(at)
    for phase in state.timeline.phases[state.index + 1 :]:
        if end >= seconds or state.status != "playing" or state.reentry is not None:
            break
        end += phase.length
    return end if seconds <= end <= seconds + LINGER_SECONDS else seconds


def _same_pose(one: Place, other: Place) -> bool:
    """Both are in a key pose, and it is the same."""
    poses = [_pose_at(place) for place in (one, other)]
    return poses[0] is not None and poses[0] == poses[1]


def _pose_at(place: Place) -> Stop | None:
    """The key pose, and how far it has grown."""
    stops = place.way.stops
    if place.fraction >= stops[-1].fraction:
        return replace(stops[-1], fraction=0.0)
    found = next((stop for stop in stops if stop.fraction == place.fraction), None)
    return found and replace(found, fraction=0.0)


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
