"""Puts the parts of the body together, back to front."""

from functools import lru_cache

from backstretch.figure.body import SIDES, Body, Frame, Side, Vector
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Drawing, Shape, box_of, union
from backstretch.figure.look import Look
from backstretch.figure.outline.foot import foot_loops
from backstretch.figure.outline.glow import glow_shapes
from backstretch.figure.outline.hand import hand_loops
from backstretch.figure.outline.head import head_shapes
from backstretch.figure.outline.limb import Wear, balls_along, far, limb_shapes
from backstretch.figure.outline.order import Part, back_to_front
from backstretch.figure.outline.shadow import shadow_shapes
from backstretch.figure.outline.stations import arm_stations, leg_stations
from backstretch.figure.outline.trunk import Trunk, trunk
from backstretch.figure.outline.tube import Ball
from backstretch.figure.outline.view import View, view_of
from backstretch.figure.vectors import across, add, cross, subtract, unit

_TONES = 12
# The neck's root lies on the cloth where one looks into the collar, else under it.
_NECK_BEFORE = (("trunk", "neck"), ("neck", "head"), ("trunk", "head"))
_NECK_BEHIND = (("neck", "trunk"), ("neck", "head"))


def draw_list(
    body: Body,
    camera: Camera,
    look: Look,
    works: tuple[str, ...] = (),
    glow: float = 0.0,
    shadow: bool = True,
) -> Drawing:
    """The figure, back to front, its shadow on the floor first.

    `works` names the body parts that glow (see `glow.PARTS`; unknown names show nothing),
    `glow` 0..1 how strongly.
    """
    view = view_of(camera)
    shapes = shadow_shapes(view, body, look.build) if shadow else []
    box = box_of(shapes)
    shining = glow_shapes(view, body, works, glow) if glow > 0 and works else {}
    middle = trunk(view, body, look.build)
    parts = _parts(view, body, look, middle)
    fixed = _NECK_BEHIND if middle.behind_collar else _NECK_BEFORE
    for part in back_to_front(parts, fixed):
        shapes += part.shapes
        box = union(box, part.box) if shapes else part.box
        lights = shining.get(part.name)
        if lights:
            shapes += lights
            box = union(box, box_of(lights))
    return Drawing(tuple(shapes), box)


def ghost_drawing(body: Body, camera: Camera, look: Look, alpha: float = 0.34) -> Drawing:
    """The figure's silhouette alone, in one translucent tone, to show a pose to come."""
    drawing = draw_list(body, camera, look, shadow=False)
    loops = tuple(
        loop
        for shape in drawing.shapes
        if shape.kind == "fill" and not shape.role.endswith("-shade")
        for loop in shape.loops
    )
    shapes = (Shape("ghost", loops, alpha=alpha),)
    return Drawing(shapes, box_of(shapes))


def _parts(view: View, body: Body, look: Look, middle: Trunk) -> list[Part]:
    parts = [Part("trunk", middle.cloth, _trunk_mass(middle), box_of(middle.cloth))]
    x, y, depth = view.spot(body.head.at)
    parts.append(Part("neck", middle.neck, (), box_of(middle.neck)))
    head = head_shapes(view, body.head, look.build, look)
    parts.append(Part("head", head, [(x, y, depth, look.build.head[0])], box_of(head)))
    chest, seat = middle.rings[6][2], middle.rings[1][2]
    for side in SIDES:
        limbs = body.limbs(side)
        arm = _tone(view, (limbs.shoulder, limbs.elbow, limbs.wrist), chest)
        bones = (limbs.shoulder, limbs.elbow, limbs.wrist)
        parts.append(_arm(view, side, bones, limbs.hand, limbs.grip, look, arm))
        leg = _tone(view, (limbs.hip, limbs.knee, limbs.ankle), seat)
        bones = (limbs.hip, limbs.knee, limbs.ankle)
        parts.append(_leg(view, side, bones, limbs.foot, look, leg))
    return parts


def _tone(view: View, joints: tuple[Vector, Vector, Vector], trunk_depth: float) -> float:
    """How far behind the trunk a limb is, in few steps, so that one at rest is drawn once."""
    depth = sum(view.spot(joint)[2] for joint in joints) / 3 - trunk_depth
    return round(far(depth) * _TONES) / _TONES


def _trunk_mass(middle: Trunk) -> list[Ball]:
    return [
        (x, y, depth, 0.5 * (abs(ax) + abs(ay) + abs(bx) + abs(by)))
        for x, y, depth, ax, ay, bx, by, _, _ in middle.rings[:-1]
    ]


Bones = tuple[Vector, Vector, Vector]


@lru_cache(maxsize=16)
def _arm(
    view: View, side: Side, bones: Bones, hand: Frame, grip: float, look: Look, tone: float
) -> Part:
    stations = arm_stations(look.build, look.sleeve)
    straight = (0.0, 0.0, 0.0)
    balls = balls_along(view, stations, bones, (straight, straight))
    end = hand_loops(view, hand, grip, side, look.build)
    shapes = limb_shapes(balls, stations, Wear("top", tone), end, ())
    mass = [*balls[3::2], _beyond(view, balls[-1], hand.forward, 0.06)]
    return Part(f"{side}-arm", shapes, mass, box_of(shapes))


@lru_cache(maxsize=16)
def _leg(view: View, side: Side, bones: Bones, foot: Frame, look: Look, tone: float) -> Part:
    stations = leg_stations(look.build, look.leg)
    balls = balls_along(view, stations, bones, _leg_front(bones, foot))
    end, dark = foot_loops(view, foot, side, look.build)
    shade = [Shape("skin-shade", dark, tone)]
    shapes = limb_shapes(balls, stations, Wear("legs", tone), end, shade)
    mass = [*balls[2::2], _beyond(view, balls[-1], foot.forward, 0.07)]
    return Part(f"{side}-leg", shapes, mass, box_of(shapes))


def _beyond(view: View, last: Ball, forward: Vector, by: float) -> Ball:
    x, y, depth, _ = last
    fx, fy, fz = view.spot(forward)
    return (x + fx * by, y + fy * by, depth + fz * by, 0.024)


def _leg_front(bones: Bones, foot: Frame) -> tuple[Vector, Vector]:
    """Which way the thigh's and the shank's front look."""
    hip, knee, ankle = bones
    shank, thigh = unit(subtract(ankle, knee)), unit(subtract(knee, hip))
    front = across(add(foot.forward, foot.up), shank)
    hinge = cross(shank, front)
    return across(cross(hinge, thigh), thigh), front
