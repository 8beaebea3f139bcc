"""Puts the parts of the body together, back to front."""

from backstretch.figure.body import Body, Limbs, Side, Vector
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Drawing, Shape, box_of
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
from backstretch.figure.vectors import across, cross, subtract, unit


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
    shining = glow_shapes(view, body, works, glow) if glow > 0 and works else {}
    middle = trunk(view, body, look.build)
    parts = _parts(view, body, look, middle)
    # A neck that rises in front of its collar belongs behind the chin.
    fixed = ("", "") if middle.skin_first else ("trunk", "head")
    for part in back_to_front(parts, *fixed):
        shapes += part.shapes
        shapes += shining.get(part.name, ())
    found = tuple(shapes)
    return Drawing(found, box_of(found))


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
    parts = [Part("trunk", middle.shapes, _trunk_mass(middle))]
    x, y, depth = view.spot(body.head.at)
    head = head_shapes(view, body.head, look.build, look)
    parts.append(Part("head", head, [(x, y, depth, look.build.head[0])]))
    chest, seat = middle.rings[6][2], middle.rings[1][2]
    for side in ("left", "right"):
        limbs = body.limbs(side)
        parts.append(_arm(view, limbs, side, look, chest))
        parts.append(_leg(view, limbs, side, look, seat))
    return parts


def _trunk_mass(middle: Trunk) -> list[Ball]:
    return [
        (x, y, depth, 0.5 * (abs(ax) + abs(ay) + abs(bx) + abs(by)))
        for x, y, depth, ax, ay, bx, by, _, _ in middle.rings[:-1]
    ]


def _arm(view: View, limbs: Limbs, side: Side, look: Look, chest: float) -> Part:
    stations = arm_stations(look.build, look.sleeve)
    straight = (0.0, 0.0, 0.0)
    balls = balls_along(
        view, stations, (limbs.shoulder, limbs.elbow, limbs.wrist), (straight, straight)
    )
    hand = hand_loops(view, limbs.hand, limbs.grip, side, look.build)
    near = (balls[stations.joint][2] + balls[-1][2] + balls[0][2]) / 3 - chest
    shapes = limb_shapes(balls, stations, Wear("top", far(near)), hand, ())
    fx, fy, fz = view.spot(limbs.hand.forward)
    x, y, depth, _ = balls[-1]
    tip = (x + fx * 0.06, y + fy * 0.06, depth + fz * 0.06, 0.024)
    return Part(f"{side}-arm", shapes, [*balls[3::2], tip])


def _leg(view: View, limbs: Limbs, side: Side, look: Look, seat: float) -> Part:
    stations = leg_stations(look.build, look.leg)
    balls = balls_along(view, stations, (limbs.hip, limbs.knee, limbs.ankle), _leg_front(limbs))
    foot, dark = foot_loops(view, limbs.foot, side, look.build)
    near = (balls[stations.joint][2] + balls[-1][2] + balls[0][2]) / 3 - seat
    tone = far(near)
    shapes = limb_shapes(
        balls, stations, Wear("legs", tone), foot, [Shape("skin-shade", dark, tone)]
    )
    fx, fy, fz = view.spot(limbs.foot.forward)
    x, y, depth, _ = balls[-1]
    toes = (x + fx * 0.07, y + fy * 0.07, depth + fz * 0.07, 0.024)
    return Part(f"{side}-leg", shapes, [*balls[2::2], toes])


def _leg_front(limbs: Limbs) -> tuple[Vector, Vector]:
    """Which way the thigh's and the shank's front look."""
    foot = limbs.foot
    shank = unit(subtract(limbs.ankle, limbs.knee))
    thigh = unit(subtract(limbs.knee, limbs.hip))
    toes = tuple(a + b for a, b in zip(foot.forward, foot.up, strict=True))
    front = across(toes, shank)  # type: ignore[arg-type]
    hinge = cross(shank, front)
    return across(cross(hinge, thigh), thigh), front
