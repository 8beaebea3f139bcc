"""Remembers choices made during a session."""

from collections.abc import Mapping

from backstretch.session.plan import Plan, as_json
from backstretch.settings import Settings
from backstretch.settings.move_choices import Table, with_choice


def remembered_moves(before: Table, began: Plan, ended: Mapping[str, object]) -> Table:
    """The table of choices to remember after a session that began with plan `began` and ended with
    `ended` (as JSON values): the paces, and the doses and ranges that were changed during it."""
    kept = before
    doses = {choice.id: choice.dose for choice in began.choices}
    ranges = {choice.id: choice.range for choice in began.choices}
    entries = ended.get("choices")
    for entry in entries if isinstance(entries, list) else []:
        name = str(entry["id"])
        keys = ["pace", "inhale", "exhale"]
        if entry["dose"] != doses.get(name):
            keys.append("dose")
        if entry["range"] != ranges.get(name):
            keys.append("range")
        kept = with_choice(kept, began.routine, name, {key: entry[key] for key in keys})
    return kept


def remember(settings: Settings, began: Plan, ended: Plan) -> None:
    """Remembers what the user chose during a session."""
    settings.change(moves=remembered_moves(settings.now.moves, began, as_json(ended)))
