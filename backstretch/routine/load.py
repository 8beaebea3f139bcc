"""Reads a routine file into a Routine, or finds every problem in it at once."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from backstretch.document.document_file import read_file
from backstretch.document.document_problem import DocumentProblem
from backstretch.document.entry import Entry
from backstretch.document.tree import Pairs
from backstretch.figure.poses import Poses
from backstretch.routine.model import PARTS, Dose, Move, Pacing, Routine, Unit, Variant, View
from backstretch.routine.own_poses import read_own_poses, with_own_poses
from backstretch.routine.problem import Problem
from backstretch.routine.routine_fields import Report, RoutineFields
from backstretch.routine.steps import (
    LONGEST_CUE,
    LONGEST_SHORT,
    LONGEST_TITLE,
    read_step,
    read_steps,
)

BIGGEST_FILE_BYTES = 256 * 1024
LONGEST_BRIEF = 200
LONGEST_HOW = 2000
MOST_MOVES = 40
MOST_ADVICE = 12
MOST_REPS = 100
MOST_LED_STEPS = 4000
MOST_HOURS = 12.0
"""A session is laid out anew at each change, so its length bounds how long a key press takes."""
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Loaded:
    """`routine` is None exactly when there are problems. `own_poses` holds the poses that the file
    defines, as `Poses.extended` takes them; None if it defines none."""

    path: Path
    routine: Routine | None
    problems: tuple[Problem, ...]
    own_poses: Pairs | None = None


def load(path: Path, poses: Poses, language: str = "en") -> Loaded:
    """The routine in the file at `path`, its texts in `language` or else in English.

    A routine may use `poses` and those it defines itself. Raises nothing: whatever is wrong with
    the file is among the problems, in the order of their lines.
    """
    report = Report(str(path))
    try:
        entry = Entry(read_file(path, BIGGEST_FILE_BYTES), report)
    except DocumentProblem as problem:
        report.add(problem.line, problem.code, **problem.values)
        return Loaded(path, None, tuple(report.problems))
    fields = RoutineFields(entry, report, "routine", language)
    own = read_own_poses(fields)
    names = with_own_poses(poses, own, fields)
    routine = _read_routine(fields, report, names)
    problems = tuple(sorted(report.problems, key=lambda problem: problem.line))
    return Loaded(path, None if problems else routine, problems, own)


def _read_routine(fields: RoutineFields, report: Report, poses: Collection[str]) -> Routine:
    routine_id = _id(fields)
    title = fields.text("title", LONGEST_TITLE)
    moves = fields.items("moves", MOST_MOVES)
    routine = Routine(
        id=routine_id,
        title=title,
        summary=fields.text("summary", LONGEST_HOW),
        source=fields.text("source", LONGEST_HOW, needed=False),
        lead_in=fields.number("lead_in", 3.0, 120.0, 10.0),
        safety=fields.text("safety", LONGEST_HOW, needed=False),
        ask_first=fields.text_list("ask_first", MOST_ADVICE, LONGEST_BRIEF),
        see_doctor=fields.text_list("see_doctor", MOST_ADVICE, LONGEST_BRIEF),
        titles={tongue: text for tongue, (_, text) in fields.texts("title").items()},
        moves=tuple(_read_move(move, fields, poses) for move in moves),
    )
    _check_ids(routine, moves, report)
    if not report.problems:
        _check_length(routine, fields)
    fields.close()
    return routine


def _check_length(routine: Routine, fields: RoutineFields) -> None:
    """Reports a routine whose session would be too long at its own tempos and largest doses."""
    steps, seconds = 0, 0.0
    for move in routine.moves:
        rests = [move.rest] if move.rest else []
        once = [move.setup, *move.opening, *(move.last or move.rep), *rests]
        steps += len(once) + len(move.rep) * (move.dose.most - 1)
        seconds += sum(step.tempo.seconds for step in once)
        seconds += sum(step.tempo.seconds for step in move.rep) * (move.dose.most - 1)
    if steps > MOST_LED_STEPS or seconds > MOST_HOURS * 3600:
        fields.report.add(
            fields.line_of("moves"),
            "too-long-session",
            steps=str(steps),
            hours=f"{seconds / 3600:.1f}",
            most_steps=str(MOST_LED_STEPS),
            most_hours=f"{MOST_HOURS:g}",
        )


def _check_ids(routine: Routine, entries: Sequence[Entry], report: Report) -> None:
    seen: set[str] = set()
    for move, entry in zip(routine.moves, entries, strict=True):
        if move.id and move.id in seen:
            report.add(entry.line, "taken-id", word=move.id)
        seen.add(move.id)


def _id(fields: RoutineFields) -> str:
    word = fields.word("id")
    if word and (not _ID.fullmatch(word) or len(word) > LONGEST_TITLE):
        fields.report.add(fields.line_of("id"), "bad-id", word=word)
    return word


def _read_move(entry: Entry, outer: RoutineFields, poses: Collection[str]) -> Move:
    fields = RoutineFields(entry, outer.report, "move", outer.language)
    move = Move(
        id=_id(fields),
        title=fields.text("title", LONGEST_TITLE),
        brief=fields.text("brief", LONGEST_BRIEF),
        pacing=fields.choice("pacing", get_args(Pacing)),  # type: ignore[arg-type]
        dose=_dose(fields.inner("dose")),
        begins=fields.pose("begins", poses),
        ends=fields.pose("ends", poses),
        view=_view(fields.inner("view")),
        how=fields.text("how", LONGEST_HOW),
        caution=fields.text("caution", LONGEST_HOW, needed=False),
        caution_short=fields.text("caution_short", LONGEST_CUE, needed=False),
        setup=read_step(fields.entry("setup"), fields, "setup", poses),
        rep=read_steps("rep", fields, poses),
        opening=read_steps("opening", fields, poses) if fields.has("opening") else (),
        last=read_steps("last", fields, poses) if fields.has("last") else (),
        rest=read_step(fields.entry("rest"), fields, "rest", poses) if fields.has("rest") else None,
        gentler=_variant(fields.inner("gentler")) if fields.has("gentler") else None,
        picture=fields.pose("picture", poses) if fields.has("picture") else "",
    )
    _check_move(move, fields)
    fields.close()
    return move


def _check_move(move: Move, fields: RoutineFields) -> None:
    if fields.has("setup") and fields.has("begins") and move.setup.pose != move.begins:
        fields.report.add(
            fields.line_of("setup"), "setup-elsewhere", pose=move.setup.pose, begins=move.begins
        )
    sides_known = all(problem.values.get("key") != "side" for problem in fields.report.problems)
    if move.dose.per_side and sides_known:
        for key, steps in (("rep", move.rep), ("last", move.last)):
            _check_sides(fields, key, [step.side or "" for step in steps])
    _check_held(move, fields)
    if move.gentler is None and any(step.gentler for step in move.steps):
        fields.report.add(fields.line, "no-variant", move=move.id)


def _check_held(move: Move, fields: RoutineFields) -> None:
    """Reports a step that is only held where nothing would be left without it."""
    moved = {step.side for step in move.last if not step.held}
    for step in move.steps:
        if step.held and (step not in move.last or step.side not in moved):
            fields.report.add(fields.line, "held-elsewhere", name=step.name)


def _check_sides(fields: RoutineFields, key: str, sides: list[str]) -> None:
    """Reports a rep counted per side that lacks a side, or alternates between the two."""
    turns = [side for place, side in enumerate(sides) if place == 0 or side != sides[place - 1]]
    if sides and sorted(set(sides)) != ["left", "right"]:
        fields.report.add(fields.line_of(key), "side-missing", key=key)
    elif len(turns) > 2:
        fields.report.add(fields.line_of(key), "sides-mixed", key=key)


def _dose(fields: RoutineFields) -> Dose:
    least = fields.whole("least", 1, MOST_REPS)
    most = fields.whole("most", 1, MOST_REPS)
    if fields.has("least") and fields.has("most") and least > most:
        fields.report.add(
            fields.line_of("least"), "upside-down", key="dose", least=str(least), most=str(most)
        )
    unit = fields.choice("unit", get_args(Unit))
    begin = fields.whole("start", least, most) if fields.has("start") and least <= most else None
    each = fields.text("each", LONGEST_SHORT, needed=False)
    dose = Dose(least, most, unit, fields.yes("per_side"), begin, each)  # type: ignore[arg-type]
    fields.close()
    return dose


def _view(fields: RoutineFields) -> View:
    view = View(fields.number("yaw", -360.0, 360.0), fields.number("pitch", -10.0, 90.0))
    fields.close()
    return view


def _variant(fields: RoutineFields) -> Variant:
    variant = Variant(
        title=fields.text("title", LONGEST_TITLE),
        how=fields.text("how", LONGEST_HOW),
        spares=fields.words("spares", PARTS),
    )
    fields.close()
    return variant
