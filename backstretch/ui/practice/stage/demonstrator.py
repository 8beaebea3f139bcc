"""The figure at a moment: its body, where it is seen from, and how strongly it glows."""

from dataclasses import replace
from math import sin, tau
from typing import assert_never

from backstretch.figure.arrows import arrows
from backstretch.figure.blend import body_at
from backstretch.figure.body import Body, Side
from backstretch.figure.drawing import Drawing, union
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place, Way
from backstretch.figure.outline.figure_drawing import draw_list, ghost_drawing
from backstretch.figure.poses import Poses
from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.practice.stage.facing import Mirror, camera_at, side_on_screen
from backstretch.ui.practice.stage.framing import (
    Room,
    Shot,
    between,
    fitted,
    sampled_bodies,
    shot_of,
    work_phases,
)

RISE = 0.03
"""If the head rises or sinks by more than this share of the body height, the phase goes up or
down."""
SWAY = 0.1
"""If the head leaves the middle by more than this, in body heights, the whole body sways."""
CAMERA_SECONDS = 2.5
BLINK_EVERY = 4.7
BLINK_SECONDS = 0.12
"""From open to shut, and again from shut to open."""
BREATH_STEPS = 32
"""A full breath moves the chest by less than a pixel per step, so parts that rest need not be drawn
again within one."""


class Demonstrator:
    """Holds poses, look and camera: the move's own view, turned and mirrored as the user wants."""

    def __init__(self, poses: Poses, look: Look) -> None:
        self.poses = poses
        self.look = look
        self.turned = 0.0
        self.mirror = Mirror()
        self._routine: Routine | None = None
        self._timeline: Timeline | None = None
        self.room = Room(1.0, 1.0)
        self._shots: dict[tuple[int, float, bool], Shot] = {}
        self._shapes: dict[tuple[str, str], Shape] = {}
        self._sways: dict[int, bool] = {}
        self._from: Shot | None = None
        self._shown: Shot | None = None
        self._index = -1
        self._leaving: Place | Motion | None = None
        self._hints: tuple[object, tuple[Drawing, Drawing]] | None = None
        self._passed: tuple[tuple[Way, str], tuple[Body, ...]] | None = None

    def show_timeline(self, routine: Routine, timeline: Timeline) -> None:
        self._routine, self._timeline = routine, timeline
        self._shots.clear()
        self._sways.clear()
        self._index = -1

    def stand_in(self, room: Room) -> None:
        """Sets the pixels that the figure may fill, and which of them are taken."""
        if room != self.room:
            self.room = room
            self._shots.clear()
            self._from = None

    def wear(self, look: Look) -> None:
        self.look = look
        self._shots.clear()

    def follow(self, moment: Moment) -> None:
        """Settles whether the figure is mirrored at the moment, before anything of it is shown."""
        self.mirror.follow(moment, self._seen_from(moment.phase.move)[0])

    def _seen_from(self, move: int) -> tuple[float, float]:
        """The yaw and the pitch from which a move is seen, turned as the user wants."""
        assert self._routine is not None and self._timeline is not None
        own = self._routine.move(work_phases(self._timeline, move)[0].move_id)
        return own.view.yaw + self.turned, own.view.pitch

    def shot(self, moment: Moment) -> Shot:
        """Where the camera is. Between two moves it travels with the figure; if another glide
        begins on the way, it starts from where it has got to."""
        if moment.index != self._index:
            jumped = self._index >= 0 and moment.index != self._index + 1
            moved = moment.phase.kind == "change" or jumped
            self._from = self._shown if moved else None
            self._index = moment.index
        elif self._glides_anew(moment):
            self._from = self._shown
        self._leaving = moment.motion.leaving
        aim = self.shot_for(moment.phase.move)
        if self._from is not None and moment.phase.kind == "change":
            aim = self._travelling(self._from, aim, moment)
        elif self._from is not None and moment.motion.leaving is not None:
            aim = between(self._from, aim, moment.motion.arrived)
        self._shown = aim
        return aim

    def _glides_anew(self, moment: Moment) -> bool:
        on_its_way = self._from is not None and moment.phase.kind != "change"
        return on_its_way and moment.motion.leaving not in (None, self._leaving)

    def _travelling(self, begin: Shot, end: Shot, moment: Moment) -> Shot:
        """A picture wide enough for the whole way of the figure."""
        seconds, length = moment.fraction * moment.phase.length, moment.phase.length
        camera = between(begin, end, ramp(seconds, 0.0, min(CAMERA_SECONDS, length / 2))).camera
        key = (moment.phase.way, self.look.name)
        if self._passed is None or self._passed[0] != key:
            self._passed = (key, sampled_bodies(self.poses, self.look, (moment.phase,)))
        passed = union(shot_of(camera, self._passed[1], self.look).box, end.box)
        wide = fitted(Shot(camera, passed), self._passed[1], self.room).box
        opening = between(begin, Shot(camera, wide), ramp(seconds, 0.0, min(0.8, length / 4)))
        closing = between(opening, end, ramp(seconds, 0.75 * length, length))
        return Shot(camera, closing.box)

    def shot_for(self, move: int) -> Shot:
        assert self._timeline is not None
        key = (move, self.turned, self.mirror.on)
        found = self._shots.get(key)
        if found is None:
            phases = work_phases(self._timeline, move)
            camera = camera_at(*self._seen_from(move), mirrored=self.mirror.on)
            if len(self._shots) > 64:
                self._shots.clear()
            bodies = sampled_bodies(self.poses, self.look, phases)
            found = fitted(shot_of(camera, bodies, self.look), bodies, self.room)
            self._shots[key] = found
        return found

    def drawing(
        self, motion: Motion, shot: Shot, phase: Phase, *, glow: bool = True, blinks: bool = True
    ) -> Drawing:
        breath = round(motion.fullness * BREATH_STEPS) / BREATH_STEPS
        body = body_at(self.poses, replace(motion, fullness=breath), self.look.build)
        strength = glow_at(phase, motion.place.fraction) if glow else 0.0
        second = phase.start + motion.place.fraction * phase.length
        eyes = eyes_at(second) if blinks else 1.0
        camera, look = shot.camera, self.look
        return draw_list(
            body, camera, look, phase.works, strength, eyes=eyes, lengthens=phase.lengthens
        )

    def hints(self, phase: Phase, shot: Shot) -> tuple[Drawing, Drawing]:
        """What explains a phase: behind the figure the silhouette of the pose it leads to, over it
        arrows along the way. Kept until other hints are asked for."""
        key = (phase.way, phase.pose, shot, self.look.name)
        if self._hints is None or self._hints[0] != key:
            stops = phase.way.stops
            aimed = next((stop.fraction for stop in stops if stop.pose == phase.pose), 1.0)
            bodies = [
                body_at(self.poses, Motion(Place(phase.way, aimed * part / 6)), self.look.build)
                for part in range(7)
            ]
            ghost = ghost_drawing(bodies[-1], shot.camera, self.look)
            self._hints = (key, (ghost, arrows(bodies, shot.camera)))
        return self._hints[1]

    def shape_of(self, phase: Phase) -> Shape:
        """The shape that stands for a phase: its side or breath, or whether the head rises, sinks
        or stays."""
        match phase.kind:
            case "rest":
                return "hold"
            case "lead-in" | "change":
                return "flow"
            case "work":
                return self._shape_of_work(phase)
            case _:
                assert_never(phase.kind)

    def _shape_of_work(self, phase: Phase) -> Shape:
        match phase.breath:
            case "in":
                return "up"
            case "hold":
                return "hold"
            case "out":
                return "down"
            case None:
                pass
            case _:
                assert_never(phase.breath)
        # Of a rep counted per side only the first step goes to that side; the others come back.
        if phase.side is not None and not (phase.per_side and phase.step > 0):
            return self._side_of(phase, phase.side)
        key = (phase.way.begins, phase.pose)
        if key not in self._shapes:
            self._shapes[key] = self._lean(phase)
        return self._shapes[key]

    def _side_of(self, phase: Phase, side: Side) -> Side:
        """Where on the screen the figure does what the phase does on the user's `side`."""
        if phase.move not in self._sways:
            assert self._timeline is not None
            bodies = sampled_bodies(self.poses, self.look, work_phases(self._timeline, phase.move))
            aside = (abs(body.head.at[1] - body.pelvis.at[1]) for body in bodies)
            self._sways[phase.move] = max(aside) > SWAY
        yaw, _ = self._seen_from(phase.move)
        sways = self._sways[phase.move]
        return side_on_screen(side, yaw, mirrored=self.mirror.on, sways=sways)

    def _lean(self, phase: Phase) -> Shape:
        if phase.way.begins == phase.pose:
            return "hold"
        heights = [
            body_at(self.poses, Motion(Place(phase.way, at)), self.look.build).head.at[2]
            for at in (0.0, 1.0)
        ]
        if abs(heights[1] - heights[0]) < RISE:
            return "flow"
        return "up" if heights[1] > heights[0] else "down"


def eyes_at(second: float) -> float:
    """How far open the eyes are at that second of the session, 0 to 1: they blink now and then."""
    shut = abs(second % BLINK_EVERY - BLINK_EVERY / 2) / BLINK_SECONDS
    # In few steps, as each draws the head anew.
    return min(1.0, round(shut * 4) / 4)


def glow_at(phase: Phase, fraction: float) -> float:
    """The strength of the glow, 0 to 1: swells and fades within a slow phase, constant in a quick
    one, 0 while getting into position."""
    if phase.kind != "work":
        return 0.0
    if phase.length < 1.5:
        return 0.6
    return 0.45 + 0.35 * sin(tau / 2 * min(1.0, max(0.0, fraction)))


def ramp(seconds: float, begin: float, end: float) -> float:
    """0 up to `begin`, 1 from `end` on, linear in between."""
    return min(1.0, max(0.0, (seconds - begin) / max(end - begin, 1e-6)))
