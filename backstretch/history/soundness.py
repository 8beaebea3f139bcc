"""What the journal's entries may hold: types, finite numbers, ranges, known references.

An import that holds anything else is refused, and what is read of a journal is left out where it
does, so that no page meets a value that the program would not have written itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import assert_never

from backstretch.figure.body import Side
from backstretch.history import edits
from backstretch.plain_text import is_plain
from backstretch.session import happenings as happened
from backstretch.session.outcome import choices_of

MOST_DOSE = 1000
MOST_MOVES = 200
MOST_RATING = 10
MOST_NOTE = 100_000
_MOST_PHASES = 1_000_000
_MOST_CLOCK = 1e10
"""Seconds since the computer started, which is three hundred years."""
_FIRST_YEAR, _LAST_YEAR = 1900, 9998
"""A clock that was never set may show 1904 or 1970. The year 9999 has no room for time zones."""
_MOST_NAME = 100
_DIGEST = re.compile(r"[0-9a-f]{16}")

Entry = happened.Happening | edits.Edit


def is_sound(entry: Entry) -> bool:
    """True if every field may be what it is. The types are checked before."""
    if isinstance(entry, edits.SessionEdit | edits.PracticeEdit):
        return _is_sound_edit(entry)
    return _is_sound_happening(entry)


def _is_sound_happening(entry: happened.Happening) -> bool:
    if not (isfinite(entry.at) and 0 <= entry.at <= _MOST_CLOCK):
        return False
    led = getattr(entry, "led", 0.0)
    if not (isfinite(led) and led >= 0):
        return False
    match entry:
        case happened.Began(plan=plan) | happened.Replanned(plan=plan):
            return is_sound_plan(plan)
        case happened.PhaseEntered(index=index, move=move, rep=rep):
            return 0 <= index < _MOST_PHASES and _is_place(move, 1 if rep is None else rep)
        case happened.RepDone(move=move, rep=rep) | happened.RepDropped(move=move, rep=rep):
            return _is_place(move, rep)
        case happened.MoveEntered(move=move) | happened.MoveLeft(move=move):
            return _is_place(move, 1)
        case happened.Paused(move=move, why=why):
            return _is_place(move, 1) and _is_name(why)
        case happened.Resumed() | happened.Ended():
            return True
        case _:
            assert_never(entry)


def _is_sound_edit(entry: edits.Edit) -> bool:
    match entry:
        case edits.Rated(value=value):
            return value is None or 0 <= value <= MOST_RATING
        case edits.Noted(text=text):
            return len(text) <= MOST_NOTE and is_plain(text)
        case edits.Corrected(move=move, done=done, left=left, right=right):
            counts = [done, *(side for side in (left, right) if side is not None)]
            return _is_name(move) and all(0 <= count <= 2 * MOST_DOSE for count in counts)
        case edits.Restored(deletions=deletions):
            return all(_DIGEST.fullmatch(digest) for digest in deletions)
        case edits.GoalSet(days=days):
            return 0 <= days <= 7
        case edits.RestWeekMarked(day=day):
            return _is_sound_day(day)
        case edits.Deleted():
            return True
        case _:
            assert_never(entry)


def is_sound_wall(wall: str) -> bool:
    """True if it is a time with its offset, in a year that can be shown everywhere."""
    try:
        told = datetime.fromisoformat(wall)
    except ValueError:
        return False
    return told.utcoffset() is not None and _FIRST_YEAR <= told.year <= _LAST_YEAR


def is_sound_plan(plan: Mapping[str, object]) -> bool:
    """True for a plan as `plan.as_json` writes it. Keys may be missing or unknown, as in another
    version, but the moves must be told by id and dose."""
    choices = plan.get("choices")
    if not _is_name(plan.get("routine", "")) or not isinstance(choices, list):
        return False
    if not 1 <= len(choices) <= MOST_MOVES or not all(_is_sound_choice(each) for each in choices):
        return False
    if len({choice["id"] for choice in choices}) < len(choices):
        return False
    numbers = (plan.get(key, 1.0) for key in ("lead_in", "change", "reentry"))
    return all(_is_number(each, 0.0, 3600.0) for each in numbers) and all(
        _is_flag(plan, key) for key in ("waits", "hold")
    )


def _is_sound_choice(choice: object) -> bool:
    if not isinstance(choice, dict) or not _is_name(choice.get("id")) or not choice["id"]:
        return False
    dose = choice.get("dose")
    if not isinstance(dose, int) or isinstance(dose, bool) or not 0 <= dose <= MOST_DOSE:
        return False
    factors = (choice.get(key, 1.0) for key in ("pace", "inhale", "exhale"))
    in_range = _is_number(choice.get("range", 1.0), 0.01, 1.0)
    flags = in_range and all(_is_flag(choice, key) for key in ("per_side", "gentler"))
    return flags and all(_is_number(each, 0.01, 100.0) for each in factors)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What the plans of a session hold: per index the largest dose and whether counted per side (in
    any of the plans, as the order may change and two computers may go on with one session), and
    the ids of the moves."""

    doses: tuple[int, ...]
    per_side: tuple[frozenset[bool], ...]
    ids: frozenset[str]

    def holds(self, entry: Entry) -> bool:
        match entry:
            case happened.RepDone(move=move, rep=rep, side=side):
                return self._holds_rep(move, rep, side)
            case happened.RepDropped(move=move, rep=rep, side=side):
                return self._holds_rep(move, rep, side)
            case happened.PhaseEntered(move=move, rep=rep, side=side) if rep is not None:
                return self._holds_rep(move, rep, side)
            case (
                happened.PhaseEntered(move=move)
                | happened.MoveEntered(move=move)
                | happened.MoveLeft(move=move)
                | happened.Paused(move=move)
            ):
                return move < len(self.doses)
            case edits.Corrected(move=name):
                return name in self.ids
            case _:
                return True

    def _holds_rep(self, move: int, rep: int, side: Side | None) -> bool:
        if move >= len(self.doses) or rep > self.doses[move]:
            return False
        return (side is not None) in self.per_side[move]


def fitting_entries(entries: Iterable[Entry]) -> Callable[[Entry], bool]:
    """Returns what tells whether an entry names only moves, reps and sides that the session's plans
    have. Without any plan everything does: its beginning may be elsewhere."""
    plans = [
        choices_of(entry.plan)
        for entry in entries
        if isinstance(entry, happened.Began | happened.Replanned)
    ]
    if not plans:
        return lambda _: True
    length = max(map(len, plans))
    at = [[plan[index] for plan in plans if index < len(plan)] for index in range(length)]
    bounds = _Bounds(
        tuple(max(choice.dose for choice in choices) for choices in at),
        tuple(frozenset(choice.per_side for choice in choices) for choices in at),
        frozenset(choice.id for plan in plans for choice in plan),
    )
    return bounds.holds


def _is_place(move: int, rep: int) -> bool:
    return 0 <= move < MOST_MOVES and 1 <= rep <= MOST_DOSE


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_NAME and value.isprintable()


def _is_flag(values: Mapping[str, object], key: str) -> bool:
    return isinstance(values.get(key, False), bool)


def _is_number(value: object, least: float, most: float) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return least <= value <= most


def _is_sound_day(day: str) -> bool:
    try:
        told = date.fromisoformat(day)
    except ValueError:
        return False
    return day == told.isoformat() and _FIRST_YEAR <= told.year <= _LAST_YEAR
