"""The figure's shadow on the floor: a soft patch under each bone, fainter the higher it is."""

from math import hypot

from backstretch.figure.body import Body, Limbs, Vector
from backstretch.figure.build import Build
from backstretch.figure.drawing import Shape
from backstretch.figure.outline.view import View

_SLANT = 0.16
"""How far the shadow of a point moves to the picture's right for each unit of height."""
_DENSITY = 0.62
_FADE = 7.0
"""How quickly height thins the shadow."""
_SPREAD = 0.20
"""How much wider each unit of height makes it."""
_THINNEST = 0.08
_SOFT = 1.45
"""The patch's rim against the flesh's radius, as it fades before it ends."""

Bone = tuple[Vector, Vector, float]


def shadow_shapes(view: View, body: Body, build: Build) -> list[Shape]:
    """The patches; where two lie over one another the shadow is deeper."""
    shapes = []
    for begin, end, radius in _bones(body, build):
        low = max(min(begin[2], end[2]) - radius, 0.0)
        height = max((begin[2] + end[2]) / 2 - radius, 0.0)
        alpha = _DENSITY / (1 + _FADE * (low + height) / 2)
        if alpha > _THINNEST:
            shapes.append(
                Shape("shadow", (_patch(view, begin, end, radius, height),), 0.0, alpha, "glow")
            )
    return shapes


def _bones(body: Body, build: Build) -> list[Bone]:
    waist, chest = body.spine[1].at, body.spine[3].at
    breadth = [wide for wide, _ in build.trunk]
    bones: list[Bone] = [
        (body.pelvis.at, waist, breadth[0] * 1.02),
        (waist, chest, breadth[4] * 0.92),
        (chest, body.head.at, build.head[0]),
    ]
    for limbs in (body.left, body.right):
        bones += _limbs(limbs, build)
    return bones


def _limbs(limbs: Limbs, build: Build) -> list[Bone]:
    reach = 0.085 - 0.04 * limbs.grip
    return [
        (limbs.shoulder, limbs.elbow, build.upper_arm[1]),
        (limbs.elbow, limbs.wrist, build.forearm[1]),
        (limbs.wrist, _ahead(limbs.hand.at, limbs.hand.forward, reach), build.palm[0]),
        (limbs.hip, limbs.knee, build.thigh[1]),
        (limbs.knee, limbs.ankle, build.shank[1]),
        (limbs.ankle, _ahead(limbs.foot.at, limbs.foot.forward, 0.09), build.sole[1]),
    ]


def _ahead(at: Vector, forward: Vector, by: float) -> Vector:
    return (at[0] + forward[0] * by, at[1] + forward[1] * by, at[2] + forward[2] * by)


def _patch(
    view: View, begin: Vector, end: Vector, radius: float, height: float
) -> tuple[float, ...]:
    dx, dy = (end[0] - begin[0]) / 2, (end[1] - begin[1]) / 2
    length = hypot(dx, dy)
    tx, ty = (dx / length, dy / length) if length > 1e-6 else (1.0, 0.0)
    soft = radius * _SOFT + 0.008 + _SPREAD * height
    long = length * 1.12 + soft
    x, y, _ = view.spot((begin[0] + dx, begin[1] + dy, 0.0))
    ax, ay, _ = view.spot((tx * long, ty * long, 0.0))
    bx, by, _ = view.spot((-ty * soft, tx * soft, 0.0))
    return (x + _SLANT * (begin[2] + end[2]) / 2, y, ax, ay, bx, by)
