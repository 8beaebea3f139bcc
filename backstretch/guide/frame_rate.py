"""How many pictures a second the eye needs, from how fast the figure is moving."""

from collections.abc import Callable
from itertools import pairwise
from math import ceil, dist, sqrt

from backstretch.figure.blend import body_at
from backstretch.figure.body import SIDES, Body, Vector
from backstretch.figure.build import BUILDS
from backstretch.figure.motion import Motion, Place, Way
from backstretch.figure.poses import Poses
from backstretch.guide.reduced_motion import faded
from backstretch.session.moment import Moment

MOST = 60
LEAST = 15
STILL = 8
"""While the figure holds still: the pacer's ring still fills and the chest still breathes."""
GLIDE = 40
"""While the figure eases over to another place after a jump."""
SAMPLES = 12


def frames_per_second(
    moment: Moment, travel: Callable[[Way], float], *, reduced: bool = False
) -> int:
    """Pictures per second for `moment`: 0 while nothing moves, 15 for a breath of four seconds,
    about 40 for a kick. `travel` returns the length of a way in body heights. With `reduced` the
    figure stands in key poses, so only cross-fades and the countdown need pictures."""
    gliding = moment.motion.leaving is not None and moment.motion.arrived < 1
    if moment.status != "playing":
        return GLIDE if gliding and not reduced else 0
    if reduced:
        return 20 if faded(moment) < 1 else 2
    if gliding or moment.reentry > 0:
        return GLIDE
    place = moment.motion.place
    ends = place.way.stops[-1].fraction
    if moment.waiting or ends == 0 or place.fraction >= ends:
        return STILL
    return for_speed(travel(place.way) / (ends * moment.phase.length))


def for_speed(heights_per_second: float) -> int:
    """Pictures per second for a hand, foot or head at this average speed. The step from one picture
    to the next grows with the square root of the speed: the eye forgives more in a fast motion,
    but not in proportion."""
    if heights_per_second <= 0:
        return STILL
    return max(LEAST, min(MOST, ceil(25 * sqrt(heights_per_second))))


class Travel:
    """The distance that the joint that moves most covers on a way, in body heights. Measured once
    per way, as solving the body is slow."""

    def __init__(self, poses: Poses) -> None:
        self._poses = poses
        self._known: dict[Way, float] = {}

    def __call__(self, way: Way) -> float:
        if way not in self._known:
            self._known[way] = self._measured(way)
        return self._known[way]

    def _measured(self, way: Way) -> float:
        ends = way.stops[-1].fraction
        if len(way.stops) < 2 or ends == 0:
            return 0.0
        build = next(iter(BUILDS.values()))
        bodies = [
            body_at(self._poses, Motion(Place(way, ends * step / SAMPLES)), build)
            for step in range(SAMPLES + 1)
        ]
        tracks = zip(*(_places(body) for body in bodies), strict=True)
        return max(sum(dist(a, b) for a, b in pairwise(track)) for track in tracks)


def _places(body: Body) -> list[Vector]:
    found = [body.head.at, body.pelvis.at]
    for side in SIDES:
        limbs = body.limbs(side)
        found += [limbs.wrist, limbs.elbow, limbs.knee, limbs.ankle]
    return found
