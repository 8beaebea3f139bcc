"""Makes the plan of a session from the user's saved preferences."""

from collections.abc import Sequence

from backstretch.routine.model import Routine
from backstretch.session.plan import Plan, careful, ordered, plan_for
from backstretch.settings import Preferences
from backstretch.settings.move_choices import choices_in

FIRST_PERCENT = 80
"""The range to start from where no session was finished yet."""
FULL_PERCENT = 100


def plan_of(routine: Routine, now: Preferences, order: Sequence[str] = ()) -> Plan:
    """Returns the plan for the user's preferences. `order` holds the ids of today's moves; if
    empty, all moves in the routine's order. Unknown ids are ignored."""
    chosen = choices_in(now.moves, routine.id)
    usual = usual_percent(now) / 100
    remembered: dict[str, object] = {
        "choices": [
            {"range": usual, **chosen.get(move.id, {}), "id": move.id} for move in routine.moves
        ],
        "change": now.change_factor,
        "waits": now.wait_for_me,
        "reentry": now.reentry_seconds,
        "starts_left": now.starts_left,
        "hold": now.hold_last,
    }
    if now.lead_in_seconds is not None:
        remembered["lead_in"] = now.lead_in_seconds
    plan = careful(routine, plan_for(routine, remembered), parts_to_spare(now))
    known = {move.id for move in routine.moves}
    wanted = [name for name in order if name in known]
    return ordered(routine, plan, wanted) if wanted else plan


def usual_percent(now: Preferences) -> int:
    """The range of moves for which none is chosen, of 100."""
    return FULL_PERCENT if now.range_percent is None else now.range_percent


def parts_to_spare(now: Preferences) -> frozenset[str]:
    """The parts of the body that the user is careful with, named as in routine files."""
    parts = {
        "neck": now.care_neck,
        "lower-back": now.care_lower_back,
        "wrists": now.care_wrists,
        "knees": now.care_knees,
    }
    return frozenset(part for part, careful_with in parts.items() if careful_with)
