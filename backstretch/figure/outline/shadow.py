"""The figure's shadow on the floor: its outline let down, softer the higher the part is."""

from collections.abc import Sequence
from itertools import pairwise

from backstretch.figure.body import Body, Limbs, Vector
from backstretch.figure.build import Build
from backstretch.figure.drawing import Loop, Shape
from backstretch.figure.outline.tube import Ring, outline, rim, sleeve
from backstretch.figure.outline.view import View

_SLANT = 0.10
"""How far the shadow of a point moves to the right for each unit of height."""
_LAYERS = ((0.020, 0.10, 0.55), (0.010, 0.14, 0.34), (0.001, 0.22, 0.13))
"""Growth, opacity, and the height above which nothing adds to the layer."""

Mass = tuple[Vector, float]


def shadow_shapes(view: View, body: Body, build: Build) -> list[Shape]:
    """Soft to dense: three layers of one shadow."""
    chains = [_trunk(body, build)]
    for limbs in (body.left, body.right):
        chains += [_arm(limbs, build), _leg(limbs, build)]
    shapes = []
    for growth, alpha, ceiling in _LAYERS:
        loops: list[Loop] = []
        for chain in chains:
            loops += _fallen(view, chain, growth, ceiling)
        if loops:
            shapes.append(Shape("shadow", tuple(loops), alpha=alpha))
    return shapes


def _trunk(body: Body, build: Build) -> list[Mass]:
    radii = [breadth * 0.86 for breadth, _ in build.trunk]
    frames = (body.pelvis, body.spine[1], body.spine[3])
    return [
        *((frame.at, radii[i]) for frame, i in zip(frames, (0, 2, 4), strict=True)),
        (body.spine[4].at, radii[5] * 1.2),
        (body.head.at, build.head[0] * 1.05),
    ]


def _arm(limbs: Limbs, build: Build) -> list[Mass]:
    x, y, z = limbs.hand.at
    fx, fy, fz = limbs.hand.forward
    reach = 0.085 - 0.035 * limbs.grip
    return [
        (limbs.shoulder, build.upper_arm[0]),
        (limbs.elbow, build.forearm[0]),
        (limbs.wrist, build.forearm[-1]),
        ((x + fx * reach, y + fy * reach, z + fz * reach), build.palm[0] * 0.7),
    ]


def _leg(limbs: Limbs, build: Build) -> list[Mass]:
    x, y, z = limbs.foot.at
    fx, fy, fz = limbs.foot.forward
    return [
        (limbs.hip, build.thigh[0]),
        (limbs.knee, build.thigh[-1]),
        (limbs.ankle, build.sole[0]),
        ((x + fx * 0.1, y + fy * 0.1, z + fz * 0.1), build.sole[1] * 0.8),
    ]


def _fallen(view: View, chain: Sequence[Mass], growth: float, ceiling: float) -> list[Loop]:
    loops: list[Loop] = []
    run: list[Ring] = []
    flat = max(abs(view.near[2]), 0.12)
    for at, radius in chain:
        if at[2] - radius > ceiling:
            loops += _closed(run)
            run = []
            continue
        x, y, depth = view.spot((at[0], at[1], 0.0))
        r = radius * (0.94 if growth < 0.005 else 1.0) + growth * (1 + 2.0 * at[2])
        run.append((x + at[2] * _SLANT, y, depth, r, 0.0, 0.0, r * flat, 0.0, 0.0))
    return loops + _closed(run)


def _closed(run: list[Ring]) -> list[Loop]:
    if not run:
        return []
    if len(run) == 1:
        return [rim(run[0])]
    rings = []
    for a, b in pairwise(run):
        rings += [a, tuple((p + q) / 2 for p, q in zip(a, b, strict=True))]
    return [outline(sleeve([*rings, run[-1]])), *(rim(ring) for ring in run)]  # type: ignore[list-item]
