"""Which chimes go with which phase. Pure. Breaths have two chimes of their own, so a rep of a
breath-led move gets no chime besides."""

from typing import assert_never

from backstretch.guide.scene import Scene
from backstretch.ports import Chime


def entering(scene: Scene) -> tuple[Chime, ...]:
    """The chimes for a phase that begins, or begins again after a pause."""
    kind = scene.phase.kind
    match kind:
        case "lead-in" | "change" | "rest":
            return ("change",)
        case "work":
            return _working(scene)
        case _:
            assert_never(kind)


def _working(scene: Scene) -> tuple[Chime, ...]:
    phase = scene.phase
    chimes: list[Chime] = []
    if scene.begins_count and scene.reps_left == 0 and scene.moment.of > 1:
        chimes.append("last")
    breath = _breath(scene)
    if breath is not None:
        chimes.append(breath)
    elif scene.begins_rep and phase.breath is None and not chimes:
        chimes.append("side" if phase.per_side else "rep")
    return tuple(chimes)


def _breath(scene: Scene) -> Chime | None:
    """The chime of a breath, once per breath, however many steps it lasts."""
    phase, before = scene.phase, scene.before
    if phase.breath is None:
        return None
    if before is not None and before.kind == "work" and before.breath == phase.breath:
        return None
    match phase.breath:
        case "in":
            return "inhale"
        case "hold":
            return None  # nothing sounds until the exhale
        case "out":
            return "exhale"
        case _:
            assert_never(phase.breath)
