"""Goes on with a session that was cut off, although its routine may have changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backstretch.routine.model import Routine
from backstretch.session.happenings import Happening, Replanned
from backstretch.session.outcome import choices_of, fold
from backstretch.session.plan import Plan, as_json, ordered, plan_for


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What Continue does.

    plan        what is led
    happenings  those of the session, for `player.resume`; None if a session of its own has to be
                begun with the plan, as the routine lacks moves of the old one, or counts them
                otherwise
    gone        the ids of the moves that are left to do but no longer in the routine
    """

    plan: Plan
    happenings: tuple[Happening, ...] | None
    gone: tuple[str, ...] = ()


def go_on(
    routine: Routine, values: Mapping[str, object], happened: Sequence[Happening]
) -> GoingOn | None:
    """Returns how to go on with a session in `routine` as it is now; None if nothing is left to do
    in it. `values` is the session's latest plan as JSON values, `happened` what happened."""
    tally = fold(happened)
    left = [
        choice.id
        for move, choice in enumerate(tally.choices)
        if move >= tally.next_move and not tally.complete(move) and move not in tally.skipped
    ]
    there = {move.id: move for move in routine.moves}
    wanted = [name for name in left if name in there]
    if not wanted:
        return None
    told = choices_of(values)
    whole = all(
        choice.id in there and there[choice.id].dose.per_side == choice.per_side for choice in told
    )
    plan = plan_for(routine, values)
    if not whole:
        gone = tuple(name for name in left if name not in there)
        return GoingOn(ordered(routine, plan, wanted), None, gone)
    plan = ordered(routine, plan, [choice.id for choice in told])
    if choices_of(as_json(plan)) == told:
        return GoingOn(plan, tuple(happened))
    # The routine's doses or variants changed: the tally has to count by the plan that is led.
    replanned = Replanned(max(one.at for one in happened), as_json(plan))
    return GoingOn(plan, (*happened, replanned))
