"""Where the session is, with what lies before and after: all that decides what is said. Pure."""

from dataclasses import dataclass, replace

from backstretch.routine.model import Move, Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline

_FAMILIAR_AFTER = 2


@dataclass(frozen=True, slots=True)
class Scene:
    moment: Moment
    timeline: Timeline
    routine: Routine

    @property
    def phase(self) -> Phase:
        return self.moment.phase

    @property
    def move(self) -> Move:
        return self.routine.move(self.phase.move_id)

    @property
    def before(self) -> Phase | None:
        """The phase before this one in the timeline; None at the first."""
        index = self.moment.index
        return self.timeline.phases[index - 1] if index else None

    @property
    def following(self) -> "Scene | None":
        """The scene at the start of the next phase in the timeline; None at the last."""
        index = self.moment.index + 1
        return self.at(index) if index < len(self.timeline.phases) else None

    def at(self, index: int) -> "Scene":
        """The scene at the start of the phase at `index` of the timeline. The dose is that of the
        current move."""
        phase = self.timeline.phases[index]
        moment = replace(
            self.moment,
            phase=phase,
            index=index,
            fraction=0.0,
            remaining=phase.length,
            count=phase.rep or 0,
        )
        return replace(self, moment=moment)

    @property
    def is_beat(self) -> bool:
        """True if the phases are too fast for words, so that only reps are counted aloud. What
        opens such a move is slower."""
        return self.phase.rep is not None and self.move.pacing == "beat"

    @property
    def begins_rep(self) -> bool:
        return self.phase.rep is not None and self.phase.step == 0

    @property
    def begins_count(self) -> bool:
        """True if the count on the screen goes up here: at the first side if counted per side."""
        before = self.before
        if not self.begins_rep or before is None:
            return self.begins_rep
        return (before.move, before.rep) != (self.phase.move, self.phase.rep)

    @property
    def dose(self) -> int:
        """How often the move of this phase is done; on each side if counted per side."""
        mine = self.phase.move
        return max(phase.rep or 0 for phase in self.timeline.phases if phase.move == mine)

    @property
    def reps_left(self) -> int:
        """Reps after the current one; of a side if counted per side."""
        return self.moment.of - self.moment.count

    @property
    def room(self) -> float:
        """Seconds until the phase ends; in a beat, until the rep ends."""
        room = self.moment.remaining
        if not self.is_beat:
            return room
        for phase in self.timeline.phases[self.moment.index + 1 :]:
            if (phase.move, phase.rep) != (self.phase.move, self.phase.rep):
                break
            room += phase.length
        return room

    @property
    def must_be_told(self) -> bool:
        """True if somebody who only listens needs the phase's own words to know what to do. Other
        words, which repeat a steady rhythm, may give way to a line that began before."""
        phase, before = self.phase, self.before
        if phase.kind != "work" or phase.rep in (None, 1) or before is None or self.begins_count:
            return True
        one_at_a_time = self.move.pacing == "reps"
        new_breath = phase.breath not in (None, before.breath)
        new_side = phase.side not in (None, before.side)
        unseen = phase.gaze != "screen"
        return one_at_a_time or new_breath or new_side or unseen or not self._is_familiar

    @property
    def _is_familiar(self) -> bool:
        """True if the same words were due twice before in this move."""
        phase = self.phase
        return (
            sum(
                (other.move, other.kind, other.short) == (phase.move, "work", phase.short)
                for other in self.timeline.phases[: self.moment.index]
            )
            >= _FAMILIAR_AFTER
        )

    @property
    def run(self) -> float:
        """Seconds until the next phase that must be told; in a beat, until the rep ends."""
        if self.is_beat:
            return self.room
        seconds = self.moment.remaining
        for index in range(self.moment.index + 1, len(self.timeline.phases)):
            if self.at(index).must_be_told:
                break
            seconds += self.timeline.phases[index].length
        return seconds

    @property
    def has_words_of_its_own(self) -> bool:
        """True if the routine has other words here than in the first rep."""
        phase = self.phase
        for other in self.timeline.phases:
            same = (other.move, other.side_counted, other.step, other.rep)
            if other.kind == "work" and same == (phase.move, phase.side_counted, phase.step, 1):
                return (other.say, other.short) != (phase.say, phase.short)
        return False
