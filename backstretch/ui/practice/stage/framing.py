"""What the camera shows of a move: its side, and a box around all of its poses and the mat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from backstretch.figure.blend import body_at
from backstretch.figure.body import Body, Vector
from backstretch.figure.build import Build
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box, union
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place, Way
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.outline.view import view_of
from backstretch.figure.poses import Poses
from backstretch.figure.view_box import window_of
from backstretch.session.timeline import Phase, Timeline
from backstretch.ui.practice.stage.facing import camera_at, remade, yaw_of

HEAD = 0.1
"""How far head, hands and feet reach beyond their joints, in body heights."""
SAMPLES = (0.0, 0.33, 0.67, 1.0)


@dataclass(frozen=True, slots=True)
class Shot:
    """A camera and the part of its picture to be shown, in body heights."""

    camera: Camera
    box: Box


def sampled_bodies(poses: Poses, look: Look, phases: Iterable[Phase]) -> tuple[Body, ...]:
    """The bodies at several points of every way that the phases take."""
    return _sampled(poses, look.build, tuple(dict.fromkeys(phase.way for phase in phases)))


@lru_cache(maxsize=8)
def _sampled(poses: Poses, build: Build, ways: tuple[Way, ...]) -> tuple[Body, ...]:
    # Turning the camera or changing the pace leaves the ways as they are.
    return tuple(
        body_at(poses, Motion(Place(way, fraction)), build) for way in ways for fraction in SAMPLES
    )


def work_phases(timeline: Timeline, move: int) -> tuple[Phase, ...]:
    """The phases in which the move itself is done."""
    own = (phase for phase in timeline.phases if phase.move == move)
    return tuple(phase for phase in own if phase.kind == "work")


def shot_of(camera: Camera, bodies: Iterable[Body], look: Look) -> Shot:
    """The shot that holds all `bodies` and the mat."""
    return Shot(camera, union(window_of(bodies, camera, look), mat_drawing(camera).box))


@dataclass(frozen=True, slots=True)
class Room:
    """The pixels a figure may fill, `width` by `height`, and a rectangle in them (left, top, right,
    bottom) that is taken by something else; all 0 if none."""

    width: float
    height: float
    corner: Box = (0.0, 0.0, 0.0, 0.0)


MOST_SHRUNK = 1.9


def fitted(shot: Shot, bodies: Sequence[Body], room: Room) -> Shot:
    """The shot as large as the room allows, with the floor at the lower edge and no hand, head or
    foot in the taken rectangle. The figure shrinks to avoid it, but not below about half."""
    view = view_of(shot.camera)
    spots = [view.spot(place)[:2] for body in bodies for place in _high_places(body)]
    larger = 1.0
    box = _standing(shot.box, room, larger)
    while larger < MOST_SHRUNK and any(_taken(spot, box, room) for spot in spots):
        larger *= 1.04
        box = _standing(shot.box, room, larger)
    return Shot(shot.camera, box)


def _standing(box: Box, room: Room, larger: float) -> Box:
    """`box` widened to the proportions of the room and scaled by `larger`, with the floor kept."""
    left, bottom, right, top = box
    wide = max(right - left, (top - bottom) * room.width / max(room.height, 1.0)) * larger
    middle = (left + right) / 2
    tall = wide * room.height / max(room.width, 1.0)
    return (middle - wide / 2, bottom, middle + wide / 2, bottom + tall)


def _taken(spot: tuple[float, float], box: Box, room: Room) -> bool:
    pixels = room.width / (box[2] - box[0])
    x, y = (spot[0] - box[0]) * pixels, (box[3] - spot[1]) * pixels
    reach = HEAD * pixels
    left, top, right, bottom = room.corner
    return left - reach < x < right + reach and top - reach < y < bottom + reach


def _high_places(body: Body) -> tuple[Vector, ...]:
    return (body.head.at, body.left.wrist, body.right.wrist, body.left.ankle, body.right.ankle)


def between(one: Shot, other: Shot, part: float) -> Shot:
    """The camera on its way from `one` to `other`, `part` 0 to 1, with a gentle start and end. The
    figure is mirrored or not as in `other` from the first."""
    eased = part * part * (3 - 2 * part)
    mirrored = other.camera.mirrored
    if eased <= 0:
        return replace(one, camera=remade(one.camera, mirrored=mirrored))
    if eased >= 1:
        return other

    def mix(a: float, b: float) -> float:
        return a + (b - a) * eased

    begin, end = yaw_of(one.camera), yaw_of(other.camera)
    turn = (end - begin + 180) % 360 - 180
    pitch = mix(one.camera.pitch, other.camera.pitch)
    camera = camera_at(begin + turn * eased, pitch, mirrored=mirrored)
    left, bottom, right, top = (mix(a, b) for a, b in zip(one.box, other.box, strict=True))
    return Shot(camera, (left, bottom, right, top))
