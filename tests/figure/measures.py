"""What can be measured on a body: flesh, floor, joint angles and how near limbs come."""

from collections.abc import Iterator
from math import acos, atan2, degrees, hypot, sqrt

from backstretch.figure import skeleton
from backstretch.figure.body import SIDES, Body, Frame, Side, Vector
from backstretch.figure.build import Build
from backstretch.figure.drawing import Loop
from backstretch.figure.outline.view import View
from backstretch.figure.vectors import (
    along,
    distance,
    dot,
    mixed,
    scaled,
    subtract,
    unit,
    within,
)

Ball = tuple[str, Vector, float]


def tube(part: str, begin: Vector, end: Vector, radii: tuple[float, ...]) -> Iterator[Ball]:
    """The balls of a limb at its radii, which are evenly spaced. From one to the next, place and
    radius change evenly, so that no ball between them reaches lower than both."""
    for i, radius in enumerate(radii):
        yield part, mixed(begin, end, i / (len(radii) - 1)), radius


def limbs(body: Body, build: Build) -> Iterator[Ball]:
    """Arms and legs without hands and feet."""
    for side in SIDES:
        limb = body.limbs(side)
        yield from tube(f"{side} upper arm", limb.shoulder, limb.elbow, build.upper_arm)
        yield from tube(f"{side} forearm", limb.elbow, limb.wrist, build.forearm)
        yield from tube(f"{side} thigh", limb.hip, limb.knee, build.thigh)
        yield from tube(f"{side} shank", limb.knee, limb.ankle, build.shank)


def lowest(body: Body, build: Build) -> dict[str, float]:
    """How high the lowest point of each part's flesh lies above the floor."""
    found: dict[str, float] = {}

    def note(part: str, height: float) -> None:
        found[part] = min(height, found.get(part, 9.0))

    for part, at, radius in limbs(body, build):
        note(part, at[2] - radius)
    for height in trunk_heights(body, build):
        note("trunk", height)
    head, (deep, broad, high) = body.head, build.head
    extent = sqrt(
        (deep * head.forward[2]) ** 2 + (broad * head.left[2]) ** 2 + (high * head.up[2]) ** 2
    )
    note("head", head.at[2] - extent)
    for side in SIDES:
        hand, grip = body.limbs(side).hand, body.limbs(side).grip
        broad, thick = build.palm
        reach = skeleton.HAND * (1.0 - 0.4 * grip)
        for k in (0.3, 0.6, 1.0):
            at = along(hand.at, hand.forward, reach * k)
            note(f"{side} hand", at[2] - hypot(broad * hand.left[2] * 0.8, thick * hand.up[2]))
        for name, at, radius in foot_balls(body.limbs(side).foot, build):
            note(f"{side} {name}", at[2] - radius)
    return found


def trunk_frames(body: Body) -> tuple[Frame, ...]:
    return (body.pelvis, *body.spine)


LOWEST_RIBS = 3
"""Which of the trunk's frames is at the height of the lowest ribs."""
TOUCHING = 0.022
"""A trunk nearer to the floor than this touches it, as the flesh gives way."""


def trunk_heights(body: Body, build: Build) -> list[float]:
    """How high the lowest flesh round each of the trunk's frames lies, the pelvis first."""
    return [
        frame.at[2] - hypot(breadth * frame.left[2], depth * frame.forward[2])
        for frame, (breadth, depth) in zip(trunk_frames(body), build.trunk, strict=True)
    ]


def foot_balls(foot: Frame, build: Build) -> Iterator[Ball]:
    heel = skeleton.HEEL - build.sole[0]
    drop = skeleton.ANKLE_HEIGHT - build.sole[0]
    yield "heel", along(along(foot.at, foot.forward, -heel), foot.up, -drop), build.sole[0]
    ball = along(along(foot.at, foot.forward, 0.07), foot.up, -0.023)
    yield "ball", ball, 0.016
    toe = skeleton.FOOT - skeleton.HEEL - 0.011
    yield "toes", along(along(foot.at, foot.forward, toe), foot.up, -0.028), 0.011


def between(a: Vector, b: Vector) -> float:
    """Degrees between two directions."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def elbow(body: Body, side: Side) -> float:
    limb = body.limbs(side)
    return between(subtract(limb.elbow, limb.shoulder), subtract(limb.wrist, limb.elbow))


def knee(body: Body, side: Side) -> float:
    limb = body.limbs(side)
    return between(subtract(limb.knee, limb.hip), subtract(limb.ankle, limb.knee))


def heel_from_seat(body: Body, side: Side, build: Build) -> float:
    """How far the heel's flesh lies from the buttock's; below 0 it presses in."""
    limb = body.limbs(side)
    _, heel, radius = next(foot_balls(limb.foot, build))
    return distance(limb.hip, heel) - build.thigh[0] - radius


def hip(body: Body, side: Side) -> tuple[float, float]:
    """Flexion (negative: extension) and abduction."""
    limb, pelvis = body.limbs(side), body.pelvis
    thigh = unit(subtract(limb.knee, limb.hip))
    f, out, u = within((pelvis.forward, pelvis.left, pelvis.up), thigh)
    out = out if side == "left" else -out
    return degrees(atan2(f, -u)), degrees(atan2(out, hypot(f, u)))


def shoulder(body: Body, side: Side) -> tuple[float, float]:
    """Elevation from hanging, and extension: how far behind the trunk's side the arm points."""
    limb, chest = body.limbs(side), body.spine[3]
    arm = unit(subtract(limb.elbow, limb.shoulder))
    f, out, u = within((chest.forward, chest.left, chest.up), arm)
    del out
    return degrees(acos(max(-1.0, min(1.0, -u)))), degrees(atan2(-f, hypot(f, u))) if f < 0 else 0.0


def ankle(body: Body, side: Side) -> float:
    """Plantar flexion (negative: towards the shin)."""
    limb = body.limbs(side)
    shank = unit(subtract(limb.ankle, limb.knee))
    return 90.0 - between(limb.foot.forward, shank)


def bent(frame: Frame, base: Frame) -> tuple[float, float]:
    """Flexion and bend to the left of one frame on another."""
    f, left, u = within((base.forward, base.left, base.up), frame.up)
    return degrees(atan2(f, u)), degrees(atan2(left, hypot(f, u)))


def wrist(body: Body, side: Side) -> float:
    """Degrees by which the hand is bent off the forearm."""
    limb = body.limbs(side)
    return between(subtract(limb.wrist, limb.elbow), limb.hand.forward)


def bones(body: Body) -> dict[str, float]:
    """Every bone's length."""
    found = {"sacrum": distance(body.pelvis.at, body.spine[0].at)}
    for i in range(4):
        found[f"spine {i}"] = distance(body.spine[i].at, body.spine[i + 1].at)
    for side in SIDES:
        limb = body.limbs(side)
        found[f"{side} upper arm"] = distance(limb.shoulder, limb.elbow)
        found[f"{side} forearm"] = distance(limb.elbow, limb.wrist)
        found[f"{side} thigh"] = distance(limb.hip, limb.knee)
        found[f"{side} shank"] = distance(limb.knee, limb.ankle)
    return found


def joints(body: Body) -> dict[str, Vector]:
    """Every place that can move."""
    found = {f"spine {i}": frame.at for i, frame in enumerate(body.spine)}
    found |= {"pelvis": body.pelvis.at, "head": body.head.at}
    found["crown"] = along(body.head.at, body.head.up, skeleton.CROWN)
    for side in SIDES:
        limb = body.limbs(side)
        for name in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle"):
            found[f"{side} {name}"] = getattr(limb, name)
        found[f"{side} fingers"] = along(limb.wrist, limb.hand.forward, skeleton.HAND)
        found[f"{side} toes"] = along(limb.ankle, limb.foot.forward, 0.112)
    return found


def forehead(body: Body) -> Vector:
    """The place between the eyebrows and the hairline."""
    head = body.head
    return along(along(head.at, head.forward, 0.053), head.up, 0.022)


def segments_apart(a: Vector, b: Vector, c: Vector, d: Vector) -> float:
    """The shortest distance between two straight segments (Ericson's closest points)."""
    u, v, w = subtract(b, a), subtract(d, c), subtract(a, c)
    uu, uv, vv, uw, vw = dot(u, u), dot(u, v), dot(v, v), dot(u, w), dot(v, w)
    bottom = uu * vv - uv * uv
    s = min(1.0, max(0.0, (uv * vw - uw * vv) / bottom)) if bottom > 1e-12 else 0.0
    t = (uv * s + vw) / vv
    if t < 0.0:
        t, s = 0.0, min(1.0, max(0.0, -uw / uu))
    elif t > 1.0:
        t, s = 1.0, min(1.0, max(0.0, (uv - uw) / uu))
    return distance(along(a, u, s), add_scaled(c, v, t))


def add_scaled(a: Vector, b: Vector, k: float) -> Vector:
    return along(a, scaled(b, k), 1.0)


def depth_in_trunk(point: Vector, body: Body, build: Build) -> float:
    """How near a point comes to the trunk's axis: below 1 inside the flesh, 0 on the axis."""
    nearest = 9.0
    frames = trunk_frames(body)
    for low, high, (broad, deep), (broader, deeper) in zip(
        frames, frames[1:], build.trunk, build.trunk[1:], strict=False
    ):
        line = subtract(high.at, low.at)
        t = dot(subtract(point, low.at), line) / dot(line, line)
        if -0.1 <= t <= 1.1:
            off = subtract(point, along(low.at, line, t))
            out = dot(off, low.left) / (broad + (broader - broad) * t)
            ahead = dot(off, low.forward) / (deep + (deeper - deep) * t)
            nearest = min(nearest, hypot(out, ahead))
    return nearest


def depth_in_head(point: Vector, body: Body, build: Build) -> float:
    """Below 1 inside the skull."""
    head = body.head
    off = within((head.forward, head.left, head.up), subtract(point, head.at))
    return sqrt(sum((x / size) ** 2 for x, size in zip(off, build.head, strict=True)))


def reaching_parts(body: Body) -> Iterator[tuple[str, Vector]]:
    """Points along what could run into the trunk or the head: lower arms, hands, shanks, feet,
    and the knees' ends of upper arms and thighs."""
    for side in SIDES:
        limb = body.limbs(side)
        for t in (0.0, 0.25, 0.5, 0.75, 1.0):
            yield f"{side} forearm", mixed(limb.elbow, limb.wrist, t)
            yield f"{side} hand", along(limb.wrist, limb.hand.forward, skeleton.HAND * 0.9 * t)
            yield f"{side} shank", mixed(limb.knee, limb.ankle, t)
            yield f"{side} foot", along(limb.ankle, limb.foot.forward, 0.1 * t)
            yield f"{side} upper arm", mixed(limb.shoulder, limb.elbow, 0.6 + 0.4 * t)


def bends(body: Body) -> dict[str, float]:
    """Elbows and knees, in degrees of flexion."""
    found = {f"{side} elbow": elbow(body, side) for side in SIDES}
    return found | {f"{side} knee": knee(body, side) for side in SIDES}


def contacts(body: Body) -> dict[str, dict[str, Vector]]:
    """The points of each part that can be planted."""
    at = joints(body)
    found: dict[str, dict[str, Vector]] = {
        "seat": {"pelvis": at["pelvis"]},
        "hips": {"pelvis": at["pelvis"]},
        "forehead": {"forehead": forehead(body)},
    }
    ends = {"hand": ("wrist", "fingers"), "foot": ("ankle", "toes"), "knee": ("knee",)}
    for side in SIDES:
        for part, points in ends.items():
            found[f"{side} {part}"] = {f"{side} {name}": at[f"{side} {name}"] for name in points}
    return found


def crossings(body: Body) -> dict[str, float]:
    """How far bones of different limbs keep from one another's cores, in body heights."""
    left, right = body.left, body.right
    pairs = {
        "forearms": (left.elbow, left.wrist, right.elbow, right.wrist, 0.03),
        "shanks": (left.knee, left.ankle, right.knee, right.ankle, 0.025),
        "thighs": (left.hip, left.knee, right.hip, right.knee, 0.06),
    }
    for side in SIDES:
        limb = body.limbs(side)
        for other in SIDES:
            leg = body.limbs(other)
            name = f"{side} forearm, {other}"
            pairs[f"{name} thigh"] = (limb.elbow, limb.wrist, leg.hip, leg.knee, 0.045)
            pairs[f"{name} shank"] = (limb.elbow, limb.wrist, leg.knee, leg.ankle, 0.035)
    return {name: segments_apart(a, b, c, d) - core for name, (a, b, c, d, core) in pairs.items()}


def before_the_face(body: Body, view: View) -> dict[str, float]:
    """How far the parts of the arms that are nearer to the viewer than face or throat keep from
    them in the picture; below 0 they cover some of it."""
    found: dict[str, float] = {}
    throat = mixed(body.spine[4].at, body.head.at, 0.45)
    for place, at, size in (("face", body.head.at, 0.046), ("throat", throat, 0.028)):
        x, y, depth = view.spot(at)
        for side in SIDES:
            for part, point, radius in arm_balls(body, side):
                px, py, near = view.spot(point)
                if near > depth:
                    name = f"{side} {part} before the {place}"
                    apart = hypot(px - x, py - y) - size - radius
                    found[name] = min(apart, found.get(name, 9.0))
    return found


def arm_balls(body: Body, side: Side) -> Iterator[Ball]:
    """Balls along an arm from below the shoulder to the finger tips."""
    limb = body.limbs(side)
    for t in (0.4, 0.55, 0.7, 0.85, 1.0):
        yield "upper arm", mixed(limb.shoulder, limb.elbow, t), 0.028
    for t in (0.25, 0.5, 0.75, 1.0):
        yield "forearm", mixed(limb.elbow, limb.wrist, t), 0.020
    for t in (0.3, 0.6, 0.9):
        yield "hand", along(limb.wrist, limb.hand.forward, skeleton.HAND * t), 0.014


def right_edge(loops: list[Loop], low: float, high: float) -> list[tuple[float, float]]:
    """The silhouette's rightmost points, from height `low` up to `high`, evenly spaced."""
    count = 24
    step = (high - low) / count
    edge = [-9.0] * (count + 1)
    for loop in loops:
        points = list(flattened(loop))
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            for i in range(count + 1):
                y = low + step * i
                if (ay > y) != (by > y):
                    edge[i] = max(edge[i], ax + (bx - ax) * (y - ay) / (by - ay))
    return [(x, low + step * i) for i, x in enumerate(edge)]


def upper_edge(loops: list[Loop], left: float, right: float) -> list[tuple[float, float]]:
    """The silhouette's highest points, from `left` to `right`, evenly spaced."""
    sideways = [
        tuple(n for pair in zip(loop[1::2], loop[::2], strict=True) for n in pair) for loop in loops
    ]
    return [(x, y) for y, x in right_edge(sideways, left, right)]


def flattened(loop: Loop) -> Iterator[tuple[float, float]]:
    """Points along a loop of cubics."""
    x, y = loop[:2]
    for i in range(2, len(loop), 6):
        ax, ay, bx, by, ex, ey = loop[i : i + 6]
        for k in range(8):
            t = k / 8
            r = 1 - t
            yield (
                r**3 * x + 3 * r * r * t * ax + 3 * r * t * t * bx + t**3 * ex,
                r**3 * y + 3 * r * r * t * ay + 3 * r * t * t * by + t**3 * ey,
            )
        x, y = ex, ey
