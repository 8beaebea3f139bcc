"""How much flesh the bones carry: the radii of every part, in body heights.

Bones are the same in every build (see `skeleton`), so a pose fits them all; only the flesh differs.
"""

from dataclasses import dataclass

from backstretch.figure.body import Vector

Girth = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Build:
    """Radii at evenly spaced stations, from the joint nearer the trunk to the farther one.

    `trunk` holds (half breadth, half depth) at the pelvis, the sacrum, the three places between the
    spine's segments and the neck's root; `head` the skull's half depth, half breadth and
    half height. A hand is `palm` (half breadth, half thickness); a foot `sole` (half breadth at
    the heel and the ball). `seat` is how far the hip joints lie above the floor in sitting,
    `belly` in lying face down.
    """

    name: str
    upper_arm: Girth = (0.033, 0.029, 0.0225)
    forearm: Girth = (0.0225, 0.0235, 0.0185, 0.0145)
    palm: tuple[float, float] = (0.023, 0.0095)
    thigh: Girth = (0.058, 0.053, 0.044, 0.036)
    shank: Girth = (0.035, 0.034, 0.025, 0.0195)
    sole: tuple[float, float] = (0.018, 0.027)
    neck: Girth = (0.036, 0.031)
    head: Vector = (0.056, 0.044, 0.068)
    trunk: tuple[tuple[float, float], ...] = (
        (0.098, 0.070),
        (0.090, 0.064),
        (0.076, 0.058),
        (0.086, 0.064),
        (0.098, 0.064),
        (0.044, 0.040),
    )
    seat: float = 0.060
    belly: float = 0.074


EVEN = Build("even")
SLENDER = Build(
    "slender",
    upper_arm=(0.029, 0.025, 0.020),
    forearm=(0.020, 0.021, 0.017, 0.0135),
    palm=(0.0215, 0.009),
    thigh=(0.053, 0.047, 0.040, 0.036),
    shank=(0.033, 0.031, 0.023, 0.0185),
    neck=(0.033, 0.028),
    trunk=(
        (0.092, 0.066),
        (0.083, 0.060),
        (0.069, 0.053),
        (0.081, 0.060),
        (0.093, 0.060),
        (0.041, 0.037),
    ),
)
STURDY = Build(
    "sturdy",
    upper_arm=(0.037, 0.034, 0.026),
    forearm=(0.026, 0.028, 0.022, 0.0165),
    palm=(0.025, 0.010),
    thigh=(0.062, 0.057, 0.048, 0.037),
    shank=(0.037, 0.037, 0.028, 0.021),
    neck=(0.042, 0.037),
    trunk=(
        (0.099, 0.073),
        (0.094, 0.070),
        (0.089, 0.068),
        (0.096, 0.072),
        (0.110, 0.070),
        (0.052, 0.045),
    ),
)
BUILDS: dict[str, Build] = {build.name: build for build in (EVEN, SLENDER, STURDY)}
