"""The face: eyes, brows, the nose's shade, a calm mouth. Each is there only if seen."""

from collections.abc import Callable
from math import cos, pi, sin

from backstretch.figure.drawing import Shape
from backstretch.figure.outline.loops import Point, ellipse, smooth_line
from backstretch.figure.outline.view import Spot
from backstretch.figure.vectors import unit

_AT = (0.004, -0.008)
_AXES = (0.0535, 0.0420, 0.0620)
"""The face's surface: middle (forward, up) and half axes (forward, left, up)."""

Direction = tuple[float, float, float]
Mark = tuple[Direction, ...]


def _mark(*angles: tuple[float, float]) -> Mark:
    """Unit directions from degrees to the left and up."""
    return tuple(
        (
            cos(up * pi / 180) * cos(left * pi / 180),
            cos(up * pi / 180) * sin(left * pi / 180),
            sin(up * pi / 180),
        )
        for left, up in angles
    )


def _both(*angles: tuple[float, float]) -> tuple[Mark, Mark]:
    return _mark(*angles), _mark(*((-left, up) for left, up in angles))


_CLOSED = _both((16, 1.5), (22, -1.8), (30, -3.0), (38, -1.6), (45, 2.5))
_OPEN = _both((14.5, -0.5), (20, 3.4), (29, 5.4), (38, 4.4), (46.5, 0.2))
_PUPILS = _mark((29.0, 0.6), (-29.0, 0.6))
"""At the height of the ears' upper rims."""
_SHUT = 0.25
"""Eyes less open than this have no pupils."""
_PUPIL_SIZE = (0.0057, 0.0074)
_SEEN_EYE = 0.30
"""How squarely an eye must face the viewer to be seen."""
_BROWS = _both((14, 17), (25, 20.5), (36, 19.5), (46, 15.5))
_MOUTH = (
    tuple(
        (p - 0.5 * q * q, q, r)  # its corners lie deeper than a round face's
        for p, q, r in _mark((-27, -35.6), (-14, -39.2), (0, -40.6), (14, -39.2), (27, -35.6))
    ),
)
_NOSE = (_mark((-9, -21), (-4, -24), (4, -24), (9, -21)),)
_CHEEKS = _both((41, -17))

_MARKS = (
    ("line", _BROWS, 0.0030, 0.36),
    ("skin-shade", _NOSE, 0.0030, 0.50),
    ("lips", _MOUTH, 0.0032, 0.06),
)
_EDGE = 0.10
"""How squarely a mark must face the viewer to be seen; its own edge is its last number."""


def face_shapes(
    at: Spot,
    axes: tuple[Spot, Spot, Spot],
    near: Direction,
    size: float,
    shown: float = 1.0,
    eyes: float = 1.0,
) -> list[Shape]:
    """The features that face the viewer; `near` is the viewer's direction in the head's axes,
    `shown` 0..1 how clearly they are drawn, `eyes` how far open the eyes are."""
    if near[0] < -0.75 or shown <= 0.0:
        return []
    seen, facing = _surface(at, axes, near, size)
    shapes: list[Shape] = []
    for (cheek,) in _CHEEKS:
        for spot in seen((cheek,), 0.4):
            shapes.append(_blush(spot, axes, facing(cheek), size, shown))
    for role, marks, width, edge in _MARKS:
        shapes += _lines(role, [seen(mark, edge) for mark in marks], shown, width * size)
    for pupil, lids in zip(_PUPILS, zip(_CLOSED, _OPEN, strict=True), strict=True):
        # The nose's root covers an eye before the face's edge does.
        clear = shown * min((facing(pupil) - _SEEN_EYE) * 5.0, 1.0)
        if clear > 0.0:
            spots = seen((pupil,), _SEEN_EYE) if eyes >= _SHUT else []
            shapes += [_pupil(spot, pupil, axes, size, eyes, clear) for spot in spots]
            lid = seen(_lid(*lids, eyes), _EDGE)
            shapes += _lines("line", [lid], clear, 0.0034 * size)
    return shapes


def _surface(
    at: Spot, axes: tuple[Spot, Spot, Spot], near: Direction, size: float
) -> tuple[Callable[[Mark, float], list[Point]], Callable[[Direction], float]]:
    """Where a mark's points are in the picture, those that face the viewer more squarely than the
    number given; and how squarely, -1..1, a direction does."""
    f, l, u = axes  # noqa: E741
    x = at[0] + (f[0] * _AT[0] + u[0] * _AT[1]) * size
    y = at[1] + (f[1] * _AT[0] + u[1] * _AT[1]) * size
    a, b, c = (axis * size for axis in _AXES)
    nx, ny, nz = unit((near[0] / a, near[1] / b, near[2] / c))

    def facing(out: Direction) -> float:
        return out[0] * nx + out[1] * ny + out[2] * nz

    def seen(mark: Mark, edge: float) -> list[Point]:
        return [
            (x + f[0] * p * a + l[0] * q * b + u[0] * r * c,
             y + f[1] * p * a + l[1] * q * b + u[1] * r * c)
            for p, q, r in mark
            if p * nx + q * ny + r * nz > edge
        ]  # fmt: skip

    return seen, facing


def _lines(role: str, runs: list[list[Point]], shown: float, width: float) -> list[Shape]:
    loops = tuple(smooth_line(run) for run in runs if len(run) > 1)
    return [Shape(role, loops, 0.0, shown, "line", width)] if loops else []


def _pupil(
    at: Point,
    out: Direction,
    axes: tuple[Spot, Spot, Spot],
    size: float,
    eyes: float,
    shown: float,
) -> Shape:
    """The pupil at the unit direction `out`; across the eye the face turns away from the front."""
    f, l, u = axes  # noqa: E741
    wide, high = _PUPIL_SIZE[0] * size, _PUPIL_SIZE[1] * size * min(1.0, 0.3 + 0.7 * eyes)
    across = ((l[0] * out[0] - f[0] * out[1]) * wide, (l[1] * out[0] - f[1] * out[1]) * wide)
    return Shape("line", (ellipse(*at, *across, u[0] * high, u[1] * high),), alpha=shown)


def _lid(closed: Mark, opened: Mark, eyes: float) -> Mark:
    """The upper lid's edge, between shut and open."""
    rest = 1.0 - eyes
    return tuple(
        (a * rest + p * eyes, b * rest + q * eyes, c * rest + r * eyes)
        for (a, b, c), (p, q, r) in zip(closed, opened, strict=True)
    )


def _blush(
    at: Point, axes: tuple[Spot, Spot, Spot], facing: float, size: float, shown: float
) -> Shape:
    """A cheek's glow, fainter the more it is turned away."""
    _, left, up = axes
    wide, high = 0.0125 * size, 0.0095 * size
    return Shape(
        "blush",
        ((at[0], at[1], left[0] * wide, left[1] * wide, up[0] * high, up[1] * high),),
        alpha=0.55 * shown * min(1.0, (facing - 0.4) * 3.0),
        kind="glow",
    )
