"""`backstretch score [ROUTINE] [--json]`: prints the player's own timeline, with this user's doses,
paces and variants."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from backstretch.cli.refusal import Refusal
from backstretch.routine.model import Routine
from backstretch.session.timeline import Phase, Timeline
from backstretch.settings import Preferences, read

if TYPE_CHECKING:
    from backstretch.figure.poses import Poses

STANDARD = "balanced-back"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "routine",
        nargs="?",
        default=STANDARD,
        metavar="ROUTINE",
        help=f"the id of a routine, or the path of its file ({STANDARD} where none is named)",
    )
    parser.add_argument("--json", action="store_true", help="for programs to read")


def run(options: argparse.Namespace) -> int:
    from backstretch.figure.poses import load_poses
    from backstretch.session.layout import lay_out
    from backstretch.session.preferred import plan_of

    routine, poses = find_routine(options.routine, load_poses())
    timeline = lay_out(routine, plan_of(routine, _preferences()), poses)
    print(_as_json(timeline) if options.json else _as_table(timeline, routine))
    return 0


def _preferences() -> Preferences:
    """The preferences that the player follows besides the routine."""
    from backstretch.paths import places

    return read(places().settings).preferences


def find_routine(named: str, poses: "Poses") -> "tuple[Routine, Poses]":
    """The routine with that id, or in the file at that path, and the poses it may use. Raises
    Refusal."""
    from backstretch.cli.problem_words import worded
    from backstretch.routine.load import load
    from backstretch.routine.shelf import shelf

    if "/" in named or "\\" in named or named.endswith((".yaml", ".yml")):
        loaded = load(Path(named), poses)
        if loaded.routine is None:
            more = len(loaded.problems) - 1
            tail = f" (and {more} more; see `backstretch check`)" if more else ""
            raise Refusal(worded(loaded.problems[0]) + tail)
        own = loaded.own_poses
        return loaded.routine, poses.extended(own) if own else poses
    shelved = shelf(poses)
    found = shelved.find(named)
    if found is None:
        known = ", ".join(entry.routine.id for entry in shelved.routines)
        raise Refusal(f"there is no routine '{named}'; name one of {known}, or a file")
    return found, shelved.poses


def _as_json(timeline: Timeline) -> str:
    import json

    phases = [_entry(phase) for phase in timeline.phases]
    seconds = round(timeline.seconds, 3)
    score = {"routine": timeline.routine_id, "seconds": seconds, "phases": phases}
    return json.dumps(score, indent=1, ensure_ascii=False)


def _entry(phase: Phase) -> dict[str, object]:
    return {
        "start": round(phase.start, 3),
        "length": round(phase.length, 3),
        "kind": phase.kind,
        "move": phase.move_id,
        "rep": phase.rep,
        "side": phase.side,
        "breath": phase.breath,
        "pose": phase.pose,
        "cue": phase.cue,
    }


def _as_table(timeline: Timeline, routine: Routine) -> str:
    lines = [f"{routine.title}, {_clock(timeline.seconds)}"]
    for index, phase in enumerate(timeline.phases):
        if index == 0 or phase.move != timeline.phases[index - 1].move:
            lines += ["", routine.move(phase.move_id).title]
        rep = "" if phase.rep is None else str(phase.rep)
        lines.append(
            f"  {_clock(phase.start):>5} {phase.length:6.2f} s  {phase.kind:<8} {rep:>3} "
            f"{phase.side or '':<6}{phase.breath or '':<5}{phase.pose:<18} {phase.short}"
        )
    return "\n".join(lines)


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
