"""The parts that work and those that lengthen, as soft lights of two colours on the body."""

from collections.abc import Iterator

from backstretch.figure.body import SIDES, Body, Frame, Limbs, Vector
from backstretch.figure.drawing import Loop, Shape
from backstretch.figure.outline.tube import flattened
from backstretch.figure.outline.view import View

_Spot = tuple[int, float, float, float, float, float, float]
"""Frame (0 pelvis, 1…5 spine), then middle (forward, left, up), half breadth, half height, and
which way it faces (1 front, -1 back, 0 all round)."""

_TRUNK: dict[str, tuple[_Spot, ...]] = {
    "belly": ((2, 0.030, 0.0, 0.005, 0.062, 0.070, 1),),
    "lower-back": ((2, -0.035, 0.0, -0.010, 0.062, 0.062, -1),),
    "between-shoulder-blades": ((4, -0.040, 0.0, 0.020, 0.066, 0.066, -1),),
    "upper-back": ((4, -0.040, 0.0, 0.0, 0.080, 0.080, -1),),
    "chest": ((4, 0.040, 0.0, 0.010, 0.078, 0.064, 1),),
    "glutes": tuple((0, -0.045, y, -0.012, 0.056, 0.062, -1) for y in (0.045, -0.045)),
    "left-side": ((3, 0.0, 0.055, -0.005, 0.045, 0.100, 0),),
    "right-side": ((3, 0.0, -0.055, -0.005, 0.045, 0.100, 0),),
    "lats": ((3, -0.020, 0.055, 0.0, 0.045, 0.085, 0), (3, -0.020, -0.055, 0.0, 0.045, 0.085, 0)),
    "spine": tuple((i, -0.035, 0.0, 0.0, 0.034, 0.062, -1) for i in (1, 2, 3, 4)),
    "hips": ((0, 0.0, 0.06, 0.0, 0.055, 0.055, 0), (0, 0.0, -0.06, 0.0, 0.055, 0.055, 0)),
    "neck": ((5, 0.0, 0.0, 0.030, 0.036, 0.044, 0),),
}  # fmt: skip
_ALIASES = {
    "core": ("belly",),
    "abdomen": ("belly",),
    "back": ("spine",),
    "low-back": ("lower-back",),
    "sides": ("left-side", "right-side"),
    "between-shoulders": ("between-shoulder-blades",),
}
_LIMBS = ("arms", "shoulders", "thighs", "hamstrings", "left-thigh", "right-thigh")
PARTS: frozenset[str] = frozenset({*_TRUNK, *_ALIASES, *_LIMBS})
"""Every name of a part that can glow."""
WORKS, LENGTHENS = "glow", "glow-long"
"""The colour roles of the two lights."""


def glow_shapes(
    view: View, body: Body, parts: tuple[str, ...], glow: float, role: str = WORKS
) -> dict[str, list[Shape]]:
    """Shapes by the name of the limb or trunk they lie on."""
    found: dict[str, list[Shape]] = {}
    for name in dict.fromkeys(real for part in parts for real in _ALIASES.get(part, (part,))):
        for bearer, loop, seen in _lights(view, body, name):
            shape = Shape(role, (loop,), alpha=glow * seen, kind="glow")
            found.setdefault(bearer, []).append(shape)
    return found


def _lights(view: View, body: Body, name: str) -> Iterator[tuple[str, Loop, float]]:
    """What each light of the part lies on, its ellipse, and how much of it is seen, 0 to 1."""
    frames = (body.pelvis, *body.spine)
    for spot in _TRUNK.get(name, ()):
        lit = _on_trunk(view, frames, spot)
        if lit:
            yield _bearer(name, spot[2]), *lit
    for side in SIDES:
        limbs = body.limbs(side)
        if name == "arms":
            yield f"{side}-arm", _on_bone(view, limbs.shoulder, limbs.elbow, 0.042), 1.0
        elif name == "shoulders":
            yield f"{side}-arm", _on_shoulder(view, limbs), 1.0
        elif name in ("thighs", "hamstrings", f"{side}-thigh"):
            yield f"{side}-leg", _on_bone(view, limbs.hip, limbs.knee, 0.060), 1.0


def _bearer(name: str, aside: float) -> str:
    """What a light is painted on: the seat's muscles lie over the thighs' roots."""
    if name == "glutes":
        return "left-leg" if aside > 0 else "right-leg"
    return "trunk"


def _on_shoulder(view: View, limbs: Limbs) -> Loop:
    x, y, _ = view.spot(limbs.shoulder)
    ex, ey, _ = view.spot(limbs.elbow)
    x, y = x + (ex - x) * 0.12, y + (ey - y) * 0.12
    return (x, y, 0.044, 0.0, 0.0, 0.044)


def _on_trunk(view: View, frames: tuple[Frame, ...], spot: _Spot) -> tuple[Loop, float] | None:
    index, ahead, aside, above, wide, high, facing = spot
    frame = frames[index]
    x, y, _ = view.spot(frame.at)
    forward, left, up = view.spot(frame.forward), view.spot(frame.left), view.spot(frame.up)
    seen = 1.0
    if facing:
        seen = min(max(0.62 + facing * forward[2] * 1.1, 0.0), 1.0)
    elif aside:
        seen = min(max(0.75 + left[2] * (1 if aside > 0 else -1) * 1.2, 0.12), 1.0)
    if seen <= 0.02:
        return None
    deep = 0.55 * wide
    # Seen from the side, the light lies within the body's edge.
    ahead *= 0.35 + 0.65 * abs(forward[2])
    aside *= 0.45 + 0.55 * abs(left[2]) if abs(aside) > 0.09 else 1.0
    x += forward[0] * ahead + left[0] * aside + up[0] * above
    y += forward[1] * ahead + left[1] * aside + up[1] * above
    axes = (left[0] * wide, left[1] * wide, forward[0] * deep, forward[1] * deep)
    return (x, y, *flattened((*axes, up[0] * high, up[1] * high))), seen


def _on_bone(view: View, begin: Vector, end: Vector, wide: float) -> Loop:
    x, y, _ = view.spot(begin)
    ex, ey, _ = view.spot(end)
    dx, dy = (ex - x) * 0.48, (ey - y) * 0.48
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return (x + dx, y + dy, dx, dy, -dy / length * wide, dx / length * wide)
