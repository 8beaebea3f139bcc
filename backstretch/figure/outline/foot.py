"""A foot: heel, arch, ball and toes."""

from math import hypot

from backstretch.figure.body import Frame, Side
from backstretch.figure.build import Build
from backstretch.figure.drawing import Loop
from backstretch.figure.outline.loops import circle
from backstretch.figure.outline.tube import Ring, Tube, outline, shade, sleeve
from backstretch.figure.outline.view import View

_SOLE = (
    # along, above the ankle, half breadth (part of heel 0 or ball 1), half height, half length
    (-0.024, -0.019, 0.0, 0.0195, 0.016),
    (0.004, -0.011, 0.1, 0.0235, 0.016),
    (0.034, -0.017, 0.45, 0.0185, 0.018),
    (0.064, -0.0255, 0.92, 0.0130, 0.018),
    (0.088, -0.0300, 0.98, 0.0092, 0.014),
)
_TOES = ((0.0985, 0.60, 0.0092), (0.1000, 0.18, 0.0076), (0.0965, -0.15, 0.0070),
         (0.0910, -0.45, 0.0066), (0.0835, -0.73, 0.0062))  # fmt: skip
"""Along the foot, across it (big toe's side positive, parts of the ball's breadth), radius."""
_TOE_HEIGHT = -0.031
_SHORTEST_SHADED = 0.07
"""A foot that points at the viewer has no side in the shade."""


def foot_loops(
    view: View, foot: Frame, side: Side, build: Build
) -> tuple[tuple[Loop, ...], tuple[Loop, ...]]:
    """The outlines that together are the foot, and its shade."""
    x, y, z = view.spot(foot.at)
    fx, fy, fz = view.spot(foot.forward)
    lx, ly, lz = view.spot(foot.left)
    ux, uy, uz = view.spot(foot.up)
    if side == "left":
        lx, ly, lz = -lx, -ly, -lz
    heel, ball = build.sole
    rings: list[Ring] = []
    for along, above, wide, high, long in _SOLE:
        w = heel + (ball - heel) * wide
        rings.append(
            (
                x + fx * along + ux * above,
                y + fy * along + uy * above,
                z + fz * along + uz * above,
                lx * w,
                ly * w,
                ux * high,
                uy * high,
                fx * long,
                fy * long,
            )
        )
    whole = sleeve(rings)
    loops = [outline(whole)]
    for along, across, radius in _TOES:
        shift = across * ball
        loops.append(
            circle(
                x + fx * along + lx * shift + ux * _TOE_HEIGHT,
                y + fy * along + ly * shift + uy * _TOE_HEIGHT,
                radius,
            )
        )
    return tuple(loops), _shade(whole)


def _shade(whole: Tube) -> tuple[Loop, ...]:
    (x, y), (ex, ey) = whole.balls[0][:2], whole.balls[-1][:2]
    if hypot(ex - x, ey - y) < _SHORTEST_SHADED:
        return ()
    return shade(whole, thin_end=True)
