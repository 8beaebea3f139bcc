"""How far a body's flesh keeps from the floor and from itself, in body heights."""

from collections.abc import Iterator
from math import hypot, sqrt

from backstretch.figure import skeleton
from backstretch.figure.body import SIDES, Body, Frame, Vector
from backstretch.figure.build import Build
from backstretch.figure.vectors import along, distance, dot, mixed, subtract, within

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
    return distance(along(a, u, s), along(c, v, t))


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
