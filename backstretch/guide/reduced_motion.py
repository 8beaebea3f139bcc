"""Reduced motion: still key poses that fade into one another instead of a moving figure."""

from backstretch.figure.motion import Motion, Place
from backstretch.session.moment import Moment

FADE_SECONDS = 0.4
"""How long one key pose takes to fade into the next at the start of a phase."""


def still_motion(moment: Moment) -> Motion:
    """A motion that stands still: in the pose the phase leads to or, during a change of position,
    in the next pose on the way."""
    phase, place = moment.phase, moment.motion.place
    stops = place.way.stops
    fractions = [stop.fraction for stop in stops if stop.pose == phase.pose]
    fraction = fractions[-1] if fractions else 1.0
    if phase.kind != "work":
        fraction = next((s.fraction for s in stops[1:] if place.fraction < s.fraction), fraction)
    return Motion(Place(place.way, fraction), fullness=0.5)


def faded(moment: Moment) -> float:
    """How far the pose of `still_motion` has faded in since it was first shown, 0..1."""
    phase, place = moment.phase, moment.motion.place
    turns = [0.0]
    if phase.kind != "work":
        turns += [stop.fraction for stop in place.way.stops[1:-1]]
    since = min((place.fraction - turn) * phase.length for turn in turns if turn <= place.fraction)
    return min(1.0, since / FADE_SECONDS)
