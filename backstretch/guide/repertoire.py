"""Every line that can be spoken of a routine, for whoever records them. Pure.

A line is a sentence, as the narrator leaves out the last sentences of a text that is too long; a
count and the cue after it are two lines.
"""

from collections.abc import Iterator
from typing import get_args

from backstretch.guide import spoken_words
from backstretch.ports import Level
from backstretch.routine.model import Routine, Step
from backstretch.system.voice.pieces import key, sentences

HIGHEST_NUMBER = 60


def repertoire(routines: tuple[Routine, ...]) -> tuple[str, ...]:
    """The lines, each once, in the language of the routines and of the program: first those that
    every routine needs."""
    lines: dict[str, str] = {}
    for text in (*fixed(), *(text for each in routines for text in _texts(each))):
        for sentence in sentences(text):
            lines.setdefault(key(sentence), sentence)
    return tuple(lines.values())


def fixed() -> tuple[str, ...]:
    """Numbers and the program's own words."""
    return (
        *(spoken_words.count(number) for number in range(1, HIGHEST_NUMBER + 1)),
        spoken_words.last_two(),
        spoken_words.last_one(),
        spoken_words.paused(),
        spoken_words.going_on(),
        spoken_words.gentler(),
        spoken_words.ready(),
        spoken_words.whenever_ready(),
        spoken_words.finished(),
        spoken_words.well_done(),
        *(spoken_words.level(level) for level in get_args(Level)),
        *(spoken_words.how_many(1, per_side=per_side) for per_side in (False, True)),
        spoken_words.sound_check(),
    )


def _texts(routine: Routine) -> Iterator[str]:
    for move in routine.moves:
        yield move.title
        yield spoken_words.first(move.title)
        yield spoken_words.coming(move.title)
        yield move.brief
        yield move.caution
        yield move.caution_short
        if move.rest is not None:
            yield spoken_words.rest_for(move.rest.tempo.seconds)
        for step in move.steps:
            yield from _said(step)


def _said(step: Step) -> Iterator[str]:
    own: tuple[str, ...] = (step.short, step.say, step.cue)
    own += tuple(line.text for line in step.coach)
    gentler = step.gentler
    if gentler is not None:
        own += (gentler.short or "", gentler.say or "", gentler.cue or "")
        own += tuple(line.text for line in gentler.coach or ())
    yield from (text for text in own if text)
