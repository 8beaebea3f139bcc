"""Which chimes go with which phase. Pure. Breaths have two chimes of their own, so a rep of a
breath-led move gets no chime besides."""

from typing import assert_never

from backstretch.guide.scene import Scene
from backstretch.ports import BreathTone, Chime


def entering(scene: Scene, *, breath_sounds: bool = False) -> tuple[Chime, ...]:
    """The chimes for a phase that begins, or begins again after a pause. With `breath_sounds` a
    breath has a tone that lasts, and no chime besides."""
    kind = scene.phase.kind
    match kind:
        case "lead-in" | "change" | "rest":
            return ("change",)
        case "work":
            return _working(scene, breath_sounds)
        case _:
            assert_never(kind)


def breath(scene: Scene) -> tuple[BreathTone, float] | None:
    """The breath that begins with the phase, and how many seconds it lasts, over several steps if
    need be; None if none begins."""
    begins = _breath(scene) is not None
    if not begins or scene.phase.breath is None or scene.phase.breath == "hold":
        return None
    seconds = scene.moment.remaining
    for phase in scene.timeline.phases[scene.moment.index + 1 :]:
        if phase.kind != "work" or phase.breath != scene.phase.breath:
            break
        seconds += phase.length
    return scene.phase.breath, seconds


def _working(scene: Scene, breath_sounds: bool) -> tuple[Chime, ...]:
    phase = scene.phase
    chimes: list[Chime] = []
    if scene.begins_count and scene.reps_left == 0 and scene.moment.of > 1:
        chimes.append("last")
    if scene.move.pacing == "beat" and phase.side is not None:
        # Every kick is heard, and which leg it is: nobody looks at the screen then.
        return (*chimes, "tick-left" if phase.side == "left" else "tick-right")
    breathes = _breath(scene)
    if breathes is not None and not breath_sounds:
        chimes.append(breathes)
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
