"""Lays a routine out in time, with the user's choices: makes the Timeline.

The figure's way through a phase begins where the last one ended, so that the picture is continuous
whatever the order of the moves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from backstretch.figure.motion import Stop, Way
from backstretch.routine.model import Move, Routine, Step
from backstretch.session.plan import Choice, Plan, factor_of, pace_of
from backstretch.session.starting_side import starting_with
from backstretch.session.timeline import Kind, Phase, Timeline

SHORTEST_PHASE_SECONDS = 0.05
TRAVEL_SHARE = 0.7
"""The largest share of a lead-in, change or rest that the figure spends on its way; it should be in
position well before the end."""

RANGING_SECONDS = 2.0
"""How long the figure takes from one range to another where two moves differ in it."""


class Ways(Protocol):
    """The ways from pose to pose; implemented by `figure.poses.Poses`."""

    def way(self, begin: str, end: str) -> Way:
        """The way from pose `begin` to pose `end`, with fractions 0 to 1."""
        ...

    def seconds(self, begin: str, end: str) -> float:
        """The length of that way at an easy pace; 0 if both are the same pose."""
        ...


@dataclass(slots=True)
class _Pen:
    """Writes phases one after the other. `time` and `pose` are where the last one ended.

    `drawn` keeps the phase of a step by the pose it begins in, the step's identity and whether it
    is the first rep: the other reps repeat it, and a session is laid out again at every command
    that changes it.
    """

    ways: Ways
    pose: str
    time: float = 0.0
    range: float = 1.0
    phases: list[Phase] = field(default_factory=list)
    drawn: dict[tuple[str, int, bool], Phase] = field(default_factory=dict)

    def write(self, phase: Phase, **changes: Any) -> None:
        """Appends the phase, with `changes` to its fields, at the current time."""
        way = self._in_range(changes.pop("way", phase.way))
        going_on = self._going_on(way, phase.length)
        self.phases.append(replace(phase, start=self.time, way=going_on, **changes))
        self.time = round(self.time + phase.length, 6)
        self.pose = way.ends

    def _in_range(self, way: Way) -> Way:
        """The way, going as far as the move's range lets it."""
        if self.range == 1.0:
            return way
        return Way(tuple(replace(stop, range=self.range) for stop in way.stops))

    def _going_on(self, way: Way, seconds: float) -> Way:
        """The way, with its first pose as far as it was when the last phase ended."""
        last = self.phases[-1].way.stops[-1] if self.phases else None
        first = way.stops[0]
        if last is None or last.pose != first.pose:
            return way
        if not last.further and last.range == first.range:
            return way
        begun = replace(last, fraction=first.fraction)
        after = way.stops[1:]
        if last.range != first.range and (not after or after[0].fraction <= first.fraction):
            # The move stays in the pose, but in another range than the move before.
            share = min(first.fraction + RANGING_SECONDS / seconds, 1.0)
            return Way((begun, replace(first, fraction=share)))
        return Way((begun, *after))


def lay_out(
    routine: Routine, plan: Plan, ways: Ways, arrivals: Mapping[int, str] | None = None
) -> Timeline:
    """Lays out the whole session. `arrivals` gives, for moves that were jumped to, the pose the
    figure comes from, by the move's index in the plan.

    The number, order and keys of the phases depend on the plan alone, not on `arrivals`.
    """
    moves = [routine.move(choice.id) for choice in plan.choices]
    if plan.starts_left:
        moves = [starting_with(move, "left") for move in moves]
    pen = _Pen(ways, moves[0].begins if moves else "")
    for index, (move, choice) in enumerate(zip(moves, plan.choices, strict=True)):
        came_from = (arrivals or {}).get(index)
        if came_from is not None:
            pen.pose = came_from
        # After a jump the figure does not come from the end of the move before, and a gentler
        # variant ends where its last step did, not in the full pose.
        usual = index > 0 and came_from is None and not plan.choices[index - 1].gentler
        leaving = moves[index - 1].ends if usual else None
        pen.range = choice.range
        pen.write(_getting_in(index, move, choice, plan, pen, leaving))
        for rep, first, step, ends_rep in _steps(move, choice, plan.hold):
            _work(pen, index, move, choice, (rep, first, step, ends_rep))
        if move.rest is not None:
            pen.write(_still(pen, index, move, move.rest, "rest", move.rest.tempo.seconds, None))
    return Timeline(routine.id, tuple(pen.phases))


def _getting_in(
    index: int, move: Move, choice: Choice, plan: Plan, pen: _Pen, leaving: str | None
) -> Phase:
    """The lead-in before the first move, or the change before another. A change passes through
    pose `leaving` if given."""
    step = gentled(move.setup, choice.gentler)
    if index == 0:
        # At the start the figure is in position already, in the gentler one if that is chosen.
        pen.pose = pen.pose if pen.pose != move.begins else step.pose
        # The player divides by the length of a phase, so no lead-in is a very short one.
        seconds = max(plan.lead_in, SHORTEST_PHASE_SECONDS)
        return _still(pen, index, move, step, "lead-in", seconds, None)
    tempo = step.tempo
    length = min(max(tempo.seconds * plan.change, tempo.least), tempo.most)
    phase = _still(pen, index, move, step, "change", length, leaving)
    return replace(phase, waits=plan.waits)


def _steps(move: Move, choice: Choice, hold: bool) -> Iterator[tuple[int | None, int, Step, bool]]:
    """Yields (rep, step number within the rep, step, True if it ends the rep), in order. The
    opening has no rep; in a move counted per side each side of a rep counts its own steps. Steps
    that are only held are left out unless `hold`."""
    for place, step in enumerate(move.opening):
        yield None, place, step, False
    for rep in range(1, choice.dose + 1):
        steps = move.last if move.last and rep == choice.dose else move.rep
        steps = tuple(step for step in steps if hold or not step.held)
        for side in _turns(move, steps):
            for place, step in enumerate(side):
                yield rep, place, step, place == len(side) - 1


def _turns(move: Move, steps: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """The steps of each side if the move is counted per side, otherwise all of them together."""
    if not move.dose.per_side:
        return [steps]
    sides = list(dict.fromkeys(step.side for step in steps))
    return [tuple(step for step in steps if step.side == side) for side in sides]


def _work(
    pen: _Pen, index: int, move: Move, choice: Choice, placed: tuple[int | None, int, Step, bool]
) -> None:
    rep, place, plain, ends_rep = placed
    key = (pen.pose, id(plain), rep == 1)
    step = gentled(plain, choice.gentler)
    if key not in pen.drawn:
        phase = _phase(index, move, step, "work", step_seconds(move, plain, choice, rep))
        pen.drawn[key] = replace(
            phase,
            way=_way(pen.ways, pen.pose, step),
            side=step.side,
            aim=step.pose if step.returns else "",
            per_side=move.dose.per_side,
        )
    drawn = pen.drawn[key]
    way = _grown(drawn.way, step, rep, move.dose.most)
    pen.write(drawn, way=way, rep=rep, step=place, ends_rep=ends_rep)


def _grown(way: Way, step: Step, rep: int | None, most: int) -> Way:
    """The way with the step's pose grown as far as it is in this rep: from 0 in the first to 1 in
    the last of the largest dose `most`."""
    if step.grows is None or rep is None or most < 2:
        return way
    grown = min((rep - 1) / (most - 1), 1.0)
    return Way(
        tuple(
            replace(stop, further=step.grows, grown=grown) if stop.pose == step.pose else stop
            for stop in way.stops
        )
    )


def step_seconds(move: Move, step: Step, choice: Choice, rep: int | None = None) -> float:
    """The step's length in seconds in that rep, at the chosen pace and within the routine's
    bounds."""
    first = step.tempo.first if rep == 1 else None
    seconds = (first or step.tempo.seconds) * factor_of(choice, pace_of(move, step))
    return min(max(seconds, step.tempo.least), step.tempo.most)


def gentled(step: Step, gentler: bool) -> Step:
    """Returns the step as the gentler variant does it, if `gentler` and if the variant differs."""
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
        # What the ordinary pose grows into would be no gentler.
        grows=None if other.pose else step.grows,
        say=other.say or step.say,
        title=other.title or step.title,
        coach=step.coach if other.coach is None else other.coach,
    )


def _still(
    pen: _Pen, index: int, move: Move, step: Step, kind: Kind, length: float, via: str | None
) -> Phase:
    """A phase in which the figure goes to the step's pose, through pose `via` if given, and then
    stays there: a lead-in, change or rest."""
    via = via or pen.pose
    way = _way(pen.ways, via, step).stops
    before, after = pen.ways.seconds(pen.pose, via), pen.ways.seconds(via, step.pose)
    if via != pen.pose:
        share = before / (before + after)
        first = _join(pen.ways, pen.pose, via)
        way = (*_scaled(first, 0.0, share), *_scaled(way, share, 1.0)[1:])
    # Stops given in the routine are shares of the phase; other ways take their own easy time.
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
        coach=step.coach,
        breath=step.breath,
        works=step.works,
        lengthens=_lengthened(step),
    )


def _lengthened(step: Step) -> tuple[str, ...]:
    """The parts the step lengthens. In a bend to one side it is the other side that grows long."""
    if step.side is None:
        return step.lengthens
    away = "right-side" if step.side == "left" else "left-side"
    return tuple(away if part == "sides" else part for part in step.lengthens)


def _way(ways: Ways, begin: str, step: Step) -> Way:
    """The way from `begin` through the step's own stops to its pose, and back if it returns, along
    the links between poses."""
    aimed = 0.5 if step.returns else 1.0
    stops = [Stop(stop.fraction * aimed, stop.pose) for stop in step.through]
    if not stops or stops[-1].fraction < aimed:
        stops.append(Stop(aimed, step.pose))
    if step.returns:
        stops.append(Stop(1.0, step.returns))
    way: tuple[Stop, ...] = (Stop(0.0, begin),)
    for stop in stops:
        if stop.fraction <= 0.0:
            # The routine says where the step begins, whatever pose came before.
            way = (Stop(0.0, stop.pose),)
            continue
        joined = _join(ways, way[-1].pose, stop.pose)
        way = (*way, *_scaled(joined, way[-1].fraction, stop.fraction)[1:])
    if len(way) == 2 and way[0].pose == way[1].pose:
        way = way[:1]
    return Way(way)


def _join(ways: Ways, begin: str, end: str) -> tuple[Stop, ...]:
    """The links from `begin` to `end` over fractions 0 to 1; two equal stops hold a pose."""
    if begin == end:
        return (Stop(0.0, begin), Stop(1.0, end))
    return ways.way(begin, end).stops


def _scaled(stops: tuple[Stop, ...], begin: float, end: float) -> tuple[Stop, ...]:
    """The stops spread over fractions `begin` to `end`."""
    span = end - begin
    last = stops[-1].fraction or 1.0
    return tuple(replace(stop, fraction=begin + stop.fraction / last * span) for stop in stops)
