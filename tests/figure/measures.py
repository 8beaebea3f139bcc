"""What can be measured on a body: flesh, floor, joint angles and how near limbs come."""

from collections.abc import Iterator
from math import hypot

from backstretch.figure import skeleton
from backstretch.figure.body import SIDES, Body, Side, Vector
from backstretch.figure.build import Build
from backstretch.figure.drawing import Loop
from backstretch.figure.flesh import (
    Ball,
    foot_balls,
)
from backstretch.figure.joint_angles import elbow, knee
from backstretch.figure.outline.view import View
from backstretch.figure.vectors import (
    along,
    distance,
    mixed,
)

LOWEST_RIBS = 3
"""Which of the trunk's frames is at the height of the lowest ribs."""
TOUCHING = 0.022
"""A trunk nearer to the floor than this touches it, as the flesh gives way."""


def heel_from_seat(body: Body, side: Side, build: Build) -> float:
    """How far the heel's flesh lies from the buttock's; below 0 it presses in."""
    limb = body.limbs(side)
    _, heel, radius = next(foot_balls(limb.foot, build))
    return distance(limb.hip, heel) - build.thigh[0] - radius


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
