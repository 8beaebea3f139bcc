"""What mat mode shows at a moment: a short cue, the count, and what comes next."""

from dataclasses import dataclass

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase
from backstretch.ui.parts.shapes import Shape
from backstretch.ui.parts.text_block import Run
from backstretch.ui.words import doses, practice_words


@dataclass(frozen=True, slots=True)
class FarWords:
    """Everything that mat mode says at one moment."""

    shape: Shape
    cue: tuple[Run, ...]
    count: tuple[str, str]
    coming: tuple[Run, ...]


def extent(words: FarWords) -> tuple[object, ...]:
    """What decides how much room the words take. The count always gets room for two digits, so that
    9 to 10 moves nothing."""
    return words.cue, words.coming, words.count[1], max(2, len(words.count[0]))


def far_words(routine: Routine, moment: Moment, shape: Shape, resume_key: str) -> FarWords:
    """`resume_key` as the user reads it, "" if none is bound."""
    if moment.status == "paused":
        word = practice_words.skipped(moment)[0] if moment.ending else practice_words.paused_word()
        shape, cue = "pause", _cue(word, practice_words.resume_word(resume_key))
    else:
        cue = cue_of(moment.phase)
    lead, title = practice_words.coming(routine, moment)
    coming = (Run(f"{lead} ", "far-soft"), Run(title, "far-text")) if title else ()
    return FarWords(shape, cue, practice_words.count(moment), coming)


def _cue(word: str, rest: str) -> tuple[Run, ...]:
    first = Run(word, "far-accent", bold=True)
    return (first, Run(f" · {rest}", "far-text", bold=True)) if rest else (first,)


def cue_of(phase: Phase) -> tuple[Run, ...]:
    """The short cue of a phase. The side is left to the shape unless the cue itself names it."""
    if phase.kind in ("lead-in", "change") and phase.short:
        return _cue(phase.short, "")
    word, rest = practice_words.short_cue(phase)
    named = phase.side is not None and rest == doses.side_word(phase.side)
    return _cue(word, "" if named else rest)
