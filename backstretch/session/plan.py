"""What the user chose for a session: which moves, how often, how fast, in which variant.

A plan is plain data that survives a round trip through JSON. The journal's first event holds it, so
a session can be counted and resumed from the journal alone.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from math import isnan
from typing import assert_never

from backstretch.figure.motion import LEAST_RANGE
from backstretch.routine.model import PACED_BREATHS, Dose, Move, PacedBreath, Routine, Step

LEAST_LEAD_IN = 0.0
MOST_LEAD_IN = 120.0
MOST_REENTRY = 30.0
SLOWEST = 4.0
"""No tempo is stretched or shortened by more than this factor, whatever the routine allows."""


class PlanMismatch(ValueError):  # noqa: N818 - the name says what is wrong
    """The plan names moves that the routine doesn't have, or is no plan at all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The user's choices for one move. `dose` is per side if `per_side`.

    `pace`, `inhale` and `exhale` are factors on the lengths of steps; above 1 is slower. `inhale`
    and `exhale` are used in breath-paced moves only, `pace` for all steps that they don't cover.
    `range` is how far the body goes: from 0.5, the smallest sensible poses, to 1, the full ones.
    """

    id: str
    dose: int
    per_side: bool = False
    pace: float = 1.0
    inhale: float = 1.0
    exhale: float = 1.0
    gentler: bool = False
    range: float = 1.0

    @property
    def planned(self) -> int:
        """The reps of the whole move, both sides together."""
        return self.dose * 2 if self.per_side else self.dose


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices for a session, one per move in the order they are played.

    `lead_in` is in seconds. `change` is a factor on the lengths of changes; if `waits`, the
    session goes on after a change only when the user says so; with `hold` the last rep is held
    where the routine has a step for that. `reentry` is the length of the count-in after a pause in
    seconds; with 0 the phase goes on in the middle. With `starts_left` moves with two sides begin
    with the left one, otherwise as the routine has it.
    """

    routine: str
    choices: tuple[Choice, ...]
    lead_in: float
    change: float = 1.0
    waits: bool = False
    reentry: float = 3.0
    starts_left: bool = False
    hold: bool = False

    def choose(self, move: int, choice: Choice) -> "Plan":
        """Returns the plan with another choice for the move at index `move`."""
        choices = (*self.choices[:move], choice, *self.choices[move + 1 :])
        return replace(self, choices=choices)


def plan_for(routine: Routine, remembered: Mapping[str, object] | None = None) -> Plan:
    """Returns the plan to start from: starting doses, the routine's tempo and order.

    `remembered` holds all or part of an earlier plan (`as_json`). Whatever in it does not fit
    this routine is ignored. Never raises.
    """
    kept = remembered or {}
    by_id: dict[object, Mapping[str, object]] = {}
    entries = kept.get("choices")
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, Mapping):
            by_id[entry.get("id")] = entry
    return Plan(
        routine=routine.id,
        choices=tuple(choice_for(move, by_id.get(move.id, {})) for move in routine.moves),
        lead_in=_number(kept, "lead_in", routine.lead_in, LEAST_LEAD_IN, MOST_LEAD_IN),
        change=_number(kept, "change", 1.0, 1 / SLOWEST, SLOWEST),
        waits=kept.get("waits") is True,
        reentry=_number(kept, "reentry", 3.0, 0.0, MOST_REENTRY),
        starts_left=kept.get("starts_left") is True,
        hold=kept.get("hold") is True,
    )


def choice_for(move: Move, kept: Mapping[str, object]) -> Choice:
    """Returns the choice for `move` from plain values, brought within the move's bounds. Missing
    and wrong values become the routine's own."""
    dose = kept.get("dose")
    choice = Choice(
        id=move.id,
        dose=bounded_dose(move.dose, dose if isinstance(dose, int) else move.dose.start),
        per_side=move.dose.per_side,
        gentler=kept.get("gentler") is True and move.gentler is not None,
        range=_number(kept, "range", 1.0, LEAST_RANGE, 1.0),
    )
    for breath in (None, *PACED_BREATHS):
        factor = _number(kept, _factor_key(breath), 1.0, 1 / SLOWEST, SLOWEST)
        choice = with_factor(choice, breath, bounded_pace(move, breath, factor))
    return choice


def as_json(plan: Plan) -> dict[str, object]:
    """Returns the plan as plain JSON values; `from_json` makes the same plan from them."""
    return {**asdict(plan), "choices": [asdict(choice) for choice in plan.choices]}


def from_json(routine: Routine, values: Mapping[str, object]) -> Plan:
    """Returns the plan that `as_json` wrote, with its order and selection of moves.

    Raises PlanMismatch if it names moves that `routine` doesn't have, or none.
    """
    entries = values.get("choices")
    if not isinstance(entries, list) or not entries:
        raise PlanMismatch("the plan has no moves")
    order = [str(entry.get("id")) if isinstance(entry, Mapping) else "" for entry in entries]
    return ordered(routine, plan_for(routine, values), order)


def ordered(routine: Routine, plan: Plan, ids: list[str]) -> Plan:
    """Returns the plan with just the moves of `ids`, in that order.

    Raises PlanMismatch if an id is unknown or comes twice, or if there is none.
    """
    choices = {choice.id: choice for choice in plan.choices}
    for move in routine.moves:
        choices.setdefault(move.id, choice_for(move, {}))
    unknown = [move_id for move_id in ids if move_id not in choices]
    if unknown or len(set(ids)) != len(ids) or not ids:
        raise PlanMismatch(f"the plan names moves {ids}; the routine has {sorted(choices)}")
    return replace(plan, choices=tuple(choices[move_id] for move_id in ids))


def careful(routine: Routine, plan: Plan, parts: frozenset[str]) -> Plan:
    """Returns the plan with every gentler variant switched on that spares one of `parts`
    (`routine.model.PARTS`)."""
    choices = []
    for choice in plan.choices:
        variant = routine.move(choice.id).gentler
        spares = variant is not None and not parts.isdisjoint(variant.spares)
        choices.append(replace(choice, gentler=True) if spares else choice)
    return replace(plan, choices=tuple(choices))


def bounded_dose(dose: Dose, wanted: int) -> int:
    """Limits `wanted` to the range of `dose`."""
    return min(max(wanted, dose.least), dose.most)


def bounded_range(share: float) -> float:
    """Limits `share` to the ranges there are; 1 where it is no number."""
    return 1.0 if isnan(share) else min(max(share, LEAST_RANGE), 1.0)


def bounded_pace(move: Move, breath: PacedBreath | None, factor: float) -> float:
    """Limits `factor` to the range in which it still changes at least one of its steps; without
    any step, 1. `breath` names the factor, as in `pace_of`."""
    # Presses beyond that range must not pile up: with every step at its bound, none would show.
    steps = paced_steps(move, breath)
    if not steps:
        return 1.0
    least = min(step.tempo.least / step.tempo.seconds for step in steps)
    most = max(step.tempo.most / step.tempo.seconds for step in steps)
    return min(max(factor, least, 1 / SLOWEST), most, SLOWEST)


def paced_steps(move: Move, breath: PacedBreath | None) -> list[Step]:
    """The move's steps whose lengths follow the factor of `breath`, as in `pace_of`."""
    return [step for step in (*move.opening, *move.rep) if pace_of(move, step) == breath]


def pace_of(move: Move, step: Step) -> PacedBreath | None:
    """Which factor of a Choice stretches `step`: that of a breath, or None for `pace`."""
    if move.pacing != "breath":
        return None
    match step.breath:
        case "in" | "hold":
            return "in"
        case "out":
            return "out"
        case None:
            return None
        case _:
            assert_never(step.breath)


def factor_of(choice: Choice, breath: PacedBreath | None) -> float:
    """The factor that `pace_of` names."""
    match breath:
        case None:
            return choice.pace
        case "in":
            return choice.inhale
        case "out":
            return choice.exhale
        case _:
            assert_never(breath)


def with_factor(choice: Choice, breath: PacedBreath | None, factor: float) -> Choice:
    """Returns the choice with another value for the factor that `pace_of` names."""
    match breath:
        case None:
            return replace(choice, pace=factor)
        case "in":
            return replace(choice, inhale=factor)
        case "out":
            return replace(choice, exhale=factor)
        case _:
            assert_never(breath)


def _factor_key(breath: PacedBreath | None) -> str:
    """The key of the factor that `pace_of` names, in a plan of plain values."""
    match breath:
        case None:
            return "pace"
        case "in":
            return "inhale"
        case "out":
            return "exhale"
        case _:
            assert_never(breath)


def _number(
    values: Mapping[str, object], key: str, default: float, least: float, most: float
) -> float:
    value = values.get(key)
    # An integer may be larger than any float.
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        return default
    return min(max(float(value), least), most)
