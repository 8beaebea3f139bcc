"""A routine file to a Routine, or to every problem in it at once."""

import os
import re
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from backstretch.routine.fields import Fields, Report
from backstretch.routine.model import PARTS, Dose, Move, Pacing, Routine, Unit, Variant, View
from backstretch.routine.node import Node, Unparsable, parse
from backstretch.routine.own_poses import PoseLibrary, read_own_poses, with_own_poses
from backstretch.routine.problem import Problem
from backstretch.routine.steps import LONGEST_TITLE, read_step, read_steps

BIGGEST_FILE_BYTES = 256 * 1024
LONGEST_BRIEF = 200
LONGEST_HOW = 2000
MOST_MOVES = 40
MOST_REPS = 100
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Loaded:
    """`routine` is None exactly when there are problems. `own_poses` are the poses it brings
    along, as `Poses.extended` takes them; empty where it brings none."""

    path: Path
    routine: Routine | None
    problems: tuple[Problem, ...]
    own_poses: Mapping[str, object] = field(default_factory=dict)


def load(path: Path, poses: PoseLibrary, language: str = "en") -> Loaded:
    """The routine in the file at `path`, its texts in `language` where it has them.

    A routine may use the poses of `poses` and its own. Never raises for what is in the file.
    """
    report = Report(str(path))
    node = _open(path, report)
    if node is None:
        return Loaded(path, None, tuple(report.problems))
    fields = Fields(node, report, "routine", language)
    own, lines = read_own_poses(fields)
    names = with_own_poses(poses, own, lines, fields)
    routine = _read_routine(fields, report, names)
    problems = tuple(sorted(report.problems, key=lambda problem: problem.line))
    return Loaded(path, None if problems else routine, problems, own)


def _open(path: Path, report: Report) -> Node | None:
    try:
        data = _bytes(path)
    except IsADirectoryError:
        report.add(0, "not-a-file")
        return None
    except OSError as error:
        report.add(0, "unreadable", said=error.strerror or str(error))
        return None
    if len(data) > BIGGEST_FILE_BYTES:
        report.add(0, "too-big", most=str(BIGGEST_FILE_BYTES // 1024))
        return None
    try:
        return parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        report.add(data.count(b"\n", 0, error.start) + 1, "encoding")
    except Unparsable as reason:
        report.add(reason.line, reason.code, **reason.values)
    return None


def _bytes(path: Path) -> bytes:
    """The file's bytes, one more than allowed at most; a FIFO or device is not waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise IsADirectoryError(str(path))
        return file.read(BIGGEST_FILE_BYTES + 1)


def _read_routine(fields: Fields, report: Report, poses: Collection[str]) -> Routine:
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
        titles={tongue: text for tongue, (_, text) in fields.texts("title").items()},
        moves=tuple(_read_move(move, fields, poses) for move in moves),
    )
    _check_ids(routine, moves, report)
    fields.close()
    return routine


def _check_ids(routine: Routine, nodes: Sequence[Node], report: Report) -> None:
    seen: set[str] = set()
    for move, node in zip(routine.moves, nodes, strict=True):
        if move.id and move.id in seen:
            report.add(node.line, "taken-id", word=move.id)
        seen.add(move.id)


def _id(fields: Fields) -> str:
    word = fields.word("id")
    if word and (not _ID.fullmatch(word) or len(word) > LONGEST_TITLE):
        fields.report.add(fields.line_of("id"), "bad-id", word=word)
    return word


def _read_move(node: Node, outer: Fields, poses: Collection[str]) -> Move:
    fields = Fields(node, outer.report, "move", outer.language)
    move = Move(
        id=_id(fields),
        title=fields.text("title", LONGEST_TITLE),
        brief=fields.text("brief", LONGEST_BRIEF),
        pacing=fields.choice("pacing", get_args(Pacing)),  # type: ignore[arg-type]
        dose=_dose(fields.inner("dose")),
        begins=fields.choice("begins", poses, "unknown-pose"),
        ends=fields.choice("ends", poses, "unknown-pose"),
        view=_view(fields.inner("view")),
        how=fields.text("how", LONGEST_HOW),
        caution=fields.text("caution", LONGEST_HOW, needed=False),
        setup=read_step(fields.node("setup"), fields, "setup", poses),
        rep=read_steps("rep", fields, poses),
        opening=read_steps("opening", fields, poses) if fields.has("opening") else (),
        last=read_steps("last", fields, poses) if fields.has("last") else (),
        rest=read_step(fields.node("rest"), fields, "rest", poses) if fields.has("rest") else None,
        gentler=_variant(fields.inner("gentler")) if fields.has("gentler") else None,
    )
    _check_move(move, fields)
    fields.close()
    return move


def _check_move(move: Move, fields: Fields) -> None:
    if fields.has("setup") and fields.has("begins") and move.setup.pose != move.begins:
        fields.report.add(
            fields.line_of("setup"), "setup-elsewhere", pose=move.setup.pose, begins=move.begins
        )
    sides_known = all(problem.values.get("key") != "side" for problem in fields.report.problems)
    if move.dose.per_side and sides_known:
        for key, steps in (("rep", move.rep), ("last", move.last)):
            _check_sides(fields, key, [step.side or "" for step in steps])
    steps = (move.setup, *move.opening, *move.rep, *move.last, *filter(None, [move.rest]))
    if move.gentler is None and any(step.gentler for step in steps):
        fields.report.add(fields.line, "no-variant", move=move.id)


def _check_sides(fields: Fields, key: str, sides: list[str]) -> None:
    """A rep counted per side does all of one side, then all of the other."""
    turns = [side for place, side in enumerate(sides) if place == 0 or side != sides[place - 1]]
    if sides and sorted(set(sides)) != ["left", "right"]:
        fields.report.add(fields.line_of(key), "side-missing", key=key)
    elif len(turns) > 2:
        fields.report.add(fields.line_of(key), "sides-mixed", key=key)


def _dose(fields: Fields) -> Dose:
    least = fields.whole("least", 1, MOST_REPS)
    most = fields.whole("most", 1, MOST_REPS)
    if fields.has("least") and fields.has("most") and least > most:
        fields.report.add(
            fields.line_of("least"), "upside-down", key="dose", least=str(least), most=str(most)
        )
    unit = fields.choice("unit", get_args(Unit))
    dose = Dose(least, most, unit, fields.yes("per_side"))  # type: ignore[arg-type]
    fields.close()
    return dose


def _view(fields: Fields) -> View:
    view = View(fields.number("yaw", -360.0, 360.0), fields.number("pitch", -10.0, 90.0))
    fields.close()
    return view


def _variant(fields: Fields) -> Variant:
    variant = Variant(
        title=fields.text("title", LONGEST_TITLE),
        how=fields.text("how", LONGEST_HOW),
        spares=fields.words("spares", PARTS),
    )
    fields.close()
    return variant
