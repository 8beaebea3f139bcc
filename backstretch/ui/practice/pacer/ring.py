"""The pacer's ring in numbers: which arcs stand for which phases, and how full they are."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi
from typing import assert_never

from backstretch.figure.body import Side
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline


@dataclass(frozen=True, slots=True)
class Arc:
    """A stretch of the ring, 0 to 1 clockwise from the top, of which the share `filled` is done."""

    begin: float
    end: float
    filled: float


@dataclass(frozen=True, slots=True)
class Ring:
    """`swell` is the size of the disc inside, 0 (breathed out) to 1 (breathed in). A rep of two
    sides fills the half of the ring on which the figure moves: `towards` is where it begins. None
    for any other, which fills as one reads."""

    arcs: tuple[Arc, ...]
    swell: float
    towards: Side | None = None


def ring_at(timeline: Timeline, moment: Moment, shape_of: Callable[[Phase], object]) -> Ring:
    """One turn of the ring is one rep, with an arc for each phase. In a lead-in, change, rest or
    opening breath the turn is that phase alone. `shape_of` returns the sign of a phase."""
    phases = rep_phases(timeline, moment.index)
    return Ring(_arcs(phases, moment), _swell(moment), _towards(phases, shape_of))


def _towards(phases: tuple[Phase, ...], shape_of: Callable[[Phase], object]) -> Side | None:
    if len({phase.side for phase in phases} - {None}) < 2:
        return None
    match shape_of(next(phase for phase in phases if phase.side)):
        case "left":
            return "left"
        case "right":
            return "right"
        case _:
            return None


def rep_phases(timeline: Timeline, index: int) -> tuple[Phase, ...]:
    """The phases of the rep (of both sides) that phase `index` belongs to; outside of reps only
    that phase."""
    phases = timeline.phases
    here = phases[index]
    if here.kind != "work" or here.rep is None:
        return (here,)
    begin = end = index
    while begin > 0 and _same_rep(phases[begin - 1], here):
        begin -= 1
    while end + 1 < len(phases) and _same_rep(phases[end + 1], here):
        end += 1
    return phases[begin : end + 1]


def _same_rep(phase: Phase, here: Phase) -> bool:
    return (phase.kind, phase.move, phase.rep) == ("work", here.move, here.rep)


def _arcs(phases: tuple[Phase, ...], moment: Moment) -> tuple[Arc, ...]:
    whole = sum(phase.length for phase in phases) or 1.0
    arcs, begin = [], 0.0
    for phase in phases:
        end = begin + phase.length / whole
        if phase.start == moment.phase.start:
            filled = moment.fraction
        else:
            filled = 1.0 if phase.start < moment.phase.start else 0.0
        arcs.append(Arc(begin, end, filled))
        begin = end
    return tuple(arcs)


def _swell(moment: Moment) -> float:
    eased = (1 - cos(pi * min(1.0, max(0.0, moment.fraction)))) / 2
    match moment.phase.breath:
        case "in":
            return eased
        case "hold":
            return 1.0
        case "out":
            return 1 - eased
        case None:
            return 0.5
        case _:
            assert_never(moment.phase.breath)
