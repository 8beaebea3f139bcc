"""Lays a routine out in time, as the user chose: a Timeline.

The figure's way through a phase begins where the former one ended, so that the picture is
continuous whatever the order of the moves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from backstretch.figure.motion import Stop, Way
from backstretch.routine.model import Move, Routine, Step
from backstretch.session.plan import Choice, Plan, pace_of
from backstretch.session.timeline import Kind, Phase, Timeline

TRAVEL_SHARE = 0.7
"""In a long phase the figure goes at an easy pace and is there well before the end."""


class Ways(Protocol):
    """Knows how to get from pose to pose (`figure.poses.Poses`)."""

    def way(self, begin: str, end: str) -> Way: ...

    def seconds(self, begin: str, end: str) -> float:
        """How long that way takes at an easy pace."""
        ...


@dataclass(slots=True)
class _Pen:
    """Where the layout has come to: the time, and the pose the figure is in."""

    ways: Ways
    pose: str
    time: float = 0.0
    phases: list[Phase] = field(default_factory=list)

    def write(self, phase: Phase) -> None:
        way = self._going_on(phase.way)
        self.phases.append(replace(phase, start=self.time, way=way))
        self.time = round(self.time + phase.length, 6)
        self.pose = phase.way.ends

    def _going_on(self, way: Way) -> Way:
        """The way, beginning as far grown as the pose was when the last phase ended."""
        last = self.phases[-1].way.stops[-1] if self.phases else None
        if last is None or not last.further or last.pose != way.begins:
            return way
        return Way((replace(last, fraction=way.stops[0].fraction), *way.stops[1:]))


def lay_out(
    routine: Routine, plan: Plan, ways: Ways, arrivals: Mapping[int, str] | None = None
) -> Timeline:
    """The whole session. `arrivals` says, for moves that were jumped to, the pose one came from."""
    moves = [routine.move(choice.id) for choice in plan.choices]
    pen = _Pen(ways, moves[0].begins if moves else "")
    for index, (move, choice) in enumerate(zip(moves, plan.choices, strict=True)):
        came_from = (arrivals or {}).get(index)
        if came_from is not None:
            pen.pose = came_from
        leaving = moves[index - 1].ends if index and came_from is None else None
        pen.write(_getting_in(index, move, choice, plan, pen, leaving))
        for rep, first, step, ends_rep in _steps(move, choice):
            _work(pen, index, move, choice, (rep, first, step, ends_rep))
        if move.rest is not None:
            pen.write(_still(pen, index, move, move.rest, "rest", move.rest.tempo.seconds, None))
    return Timeline(routine.id, tuple(pen.phases))


def _getting_in(
    index: int, move: Move, choice: Choice, plan: Plan, pen: _Pen, leaving: str | None
) -> Phase:
    """The lead-in before the first move, or the change of position before another."""
    step = gentled(move.setup, choice.gentler)
    if index == 0:
        pen.pose = pen.pose if pen.pose != move.begins else step.pose
        return _still(pen, index, move, step, "lead-in", plan.lead_in, None)
    tempo = step.tempo
    length = min(max(tempo.seconds * plan.change, tempo.least), tempo.most)
    phase = _still(pen, index, move, step, "change", length, leaving)
    return replace(phase, waits=plan.waits)


def _steps(move: Move, choice: Choice) -> Iterator[tuple[int | None, int, Step, bool]]:
    """(rep, place within the rep or side, step, whether it ends the rep), in order."""
    for place, step in enumerate(move.opening):
        yield None, place, step, False
    for rep in range(1, choice.dose + 1):
        steps = move.last if move.last and rep == choice.dose else move.rep
        for side in _turns(move, steps):
            for place, step in enumerate(side):
                yield rep, place, step, place == len(side) - 1


def _turns(move: Move, steps: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """The steps side by side where the move is counted per side, else all together."""
    if not move.dose.per_side:
        return [steps]
    sides = list(dict.fromkeys(step.side for step in steps))
    return [tuple(step for step in steps if step.side == side) for side in sides]


def _work(
    pen: _Pen, index: int, move: Move, choice: Choice, placed: tuple[int | None, int, Step, bool]
) -> None:
    rep, place, plain, ends_rep = placed
    step = gentled(plain, choice.gentler)
    phase = _phase(index, move, step, "work", step_seconds(move, plain, choice))
    pen.write(
        replace(
            phase,
            way=_grown(_way(pen.ways, pen.pose, step), step, rep, move.dose.most),
            rep=rep,
            side=step.side,
            step=place,
            ends_rep=ends_rep,
            aim=step.pose if step.returns else "",
            per_side=move.dose.per_side,
        )
    )


def _grown(way: Way, step: Step, rep: int | None, most: int) -> Way:
    """The way with the step's pose grown as far as the rep has it: not at all in the first one."""
    if step.grows is None or rep is None or most < 2:
        return way
    grown = min((rep - 1) / (most - 1), 1.0)
    return Way(
        tuple(
            replace(stop, further=step.grows, grown=grown) if stop.pose == step.pose else stop
            for stop in way.stops
        )
    )


def step_seconds(move: Move, step: Step, choice: Choice) -> float:
    """The step's length at the chosen pace, within the routine's bounds."""
    factors = {"": choice.pace, "in": choice.inhale, "out": choice.exhale}
    seconds = step.tempo.seconds * factors[pace_of(move, step)]
    return min(max(seconds, step.tempo.least), step.tempo.most)


def gentled(step: Step, gentler: bool) -> Step:
    """The step as the gentler variant does it, if that is wanted and differs."""
    other = step.gentler
    if not gentler or other is None:
        return step
    return replace(
        step,
        pose=other.pose or step.pose,
        through=step.through if other.through is None else other.through,
        cue=other.cue or step.cue,
        short=other.short or step.short,
        returns=other.returns or step.returns,
        grows=None if other.pose else step.grows,
        say=other.say or step.say,
    )


def _still(
    pen: _Pen, index: int, move: Move, step: Step, kind: Kind, length: float, via: str | None
) -> Phase:
    """A phase in which the figure goes somewhere and then stays there."""
    via = via or pen.pose
    way = _way(pen.ways, via, step).stops
    before, after = pen.ways.seconds(pen.pose, via), pen.ways.seconds(via, step.pose)
    if via != pen.pose:
        share = before / (before + after)
        first = _join(pen.ways, pen.pose, via)
        way = (*_scaled(first, 0.0, share), *_scaled(way, share, 1.0)[1:])
    wanted = before + after if not step.through else length
    travel = min(wanted, TRAVEL_SHARE * length)
    way = _scaled(way, 0.0, travel / length)
    return replace(_phase(index, move, step, kind, length), way=Way(way), side=None, breath=None)


def _phase(index: int, move: Move, step: Step, kind: Kind, length: float) -> Phase:
    return Phase(
        start=0.0,
        length=length,
        kind=kind,
        move=index,
        move_id=move.id,
        name=step.name,
        title=step.title,
        way=Way((Stop(0.0, step.pose),)),
        cue=step.cue,
        short=step.short,
        gaze=step.gaze,
        say=step.say,
        breath=step.breath,
        works=step.works,
    )


def _way(ways: Ways, begin: str, step: Step) -> Way:
    """From `begin` through the step's own stops to its pose (and back, where it returns),
    taking the declared links in between."""
    aimed = 0.5 if step.returns else 1.0
    stops = [Stop(stop.fraction * aimed, stop.pose) for stop in step.through]
    if not stops or stops[-1].fraction < aimed:
        stops.append(Stop(aimed, step.pose))
    if step.returns:
        stops.append(Stop(1.0, step.returns))
    way: tuple[Stop, ...] = (Stop(0.0, begin),)
    for stop in stops:
        if stop.fraction <= 0.0:
            way = (Stop(0.0, stop.pose),)
            continue
        joined = _join(ways, way[-1].pose, stop.pose)
        way = (*way, *_scaled(joined, way[-1].fraction, stop.fraction)[1:])
    if len(way) == 2 and way[0].pose == way[1].pose:
        way = way[:1]
    return Way(way)


def _join(ways: Ways, begin: str, end: str) -> tuple[Stop, ...]:
    """The links from `begin` to `end` over fractions 0..1; two equal stops hold the pose."""
    if begin == end:
        return (Stop(0.0, begin), Stop(1.0, end))
    return ways.way(begin, end).stops


def _scaled(stops: tuple[Stop, ...], begin: float, end: float) -> tuple[Stop, ...]:
    span = end - begin
    last = stops[-1].fraction or 1.0
    return tuple(replace(stop, fraction=begin + stop.fraction / last * span) for stop in stops)
