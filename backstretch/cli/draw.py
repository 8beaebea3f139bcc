"""`backstretch draw MOVE … FILE`: a still of a move, or its whole rep as a moving picture."""

import argparse
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from backstretch.cli.refusal import Refusal

if TYPE_CHECKING:
    from backstretch.figure.look import Look
    from backstretch.paint.film import Film
    from backstretch.routine.model import Routine
    from backstretch.session.plan import Plan
    from backstretch.session.timeline import Phase

ANIMATED = (".gif", ".webp")
STILL = (".png", ".svg")
_LARGEST = 8192
_LARGEST_ANIMATED = 1920


def arguments(parser: argparse.ArgumentParser) -> None:
    # So that "--view -60,10" is read as a view, not as an option of its own.
    parser._negative_number_matcher = re.compile(r"^-[\d.]+(,-?[\d.]+)?$")
    parser.add_argument("move", metavar="MOVE", help="the id of a move, as in `backstretch score`")
    parser.add_argument("--phase", metavar="NAME", help="one phase of the move, by its name")
    parser.add_argument(
        "--at",
        type=_fraction,
        metavar="0..1",
        help="how far through the phase, or through one rep (both sides) where none is named",
    )
    parser.add_argument(
        "--view",
        type=_view,
        metavar="YAW,PITCH",
        help="degrees round the figure and above the floor",
    )
    variant_arguments(parser)
    figure_argument(parser)
    parser.add_argument("--dark", action="store_true", help="in the dark theme's colours")
    parser.add_argument("--size", type=_size, metavar="WxH", help="in pixels")
    parser.add_argument("file", metavar="FILE", help="a .png, .svg, .gif or .webp")


def variant_arguments(parser: argparse.ArgumentParser) -> None:
    """What a move's picture can be of, besides its usual way."""
    parser.add_argument("--gentler", action="store_true", help="the gentler variant")
    parser.add_argument(
        "--range",
        type=_range,
        default=100,
        metavar="PERCENT",
        help="how far it goes: 50 to 100 (the full poses)",
    )
    parser.add_argument("--side", choices=("left", "right"), help="one side of a move that has two")


def figure_argument(parser: argparse.ArgumentParser) -> None:
    from backstretch.figure.look import looks

    names = ", ".join(look.name for look in looks())
    parser.add_argument("--figure", metavar="NAME", help=f"who is drawn: {names}")


def run(options: argparse.Namespace) -> int:
    path = Path(options.file)
    kind = path.suffix.lower()
    if kind not in (*STILL, *ANIMATED):
        raise Refusal(f"'{options.file}' must end in .png, .svg, .gif or .webp")
    film, usual = _film(options)
    size = options.size or ((640, 480) if kind in ANIMATED else (1200, 900))
    if kind in ANIMATED:
        if options.at is not None:
            raise Refusal(f"{kind} holds the whole rep, so leave --at out or write a .png or .svg")
        if max(size) > _LARGEST_ANIMATED:
            raise Refusal(f"a moving picture can be {_LARGEST_ANIMATED} pixels at most each way")
        from backstretch.paint.moving import write_moving

        write_moving(film, options.dark, size, path)
    else:
        from backstretch.paint.still import write_still

        at = usual if options.at is None else options.at
        write_still(film, at, options.dark, size, path)
    print(f"{path}: {size[0]}×{size[1]}")
    return 0


def _film(options: argparse.Namespace) -> "tuple[Film, float]":
    """What to draw, and the fraction that shows most of it."""
    from backstretch.figure.camera import Camera
    from backstretch.figure.poses import load_poses
    from backstretch.paint.film import film_of
    from backstretch.routine.shelf import shelf
    from backstretch.session.layout import lay_out

    look = look_named(options.figure)
    found = shelf(load_poses())
    poses, routines = found.poses, [entry.routine for entry in found.routines]
    for routine in routines:
        if any(move.id == options.move for move in routine.moves):
            break
    else:
        known = ", ".join(dict.fromkeys(m.id for routine in routines for m in routine.moves))
        raise Refusal(f"there is no move '{options.move}'; name one of {known}")
    move = routine.move(options.move)
    if options.gentler and move.gentler is None:
        raise Refusal(f"'{move.id}' has no gentler variant; leave --gentler out")
    timeline = lay_out(routine, plan_of(routine, options.gentler, options.range), poses)
    phases = [phase for phase in timeline.phases if phase.move_id == options.move]
    yaw, pitch = options.view or (move.view.yaw, move.view.pitch)
    shown = of_side(chosen_phases(phases, options.phase), options.side)
    return film_of(shown, poses, Camera(yaw, pitch), look), telling(shown, bool(options.phase))


def plan_of(routine: "Routine", gentler: bool, percent: int) -> "Plan":
    """The usual plan in that range, or that of the gentler variants where there are any."""
    from backstretch.session.plan import plan_for

    plan, share = plan_for(routine), percent / 100
    choices = tuple(replace(c, gentler=gentler, range=share) for c in plan.choices)
    return replace(plan, choices=choices)


def of_side(phases: "list[Phase]", side: str | None) -> "list[Phase]":
    """Those of `side`, or all where none is named. Raises Refusal if there is none."""
    found = [phase for phase in phases if side in (None, phase.side)]
    if not found:
        raise Refusal(f"nothing there is done to the {side}; leave --side out")
    return found


def chosen_phases(phases: "list[Phase]", name: str | None) -> "list[Phase]":
    """The named phase, taken from the middle of the move if it recurs; else one rep with both
    sides."""
    work = [phase for phase in phases if phase.rep is not None]
    reps = sorted({phase.rep for phase in work if phase.rep is not None})
    usual = reps[1] if len(reps) > 2 else reps[0]
    if name is None:
        return [phase for phase in work if phase.rep == usual]
    named = [phase for phase in phases if phase.name == name]
    if not named:
        known = ", ".join(dict.fromkeys(phase.name for phase in phases))
        raise Refusal(f"there is no phase '{name}' in that move; name one of {known}")
    return [next((phase for phase in named if phase.rep == usual), named[0])]


def telling(phases: "list[Phase]", one: bool) -> float:
    """The fraction to show by default: the key pose of the phase, or of the rep."""
    first = phases[0]
    if one:
        return 0.5 if first.aim else 1.0
    seconds = sum(phase.length for phase in phases)
    if first.aim or first.side:
        return first.length / seconds * (0.5 if first.aim else 1.0)
    return 0.5


def look_named(name: str | None) -> "Look":
    """The figure of that name, the first one if none is named. Raises Refusal."""
    from backstretch.figure.look import look_of, looks

    names = [look.name for look in looks()]
    if name is not None and name not in names:
        raise Refusal(f"there is no figure '{name}'; name one of {', '.join(names)}")
    return look_of(name or names[0])


def _fraction(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' must be a number from 0 to 1")
    return value


def _range(text: str) -> int:
    if not re.fullmatch(r"\d{2,3}%?", text) or not 50 <= int(text.rstrip("%")) <= 100:
        raise argparse.ArgumentTypeError(f"'{text}' must be a whole number from 50 to 100")
    return int(text.rstrip("%"))


def _view(text: str) -> tuple[float, float]:
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", text)
    if not found or abs(float(found[1])) > 360 or abs(float(found[2])) > 90:
        raise argparse.ArgumentTypeError(
            f"'{text}' must be YAW,PITCH in degrees, such as -60,10 (pitch from -90 to 90)"
        )
    return float(found[1]), float(found[2])


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", text)
    wide, high = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (16 <= wide <= _LARGEST and 16 <= high <= _LARGEST):
        raise argparse.ArgumentTypeError(
            f"'{text}' must be WIDTHxHEIGHT in pixels, such as 1200x900 (16 to {_LARGEST})"
        )
    return wide, high
