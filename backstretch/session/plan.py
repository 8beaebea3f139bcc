"""What the user chose for a session: which moves, how often, how fast, in which variant.

A plan is plain data that goes through JSON both ways, so the journal's first event holds it and
a session can be counted, and taken up again, from the journal alone.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from math import isfinite

from backstretch.routine.model import Dose, Move, Routine, Step

LEAST_LEAD_IN = 3.0
MOST_LEAD_IN = 120.0
MOST_REENTRY = 30.0
SLOWEST = 4.0
"""No tempo, whatever a routine allows, is stretched or shortened by more than this factor."""


class PlanMismatch(ValueError):  # noqa: N818 - tells what doesn't match
    """A plan names moves that the routine doesn't have, or is no plan at all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The user's choices for one move. `dose` counts per side where `per_side`.

    `pace`, `inhale` and `exhale` multiply the lengths of the steps without and with breath;
    above 1 is slower. Only a breath-paced move has its own inhale and exhale.
    """

    id: str
    dose: int
    per_side: bool = False
    pace: float = 1.0
    inhale: float = 1.0
    exhale: float = 1.0
    gentler: bool = False

    @property
    def planned(self) -> int:
        """Reps of the whole move, both sides together."""
        return self.dose * 2 if self.per_side else self.dose


@dataclass(frozen=True, slots=True)
class Plan:
    """`change` multiplies the lengths of changes of position; with `waits` they go on only at
    the user's word. `reentry` is the count after a pause in seconds; 0 goes on in mid-phase."""

    routine: str
    choices: tuple[Choice, ...]
    lead_in: float
    change: float = 1.0
    waits: bool = False
    reentry: float = 3.0

    def choose(self, move: int, choice: Choice) -> "Plan":
        """This plan with another choice for the move of that index."""
        choices = (*self.choices[:move], choice, *self.choices[move + 1 :])
        return replace(self, choices=choices)


def plan_for(routine: Routine, remembered: Mapping[str, object] | None = None) -> Plan:
    """The plan to start from: middle doses, the routine's tempo, the routine's order.

    `remembered` is what was kept of an earlier plan (`as_json`), all or part of it: whatever does
    not fit this routine is left aside. Never raises.
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
    )


def choice_for(move: Move, kept: Mapping[str, object]) -> Choice:
    """The choice for `move` out of plain values, brought within the move's bounds."""
    dose = kept.get("dose")
    return Choice(
        id=move.id,
        dose=bounded_dose(move.dose, dose if isinstance(dose, int) else move.dose.middle),
        per_side=move.dose.per_side,
        pace=bounded_pace(move, "", _number(kept, "pace", 1.0, 1 / SLOWEST, SLOWEST)),
        inhale=bounded_pace(move, "in", _number(kept, "inhale", 1.0, 1 / SLOWEST, SLOWEST)),
        exhale=bounded_pace(move, "out", _number(kept, "exhale", 1.0, 1 / SLOWEST, SLOWEST)),
        gentler=kept.get("gentler") is True and move.gentler is not None,
    )


def as_json(plan: Plan) -> dict[str, object]:
    """Plain JSON values, from which `from_json` makes the same plan."""
    return {**asdict(plan), "choices": [asdict(choice) for choice in plan.choices]}


def from_json(routine: Routine, values: Mapping[str, object]) -> Plan:
    """The plan as it was kept, its order and selection of moves included.

    Raises PlanMismatch where it names moves that `routine` doesn't have.
    """
    entries = values.get("choices")
    if not isinstance(entries, list) or not entries:
        raise PlanMismatch("a plan without moves")
    order = [str(entry.get("id")) if isinstance(entry, Mapping) else "" for entry in entries]
    return ordered(routine, plan_for(routine, values), order)


def ordered(routine: Routine, plan: Plan, ids: list[str]) -> Plan:
    """The plan with the moves of `ids`, in that order; one id plays a single move.

    Raises PlanMismatch for an id that is unknown or comes twice.
    """
    choices = {choice.id: choice for choice in plan.choices}
    for move in routine.moves:
        choices.setdefault(move.id, choice_for(move, {}))
    unknown = [move_id for move_id in ids if move_id not in choices]
    if unknown or len(set(ids)) != len(ids) or not ids:
        raise PlanMismatch(f"moves {ids} of {sorted(choices)}")
    return replace(plan, choices=tuple(choices[move_id] for move_id in ids))


def careful(routine: Routine, plan: Plan, parts: frozenset[str]) -> Plan:
    """The plan with every gentler variant on that spares one of `parts`."""
    choices = []
    for choice in plan.choices:
        variant = routine.move(choice.id).gentler
        spares = variant is not None and not parts.isdisjoint(variant.spares)
        choices.append(replace(choice, gentler=True) if spares else choice)
    return replace(plan, choices=tuple(choices))


def bounded_dose(dose: Dose, wanted: int) -> int:
    return min(max(wanted, dose.least), dose.most)


def bounded_pace(move: Move, breath: str, factor: float) -> float:
    """`factor` kept where at least one of the steps it concerns still follows it."""
    steps = paced_steps(move, breath)
    if not steps:
        return 1.0
    least = min(step.tempo.least / step.tempo.seconds for step in steps)
    most = max(step.tempo.most / step.tempo.seconds for step in steps)
    return min(max(factor, least, 1 / SLOWEST), most, SLOWEST)


def paced_steps(move: Move, breath: str) -> list[Step]:
    """The steps of the reps whose lengths follow `pace` (""), `inhale` ("in") or `exhale`."""
    return [step for step in (*move.opening, *move.rep) if pace_of(move, step) == breath]


def pace_of(move: Move, step: Step) -> str:
    """Which of the three factors stretches `step`: "", "in" or "out"."""
    return (step.breath or "") if move.pacing == "breath" else ""


def _number(
    values: Mapping[str, object], key: str, default: float, least: float, most: float
) -> float:
    value = values.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return default
    return min(max(float(value), least), most)
