"""What the camera shows of a move: its side, and a box that holds every pose of it and the mat."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from backstretch.figure.blend import body_at
from backstretch.figure.body import Body
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box, union
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.poses import Poses
from backstretch.figure.window import window_of
from backstretch.session.timeline import Phase, Timeline

SAMPLES = (0.0, 0.33, 0.67, 1.0)


@dataclass(frozen=True, slots=True)
class Shot:
    """A camera and the part of its picture to be shown, in body heights."""

    camera: Camera
    box: Box


def sampled_bodies(poses: Poses, look: Look, phases: Iterable[Phase]) -> tuple[Body, ...]:
    """Bodies on every way that the phases take."""
    return tuple(
        body_at(poses, Motion(Place(way, fraction)), look.build)
        for way in dict.fromkeys(phase.way for phase in phases)
        for fraction in SAMPLES
    )


def work_phases(timeline: Timeline, move: int) -> tuple[Phase, ...]:
    """The phases in which the move itself is done."""
    own = (phase for phase in timeline.phases if phase.move == move)
    return tuple(phase for phase in own if phase.kind == "work")


def shot_of(camera: Camera, bodies: Iterable[Body], look: Look) -> Shot:
    """The picture that holds all `bodies` and the mat."""
    return Shot(camera, union(window_of(bodies, camera, look), mat_drawing(camera).box))


def between(one: Shot, other: Shot, part: float) -> Shot:
    """The camera on its way from `one` to `other`, 0..1, starting and arriving gently."""
    eased = part * part * (3 - 2 * part)
    if eased <= 0:
        return replace(one, camera=replace(one.camera, mirrored=other.camera.mirrored))
    if eased >= 1:
        return other

    def mix(a: float, b: float) -> float:
        return a + (b - a) * eased

    turn = (other.camera.yaw - one.camera.yaw + 180) % 360 - 180
    camera = Camera(
        one.camera.yaw + turn * eased,
        mix(one.camera.pitch, other.camera.pitch),
        other.camera.mirrored,
    )
    left, bottom, right, top = (mix(a, b) for a, b in zip(one.box, other.box, strict=True))
    return Shot(camera, (left, bottom, right, top))
