"""Chooses which lines of form are said in a session, and with which phase. Pure.

How much is said falls as a move becomes familiar. Which line is said rotates from session to
session, so that all of them are heard in time.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal, assert_never

from backstretch.routine.model import Coach, CoachTime
from backstretch.session.timeline import Phase

Share = Literal["full", "half", "single", "none"]
"""How much is said: a line in every rep, in every second one, one in the whole move, or none."""

FULL_SESSIONS = 3
HALF_SESSIONS = 8
FORGOTTEN_DAYS = 21
_FIRST_REPS = 3
_LAST_REPS = 2
_HALF_WAY_SECONDS = 1.0
"""At most so long after half of a move is done, it is said."""
_APART_PHASES = 2
_ROUNDING = 1e-6
_CYCLE = {"full": 3, "half": 6, "single": 12, "none": 1}
"""After so many sessions the choice of lines begins anew."""

Fits = Callable[[int, Coach], bool]
"""Tells whether there is time for a line after the words of the phase at an index."""


@dataclass(frozen=True, slots=True)
class Familiarity:
    """How well somebody knows a move: the sessions in which all of it was done, and the days since
    the last of them (None if there was none)."""

    completed: int = 0
    days_since: int | None = None

    @property
    def share(self) -> Share:
        """How much to say: less from session to session, everything again after three weeks."""
        if self.completed < FULL_SESSIONS or self.forgotten:
            return "full"
        return "half" if self.completed < HALF_SESSIONS else "single"

    @property
    def forgotten(self) -> bool:
        return self.days_since is not None and self.days_since >= FORGOTTEN_DAYS


NEW = Familiarity()


def planned(
    phases: Sequence[Phase], share: Share, session: int, pause: int, fits: Fits
) -> dict[int, Coach]:
    """The line to say with each of some phases, by index in `phases`, the work phases of one move.

    session  counts the sessions in which the move was done before; rotates the lines
    pause    at most one line in so many reps, even if everything is to be said
    """
    begin = session - session % _CYCLE[share]
    heard: Counter[Coach] = Counter()
    said: dict[int, Coach] = {}
    fitting = cache(fits)
    for number in range(begin, session + 1):
        said = _of_one_session(phases, share, number, pause, heard, fitting)
        heard.update(said.values())
    return said


def _of_one_session(
    phases: Sequence[Phase],
    share: Share,
    session: int,
    pause: int,
    heard: Mapping[Coach, int],
    fits: Fits,
) -> dict[int, Coach]:
    """Goes through the reps and gives each that has its turn the line that was heard least. A line
    is said once in a session."""
    reps = _reps(phases)
    most, half = len(reps), _half_done(reps)
    said: dict[int, Coach] = {}
    for rep, places in enumerate(reps, start=1):
        if not _has_turn(rep, most, share, pause, session, len(said)):
            continue
        found = [
            (index, line)
            for index, phase in places
            for line in phase.coach
            if line not in said.values()
            and _in_time(line.when, phase, rep, most, half)
            and fits(index, line)
        ]
        half_way = [one for one in found if one[1].when == "half-way"]
        if share == "full" and half_way:
            # Said in every session, like a count, and another line in the same rep if it is not
            # crowded by that.
            told, said[told] = half_way[0]
            found = [one for one in found if abs(one[0] - told) >= _APART_PHASES]
        if found:
            last = max(said, default=-1)
            index, line = min(found, key=lambda one: _rank(one, heard, phases, last))
            said[index] = line
    return said


def _reps(phases: Sequence[Phase]) -> list[list[tuple[int, Phase]]]:
    """The phases of each rep, with their places in `phases`."""
    numbered = [(index, phase) for index, phase in enumerate(phases) if phase.rep is not None]
    return [list(group) for _, group in groupby(numbered, key=lambda pair: pair[1].rep)]


def _half_done(reps: Sequence[Sequence[tuple[int, Phase]]]) -> float:
    """When half of the reps are done, in seconds of the timeline: between two of them, or in the
    middle of one."""
    if not reps:
        return 0.0
    middle = reps[len(reps) // 2]
    begin, end = middle[0][1].start, middle[-1][1].end
    return (begin + end) / 2 if len(reps) % 2 else begin


def _has_turn(rep: int, most: int, share: Share, pause: int, session: int, said: int) -> bool:
    # Counted from where half of them are done, so that this can be said.
    place = rep - 1 - most // 2
    match share:
        case "full":
            return place % pause == 0
        case "half":
            return (place + session) % (2 * pause) == 0
        case "single":
            # A different part of the move each time, so that lines of every kind come round.
            return said == 0 and rep > session % most
        case "none":
            return False
        case _:
            assert_never(share)


def _in_time(when: CoachTime, phase: Phase, rep: int, most: int, half: float) -> bool:
    match when:
        case "how":
            return rep <= max(_FIRST_REPS, most // 3)
        case "feel" | "avoid":
            return rep > min(_FIRST_REPS, most // 3)
        case "half-way":
            return most > 1 and phase.start - _HALF_WAY_SECONDS <= half <= phase.end + _ROUNDING
        case "near-end":
            return rep > most - max(_LAST_REPS, most // 5)
        case _:
            assert_never(when)


def _rank(
    found: tuple[int, Coach], heard: Mapping[Coach, int], phases: Sequence[Phase], last: int
) -> tuple[int, bool, bool, int]:
    """The least rank is said: what was heard least; then what fits this rep only; then what belongs
    to another step than the last line; then the order of the file."""
    index, line = found
    bound = line.when in ("half-way", "near-end")
    same_step = last >= 0 and phases[last].step == phases[index].step
    return heard[line], not bound, same_step, phases[index].coach.index(line)


def still(lines: Sequence[Coach], share: Share, session: int) -> Coach | None:
    """The line to say while nothing moves, in a setup or a rest; another one each session."""
    if not lines or share == "none":
        return None
    return lines[session % len(lines)]
