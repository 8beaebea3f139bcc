"""From what is remembered to the plan of a session, and back."""

from collections.abc import Mapping, Sequence

from backstretch.routine.model import Routine
from backstretch.session.plan import Plan, as_json, careful, ordered, plan_for
from backstretch.settings import Preferences, Settings


def plan_of(routine: Routine, now: Preferences, order: Sequence[str] = ()) -> Plan:
    """The plan as the user has chosen so far; `order` holds the ids of today's moves, all of them
    in the routine's order where it is empty."""
    remembered: dict[str, object] = {
        "choices": [{**kept, "id": name} for name, kept in now.moves.items()],
        "lead_in": now.lead_in_seconds,
        "change": now.change_factor,
        "waits": now.wait_for_me,
        "reentry": now.reentry_seconds,
    }
    plan = careful(routine, plan_for(routine, remembered), parts_to_spare(now))
    known = {move.id for move in routine.moves}
    wanted = [name for name in order if name in known]
    return ordered(routine, plan, wanted) if wanted else plan


def parts_to_spare(now: Preferences) -> frozenset[str]:
    """The parts of the body that the user is careful with, as routine files name them."""
    parts = {"neck": now.care_neck, "lower-back": now.care_lower_back}
    return frozenset(part for part, careful_with in parts.items() if careful_with)


def remembered_moves(
    before: Mapping[str, Mapping[str, object]], began: Plan, ended: Mapping[str, object]
) -> dict[str, Mapping[str, object]]:
    """What to remember after a session that began with one plan and `ended` with another (JSON
    values): the paces, and the doses that were changed on the way."""
    kept = dict(before)
    doses = {choice.id: choice.dose for choice in began.choices}
    entries = ended.get("choices")
    for entry in entries if isinstance(entries, list) else []:
        name = str(entry["id"])
        keys = ["pace", "inhale", "exhale"]
        if entry["dose"] != doses.get(name):
            keys.append("dose")
        kept[name] = {**kept.get(name, {}), **{key: entry[key] for key in keys}}
    return kept


def remember(settings: Settings, began: Plan, ended: Plan) -> None:
    """Keeps what the user chose while practising."""
    settings.change(moves=remembered_moves(settings.now.moves, began, as_json(ended)))
