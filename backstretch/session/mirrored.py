"""Swaps left and right in the words of a timeline, to match a mirrored figure."""

from dataclasses import replace

from backstretch.figure.body import Side
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline

OTHER: dict[Side, Side] = {"left": "right", "right": "left"}
_Place = tuple[int, int | None, Side, int]
_Step = tuple[int, Side, str]


def mirrored(timeline: Timeline) -> Timeline:
    """Returns the timeline with the words of each sided phase taken from its counterpart on the
    other side; a phase without a counterpart keeps its own. Way and time stay: it is the camera
    that flips the picture."""
    pairs = _counterparts(timeline)
    two_sided = {move for move, _, _ in pairs}
    phases = []
    for phase in timeline.phases:
        side = phase.side
        other = pairs.get((phase.move, side, phase.name)) if side else None
        if other:
            phases.append(_worded(phase, other))
        elif side and phase.move in two_sided:
            phases.append(replace(phase, side=OTHER[side]))
        else:
            phases.append(phase)
    return replace(timeline, phases=tuple(phases))


def _counterparts(timeline: Timeline) -> dict[_Step, Phase]:
    """The other side's step for each sided step, by move, side and name.

    Only pairs that hold in both directions: where the last rep ends differently, its last step is
    paired with a step that has another counterpart in the earlier reps.
    """
    by_place = {_place(timeline, i): p for i, p in enumerate(timeline.phases) if p.side}
    found: dict[_Step, Phase] = {}
    for (move, rep, side, nth), phase in by_place.items():
        other = by_place.get((move, rep, OTHER[side], nth))
        if other:
            found.setdefault((move, side, phase.name), other)
    return {
        (move, side, name): other
        for (move, side, name), other in found.items()
        if found[other.move, OTHER[side], other.name].name == name
    }


def mirrored_moment(moment: Moment, swapped: Timeline) -> Moment:
    """Returns the moment with its phase taken from `swapped`, the `mirrored` timeline."""
    return replace(moment, phase=swapped.phases[moment.index])


def _place(timeline: Timeline, index: int) -> _Place:
    """The phase's move, rep and side, and the number of phases of that rep and side before it."""
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
