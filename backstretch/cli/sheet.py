"""`backstretch sheet [ROUTINE] FILE.pdf`: writes a one-page handout."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from backstretch.cli.draw import (
    chosen_phases,
    figure_argument,
    look_named,
    plan_of,
    variant_arguments,
)
from backstretch.cli.refusal import Refusal
from backstretch.cli.score import STANDARD, find_routine

if TYPE_CHECKING:
    from backstretch.figure.body import Body
    from backstretch.figure.camera import Camera
    from backstretch.figure.drawing import Box, Drawing
    from backstretch.figure.look import Look
    from backstretch.figure.poses import Poses
    from backstretch.paint.handout import Row
    from backstretch.routine.model import Dose, Move, Routine
    from backstretch.session.timeline import Phase

_MOST_MOVES = 7
_UNITS = {
    "reps": ("rep", "reps"),
    "breaths": ("breath", "breaths"),
    "rounds": ("round", "rounds"),
    "bends": ("bend", "bends"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "routine",
        nargs="?",
        default=STANDARD,
        metavar="ROUTINE",
        help=f"the id of a routine, or the path of its file ({STANDARD} where none is named)",
    )
    variant_arguments(parser)
    figure_argument(parser)
    parser.add_argument("file", metavar="FILE.pdf", help="the page to write")


def run(options: argparse.Namespace) -> int:
    from backstretch.figure.poses import load_poses
    from backstretch.paint.application import drawing_application
    from backstretch.paint.handout import Page, write_page
    from backstretch.session.layout import lay_out

    path = Path(options.file)
    if path.suffix.lower() != ".pdf":
        raise Refusal(f"'{options.file}' must end in .pdf")
    look = look_named(options.figure)
    routine, poses = find_routine(options.routine, load_poses())
    if len(routine.moves) > _MOST_MOVES:
        raise Refusal(f"a page holds {_MOST_MOVES} moves; '{routine.id}' has {len(routine.moves)}")
    phases = lay_out(routine, plan_of(routine, options.gentler, options.range), poses).phases
    rows = tuple(
        _row(
            _as_done(move, options.gentler),
            [p for p in phases if p.move_id == move.id],
            poses,
            look,
            options.side,
        )
        for move in routine.moves
    )
    summary = routine.summary.split("\n\n")[0]
    page = Page(routine.title, summary, routine.safety, _advice(routine), routine.source, rows)
    application = drawing_application()
    write_page(page, look, path)
    del application
    print(f"{path}: {routine.title}, {len(rows)} moves")
    return 0


def dose_words(dose: "Dose") -> str:
    """How often to do a move, in the words of a handout."""
    count = str(dose.least) if dose.least == dose.most else f"{dose.least}–{dose.most}"
    unit = _UNITS[dose.unit][0 if dose.most == 1 else 1]
    words = f"{count} {unit} each side" if dose.per_side else f"{count} {unit}"
    return f"{words}, {dose.each}" if dose.each else words


def _advice(routine: "Routine") -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The headings and lists of who should be careful."""
    lists = (
        ("Ask a doctor or physiotherapist first if you have any of these", routine.ask_first),
        ("Stop and see a doctor at once if", routine.see_doctor),
    )
    return tuple((heading, lines) for heading, lines in lists if lines)


def _as_done(move: "Move", gentler: bool) -> "Move":
    """The move with the steps as they are in that variant, without those that are only held."""
    from backstretch.session.layout import gentled

    last = [gentled(step, gentler) for step in move.last if not step.held]
    rep = [gentled(step, gentler) for step in move.rep]
    setup = gentled(move.setup, gentler)
    return replace(move, setup=setup, begins=setup.pose, rep=tuple(rep), last=tuple(last))


def _note(move: "Move") -> str:
    """The caution, and how the last rep ends if that differs."""
    if not move.last or move.last[-1].pose == move.rep[-1].pose:
        return move.caution
    unit = _UNITS[move.dose.unit][0]
    return f"{move.caution}\nLast {unit}: {move.last[-1].title}."


def _in_order(phase: "Phase", rep: "list[Phase]", begins: str) -> "Phase":
    """`phase`, or the next one if it opens the rep and comes from the end of the rep before, so
    that the two pictures show the rep forwards."""
    opens = phase == rep[0] and len(rep) > 1
    return rep[1] if opens and not phase.aim and phase.way.begins != begins else phase


def _row(
    move: "Move", phases: "list[Phase]", poses: "Poses", look: "Look", side: str | None
) -> "Row":
    from backstretch.figure.blend import body_at
    from backstretch.figure.camera import Camera
    from backstretch.figure.motion import Motion, Place, Stop, Way
    from backstretch.figure.view_box import window_of
    from backstretch.paint.handout import Picture, Row

    camera = Camera(move.view.yaw, move.view.pitch)
    rep = chosen_phases(phases, None)
    start = body_at(poses, Motion(Place(Way((Stop(0.0, move.begins),)), 0.0)), look.build)
    # The second picture is the pose farthest from where the move begins, after a long way.
    sided = [phase for phase in rep if side in (None, phase.side)] or rep
    telling = max(sided, key=lambda phase: _telling(phase, start, poses))
    shown = _in_order(telling, rep, move.begins)
    before = rep[rep.index(shown) - 1]
    first, last = _ends(shown, poses)
    after = _third(rep, shown, phases)
    third = _ends(after, poses)[1] if after else None
    box: Box = window_of((first, last, third) if third else (first, last), camera, look)
    # No phase leads to the start of the rep; the way into the move says how to sit or lie.
    opening = shown == rep[0]
    came = (move.setup.title, move.setup.cue) if opening else (before.title, before.cue)
    pictures = [
        Picture(_drawings(first, camera, look), *came),
        Picture(_drawings(last, camera, look), shown.title, shown.cue),
    ]
    if after and third:
        pictures.append(Picture(_drawings(third, camera, look), after.title, after.cue))
    return Row(move.title, dose_words(move.dose), _note(move), tuple(pictures), box)


def _third(rep: "list[Phase]", shown: "Phase", phases: "list[Phase]") -> "Phase | None":
    """The rest after the move, else the next phase of the rep; None where it only goes back to a
    pose that is shown already."""
    rests = [phase for phase in phases if phase.kind == "rest"]
    at = rep.index(shown)
    begins = shown.way.begins
    for phase in (*rests, *rep[at + 1 : at + 2]):
        if phase.pose not in (begins, shown.pose):
            return phase
    return None


def _ends(phase: "Phase", poses: "Poses") -> "tuple[Body, Body]":
    """The body as the phase begins, and in the pose that the phase leads to."""
    from backstretch.figure.blend import body_at
    from backstretch.figure.build import EVEN
    from backstretch.figure.motion import Motion, Place

    before, after = _fullness(phase)
    first = Motion(Place(phase.way, 0.0), fullness=before)
    last = Motion(Place(phase.way, 0.5 if phase.aim else 1.0), fullness=after)
    return body_at(poses, first, EVEN), body_at(poses, last, EVEN)


def _fullness(phase: "Phase") -> tuple[float, float]:
    """How full the lungs are as the phase begins and as it ends, 0 to 1."""
    match phase.breath:
        case "in":
            return 0.0, 1.0
        case "hold":
            return 1.0, 1.0
        case "out" | None:
            return 1.0, 0.0
        case _:
            assert_never(phase.breath)


def _telling(phase: "Phase", start: "Body", poses: "Poses") -> float:
    first, last = _ends(phase, poses)
    return round(_difference(first, last) + _difference(start, last), 2)


def _difference(first: "Body", last: "Body") -> float:
    def places(body: "Body") -> list[float]:
        joints = [body.head.at, body.spine[2].at, body.pelvis.at]
        for limbs in (body.left, body.right):
            joints += [limbs.wrist, limbs.elbow, limbs.knee, limbs.ankle]
        return [number for joint in joints for number in joint]

    return sum(abs(a - b) for a, b in zip(places(first), places(last), strict=True))


def _drawings(body: "Body", camera: "Camera", look: "Look") -> "tuple[Drawing, ...]":
    from backstretch.figure.outline import draw_list, mat_drawing

    return mat_drawing(camera), draw_list(body, camera, look, shadow=False)
