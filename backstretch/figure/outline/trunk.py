"""The trunk: seat, waist and chest as one swept form, the shoulders' yoke, and the neck."""

from dataclasses import dataclass
from math import atan2, cos, hypot, sin

from backstretch.figure.body import Body, Frame, Vector
from backstretch.figure.build import Build
from backstretch.figure.drawing import Loop, Shape
from backstretch.figure.look import Look
from backstretch.figure.outline.hull import hull
from backstretch.figure.outline.limb import EDGE, hem_line
from backstretch.figure.outline.loops import Point, compass, smooth
from backstretch.figure.outline.tube import Ball, Ring, Tube, outline, rim, shade, sleeve, tube
from backstretch.figure.outline.view import Spot, View
from backstretch.figure.vectors import along, dot, mixed, subtract, unit

_RINGS = (
    # frame (0 pelvis, 1 sacrum … 5 neck's root), up from it, breadth, depth, towards the front
    (0, -0.046, 0.72, 0.78, -0.010),
    (0, -0.012, 0.98, 1.00, -0.012),
    (1, 0.0, 1.00, 1.00, -0.006),
    (1, 0.032, 0.925, 0.96, -0.002),
    (2, 0.0, 1.00, 1.00, 0.002),
    (3, 0.0, 1.00, 1.00, 0.004),
    (4, 0.0, 1.00, 1.00, 0.004),
    (5, -0.014, 1.55, 1.15, -0.002),
)
_WAIST = 3
_BREATH = (
    (0, 0),
    (0, 0),
    (0.0, 0.02),
    (0.005, 0.05),
    (0.015, 0.10),
    (0.035, 0.15),
    (0.03, 0.12),
    (0.0, 0.04),
)
"""How much a full breath adds to the breadth and depth of each ring."""
_THICK = 0.020
_BULGE = (0.0, 0.0, 0.002, 0.007, 0.017, 0.024, 0.016, 0.004)
"""How far a bend to one side spreads the ribs on the other: the shift of each ring at a right
angle."""
_FLANK = 0.048
_ROSE = compass(12)
_BLADE = 0.047
"""The roundness of flank and back below a raised arm."""


@dataclass(frozen=True, slots=True)
class Core:
    """What of a body shapes its trunk, neck and head. `shoulders`, `elbows`: left and right."""

    pelvis: Frame
    spine: tuple[Frame, ...]
    head: Frame
    shoulders: tuple[Vector, Vector]
    elbows: tuple[Vector, Vector]
    fullness: float


def core_of(body: Body) -> Core:
    """The part of the body that shapes its trunk, neck and head."""
    shoulders = (body.left.shoulder, body.right.shoulder)
    elbows = (body.left.elbow, body.right.elbow)
    return Core(body.pelvis, body.spine, body.head, shoulders, elbows, body.fullness)


@dataclass(frozen=True, slots=True)
class Trunk:
    """`behind_collar`: the neck rises behind the collar, so the cloth hides its root."""

    neck: tuple[Shape, ...]
    cloth: tuple[Shape, ...]
    behind_collar: bool
    rings: tuple[Ring, ...]


def trunk(view: View, core: Core, look: Look) -> Trunk:
    """The trunk's shapes, back to front."""
    build = look.build
    rings = _rings(view, core, build)
    whole = sleeve(rings)
    waist = _near_edge(view, core.spine[0], rings[_WAIST])
    collar_open = dot(core.spine[4].up, view.near) + 0.55 * dot(core.spine[4].forward, view.near)
    legs = [outline(whole, 0, _WAIST, end=waist)]
    top = [outline(whole, _WAIST, start=waist)]
    _fill_foreshortened(rings, legs, top)
    yoke = _yoke(view, core, build)
    top += [outline(yoke, as_balls=True), *_raised_shoulders(view, core, look.build, look.sleeve)]
    hem = hem_line(whole.left[_WAIST], waist, whole.right[_WAIST])
    shown = _lengthwise(rings)
    cloth = [
        Shape("legs", tuple(legs)),
        Shape("legs-shade", shade(whole, 0, _WAIST - 1, True, True), alpha=shown),
        Shape("top", tuple(top)),
        Shape("top-shade", shade(whole, _WAIST, thin_end=True), alpha=shown),
        Shape("top-shade", (hem,), kind="line", width=EDGE),
    ]
    behind = collar_open < 0.05
    neck = _neck(view, core, build, min(max(collar_open - 0.05, 0.0) * 3.5, 1.0))
    return Trunk(neck, tuple(s for s in cloth if s.loops and s.alpha > 0), behind, tuple(rings))


def _rings(view: View, core: Core, build: Build) -> list[Ring]:
    frames = (core.pelvis, *core.spine)
    full = core.fullness
    bend = -dot(core.spine[4].up, core.pelvis.left)
    rings: list[Ring] = []
    seen: dict[int, tuple[Spot, Spot, Spot, Spot]] = {}
    for (index, lift, wide, deep, front), (more_wide, more_deep), bulge in zip(
        _RINGS, _BREATH, _BULGE, strict=True
    ):
        if index not in seen:
            frame = frames[index]
            seen[index] = (
                view.spot(frame.at),
                view.spot(frame.forward),
                view.spot(frame.left),
                view.spot(frame.up),
            )
        at, forward, left, up = seen[index]
        breadth, depth = build.trunk[index]
        w = breadth * wide * (1 + more_wide * full)
        d = depth * deep * (1 + more_deep * full)
        shift = front + depth * more_deep * full * 0.6
        aside = bend * bulge
        rings.append(
            (
                at[0] + up[0] * lift + forward[0] * shift + left[0] * aside,
                at[1] + up[1] * lift + forward[1] * shift + left[1] * aside,
                at[2] + up[2] * lift + forward[2] * shift + left[2] * aside,
                left[0] * w,
                left[1] * w,
                forward[0] * d,
                forward[1] * d,
                up[0] * _THICK,
                up[1] * _THICK,
            )
        )
    return rings


def _fill_foreshortened(rings: list[Ring], legs: list[Loop], top: list[Loop]) -> None:
    """Seen along the spine, the rings themselves are the outline."""
    for i in range(1, len(rings) - 1):
        (x, y), (bx, by) = rings[i - 1][:2], rings[i + 1][:2]
        if (bx - x) ** 2 + (by - y) ** 2 < 0.004:
            (legs if i < _WAIST else top).append(rim(rings[i]))


def _lengthwise(rings: list[Ring]) -> float:
    """1 where the trunk is seen from a side, 0 along its length, where no side is in the shade."""
    (x, y), (bx, by) = rings[0][:2], rings[-1][:2]
    return min(max((hypot(bx - x, by - y) - 0.12) * 12, 0.0), 1.0)


def _near_edge(view: View, frame: Frame, ring: Ring) -> Point:
    """The middle of the visible half of a belt."""
    x, y, _, ax, ay, bx, by, _, _ = ring
    angle = atan2(dot(frame.forward, view.near) * 0.75, dot(frame.left, view.near))
    c, s = cos(angle), sin(angle)
    return x + ax * c + bx * s, y + ay * c + by * s


def _yoke(view: View, core: Core, build: Build) -> Tube:
    root = core.spine[4]
    lift = 0.010 + 0.004 * core.fullness
    middle = view.spot(along(root.at, root.up, lift))
    radius = build.upper_arm[0] + 0.003
    balls: list[Ball] = []
    for joint, ways in (
        (core.shoulders[0], (0.0, 0.35, 0.7)),
        (core.shoulders[1], (0.7, 0.35, 0.0)),
    ):
        x, y, z = view.spot(joint)
        for way in ways:
            rest = 1 - way
            balls.append(
                (
                    x * rest + middle[0] * way,
                    y * rest + middle[1] * way,
                    z * rest + middle[2] * way,
                    radius * rest + 0.030 * way,
                )
            )
    return tube(balls)


def _raised_shoulders(view: View, core: Core, build: Build, sleeve: float) -> list[Loop]:
    """With an arm raised, the muscle that spans the armpit, and the one from shoulder to neck."""
    chest, root = core.spine[3], core.spine[4]
    loops: list[Loop] = []
    for out, joint, elbow in zip((1.0, -1.0), core.shoulders, core.elbows, strict=True):
        raised = min(max(dot(unit(subtract(elbow, joint)), chest.up) + 0.25, 0.0), 1.0)
        if raised == 0.0:
            continue
        radius = build.upper_arm[0]
        flank = out * (build.trunk[4][0] - _FLANK + 0.003) - _aside(core)
        side = along(along(chest.at, chest.up, -0.024), chest.left, flank)
        back = along(chest.at, chest.forward, _BLADE - build.trunk[4][1])
        blade = along(back, chest.left, out * 0.04)
        arm = mixed(joint, elbow, min(0.45, 0.75 * sleeve) * raised)
        neck = along(along(root.at, root.up, 0.016), root.left, out * 0.016)
        ends = ((joint, radius), (arm, radius * 0.9))
        loops.append(_spanned(view, ((side, _FLANK), (blade, _BLADE), *ends)))
        loops.append(_spanned(view, ((joint, radius), (neck, 0.026))))
    return loops


def _aside(core: Core) -> float:
    return dot(core.spine[4].up, core.pelvis.left) * _BULGE[6]


def _spanned(view: View, balls: tuple[tuple[Vector, float], ...]) -> Loop:
    """The outline of balls with a cloth drawn tight round them."""
    discs = [(*view.spot(at)[:2], radius) for at, radius in balls]
    points: list[Point] = []
    for dx, dy in _ROSE:
        best, px, py = -1e9, 0.0, 0.0
        for x, y, radius in discs:
            reach = x * dx + y * dy + radius
            if reach > best:
                best, px, py = reach, x + dx * radius, y + dy * radius
        points.append((px, py))
    return smooth(points)


def _neck(view: View, core: Core, build: Build, collar: float) -> tuple[Shape, ...]:
    """`collar` 0..1: how far one looks into the collar; it grows with it, so nothing jumps."""
    root, head = core.spine[4], core.head
    low, high = build.neck
    base = along(root.at, root.up, 0.002 + 0.020 * (1 - collar))
    rise = along(root.at, root.up, 0.026)
    skull = along(along(head.at, head.up, -0.020), head.forward, -0.007)
    middle = mixed(rise, skull, 0.5)
    spots = [view.spot(base), view.spot(rise), view.spot(middle), view.spot(skull)]
    radii = (low * 0.94, low * 0.94, high * 0.95, high * 0.90)
    part = tube([(*spot, radius) for spot, radius in zip(spots, radii, strict=True)])
    loops = [outline(part, as_balls=True)]
    if collar:
        loops.append(_collar(view, root, low * (0.72 + 0.28 * collar), part.balls[0]))
    # The head throws its shade on a neck that lies behind it or below the chin.
    over = spots[3][2] - spots[0][2] > 0.03 and dot(head.forward, view.near) > 0.5
    below = dot(head.forward, root.up) < 0.55
    chin = (outline(part, 2, 3, start=_under_chin(part)),) if below or over else ()
    shapes = [
        Shape("skin", tuple(loops)),
        Shape("skin-shade", (*shade(part, 0, 3, True, True), *chin)),
    ]
    return tuple(shape for shape in shapes if shape.loops)


def _under_chin(part: Tube) -> Point:
    x, y, _, radius = part.balls[2]
    tx, ty = part.along[2]
    return x - tx * radius * 0.45, y - ty * radius * 0.45


def _collar(view: View, root: Frame, radius: float, base: Ball) -> Loop:
    """The skin within the neckline, low in front and high behind, one with the neck's root."""
    x, y, _ = view.spot(along(along(root.at, root.up, 0.006), root.forward, 0.003))
    left, forward, up = view.spot(root.left), view.spot(root.forward), view.spot(root.up)
    w, d, drop = radius * 1.14, radius * 1.02, -0.030
    front = (forward[0] * d + up[0] * drop, forward[1] * d + up[1] * drop)
    ring = (x, y, left[0] * w, left[1] * w, *front, up[0] * 0.72 * radius, up[1] * 0.72 * radius)
    r = base[3] * 0.96
    return smooth(hull((ring, (base[0], base[1], r, 0.0, 0.0, r, 0.0, 0.0))))
