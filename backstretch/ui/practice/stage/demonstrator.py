"""The figure at a moment: its body, where it is seen from, and how strongly it glows."""

from dataclasses import replace
from math import sin, tau
from typing import assert_never

from backstretch.figure.arrows import arrows
from backstretch.figure.blend import body_at
from backstretch.figure.body import Side
from backstretch.figure.drawing import Drawing
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place
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
    framed_phases,
    sampled_bodies,
    work_phases,
)

RISE = 0.03
"""If the head rises or sinks by more than this share of the body height, the phase goes up or
down."""
SWAY = 0.1
"""If the head leaves the middle by more than this, in body heights, the whole body sways."""
CAMERA_SECONDS = 2.5
CLOSING_SECONDS = 2.0
EASE_SECONDS = 0.8
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
        self._ready: tuple[object, Shot] | None = None
        self._easing: Shot | None = None
        self._is_cut_short = False
        self._since = 0.0
        self._passed: tuple[object, tuple[Shot, Shot]] | None = None

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
            if moved or self._is_cut_short:
                self._easing = None if moved else self._shown
                self._since = moment.elapsed
            self._index = moment.index
        elif self._glides_anew(moment):
            self._from = self._shown
        self._leaving = moment.motion.leaving
        getting_ready = moment.phase.kind in ("lead-in", "change")
        self._is_cut_short = getting_ready and _nearly_over(moment) < 0.97
        self._shown = self._aimed(moment)
        return self._shown

    def _aimed(self, moment: Moment) -> Shot:
        aim = self.shot_for(moment.phase.move)
        if moment.phase.kind == "change" and self._from is not None:
            return self._travelling(self._from, aim, moment)
        if moment.phase.kind in ("lead-in", "change"):
            return between(self._ready_shot(moment.phase.move), aim, _nearly_over(moment))
        if self._from is not None and moment.motion.leaving is not None:
            return between(self._from, aim, moment.motion.arrived)
        if self._easing is not None:
            return between(self._easing, aim, ramp(moment.elapsed - self._since, 0.0, EASE_SECONDS))
        return aim

    def _glides_anew(self, moment: Moment) -> bool:
        on_its_way = self._from is not None and moment.phase.kind != "change"
        return on_its_way and moment.motion.leaving not in (None, self._leaving)

    def _travelling(self, begin: Shot, end: Shot, moment: Moment) -> Shot:
        """A picture wide enough for the whole way of the figure, and no larger than the one of the
        move that it leads to."""
        assert self._timeline is not None
        seconds, length = moment.fraction * moment.phase.length, moment.phase.length
        key = (moment.phase.way, begin.camera, end.camera, self.look.name, self.room)
        if self._passed is None or self._passed[0] != key:
            passed = sampled_bodies(self.poses, self.look, (moment.phase,))
            then = framed_phases(self._timeline, moment.phase.move)
            bodies = (*passed, *sampled_bodies(self.poses, self.look, then))
            shots = [fitted(s.camera, bodies, self.look, self.room, passed) for s in (begin, end)]
            self._passed = (key, (shots[0], shots[1]))
        opened, closed = self._passed[1]
        opening = between(begin, opened, ramp(seconds, 0.0, min(0.8, length / 4)))
        closing = between(closed, end, _nearly_over(moment))
        return between(opening, closing, ramp(seconds, 0.0, min(CAMERA_SECONDS, length / 2)))

    def shot_for(self, move: int) -> Shot:
        assert self._timeline is not None
        key = (move, self.turned, self.mirror.on)
        found = self._shots.get(key)
        if found is None:
            camera = camera_at(*self._seen_from(move), mirrored=self.mirror.on)
            if len(self._shots) > 64:
                self._shots.clear()
            bodies = sampled_bodies(self.poses, self.look, framed_phases(self._timeline, move))
            found = self._shots[key] = fitted(camera, bodies, self.look, self.room)
        return found

    def _ready_shot(self, move: int) -> Shot:
        """The move's picture while one gets into position, and more is written around it."""
        assert self._timeline is not None
        aim = self.shot_for(move)
        if self._ready is None or self._ready[0] != (aim, self.room):
            bodies = sampled_bodies(self.poses, self.look, framed_phases(self._timeline, move))
            # The first of them is how the figure stands ready.
            shot = fitted(aim.camera, bodies, self.look, self.room, bodies[:1])
            self._ready = ((aim, self.room), shot)
        return self._ready[1]

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


def _nearly_over(moment: Moment) -> float:
    """0 until the last seconds of the moment's phase, then up to 1."""
    length = moment.phase.length
    return ramp(moment.fraction * length, length - min(CLOSING_SECONDS, length / 4), length)


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
