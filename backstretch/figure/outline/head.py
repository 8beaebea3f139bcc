"""The head: skull and jaw, nose, ears and hair. The face is in `face`."""

from math import cos, pi, sin

from backstretch.figure.body import Frame
from backstretch.figure.build import Build
from backstretch.figure.drawing import Loop, Shape
from backstretch.figure.look import Hair, Look
from backstretch.figure.outline.face import face_shapes
from backstretch.figure.outline.hair import crescent, hair_cap, is_dark
from backstretch.figure.outline.hull import hull
from backstretch.figure.outline.loops import Point, ellipse, smooth, smooth_line
from backstretch.figure.outline.tube import LIGHT, Tube, flattened, outline, shade, tube
from backstretch.figure.outline.view import Spot, View

Axes = tuple[Spot, Spot, Spot]
_FROM_BELOW = -0.4
_UPSIDE_DOWN = 0.15
"""How far the crown points down, as a sine, where a face is no longer drawn."""
_JAWLINE = 4
"""How many of the outline's points on either side of the chin the jaw's edge takes in."""

_JAW_EDGE = 0.14
"""How deep that edge is at the chin, as a part of the way to the jaw's middle."""

Lump = tuple[float, float, float, float, float, float]
"""An ellipsoid of the head: its middle (forward, left, up) and half axes (forward, left, up)."""

Balls = tuple[tuple[float, float, float], ...]

_SKULL: Lump = (-0.0032, 0.0, 0.0160, 0.0600, 0.0482, 0.0560)
_JAW: Lump = (0.013, 0.0, -0.032, 0.036, 0.0325, 0.037)
_NOSE = (
    ((0.0490, 0.0080, 0.0060), (0.0580, -0.0125, 0.0050), (0.0622, -0.0185, 0.0050)),
    ((0.0622, -0.0185, 0.0050), (0.0460, -0.0215, 0.0056)),
)
_LIPS = ((0.0462, -0.0430, 0.0040), (0.0440, -0.0490, 0.0042))
_CHIN = ((0.0355, -0.0605, 0.0070), (0.0200, -0.0605, 0.0070))
"""Forward, up, radius. Lips and chin are seen at the face's edge alone."""
_LOCKS: dict[Hair, tuple[Lump, ...]] = {
    "bun": ((-0.050, 0.0, 0.060, 0.030, 0.030, 0.030),),
    "short": (),
    "curls": (
        (0.034, 0.0, 0.062, 0.021, 0.021, 0.021),
        (0.024, 0.030, 0.055, 0.021, 0.021, 0.021),
        (0.024, -0.030, 0.055, 0.021, 0.021, 0.021),
        (0.0, 0.0, 0.074, 0.025, 0.025, 0.025),
        (-0.010, 0.040, 0.048, 0.025, 0.025, 0.025),
        (-0.010, -0.040, 0.048, 0.025, 0.025, 0.025),
        (-0.038, 0.020, 0.054, 0.026, 0.026, 0.026),
        (-0.038, -0.020, 0.054, 0.026, 0.026, 0.026),
        (-0.030, 0.043, 0.014, 0.023, 0.023, 0.023),
        (-0.030, -0.043, 0.014, 0.023, 0.023, 0.023),
        (-0.056, 0.0, 0.022, 0.027, 0.027, 0.027),
        (-0.042, 0.024, -0.010, 0.022, 0.022, 0.022),
        (-0.042, -0.024, -0.010, 0.022, 0.022, 0.022),
    ),
    "bob": (
        (-0.036, 0.0, -0.016, 0.027, 0.040, 0.038),
        (-0.013, 0.0405, -0.013, 0.027, 0.0125, 0.036),
        (-0.013, -0.0405, -0.013, 0.027, 0.0125, 0.036),
        (-0.008, 0.0, 0.030, 0.058, 0.052, 0.048),
    ),
}
"""Hair that stands off the cap."""


def head_shapes(
    view: View, frame: Frame, build: Build, look: Look, eyes: float = 1.0
) -> tuple[list[Shape], list[Shape]]:
    """The head, back to front: what the throat may hide, and the rest. `eyes` 0..1 is how far open
    they are, unless the head rests on the floor.

    Seen from below, the chin and the throat lie before the skull; else the first part is empty.
    """
    axes = (view.spot(frame.forward), view.spot(frame.left), view.spot(frame.up))
    at = view.spot(frame.at)
    size = build.head[2] / 0.068
    near = (axes[0][2], axes[1][2], axes[2][2])
    behind, before = _locks(at, axes, look.hair, size)
    crown = [Shape("hair", tuple(behind)), *_bare(at, axes, (_SKULL, _JAW), size)]
    hair = hair_cap(at, axes, near, look.hair, size)
    cap = Shape("hair", tuple(map(smooth, hair)))
    # A face that rests on the floor, upside down for the viewer, is left blank.
    shown = min(max(1.0 + frame.up[2] / _UPSIDE_DOWN, 0.0), 1.0)
    eyes *= min(max((frame.up[2] + 0.05) * 5.0, 0.0), 1.0)
    features = [*_jawline(at, axes, near, size), *face_shapes(at, axes, near, size, shown, eyes)]
    ears = _ears(at, axes, near, size)
    front = [Shape("hair", tuple(before))]
    if before:
        front += _gloss(at, axes, look.hair, size)
    if near[2] < _FROM_BELOW and near[0] * _JAW[0] + near[2] * _JAW[2] > 0:
        front = [*_bare(at, axes, (_JAW,), size), *features, *ears, *front]
        return _whole([*crown, cap]), _whole(front)
    return [], _whole([*crown, *features, cap, *ears, *front])


def _whole(shapes: list[Shape]) -> list[Shape]:
    return [shape for shape in shapes if shape.loops]


def _bare(at: Spot, axes: Axes, lumps: tuple[Lump, ...], size: float) -> list[Shape]:
    """Skin, nose and their shade."""
    form = _hull(at, axes, lumps, size)
    nose = [_ridge(at, axes, balls, size) for balls in _NOSE]
    edge = [_ridge(at, axes, balls, size) for balls in (_LIPS, _CHIN)]
    # Covered by the face but for its edge, on which the light falls or does not.
    ahead = (at[0] + axes[0][0], at[1] + axes[0][1])
    role = "skin-shade" if is_dark(ahead, at) else "skin"
    return [
        Shape(role, tuple(outline(part, as_balls=True) for part in edge)),
        Shape("skin", (smooth(form), *(outline(part, as_balls=True) for part in nose))),
        Shape("skin-shade", (crescent(form, at), *shade(nose[0]), *shade(nose[1]))),
    ]


def _jawline(at: Spot, axes: Axes, near: tuple[float, float, float], size: float) -> list[Shape]:
    """The edge of the chin, without which it would run into a throat behind it."""
    ux, uy, _ = axes[2]
    if near[0] < 0.2 or ux * ux + uy * uy < 0.05:
        return []
    jaw = _hull(at, axes, (_JAW,), size)
    cx, cy, _ = _place(at, axes, _JAW[0] * size, 0.0, _JAW[2] * size)
    low = [-(x - cx) * ux - (y - cy) * uy for x, y in jaw]
    count, deepest = len(jaw), max(range(len(jaw)), key=low.__getitem__)
    line = [jaw[(deepest + step) % count] for step in range(-_JAWLINE, _JAWLINE + 1)]
    inner = []
    for step, (x, y) in enumerate(line):
        deep = _JAW_EDGE * sin(pi * step / (len(line) - 1))
        inner.append((x + (cx - x) * deep, y + (cy - y) * deep))
    return [Shape("skin-shade", (smooth([*line, line[-1], *reversed(inner[:-1])]),))]


def _place(at: Spot, axes: Axes, forward: float, left: float, up: float) -> Spot:
    f, l, u = axes  # noqa: E741
    return (
        at[0] + f[0] * forward + l[0] * left + u[0] * up,
        at[1] + f[1] * forward + l[1] * left + u[1] * up,
        at[2] + f[2] * forward + l[2] * left + u[2] * up,
    )


def _hull(at: Spot, axes: Axes, lumps: tuple[Lump, ...], size: float) -> list[Point]:
    """Round the outline of the convex form round the ellipsoids."""
    f, l, u = axes  # noqa: E741
    ready = []
    for forward, left, up, a, b, c in lumps:
        x, y, _ = _place(at, axes, forward * size, left * size, up * size)
        a, b, c = a * size, b * size, c * size
        ready.append((x, y, f[0] * a, f[1] * a, l[0] * b, l[1] * b, u[0] * c, u[1] * c))
    return hull(ready)


def _ridge(at: Spot, axes: Axes, balls: Balls, size: float) -> Tube:
    return tube(
        [
            (*_place(at, axes, forward * size, 0.0, up * size), radius * size)
            for forward, up, radius in balls
        ]
    )


def _locks(at: Spot, axes: Axes, hair: Hair, size: float) -> tuple[list[Loop], list[Loop]]:
    """Those behind the head, and those before it."""
    behind: list[Loop] = []
    before: list[Loop] = []
    f, l, u = axes  # noqa: E741
    for forward, left, up, a, b, c in _LOCKS[hair]:
        x, y, depth = _place(at, axes, forward * size, left * size, up * size)
        a, b, c = a * size, b * size, c * size
        flat = flattened((f[0] * a, f[1] * a, l[0] * b, l[1] * b, u[0] * c, u[1] * c))
        (before if depth > at[2] + 0.008 else behind).append(ellipse(x, y, *flat))
    return behind, before


def _gloss(at: Spot, axes: Axes, hair: Hair, size: float) -> list[Shape]:
    if hair != "bun":
        return []
    forward, left, up, radius = _LOCKS[hair][0][:4]
    x, y, _ = _place(at, axes, forward * size, left * size, up * size)
    r = radius * size
    lx, ly, _ = LIGHT
    arc = [
        (x + r * 0.62 * (lx * cos(t) - ly * sin(t)), y + r * 0.62 * (ly * cos(t) + lx * sin(t)))
        for t in (-0.6, 0.0, 0.6)
    ]
    return [Shape("hair-light", (smooth_line(arc),), kind="line", width=0.004 * size)]


def _ears(at: Spot, axes: Axes, near: tuple[float, float, float], size: float) -> list[Shape]:
    shapes = []
    f, l, u = axes  # noqa: E741
    for hand in (1.0, -1.0):
        if near[1] * hand < -0.12:
            continue
        x, y, _ = _place(at, axes, -0.004 * size, hand * 0.0455 * size, -0.006 * size)
        a, b, c = 0.0095 * size, 0.0055 * size, 0.0155 * size
        flat = flattened((f[0] * a, f[1] * a, l[0] * b, l[1] * b, u[0] * c, u[1] * c))
        shapes.append(Shape("skin", (ellipse(x, y, *flat),)))
        if near[1] * hand > 0.25:
            r, s = 0.0055 * size, 0.0095 * size
            shapes.append(
                Shape("skin-shade", (ellipse(x, y, f[0] * r, f[1] * r, u[0] * s, u[1] * s),))
            )
    return shapes
