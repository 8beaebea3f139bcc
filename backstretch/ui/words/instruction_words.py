"""What the page of a session says of how a move is done, and of what to be careful about."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.routine.model import Move
from backstretch.session.moment import Moment
from backstretch.ui.words import body_words


def instructions_of(move: Move) -> str:
    return QCoreApplication.translate("Practice", "How {move} is done").format(move=move.title)


def instruction_parts(move: Move) -> tuple[tuple[str, str], ...]:
    """Headings and texts of the fuller instructions, without those that the routine leaves out."""
    parts = [
        (QCoreApplication.translate("Practice", "Getting into it"), move.setup.cue),
        (QCoreApplication.translate("Practice", "How to do it"), move.how),
        (QCoreApplication.translate("Practice", "Feel it here"), body_words.felt(move)),
        (QCoreApplication.translate("Practice", "Take care"), move.caution),
    ]
    if move.gentler is not None:
        parts.append((move.gentler.title, move.gentler.how))
    return tuple((heading, text) for heading, text in parts if text.strip())


def caution_line(moment: Moment, move: Move) -> str:
    """What to be careful about, shown while getting into position; "" during the work."""
    match moment.phase.kind:
        case "lead-in" | "change":
            return move.caution
        case "work" | "rest":
            return ""
        case _:
            assert_never(moment.phase.kind)
