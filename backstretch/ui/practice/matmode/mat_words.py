"""What mat mode shows at a moment: a short cue, the count, and in the end what comes next."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.parts.text_block import Run
from backstretch.ui.words import doses, practice_words

Line = tuple[Run, ...]
Forms = tuple[Line, Line, Line]
"""The same in shorter and shorter words."""


@dataclass(frozen=True, slots=True)
class FarWords:
    """Everything that mat mode says at one moment."""

    shape: Shape
    cue: Forms
    count: tuple[str, str]
    coming: Line


def far_words(routine: Routine, moment: Moment, shape: Shape, resume_key: str) -> FarWords:
    """`resume_key` as the user reads it, "" if none is bound."""
    cue = forms_of(moment.phase)
    if moment.status == "paused":
        word = practice_words.skipped(moment)[0] if moment.ending else practice_words.paused_word()
        shape, cue = "pause", _forms(_cue(word, practice_words.resume_word(resume_key)), _cue(word))
    return FarWords(shape, cue, practice_words.count(moment), _coming(routine, moment))


def forms_of(phase: Phase) -> Forms:
    """The short cue of a phase. The side is left to the shape unless the cue itself names it."""
    if phase.kind in ("lead-in", "change") and phase.short:
        ready = QCoreApplication.translate("Mat", "Ready")
        return _forms(_cue(phase.short), _cue(practice_words.phase_word(phase)), _cue(ready))
    word, rest = practice_words.short_cue(phase)
    if phase.side is None:
        last = word if phase.breath else min(word, phase.title, key=len)
        return _forms(_cue(word, rest), _cue(word), _cue(last))
    side = doses.side_word(phase.side)
    # On the way back from a side its name would mislead; there the sign alone is left.
    last = "" if phase.per_side and phase.step > 0 else side[:1].upper() + side[1:]
    return _forms(_cue(word, "" if rest == side else rest), _cue(word), _cue(last))


def spoken(line: Line) -> str:
    return "".join(run.text for run in line)


def _cue(word: str, rest: str = "") -> Line:
    first = Run(word, "far-accent", bold=True)
    return (first, Run(f" · {rest}", "far-text", bold=True)) if rest else (first,)


def _forms(*lines: Line) -> Forms:
    return lines[0], lines[min(1, len(lines) - 1)], lines[-1]


def note(*texts: str) -> Forms:
    """A confirmation, in one to three forms."""
    return _forms(*(_cue(text) for text in texts))


def _coming(routine: Routine, moment: Moment) -> Line:
    """The move that comes next; only in the last rep and the rest after it."""
    match moment.phase.kind:
        case "work" if moment.count == 0 or moment.count < moment.of:
            return ()
        case "lead-in" | "change":
            return ()
        case _:
            lead, title = practice_words.coming(routine, moment)
    return (Run(f"{lead} ", "far-soft"), Run(title, "far-text")) if title else ()
