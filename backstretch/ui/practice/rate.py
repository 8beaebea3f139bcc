"""How many pictures a second the eye needs, from how fast the figure is moving."""

from itertools import pairwise
from math import ceil, sqrt

from backstretch.figure.motion import Motion, Place
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase

MOST = 60
LEAST = 15
STILL = 10
"""While the figure holds, the pacer's ring still closes and the chest still breathes."""
FADE_SECONDS = 0.4
"""With reduced motion, how long one key pose fades into the next at the start of a phase."""


def frames_per_second(moment: Moment, *, reduced: bool = False) -> int:
    """Pictures a second for `moment`: 0 while nothing moves, 15 for a breath of four seconds,
    some 55 for a kick. `reduced`: still key poses, so only cross-fades and the countdown."""
    gliding = moment.motion.leaving is not None and moment.motion.arrived < 1
    if moment.status != "playing":
        return 40 if gliding and not reduced else 0
    if reduced:
        return 20 if _fading(moment) else 2
    if gliding or moment.reentry > 0:
        return 40
    if moment.waiting:
        return STILL
    return for_leg(leg_seconds(moment.phase, moment.motion.place))


def for_leg(seconds: float | None) -> int:
    """Pictures a second for a way between two key poses that takes `seconds`; None: it holds."""
    if seconds is None:
        return STILL
    return max(LEAST, min(MOST, ceil(26 / sqrt(max(seconds, 0.1)))))


def leg_seconds(phase: Phase, place: Place) -> float | None:
    """How long the figure takes between the two key poses it is now between, in seconds;
    None while it holds a pose."""
    stops = place.way.stops
    for here, there in pairwise(stops):
        if place.fraction < there.fraction:
            held = here.pose == there.pose
            return None if held else (there.fraction - here.fraction) * phase.length
    return None


def still_motion(moment: Moment) -> Motion:
    """The motion for someone who asked for less of it: standing in the pose that the present leg
    leads to; in a phase too quick to fade, in the pose it is about."""
    phase, place = moment.phase, moment.motion.place
    stops = place.way.stops
    leg = leg_seconds(phase, place)
    if leg is not None and leg < 2 * FADE_SECONDS:
        aimed = next((stop.fraction for stop in stops if stop.pose == phase.pose), 1.0)
        return Motion(Place(place.way, aimed), fullness=0.5)
    for stop in stops[1:]:
        if place.fraction < stop.fraction:
            return Motion(Place(place.way, stop.fraction), fullness=0.5)
    return Motion(Place(place.way, 1.0), fullness=0.5)


def faded(moment: Moment) -> float:
    """How far, 0..1, the key pose of `still_motion` has faded in since its leg began."""
    phase, place = moment.phase, moment.motion.place
    turns = [0.0] + [stop.fraction for stop in place.way.stops[1:]]
    since = min(
        ((place.fraction - turn) * phase.length for turn in turns if turn <= place.fraction),
        default=FADE_SECONDS,
    )
    return min(1.0, since / FADE_SECONDS)


def _fading(moment: Moment) -> bool:
    return faded(moment) < 1
