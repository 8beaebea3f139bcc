"""Leads a session by ear: follows the driver, speaks and plays the chimes."""

from collections.abc import Callable, Mapping
from typing import assert_never

from PySide6.QtCore import QObject

from backstretch.guide import spoken_words, tones, utterances
from backstretch.guide.coaching import Familiarity
from backstretch.guide.scene import Scene
from backstretch.guide.teacher import Teacher
from backstretch.ports import Chime, Chimes, Level, Utterance, Voice
from backstretch.routine.model import Routine
from backstretch.session.happenings import (
    Began,
    Ended,
    Happening,
    MoveEntered,
    MoveLeft,
    Paused,
    PhaseEntered,
    RepDone,
    RepDropped,
    Replanned,
    Resumed,
)
from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.settings.preferences import Coaching

_LATEST_WAKE_SECONDS = 1.05
"""The most that can be left of a phase at the last moment before it ends: the driver wakes at least
once a second."""


class Narrator(QObject):
    """`seconds(text, rate)` estimates how long a text takes to say.

    Tell it of a new session with `begin`. Then feed it what the driver emits: `take_session`
    whenever the routine or the timeline changes, `take_happening` for each happening, then
    `take_moment`.
    """

    def __init__(
        self,
        voice: Voice,
        chimes: Chimes,
        seconds: Callable[[str, float], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._chimes = chimes
        self._estimate = seconds
        self._level: Level = "full"
        self._rate = 1.0
        self._routine: Routine | None = None
        self._timeline: Timeline | None = None
        self._happenings: list[Happening] = []
        self._before: Moment | None = None
        self._told_early: int | None = None
        self._told_ready: int | None = None
        self._speaks_until = 0.0
        self._teacher = Teacher()
        self.breath_sounds = False
        """True if each breath has a tone as long as itself."""

    def choose(self, level: Level, rate: float, coaching: Coaching = "as-i-learn") -> None:
        """Sets how much is said, how fast (1 is ordinary speech), and whether form is taught."""
        if level != self._level:
            self._voice.hush()
        self._level, self._rate = level, rate
        self._teacher.coaching = coaching

    def begin(self, familiar: Mapping[str, Familiarity], session: int) -> None:
        """A new session. `familiar` tells how well each move is known, by its id; `session` counts
        the sessions before it."""
        self._teacher.begin(familiar, session)

    def take_session(self, routine: Routine, timeline: Timeline) -> None:
        if routine is not self._routine:
            self._before = None
        self._routine, self._timeline = routine, timeline

    def take_happening(self, happening: Happening) -> None:
        self._happenings.append(happening)

    def take_moment(self, moment: Moment) -> None:
        happenings, self._happenings = self._happenings, []
        before, self._before = self._before, moment
        if self._routine is None or self._timeline is None:
            return
        scene = Scene(moment, self._timeline, self._routine)
        for happening in happenings:
            match happening:
                case Ended(finished=finished):
                    self._end(finished)
                    return
                case Paused():
                    self._told_early = None
                    self._voice.hush()
                    if not moment.ending:
                        self._say(utterances.pausing(self._level))
                case Resumed():
                    self._voice.hush()
                    self._say(utterances.going_on(scene, self._level))
                case Began() | MoveEntered() | PhaseEntered() | MoveLeft() | Replanned():
                    pass  # heard through the phase that begins
                case RepDone() | RepDropped():
                    pass  # the count is spoken as a rep begins
                case _:
                    assert_never(happening)
        self._lead(scene, before, happenings)

    def tell_level(self) -> None:
        """Says the level just chosen, even "silent", so that the user knows why it is quiet."""
        self._voice.hush()
        self._voice.say(Utterance(spoken_words.level(self._level), 4.0, utterances.STEERING))

    def check_sound(self) -> None:
        """Speaks a sample sentence at the chosen speed."""
        self._voice.hush()
        self._voice.say(Utterance(spoken_words.sound_check(), 10.0, utterances.STEERING))

    def _lead(self, scene: Scene, before: Moment | None, happenings: list[Happening]) -> None:
        now = scene.moment
        if now.status != "playing":
            return
        if now.reentry > 0:
            if before is not None and before.reentry > 0:
                self._say(utterances.counting_down(before.reentry, now.reentry, self._level))
            return
        entered = any(isinstance(happening, PhaseEntered) for happening in happenings)
        came_back = before is not None and (before.reentry > 0 or before.status == "paused")
        if entered or came_back:
            self._enter(scene, before)
        elif self._told_early is None and scene.phase.kind == "rest":
            self._tell_early(scene)
        elif self._told_ready != now.index and now.remaining <= utterances.READY_SECONDS:
            self._told_ready = now.index
            self._say(utterances.getting_ready(scene, self._level))
        elif before is not None and now.waiting and not before.waiting:
            self._say(utterances.waiting(self._level))
        elif before is not None and now.gentler != before.gentler:
            self._voice.hush()
            self._say(utterances.turning_gentler(scene, self._level, self._seconds))

    def _enter(self, scene: Scene, before: Moment | None) -> None:
        follows = before is None or _follows(before, scene.moment)
        told, self._told_early = self._told_early, None
        self._told_ready = None
        if not follows:
            self._voice.hush()
        if not follows or (told != scene.moment.index and not self._gives_way(scene)):
            self._teach(scene)
        for chime in tones.entering(scene, breath_sounds=self.breath_sounds):
            self._sound(chime)
        breath = tones.breath(scene)
        if self.breath_sounds and breath is not None:
            self._chimes.breathe(*breath)

    def _teach(self, scene: Scene) -> None:
        lesson = self._teacher.lesson(scene, self._seconds)
        utterance = utterances.entering(scene, self._level, self._seconds, lesson)
        self._teacher.heard(scene, utterance.text if utterance is not None else "")
        self._say(utterance)
        words = self._seconds(utterance.text) if utterance is not None else 0.0
        self._speaks_until = scene.moment.elapsed + words

    def _gives_way(self, scene: Scene) -> bool:
        """True if a line that began in an earlier phase is still being said, and the phase's own
        words may be left out."""
        return not scene.must_be_told and scene.moment.elapsed < self._speaks_until

    def _tell_early(self, scene: Scene) -> None:
        lesson = self._teacher.lesson(scene, self._seconds)
        utterance = utterances.before_its_time(scene, self._level, self._seconds, lesson)
        coming = scene.following
        if utterance is not None and coming is not None:
            self._told_early = scene.moment.index + 1
            self._teacher.heard(coming, utterance.text)
            self._say(utterance)

    def _end(self, finished: bool) -> None:
        self._voice.hush()
        self._before = None
        if finished:
            self._say(utterances.finishing(self._level))
            self._sound("finish")

    def _say(self, utterance: Utterance | None) -> None:
        if utterance is not None:
            self._voice.say(utterance)

    def _sound(self, chime: Chime) -> None:
        self._chimes.play(chime)

    def _seconds(self, text: str) -> float:
        return self._estimate(text, self._rate)


def _follows(before: Moment, now: Moment) -> bool:
    """True if the phase began in its own time, so that everything said before it is over."""
    if now.index == before.index:
        return before.status == "playing" and before.reentry > 0
    return now.index == before.index + 1 and before.remaining <= _LATEST_WAKE_SECONDS
