"""Choices made in mid-session: the plan changes, the session is laid out anew, and the place in
it (the phase, and how far through) carries over."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from backstretch.routine.model import Move
from backstretch.session.commands import (
    BreathRhythm,
    Command,
    Gentle,
    OneLess,
    OneMore,
    Pace,
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
    paced_steps,
)
from backstretch.session.turn import Turn

PACE_STEP = 1.1


def choose(turn: Turn, command: Command) -> bool:
    """Obeys a command that changes the plan; answers False for any other."""
    obey = _CHOICES.get(type(command))
    if obey is None:
        return False
    plan = obey(turn, command)
    if plan is not None and plan != turn.state.plan:
        replan(turn, plan)
    return True


def replan(turn: Turn, plan: Plan) -> None:
    """Goes on by another plan from the same place; does nothing where that place is not in it."""
    state = turn.state
    arrivals = {move: pose for move, pose in state.arrivals.items() if move <= turn.phase.move}
    timeline = lay_out(state.routine, plan, state.ways, arrivals)
    fraction, key = state.fraction(turn.at), turn.phase.key
    index = next((i for i, phase in enumerate(timeline.phases) if phase.key == key), None)
    if index is None:
        return
    if state.status == "ready":
        turn.set(tally=fold([Began(0.0, as_json(plan))]))
    seconds_in = fraction * timeline.phases[index].length
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
    """The move under way, or the coming one, and what is chosen for it."""
    choice = turn.state.plan.choices[turn.phase.move]
    return turn.state.routine.move(choice.id), choice


def _chosen(turn: Turn, **changes: Any) -> Plan:
    _, choice = _here(turn)
    return turn.state.plan.choose(turn.phase.move, replace(choice, **changes))


def _one_more(turn: Turn, _: Command) -> Plan | None:
    move, choice = _here(turn)
    if turn.phase.kind == "rest":
        return None
    return _chosen(turn, dose=bounded_dose(move.dose, choice.dose + 1))


def _one_less(turn: Turn, _: Command) -> Plan | None:
    """Never below the rep under way or those already done."""
    move, choice = _here(turn)
    place, phase = turn.phase.move, turn.phase
    reps = [rep for index, rep, _ in turn.state.tally.done if index == place]
    lowest = max([phase.rep or 0, *reps])
    if phase.kind == "rest" or choice.dose - 1 < lowest:
        return None
    return _chosen(turn, dose=bounded_dose(move.dose, choice.dose - 1))


def _pace(turn: Turn, command: Command) -> Plan | None:
    assert isinstance(command, Pace)
    move, choice = _here(turn)
    names = {"in": "inhale", "out": "exhale"}
    wanted = [command.breath] if command.breath else list(names)
    if move.pacing != "breath":
        wanted, names = ([] if command.breath else [""]), {"": "pace"}
    changes = {}
    for breath in wanted:
        name = names.get(breath or "")
        if name is not None:
            factor = getattr(choice, name) / PACE_STEP**command.steps
            changes[name] = round(bounded_pace(move, breath or "", factor), 4)
    return _chosen(turn, **changes)


def _breath_rhythm(turn: Turn, command: Command) -> Plan | None:
    """Every breath-paced move takes the rhythm, within its bounds."""
    assert isinstance(command, BreathRhythm)
    plan = turn.state.plan
    for index, choice in enumerate(plan.choices):
        move = turn.state.routine.move(choice.id)
        if move.pacing == "breath":
            inhale = _factor(move, "in", command.inhale)
            exhale = _factor(move, "out", command.exhale)
            plan = plan.choose(index, replace(choice, inhale=inhale, exhale=exhale))
    return plan


def _factor(move: Move, breath: str, seconds: float) -> float:
    """What makes one breath of a rep last `seconds`."""
    own = sum(step.tempo.seconds for step in paced_steps(move, breath) if step in move.rep)
    return bounded_pace(move, breath, seconds / own) if own else 1.0


def _gentle(turn: Turn, command: Command) -> Plan | None:
    assert isinstance(command, Gentle)
    move, choice = _here(turn)
    if move.gentler is None:
        return None
    return _chosen(turn, gentler=not choice.gentler if command.on is None else command.on)


def _reorder(turn: Turn, command: Command) -> Plan | None:
    """The moves after the one under way (before the start: all), in the order wished."""
    assert isinstance(command, Reorder)
    plan = turn.state.plan
    first = 0 if turn.state.status == "ready" else turn.phase.move + 1
    coming = {choice.id: choice for choice in plan.choices[first:]}
    if len(command.ids) != len(coming) or set(command.ids) != set(coming):
        return None
    choices = tuple(coming[move_id] for move_id in command.ids)
    return replace(plan, choices=(*plan.choices[:first], *choices))


_CHOICES: dict[type, Callable[[Turn, Command], Plan | None]] = {
    OneMore: _one_more,
    OneLess: _one_less,
    Pace: _pace,
    BreathRhythm: _breath_rhythm,
    Gentle: _gentle,
    Reorder: _reorder,
}
