"""The names of body parts, and where a move is felt."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from backstretch.routine.model import Move
from backstretch.translation_marks import QT_TRANSLATE_NOOP

NAMES = {
    "neck": QT_TRANSLATE_NOOP("Body", "neck"),
    "chest": QT_TRANSLATE_NOOP("Body", "chest"),
    "shoulders": QT_TRANSLATE_NOOP("Body", "shoulders"),
    "between-shoulder-blades": QT_TRANSLATE_NOOP("Body", "between the shoulder blades"),
    "arms": QT_TRANSLATE_NOOP("Body", "arms"),
    "wrists": QT_TRANSLATE_NOOP("Body", "wrists"),
    "sides": QT_TRANSLATE_NOOP("Body", "sides"),
    "belly": QT_TRANSLATE_NOOP("Body", "belly"),
    "upper-back": QT_TRANSLATE_NOOP("Body", "upper back"),
    "lower-back": QT_TRANSLATE_NOOP("Body", "lower back"),
    "hips": QT_TRANSLATE_NOOP("Body", "hips"),
    "glutes": QT_TRANSLATE_NOOP("Body", "glutes"),
    "thighs": QT_TRANSLATE_NOOP("Body", "thighs"),
    "knees": QT_TRANSLATE_NOOP("Body", "knees"),
}


def felt(move: Move) -> str:
    """What works and what is lengthened in the move's reps, a line each, with the colour in which
    it glows on the figure; "" if the routine says nothing of it."""
    works = _named(step.works for step in move.rep)
    lengthens = _named(step.lengthens for step in move.rep)
    lines = []
    if works:
        words = QCoreApplication.translate("Body", "Working (amber on the figure): {parts}.")
        lines.append(words.format(parts=works))
    if lengthens:
        words = QCoreApplication.translate("Body", "Lengthening (light blue): {parts}.")
        lines.append(words.format(parts=lengthens))
    return "\n".join(lines)


def _named(parts: Iterable[tuple[str, ...]]) -> str:
    found = dict.fromkeys(part for step in parts for part in step)
    names = [QCoreApplication.translate("Body", NAMES[part]) for part in found]
    return QLocale().createSeparatedList(names)
