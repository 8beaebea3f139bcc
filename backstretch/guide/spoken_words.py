"""What the voice says that is not in the routine file, in the language of the window."""

from typing import Literal, assert_never, get_args

from PySide6.QtCore import QCoreApplication

from backstretch.ports import Level

_LEAST_REST_SECONDS = 8.0
_RoundSeconds = Literal[10, 20, 30, 45, 60, 90, 120]
_ROUND_SECONDS: tuple[_RoundSeconds, ...] = get_args(_RoundSeconds)


def count(number: int) -> str:
    return str(number)


def counted(cue: str, number: str) -> str:
    """The verb first, so that it is heard as the movement begins."""
    return QCoreApplication.translate("Guide", "{cue}, {number}").format(cue=cue, number=number)


def counted_line(number: str, line: str) -> str:
    """A rep of a beat with a line of form: `3, Hips down.`"""
    return QCoreApplication.translate("Guide", "{number}, {line}").format(number=number, line=line)


def how_many(count: int, *, per_side: bool) -> str:
    """The dose of the move that comes. The number stands by itself, as it is recorded so."""
    if per_side:
        words = QCoreApplication.translate("Guide", "How many to each side? {count}.")
    else:
        words = QCoreApplication.translate("Guide", "How many? {count}.")
    return words.format(count=count)


def rest_for(seconds: float) -> str:
    """How long a rest is, in a round number; "" for a few seconds, which would be over by then."""
    if seconds < _LEAST_REST_SECONDS:
        return ""
    number = min(_ROUND_SECONDS, key=lambda each: abs(each - seconds))
    match number:
        case 10:
            return QCoreApplication.translate("Guide", "Rest for ten seconds.")
        case 20:
            return QCoreApplication.translate("Guide", "Rest for twenty seconds.")
        case 30:
            return QCoreApplication.translate("Guide", "Rest for half a minute.")
        case 45:
            return QCoreApplication.translate("Guide", "Rest for three quarters of a minute.")
        case 60:
            return QCoreApplication.translate("Guide", "Rest for a minute.")
        case 90:
            return QCoreApplication.translate("Guide", "Rest for a minute and a half.")
        case 120:
            minutes = round(seconds / 60)
            return QCoreApplication.translate("Guide", "Rest for %n minute(s).", None, minutes)
        case _:
            assert_never(number)


def countdown(seconds: int) -> str:
    return str(seconds)


def last_two() -> str:
    return QCoreApplication.translate("Guide", "Last two")


def last_one() -> str:
    return QCoreApplication.translate("Guide", "Last one")


def first(move: str) -> str:
    return QCoreApplication.translate("Guide", "{move}.").format(move=move)


def coming(move: str) -> str:
    return QCoreApplication.translate("Guide", "Next: {move}.").format(move=move)


def paused() -> str:
    return QCoreApplication.translate("Guide", "Paused")


def going_on() -> str:
    return QCoreApplication.translate("Guide", "Going on")


def gentler() -> str:
    return QCoreApplication.translate("Guide", "Gentler")


def ready() -> str:
    """Said just before the work of a move begins."""
    return QCoreApplication.translate("Guide", "Ready")


def whenever_ready() -> str:
    return QCoreApplication.translate("Guide", "Whenever you are ready")


def finished() -> str:
    return QCoreApplication.translate(
        "Guide",
        "That's it, well done. When you're ready, walk your hands back and come up slowly, "
        "head last.",
    )


def well_done() -> str:
    return QCoreApplication.translate("Guide", "Well done")


def level(name: Level) -> str:
    match name:
        case "full":
            return QCoreApplication.translate("Guide", "Full guidance")
        case "cues":
            return QCoreApplication.translate("Guide", "Cues only")
        case "silent":
            return QCoreApplication.translate("Guide", "Silent from here on")
        case _:
            assert_never(name)


def sound_check() -> str:
    return QCoreApplication.translate("Guide", "Breathe in, and let your shoulders sink.")


def joined(*parts: str) -> str:
    """The parts as sentences, each with its full stop; empty parts are left out."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…:。" else f"{part}." for part in said)
