"""Remembers choices made during a session."""

from collections.abc import Mapping

from backstretch.session.plan import Plan, as_json
from backstretch.settings import Settings


def remembered_moves(
    before: Mapping[str, Mapping[str, object]], began: Plan, ended: Mapping[str, object]
) -> dict[str, Mapping[str, object]]:
    """The choices per move to remember after a session that began with plan `began` and ended with
    `ended` (as JSON values): the paces, and the doses that were changed during it."""
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
    """Remembers what the user chose during a session."""
    settings.change(moves=remembered_moves(settings.now.moves, began, as_json(ended)))
