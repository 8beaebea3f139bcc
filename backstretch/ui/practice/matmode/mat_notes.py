"""What the strip confirms for a moment: a skip, an undo, a choice."""

from PySide6.QtCore import QCoreApplication

from backstretch.session.moment import Moment
from backstretch.settings.preferences import Facing, VoiceLevel
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.practice.matmode.mat_words import Forms, note
from backstretch.ui.words import practice_words
from backstretch.ui.words.facing_words import facing_told

Note = tuple[Shape, Forms]
_SAME = 1e-6


def note_of(before: Moment, now: Moment, undo_key: str) -> Note | None:
    """What was done between the two moments and is not seen by itself; None if nothing was.
    `undo_key` as the user reads it, "" if none is bound."""
    if now.undo_left > before.undo_left + _SAME:
        return "skip", _skipped(now, undo_key)
    if before.undo_left > 0 and now.undo_left == 0 and _is_back(before, now):
        return "tick", note(QCoreApplication.translate("Mat", "Undone"))
    if before.phase.key != now.phase.key:
        return None
    if before.gentler != now.gentler:
        return "tick", _gentler(on=now.gentler)
    if abs(now.phase.length - before.phase.length) > _SAME:
        return "tick", _pace(faster=now.phase.length < before.phase.length)
    return None


def _is_back(before: Moment, now: Moment) -> bool:
    return now.index < before.index or bool(before.ending and now.status == "playing")


def _skipped(now: Moment, undo_key: str) -> Forms:
    word, short = practice_words.skipped(now)[0], QCoreApplication.translate("Mat", "Skipped")
    if not undo_key:
        return note(word, short)
    undoes = QCoreApplication.translate("Mat", "{word} · {key} undoes it")
    return note(undoes.format(word=word, key=undo_key), word, short)


def _gentler(*, on: bool) -> Forms:
    if on:
        return note(QCoreApplication.translate("Mat", "Gentler version"))
    return note(QCoreApplication.translate("Mat", "Usual version"))


def _pace(*, faster: bool) -> Forms:
    if faster:
        little = QCoreApplication.translate("Mat", "A little faster")
        return note(little, QCoreApplication.translate("Mat", "Faster"))
    little = QCoreApplication.translate("Mat", "A little slower")
    return note(little, QCoreApplication.translate("Mat", "Slower"))


def voice_note(level: VoiceLevel) -> Note:
    return "dot", note(
        {
            "full": QCoreApplication.translate("Mat", "Voice: everything"),
            "cues": QCoreApplication.translate("Mat", "Voice: cues only"),
            "silent": QCoreApplication.translate("Mat", "Voice off"),
        }[level]
    )


def facing_note(facing: Facing) -> Note:
    return "tick", note(facing_told(facing)[0])
