"""The hair that lies on the skull: all of it behind the hairline that can be seen."""

from collections.abc import Sequence
from math import atan2, cos, exp, hypot, pi, sin, sqrt

from backstretch.figure.drawing import Loop
from backstretch.figure.look import Hair
from backstretch.figure.outline.loops import Point, smooth
from backstretch.figure.outline.tube import LIGHT
from backstretch.figure.outline.view import Spot

_MIDDLE = (-0.0035, 0.0, 0.0165)
_AXES = (0.0605, 0.0490, 0.0565)
"""The cap's middle in the head, and its half axes (forward, left, up)."""
_FACE_PITCH = -37 * pi / 180
"""Where the middle of the hairless part looks, up from straight ahead."""
_COUNT = 28
_TEMPLE = 1.0
_SIDEBURN = 1.85
"""Radians round the hairless part from the middle of the forehead."""
_SIDELIGHT = (-0.84, 0.30)
"""The light on a face comes more from the side, or every chin would have a beard."""
_ARC = 0.28
"""Radians between the points along the rim."""

Direction = tuple[float, float, float]


def _bump(turn: float, middle: float, wide: float) -> float:
    """1 at `middle`, running out to 0 over about twice `wide`."""
    return exp(-(((turn - middle) / wide) ** 2))


def _hairline(hair: Hair) -> tuple[Direction, ...]:
    """Unit directions round the face, from the forehead over the figure's left."""
    c, s = cos(_FACE_PITCH), sin(_FACE_PITCH)
    points = []
    for i in range(_COUNT):
        turn = 2 * pi * i / _COUNT
        across, up = sin(turn), cos(turn)
        # Higher over one eye and at the temples, down in front of the ears.
        wide = 80 - 4.5 * max(0.0, up) - 6 * max(0.0, up) * across * across + 4 * cos(turn - 0.55)
        wide += {"short": 3.0, "curls": 1.0}.get(hair, 0.0)
        side = min(turn, 2 * pi - turn)
        wide += 7 * _bump(side, _TEMPLE, 0.35) - 13 * _bump(side, _SIDEBURN, 0.30)
        cw, sw = cos(wide * pi / 180), sin(wide * pi / 180)
        points.append((c * cw - s * up * sw, across * sw, s * cw + c * up * sw))
    return tuple(points)


_HAIRLINES: dict[Hair, tuple[Direction, ...]] = {
    hair: _hairline(hair) for hair in ("bun", "short", "curls", "bob")
}


def hair_cap(
    at: Spot, axes: tuple[Spot, Spot, Spot], near: Direction, hair: Hair, size: float
) -> list[list[Point]]:
    """The visible hair on the cap; empty when the face alone is seen."""
    a, b, c = (axis * size for axis in _AXES)
    v = _unit((near[0] * a, near[1] * b, near[2] * c))
    line = _HAIRLINES[hair]
    run = _visible_run(line, v)
    round_: Sequence[Direction] = ()
    if run is None:
        if v[0] * cos(_FACE_PITCH) + v[2] * sin(_FACE_PITCH) < 0:
            round_ = _rim(v, (1.0, 0.0, 0.0), 2 * pi)[:-1]
    elif len(run) < len(line):
        round_ = [*run, *_behind(v, run[-1], run[0])]
    # With the whole hairline in sight, all hair on the cap is behind the face.
    if not round_:
        return []
    f, l, u = axes  # noqa: E741
    mx, my, mz = (part * size for part in _MIDDLE)
    x = at[0] + f[0] * mx + l[0] * my + u[0] * mz
    y = at[1] + f[1] * mx + l[1] * my + u[1] * mz
    return [
        [
            (
                x + f[0] * p * a + l[0] * q * b + u[0] * r * c,
                y + f[1] * p * a + l[1] * q * b + u[1] * r * c,
            )
            for p, q, r in round_
        ]
    ]


def _visible_run(line: Sequence[Direction], v: Direction) -> list[Direction] | None:
    """The stretch of the hairline that faces the viewer, ending exactly on the rim."""
    out = [p * v[0] + q * v[1] + r * v[2] for p, q, r in line]
    count = len(line)
    seen = [d > 0 for d in out]
    if not any(seen):
        return None
    if all(seen):
        return list(line)
    start = next(i for i in range(count) if seen[i] and not seen[i - 1])
    run = [_crossing(line[start - 1], line[start], out[start - 1], out[start])]
    i = start
    while seen[i % count]:
        run.append(line[i % count])
        i += 1
    i %= count
    run.append(_crossing(line[i], line[i - 1], out[i], out[i - 1]))
    return run


def _crossing(hidden: Direction, shown: Direction, below: float, above: float) -> Direction:
    part = below / (below - above)
    p, q, r = (h + (s - h) * part for h, s in zip(hidden, shown, strict=True))
    return _unit((p, q, r))


def _behind(v: Direction, begin: Direction, end: Direction) -> list[Direction]:
    """Along the rim from `begin` to `end` on the hair's side."""
    e = _unit(begin)
    g = _cross(v, e)
    turn = atan2(_dot(end, g), _dot(end, e)) % (2 * pi)
    half = turn / 2
    middle = tuple(e[i] * cos(half) + g[i] * sin(half) for i in range(3))
    bare = middle[0] * cos(_FACE_PITCH) + middle[2] * sin(_FACE_PITCH)
    other = turn - 2 * pi
    opposite = tuple(e[i] * cos(other / 2) + g[i] * sin(other / 2) for i in range(3))
    bare_other = opposite[0] * cos(_FACE_PITCH) + opposite[2] * sin(_FACE_PITCH)
    return _rim(v, e, turn if bare < bare_other else other)[1:-1]


def _rim(v: Direction, begin: Direction, turn: float) -> list[Direction]:
    """Points on the rim of the visible half, from `begin` through `turn` radians."""
    out = _dot(begin, v)
    p, q, r = (begin[i] - v[i] * out for i in range(3))
    e = _unit((p, q, r)) if p * p + q * q + r * r > 1e-6 else _unit(_cross(v, (0.0, 0.0, 1.0)))
    g = _cross(v, e)
    steps = max(2, round(abs(turn) / _ARC))
    points: list[Direction] = []
    for i in range(steps + 1):
        c, s = cos(turn * i / steps), sin(turn * i / steps)
        points.append((e[0] * c + g[0] * s, e[1] * c + g[1] * s, e[2] * c + g[2] * s))
    return points


def crescent(outline: Sequence[Point], at: Spot) -> Loop:
    """The side of a rounded form that is turned away from the light."""
    lz = LIGHT[2]
    dark = [_away(point, at) for point in outline]
    count = len(outline)
    start = next((i for i in range(count) if dark[i] > 0 and dark[i - 1] <= 0), 0)
    outer = [outline[start - 1]]
    inner = [outline[start - 1]]
    for step in range(count):
        i = (start + step) % count
        x, y = outline[i]
        # It begins and ends in a point on the rim.
        reach = 0.36 + 0.64 * lz / sqrt(dark[i] * dark[i] + lz * lz) if dark[i] > 0 else 1.0
        outer.append((x, y))
        inner.append((at[0] + (x - at[0]) * reach, at[1] + (y - at[1]) * reach))
        if dark[i] <= 0:
            break
    return smooth([*outer, *reversed(inner)]) if len(outer) > 4 else ()


def is_dark(point: Point, at: Spot) -> bool:
    """True if the form round `at` is turned away from the light on the side of `point`."""
    return _away(point, at) > 0


def _away(point: Point, at: Spot) -> float:
    dx, dy = point[0] - at[0], point[1] - at[1]
    return -(dx * _SIDELIGHT[0] + dy * _SIDELIGHT[1]) / (hypot(dx, dy) or 1.0)


def _unit(p: Direction) -> Direction:
    k = 1.0 / (sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]) or 1.0)
    return (p[0] * k, p[1] * k, p[2] * k)


def _cross(p: Direction, q: Direction) -> Direction:
    return (p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0])


def _dot(p: Direction, q: Direction) -> float:
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2]
