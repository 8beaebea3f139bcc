"""Two bones reach for a place: finds the joint between them."""

from math import exp, sqrt

from backstretch.figure.body import Vector
from backstretch.figure.vectors import across, along, length, subtract, unit

_SOFT = 0.9995
"""From this share of the limb's length on, the end falls short of its target."""
_FOLDED = 0.001
"""The least distance between the ends beyond a fold, as a share of the limb's length: at a complete
fold the direction to the target would be undefined."""


def reach(
    root: Vector, target: Vector, pole: Vector, upper: float, lower: float
) -> tuple[Vector, Vector]:
    """The middle joint and the end of a limb from `root` to `target`, bent towards `pole`.

    Both bones keep their lengths. A target within reach is met exactly; beyond
    99.95 % of the limb's length the end falls short, smoothly, so the joint never snaps. A target
    nearer than the limb can fold is met as nearly as can be.
    """
    line = subtract(target, root)
    span = length(line)
    direction = unit(line)
    whole = upper + lower
    nearest = abs(upper - lower) + _FOLDED * whole
    if span < nearest:
        span = nearest
        target = along(root, direction, span)
    elif span > _SOFT * whole:
        # Near full stretch the joint moves infinitely fast for a small step of the target, so the
        # last bit of length is approached exponentially and never reached.
        room = (1.0 - _SOFT) * whole
        span = whole - room * exp(-(span - _SOFT * whole) / room)
        target = along(root, direction, span)
    # Circles around both ends, with the bones as radii, meet on the line across `foot`.
    foot = (upper * upper - lower * lower + span * span) / (2.0 * span)
    height = sqrt(max(0.0, upper * upper - foot * foot))
    middle = along(root, direction, foot)
    return along(middle, across(pole, direction), height), target


def span_for(flexion_cosine: float, upper: float, lower: float) -> float:
    """How far apart the ends of a limb are when its joint is flexed (0 = straight)."""
    return sqrt(upper * upper + lower * lower + 2.0 * upper * lower * flexion_cosine)
