"""Where the session is and what lies around it: all that is needed to decide what is said. Pure."""

from dataclasses import dataclass, replace

from backstretch.routine.model import Move, Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline


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
        """The phase that lies before this one in the plan."""
        index = self.moment.index
        return self.timeline.phases[index - 1] if index else None

    @property
    def following(self) -> "Scene | None":
        """The scene at the beginning of the phase that lies after this one in the plan."""
        index = self.moment.index + 1
        if index >= len(self.timeline.phases):
            return None
        phase = self.timeline.phases[index]
        moment = replace(
            self.moment, phase=phase, index=index, fraction=0.0, remaining=phase.length
        )
        return replace(self, moment=moment)

    @property
    def is_beat(self) -> bool:
        """Too fast for words: only the reps are counted."""
        return self.phase.kind == "work" and self.move.pacing == "beat"

    @property
    def begins_rep(self) -> bool:
        return self.phase.rep is not None and self.phase.step == 0

    @property
    def begins_count(self) -> bool:
        """Whether the count drawn goes up here: at the first side, where counted per side."""
        before = self.before
        if not self.begins_rep or before is None:
            return self.begins_rep
        return (before.move, before.rep) != (self.phase.move, self.phase.rep)

    @property
    def reps_left(self) -> int:
        """Reps (of a side, where counted per side) after the one under way."""
        return self.moment.of - self.moment.count

    @property
    def room(self) -> float:
        """Seconds until the phase is over; in a beat, until the rep is."""
        room = self.moment.remaining
        if not self.is_beat:
            return room
        for phase in self.timeline.phases[self.moment.index + 1 :]:
            if (phase.move, phase.rep) != (self.phase.move, self.phase.rep):
                break
            room += phase.length
        return room

    @property
    def has_words_of_its_own(self) -> bool:
        """Whether the routine says something else here than in the first rep."""
        phase = self.phase
        for other in self.timeline.phases:
            same = (other.move, other.side_counted, other.step, other.rep)
            if other.kind == "work" and same == (phase.move, phase.side_counted, phase.step, 1):
                return (other.say, other.short) != (phase.say, phase.short)
        return False
