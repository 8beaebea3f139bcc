"""What the camera shows of a move: its side, and a picture as large as its poses allow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from backstretch.figure.blend import body_at
from backstretch.figure.body import Body
from backstretch.figure.build import Build
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place, Way
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.poses import Poses
from backstretch.figure.view_box import Disc, box_round, discs_of
from backstretch.session.timeline import Phase, Timeline
from backstretch.ui.practice.stage.facing import camera_at, remade, yaw_of

SAMPLES = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0)
LEAST_PART = 0.5
"""A figure that has to make way for words becomes no smaller than this part of its room."""
LIFT = 0.45
"""Where width decides, so much of the free height stays below the figure."""
_STEPS = 20
_STRIPS = 48
_Rim = tuple[tuple[Disc, ...], tuple[Box, ...]]
"""The discs that reach farthest, and what they must not touch."""
_SHIFTS = (0.0, -0.12, 0.12, -0.25, 0.25, -0.4, 0.4)


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


def framed_phases(timeline: Timeline, move: int) -> tuple[Phase, ...]:
    """The phases that one picture has to hold: the move from where it begins to its rest. The
    change that leads there goes through a picture of its own."""
    own = [p for p in timeline.phases if p.move == move and p.kind != "change"]
    # What grows from rep to rep has its least in the first ones and its most in the last.
    outer = {None, 1, 2, max((p.rep for p in own if p.rep is not None), default=None)}
    return tuple(phase for phase in own if phase.rep in outer)


@dataclass(frozen=True, slots=True)
class Room:
    """The pixels a figure may fill, `width` by `height`. `taken` are rectangles in them (left, top,
    right, bottom) that belong to something else, `taken_before` those that are needed only while
    one gets into position. `air` is kept free along the edges. With `floored` the near edge of the
    mat is within the room as well, as something stands below it; its ends may always lie beyond the
    edges."""

    width: float
    height: float
    taken: tuple[Box, ...] = ()
    taken_before: tuple[Box, ...] = ()
    air: float = 0.0
    floored: bool = True


def fitted(
    camera: Camera, bodies: Sequence[Body], look: Look, room: Room, ready: Sequence[Body] = ()
) -> Shot:
    """The largest picture of the figure in all of `bodies`, clear of what is taken; `ready` are
    those in which it gets into position. It stands in the middle if it can, and shrinks to half
    before it would touch anything."""
    discs = discs_of(bodies, camera, look)
    left, bottom, right, top = box_round(discs)
    if room.floored:
        bottom = min(bottom, mat_drawing(camera).box[1])
    rims = (
        (_rim(discs), room.taken),
        (_rim(discs_of(ready, camera, look)), room.taken_before),
    )
    wide = max(room.width - 2 * room.air, 1.0)
    tall = max(room.height - 2 * room.air, 1.0)
    most = min(wide / (right - left), tall / (top - bottom))
    for step in range(_STEPS + 1):
        scale = most * (1 - step * LEAST_PART / _STEPS)
        free = wide - (right - left) * scale
        for shift in _SHIFTS:
            x = room.air + free * (0.5 + shift) - left * scale
            y = room.height - room.air + bottom * scale
            if step == _STEPS or not _touches(rims, scale, x, y):
                rise = _rise(rims, scale, x, y, tall - (top - bottom) * scale)
                return Shot(camera, _window(room, scale, x, y - rise))
    raise AssertionError("the last step takes any place")


def _rise(rims: Sequence[_Rim], scale: float, x: float, y: float, spare: float) -> float:
    """How far above the lower edge the figure stands, of `spare` pixels that are free above it."""
    for part in (LIFT, LIFT / 2):
        if not _touches(rims, scale, x, y - part * spare):
            return part * spare
    return 0.0


def _rim(discs: Sequence[Disc]) -> tuple[Disc, ...]:
    """Of the discs those that reach highest or lowest, in each of some strips."""
    if not discs:
        return ()
    left, _, right, _ = box_round(discs)
    highest: dict[int, Disc] = {}
    lowest: dict[int, Disc] = {}
    for disc in discs:
        x, y, r = disc
        strip = int((x - left) / max(right - left, 1e-6) * _STRIPS)
        if strip not in highest or y + r > highest[strip][1] + highest[strip][2]:
            highest[strip] = disc
        if strip not in lowest or y - r < lowest[strip][1] - lowest[strip][2]:
            lowest[strip] = disc
    return (*highest.values(), *lowest.values())


def _touches(rims: Sequence[_Rim], scale: float, x: float, y: float) -> bool:
    """True if the figure reaches into something taken; the picture's origin is at (x, y)."""
    for discs, taken in rims:
        for left, top, right, bottom in taken:
            for across, up, radius in discs:
                reach = radius * scale
                px, py = x + across * scale, y - up * scale
                if left - reach < px < right + reach and top - reach < py < bottom + reach:
                    return True
    return False


def _window(room: Room, scale: float, x: float, y: float) -> Box:
    """What the room shows of the picture, in body heights, with its origin at (x, y)."""
    return (-x / scale, (y - room.height) / scale, (room.width - x) / scale, y / scale)


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
