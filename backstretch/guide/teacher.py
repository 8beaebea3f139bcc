"""Decides during a session which lines of form and which cautions are due."""

from collections.abc import Mapping
from typing import assert_never

from backstretch.guide import coaching, utterances
from backstretch.guide.coaching import NEW, Familiarity, Share
from backstretch.guide.scene import Scene
from backstretch.guide.utterances import Lesson, Seconds
from backstretch.routine.model import Coach, Move
from backstretch.session.timeline import Timeline
from backstretch.settings.preferences import Coaching

_BEAT_PAUSE = 2
"""In a beat, at most one line in so many reps: they are short."""


class Teacher:
    """Keeps what it has said in the session, so that a caution is told once and a line that was
    chosen stays chosen while nothing changes."""

    def __init__(self) -> None:
        self.coaching: Coaching = "as-i-learn"
        self._familiar: Mapping[str, Familiarity] = {}
        self._session = 0
        self._warned: set[str] = set()
        self._owed: list[str] = []
        self._planned: dict[int, str] = {}
        self._timeline: Timeline | None = None
        self._move_and_coaching: tuple[int, Coaching] | None = None
        self._last_line = ""

    def begin(self, familiar: Mapping[str, Familiarity], session: int) -> None:
        """A new session. `familiar` tells how well each move is known, by its id; `session` counts
        the sessions before it."""
        self._familiar, self._session = familiar, session
        self._warned.clear()
        self._owed.clear()
        self._timeline = None
        self._last_line = ""

    def lesson(self, scene: Scene, seconds: Seconds) -> Lesson:
        """What to add to the words of the phase of `scene`."""
        match scene.phase.kind:
            case "lead-in" | "change":
                return self._getting_in(scene)
            case "rest":
                cautions = tuple(self._caution(scene.routine.move(name)) for name in self._owed)
                following = scene.following
                coming = self._getting_in(following) if following is not None else None
                return Lesson(self._still(scene), cautions, coming)
            case "work":
                return Lesson(self._line(scene, seconds))
            case _:
                assert_never(scene.phase.kind)

    def heard(self, scene: Scene, said: str) -> None:
        """Notes whether the cautions that were due with `scene` were part of what was said; the
        others are owed, and told in the next rest."""
        if scene.phase.kind == "work":
            return
        move = scene.move
        self._owed = [
            name for name in self._owed if self._caution(scene.routine.move(name)) not in said
        ]
        if scene.phase.kind == "rest" or move.id in self._warned or not move.caution:
            return
        self._warned.add(move.id)
        if self._caution(move) not in said:
            self._owed.append(move.id)

    def _getting_in(self, scene: Scene) -> Lesson:
        move = scene.move
        due = move.caution and move.id not in self._warned
        return Lesson(self._still(scene), (self._caution(move),) if due else ())

    def _caution(self, move: Move) -> str:
        """The whole caution, or in a few words for those who know the move."""
        known = self._familiar.get(move.id, NEW).share != "full"
        return move.caution_short if known and move.caution_short else move.caution

    def _share(self, move: Move) -> Share:
        match self.coaching:
            case "as-i-learn":
                return self._familiar.get(move.id, NEW).share
            case "always":
                return "full"
            case "never":
                return "none"
            case _:
                assert_never(self.coaching)

    def _still(self, scene: Scene) -> str:
        line = coaching.still(scene.phase.coach, self._share(scene.move), self._session)
        return line.text if line is not None else ""

    def _line(self, scene: Scene, seconds: Seconds) -> str:
        wanted = (scene.phase.move, self.coaching)
        if scene.timeline is not self._timeline or wanted != self._move_and_coaching:
            self._timeline, self._move_and_coaching = scene.timeline, wanted
            self._planned = self._plan(scene, seconds)
        line = self._planned.get(scene.moment.index, "")
        if line == self._last_line:
            return ""  # planned anew in mid-move, and it was said a moment ago
        self._last_line = line or self._last_line
        return line

    def _plan(self, scene: Scene, seconds: Seconds) -> dict[int, str]:
        """The lines of the current move, by index in the timeline."""
        places = [
            index
            for index, phase in enumerate(scene.timeline.phases)
            if phase.move == scene.phase.move and phase.kind == "work"
        ]
        phases = [scene.timeline.phases[index] for index in places]

        def fits(place: int, line: Coach) -> bool:
            return utterances.fits(scene.at(places[place]), line.text, seconds)

        pause = _BEAT_PAUSE if scene.move.pacing == "beat" else 1
        chosen = coaching.planned(phases, self._share(scene.move), self._session, pause, fits)
        return {places[place]: line.text for place, line in chosen.items()}
