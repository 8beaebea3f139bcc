"""Choices made mid-session: the plan changes, the session is laid out again, and the place in it
(the phase, and how far through) carries over."""

from dataclasses import replace
from typing import Any, assert_never

from backstretch.routine.model import PACED_BREATHS, Move, PacedBreath
from backstretch.session.commands import (
    BreathRhythm,
    Further,
    Gentle,
    OneLess,
    OneMore,
    Pace,
    PlanChange,
    Range,
    Reorder,
)
from backstretch.session.happenings import Began, Replanned
from backstretch.session.layout import lay_out
from backstretch.session.outcome import fold
from backstretch.session.plan import (
    Choice,
    Plan,
    as_json,
    bounded_dose,
    bounded_pace,
    bounded_range,
    factor_of,
    paced_steps,
    with_factor,
)
from backstretch.session.turn import Turn

PACE_STEP = 1.1
"""One step of pace makes a phase this much longer or shorter."""
RANGE_STEP = 0.05


def choose(turn: Turn, command: PlanChange) -> None:
    """Obeys a command that changes the plan. One that is out of the routine's bounds, or makes no
    sense at that place, does nothing."""
    plan = _changed(turn, command)
    if plan is not None and plan != turn.state.plan:
        replan(turn, plan)


def _changed(turn: Turn, command: PlanChange) -> Plan | None:
    plan: Plan | None
    match command:
        case OneMore():
            plan = _one_more(turn)
        case OneLess():
            plan = _one_less(turn)
        case Pace():
            plan = _pace(turn, command)
        case BreathRhythm():
            plan = _breath_rhythm(turn, command)
        case Gentle():
            plan = _gentle(turn, command)
        case Range():
            plan = _chosen(turn, range=bounded_range(command.share))
        case Further():
            share = _here(turn)[1].range + RANGE_STEP * command.steps
            plan = _chosen(turn, range=bounded_range(round(share, 4)))
        case Reorder():
            plan = _reorder(turn, command)
        case _:
            assert_never(command)
    return plan


def replan(turn: Turn, plan: Plan) -> None:
    """Goes on with another plan from the same place. Does nothing if the place is not in it."""
    state = turn.state
    # Moves still to come may get another order, so an arrival there would be the wrong move's.
    arrivals = {move: pose for move, pose in state.arrivals.items() if move <= turn.phase.move}
    timeline = lay_out(state.routine, plan, state.ways, arrivals)
    fraction, key = state.fraction(turn.at), turn.phase.key
    index = next((i for i, phase in enumerate(timeline.phases) if phase.key == key), None)
    if index is None:
        return
    if state.status == "ready":
        # Nothing has begun: the choice becomes part of the plan the session begins with.
        turn.set(tally=fold([Began(0.0, as_json(plan))]))
    # The same fraction, not the same seconds, so that the figure stays where it is.
    seconds_in = fraction * timeline.phases[index].length
    # A wait has lasted since the old phase's end, and the new end must be that same reading.
    reading = state.origin + turn.phase.length if state.waiting else turn.at
    turn.set(
        plan=plan,
        timeline=timeline,
        arrivals=arrivals,
        index=index,
        held=seconds_in,
        origin=state.origin if state.reentry else reading - seconds_in,
    )
    if state.status != "ready":
        turn.emit(Replanned(turn.at, as_json(plan)))


def _here(turn: Turn) -> tuple[Move, Choice]:
    """The current move (in a lead-in or change, the one it leads to) and its choice."""
    choice = turn.state.plan.choices[turn.phase.move]
    return turn.state.routine.move(choice.id), choice


def _chosen(turn: Turn, **changes: Any) -> Plan:
    _, choice = _here(turn)
    return turn.state.plan.choose(turn.phase.move, replace(choice, **changes))


def _one_more(turn: Turn) -> Plan | None:
    move, choice = _here(turn)
    # In the rest the reps are over: one more would be a rep that nobody does.
    if turn.phase.kind == "rest":
        return None
    return _chosen(turn, dose=bounded_dose(move.dose, choice.dose + 1))


def _one_less(turn: Turn) -> Plan | None:
    """Never below the current rep or those already done."""
    move, choice = _here(turn)
    place, phase = turn.phase.move, turn.phase
    reps = [rep for index, rep, _ in turn.state.tally.done if index == place]
    lowest = max([phase.rep or 0, *reps])
    if phase.kind == "rest" or choice.dose - 1 < lowest:
        return None
    return _chosen(turn, dose=bounded_dose(move.dose, choice.dose - 1))


def _pace(turn: Turn, command: Pace) -> Plan:
    move, choice = _here(turn)
    for breath in _paced_by(move, command):
        factor = factor_of(choice, breath) / PACE_STEP**command.steps
        choice = with_factor(choice, breath, round(bounded_pace(move, breath, factor), 4))
    return turn.state.plan.choose(turn.phase.move, choice)


def _paced_by(move: Move, command: Pace) -> tuple[PacedBreath | None, ...]:
    """The factors that the command changes, as in `plan.pace_of`."""
    if move.pacing == "breath":
        return (command.breath,) if command.breath else PACED_BREATHS
    return () if command.breath else (None,)


def _breath_rhythm(turn: Turn, command: BreathRhythm) -> Plan:
    """Sets every breath-paced move to the rhythm, within its bounds."""
    plan = turn.state.plan
    for index, choice in enumerate(plan.choices):
        move = turn.state.routine.move(choice.id)
        if move.pacing == "breath":
            paced = choice
            for breath in PACED_BREATHS:
                factor = _factor(move, breath, _seconds(command, breath))
                paced = with_factor(paced, breath, factor)
            plan = plan.choose(index, paced)
    return plan


def _seconds(rhythm: BreathRhythm, breath: PacedBreath) -> float:
    match breath:
        case "in":
            return rhythm.inhale
        case "out":
            return rhythm.exhale
        case _:
            assert_never(breath)


def _factor(move: Move, breath: PacedBreath, seconds: float) -> float:
    """The factor that makes that breath of a rep last `seconds`, within the bounds."""
    steps = (step for step in paced_steps(move, breath) if step in move.rep)
    # A hold is stretched by the inhale's factor, but it is no part of the inhale measured.
    own = sum(step.tempo.seconds for step in steps if step.breath == breath)
    return bounded_pace(move, breath, seconds / own) if own else 1.0


def _gentle(turn: Turn, command: Gentle) -> Plan | None:
    move, choice = _here(turn)
    if move.gentler is None:
        return None
    return _chosen(turn, gentler=not choice.gentler if command.on is None else command.on)


def _reorder(turn: Turn, command: Reorder) -> Plan | None:
    """Puts the moves after the current one (before the start: all) in another order."""
    plan = turn.state.plan
    first = 0 if turn.state.status == "ready" else turn.phase.move + 1
    coming = {choice.id: choice for choice in plan.choices[first:]}
    if len(command.ids) != len(coming) or set(command.ids) != set(coming):
        return None
    choices = tuple(coming[move_id] for move_id in command.ids)
    return replace(plan, choices=(*plan.choices[:first], *choices))
