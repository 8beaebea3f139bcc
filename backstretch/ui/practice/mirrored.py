"""Left and right swapped in words, to go with a mirrored figure."""

from dataclasses import replace

from backstretch.figure.body import Side
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline

OTHER: dict[Side, Side] = {"left": "right", "right": "left"}
_Place = tuple[int, int | None, Side, int]


def mirrored(timeline: Timeline) -> Timeline:
    """The timetable with the words of each sided phase taken from its counterpart on the other
    side; way and time stay, as the camera flips the picture. A phase without one stays as it is."""
    by_place = {_place(timeline, i): p for i, p in enumerate(timeline.phases) if p.side}
    phases = []
    for index, phase in enumerate(timeline.phases):
        other = None
        if phase.side:
            move, rep, side, nth = _place(timeline, index)
            other = by_place.get((move, rep, OTHER[side], nth))
        phases.append(_worded(phase, other) if other else phase)
    return replace(timeline, phases=tuple(phases))


def mirrored_moment(moment: Moment, swapped: Timeline) -> Moment:
    return replace(moment, phase=swapped.phases[moment.index])


def _place(timeline: Timeline, index: int) -> _Place:
    """Move, rep, side and how many phases of that rep and side come before."""
    phase = timeline.phases[index]
    assert phase.side is not None
    nth = 0
    for before in reversed(timeline.phases[:index]):
        if (before.move, before.rep, before.kind) != (phase.move, phase.rep, phase.kind):
            break
        nth += before.side == phase.side
    return phase.move, phase.rep, phase.side, nth


def _worded(phase: Phase, other: Phase) -> Phase:
    return replace(
        phase,
        name=other.name,
        title=other.title,
        cue=other.cue,
        short=other.short,
        say=other.say,
        side=other.side,
    )
