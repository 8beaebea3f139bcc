"""Puts the parts of the body together, back to front."""

from functools import lru_cache

from backstretch.figure.body import SIDES, Body, Side
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import EMPTY, Drawing, Shape, box_of, union
from backstretch.figure.look import Look
from backstretch.figure.outline.glow import LENGTHENS, glow_shapes
from backstretch.figure.outline.head import head_shapes
from backstretch.figure.outline.limb import far
from backstretch.figure.outline.limbparts import Bones, arm_parts, leg_parts
from backstretch.figure.outline.order import Part, back_to_front
from backstretch.figure.outline.shadow import shadow_shapes
from backstretch.figure.outline.trunk import Core, Trunk, core_of, trunk
from backstretch.figure.outline.tube import Ball
from backstretch.figure.outline.view import View, view_of
from backstretch.figure.vectors import distance

_TONES = 12
# The neck's root lies on the cloth where one looks into the collar, else under it.
_HEAD = (("crown", "neck"), ("neck", "head"), ("crown", "head"))
_NECK_BEFORE = (*_HEAD, ("trunk", "neck"), ("trunk", "head"))
_NECK_BEHIND = (*_HEAD, ("neck", "trunk"))


def draw_list(
    body: Body,
    camera: Camera,
    look: Look,
    works: tuple[str, ...] = (),
    glow: float = 0.0,
    shadow: bool = True,
    eyes: float = 1.0,
    lengthens: tuple[str, ...] = (),
) -> Drawing:
    """The figure, back to front, its shadow on the floor first.

    `works` and `lengthens` name the body parts that glow in their two colours (see `glow.PARTS`;
    unknown names show nothing), `glow` 0..1 how strongly; `eyes` 0..1 is how far open the eyes are.
    """
    view = view_of(camera)
    shapes = shadow_shapes(view, body, look.build) if shadow else []
    box = box_of(shapes)
    working = glow_shapes(view, body, works, glow) if glow > 0 else {}
    longer = glow_shapes(view, body, lengthens, glow, LENGTHENS) if glow > 0 else {}
    middle, parts = _middle(view, core_of(body), look, eyes)
    limbs = _limbs(view, body, look, middle)
    fixed = {*(_NECK_BEHIND if middle.behind_collar else _NECK_BEFORE)}
    fixed |= {_nearer_last(*halves) for halves in zip(limbs[::2], limbs[1::2], strict=True)}
    for part in back_to_front((*parts, *limbs), fixed):
        shapes += part.shapes
        if part.shapes:
            box = union(box, part.box) if box != EMPTY else part.box
        lights = (*working.get(part.name, ()), *longer.get(part.name, ()))
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


@lru_cache(maxsize=4)
def _middle(view: View, core: Core, look: Look, eyes: float) -> tuple[Trunk, tuple[Part, ...]]:
    """Trunk, neck and head, kept for the frames in which only limbs move."""
    middle = trunk(view, core, look)
    x, y, depth = view.spot(core.head.at)
    crown, head = head_shapes(view, core.head, look.build, look, eyes)
    skull = [(x, y, depth, look.build.head[0])]
    parts = (
        Part("trunk", middle.cloth, _trunk_mass(middle), box_of(middle.cloth)),
        Part("neck", middle.neck, (), box_of(middle.neck)),
        Part("crown", crown, skull if crown else (), box_of(crown)),
        Part("head", head, skull, box_of(head)),
    )
    return middle, parts


def _limbs(view: View, body: Body, look: Look, middle: Trunk) -> list[Part]:
    parts: list[Part] = []
    chest, seat = middle.rings[6][2], middle.rings[1][2]
    for side in SIDES:
        limbs = body.limbs(side)
        bones = (limbs.shoulder, limbs.elbow, limbs.wrist)
        tone = _tone(view, bones, chest)
        hand, grip = limbs.hand, limbs.grip
        parts += arm_parts(view, side, bones, hand, grip, look, tone, _over_the_feet(body, side))
        bones = (limbs.hip, limbs.knee, limbs.ankle)
        tone = _tone(view, bones, seat)
        parts += leg_parts(view, side, bones, limbs.foot, look, tone, _on_the_other(body, side))
    return parts


def _over_the_feet(body: Body, side: Side) -> float:
    """How near a hand is to a foot, so that the two skins need an edge: 0 far, 1 on it."""
    wrist = body.limbs(side).wrist
    return _near(min(distance(wrist, body.limbs(other).ankle) for other in SIDES), 0.10)


def _on_the_other(body: Body, side: Side) -> float:
    """The same for the soles, of which one edge sets off both."""
    return _near(distance(body.left.ankle, body.right.ankle), 0.08) if side == "left" else 0.0


def _near(apart: float, within: float) -> float:
    """1 up to `within`, 0 from half as far again, in few steps."""
    return round(min(max(3.0 - 2.0 * apart / within, 0.0), 1.0) * 4) / 4


def _nearer_last(upper: Part, lower: Part) -> tuple[str, str]:
    """The halves of a limb meet in the joint, so that their overlap there decides nothing."""
    one, other = sorted((upper, lower), key=lambda part: part.depth)
    return one.name, other.name


def _tone(view: View, joints: Bones, trunk_depth: float) -> float:
    """How far behind the trunk a limb is, in few steps, so that one at rest is drawn once."""
    depth = sum(view.spot(joint)[2] for joint in joints) / 3 - trunk_depth
    return round(far(depth) * _TONES) / _TONES


def _trunk_mass(middle: Trunk) -> list[Ball]:
    return [
        (x, y, depth, 0.5 * (abs(ax) + abs(ay) + abs(bx) + abs(by)))
        for x, y, depth, ax, ay, bx, by, _, _ in middle.rings[:-1]
    ]
