"""What is said when. Pure: a scene in, utterances out.

Each text is chosen to fit the time there is, the richest first, by an estimate of how long it takes
to say. The voice, which can measure, may still choose the shorter words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from backstretch.guide import spoken_words
from backstretch.guide.scene import Scene
from backstretch.ports import Level, Utterance

Seconds = Callable[[str], float]

CUE, COUNT, INSTRUCTION, STEERING = range(4)
"""Priorities, lowest first."""

READY_SECONDS = 1.3
"""So long before work begins, "Ready" is said; the instructions are over by then."""
_MARGIN_SECONDS = 0.15
_LINE_MARGIN_SECONDS = 0.08
_LEAST_ROOM_SECONDS = 0.5
_HOPE = 1.15
"""By this factor an estimate may exceed what a text really takes."""
_COUNTED_DOWN = 3
_BEGUN = 0.05
"""From this share on a rest is not at its begin any more."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…。])\s+")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a teacher adds to the words of a phase if there is time: one line of form, and what to
    be careful about. `coming` is the lesson of the move that follows a rest."""

    line: str = ""
    cautions: tuple[str, ...] = ()
    coming: "Lesson | None" = None


NOTHING_MORE = Lesson()


def entering(
    scene: Scene, level: Level, seconds: Seconds, lesson: Lesson = NOTHING_MORE
) -> Utterance | None:
    """What to say as the phase begins, or begins again after a pause."""
    if level == "silent":
        return None
    kind = scene.phase.kind
    match kind:
        case "lead-in" | "change" if scene.room < _LEAST_ROOM_SECONDS:
            return None  # no lead-in was wanted; words would run into the first cue
        case "lead-in" | "change":
            texts, room = _getting_in(scene, level, seconds, lesson), _before_ready(scene)
        case "rest":
            texts = _resting(scene, level, lesson)
            room = scene.room - _early(scene, level, seconds, lesson)
        case "work":
            return _working(scene, level, seconds, lesson.line)
        case _:
            assert_never(kind)
    return _fitted(texts, room, INSTRUCTION, seconds)


def fits(scene: Scene, line: str, seconds: Seconds) -> bool:
    """True if there is time for a line of form after the shortest words of the phase."""
    if scene.is_beat and not _count(scene).isdecimal():
        return False  # that the end is near is enough to hear
    coached = _coached(scene, _told(scene, "full"), line)
    return min(seconds(text) for text in coached) <= scene.run - _LINE_MARGIN_SECONDS


def before_its_time(
    scene: Scene, level: Level, seconds: Seconds, lesson: Lesson = NOTHING_MORE
) -> Utterance | None:
    """How to get into the next move, begun during the rest before it if the change of position
    alone is too short. None until the rest has only as much time left as that needs."""
    coming = scene.following
    if coming is None or not 0 < scene.moment.remaining <= _early(scene, level, seconds, lesson):
        return None
    texts = _getting_in(coming, level, seconds, lesson.coming or NOTHING_MORE)
    return _fitted(texts, scene.moment.remaining + _before_ready(coming), INSTRUCTION, seconds)


def _early(scene: Scene, level: Level, seconds: Seconds, lesson: Lesson) -> float:
    """How many seconds before the end of a rest the instructions of the next move begin."""
    coming = scene.following
    if level != "full" or scene.phase.kind != "rest" or coming is None:
        return 0.0
    # The line of form is added only if there is time for it.
    needed = replace(lesson.coming or NOTHING_MORE, line="")
    whole = _getting_in(coming, level, seconds, needed)[0]
    return max(0.0, _HOPE * seconds(whole) - _before_ready(coming))


def getting_ready(scene: Scene, level: Level) -> Utterance | None:
    """That work is about to begin; None unless it is."""
    moment, coming = scene.moment, scene.following
    if level == "silent" or scene.phase.kind == "work" or scene.phase.waits or coming is None:
        return None
    if coming.phase.kind != "work" or not 0 < moment.remaining <= READY_SECONDS:
        return None
    return Utterance(spoken_words.ready(), moment.remaining, CUE)


def _before_ready(scene: Scene) -> float:
    """Seconds for instructions before a move begins."""
    return scene.room - READY_SECONDS if scene.room > 2 * READY_SECONDS else scene.room


def pausing(level: Level) -> Utterance | None:
    return _steering(spoken_words.paused(), level)


def going_on(scene: Scene, level: Level) -> Utterance | None:
    """What to say after a pause; before a long count-in also which move goes on."""
    reentry = scene.moment.reentry
    if reentry > _COUNTED_DOWN + 2:
        words = spoken_words.joined(spoken_words.going_on(), scene.move.title, scene.phase.short)
        return _steering(words, level, reentry - _COUNTED_DOWN, spoken_words.going_on())
    return _steering(spoken_words.going_on(), level) if reentry == 0 else None


def counting_down(before: float, now: float, level: Level) -> Utterance | None:
    """The number to say if a new whole second began between `before` and `now` (seconds left of the
    count-in)."""
    number = _whole(now)
    if level == "silent" or not 0 < number <= _COUNTED_DOWN or number == _whole(before):
        return None
    return Utterance(spoken_words.countdown(number), now, STEERING)


def _whole(seconds: float) -> int:
    return -int(-seconds // 1)


def waiting(level: Level) -> Utterance | None:
    if level == "silent":
        return None
    return Utterance(spoken_words.whenever_ready(), 60.0, CUE)


def turning_gentler(scene: Scene, level: Level, seconds: Seconds) -> Utterance | None:
    """What to say when the current move switches to its gentler variant, or back."""
    if level == "silent":
        return None
    phase = scene.phase
    name = spoken_words.gentler() if scene.moment.gentler else ""
    texts = [
        spoken_words.joined(name, phase.cue),
        spoken_words.joined(name, phase.short),
        phase.short,
    ]
    return _fitted(texts, scene.room, STEERING, seconds)


def finishing(level: Level) -> Utterance | None:
    return _steering(spoken_words.finished(), level, 10.0, spoken_words.well_done())


def _steering(words: str, level: Level, room: float = 3.0, shorter: str = "") -> Utterance | None:
    return None if level == "silent" else Utterance(words, room, STEERING, shorter)


def _getting_in(
    scene: Scene, level: Level, seconds: Seconds, lesson: Lesson = NOTHING_MORE
) -> list[str]:
    """The move's name, how to get into it and what to be careful about. Includes everything that is
    needed while the face is down, as nothing can be read then."""
    phase, title = scene.phase, scene.move.title
    name = spoken_words.first(title) if phase.kind == "lead-in" else spoken_words.coming(title)
    brief = [spoken_words.joined(name, phase.short), spoken_words.joined(title)]
    if level == "cues":
        return brief
    said = phase.say or phase.cue
    whole = said if _names(title, said) else spoken_words.joined(name, said)
    careful = spoken_words.joined(whole, *lesson.cautions)
    counted = spoken_words.joined(whole, _how_many(scene), *lesson.cautions)
    room = _before_ready(scene) - _MARGIN_SECONDS
    part = _beginning(whole, title, room, seconds)
    rounded = spoken_words.joined(part, scene.move.brief) if part else ""
    return [
        spoken_words.joined(counted, lesson.line),
        counted,
        careful,
        whole,
        rounded,
        part,
        spoken_words.joined(name, phase.cue),
        *brief,
    ]


def _how_many(scene: Scene) -> str:
    return spoken_words.how_many(scene.dose, per_side=scene.move.dose.per_side)


def _beginning(whole: str, title: str, room: float, seconds: Seconds) -> str:
    """As many of the first sentences as fit into `room` seconds, with the move's name in them."""
    sentences = _SENTENCE_ENDS.split(whole)
    for end in range(len(sentences) - 1, 0, -1):
        part = " ".join(sentences[:end])
        part = part if _names(title, part) else spoken_words.joined(title, part)
        if seconds(part) <= room:
            return part
    return ""


def _names(title: str, said: str) -> bool:
    """True if at least half of the title's words are in `said`."""
    wanted = set(_WORDS.findall(title.casefold()))
    return 2 * len(wanted & set(_WORDS.findall(said.casefold()))) >= len(wanted)


def _resting(scene: Scene, level: Level, lesson: Lesson) -> list[str]:
    phase = scene.phase
    if level != "full":
        return [phase.short]
    said = phase.say or phase.cue
    # Resumed in the middle of it, nobody counts from its begin.
    length = spoken_words.rest_for(phase.length) if scene.moment.fraction < _BEGUN else ""
    careful = spoken_words.joined(said, length, *lesson.cautions)
    return [
        spoken_words.joined(careful, lesson.line),
        careful,
        spoken_words.joined(said, length),
        said,
        phase.cue,
        phase.short,
    ]


def _working(scene: Scene, level: Level, seconds: Seconds, line: str) -> Utterance | None:
    """The words of the phase with the count, in the phase's own time. Followed by the line of form,
    if there is one, they may last until the next phase that must be told."""
    told = _told(scene, level)
    priority = COUNT if scene.begins_count else CUE
    shorter = [] if scene.is_beat else [scene.phase.short, _count(scene)]
    # What must be heard may last longer than its phase, if the next one's words are not needed.
    plain = _fitted(
        [*told, *shorter], scene.run if scene.begins_count else scene.room, priority, seconds
    )
    if plain is None or not line or level != "full" or not fits(scene, line, seconds):
        return plain
    room = scene.run - _LINE_MARGIN_SECONDS
    text = next(text for text in _coached(scene, told, line) if seconds(text) <= room)
    return Utterance(text, scene.run, priority, plain.shorter or plain.text)


def _told(scene: Scene, level: Level) -> list[str]:
    """The words of the phase with the count, the richest first."""
    count, phase = _count(scene), scene.phase
    say = phase.say if level == "full" or len(phase.say) < len(phase.short) else ""
    cues = [] if scene.is_beat else [cue for cue in (say, phase.short) if cue]
    return [_with_count(cue, count) for cue in cues] if cues and count else cues or [count]


def _coached(scene: Scene, told: list[str], line: str) -> list[str]:
    """Each of the texts with the line of form after it. A beat leaves no time for the pause between
    two sentences."""
    if scene.is_beat:
        return [spoken_words.counted_line(words, line) for words in told]
    return [spoken_words.joined(words, line) for words in told]


def _with_count(cue: str, count: str) -> str:
    if count.isdecimal():
        return spoken_words.counted(cue, count)
    return spoken_words.joined(cue, count)


def _count(scene: Scene) -> str:
    """The count as the screen shows it, or that the end is near; "" if it does not go up here."""
    if not scene.begins_count or scene.moment.count == 0:
        return ""
    if scene.moment.of > 2 and scene.reps_left == 1:
        return spoken_words.last_two()
    if scene.moment.of > 1 and scene.reps_left == 0:
        return "" if scene.has_words_of_its_own else spoken_words.last_one()
    return spoken_words.count(scene.moment.count)


def _fitted(texts: list[str], room: float, priority: int, seconds: Seconds) -> Utterance | None:
    """An utterance of the richest of `texts` that may fit, with the richest that surely fits as its
    shorter words. The voice says the first if the estimate was too careful, else the other."""
    texts = [text for text in texts if text]
    if not texts:
        return None
    surely = [text for text in texts if seconds(text) <= room - _MARGIN_SECONDS]
    safe = surely[0] if surely else min(texts, key=seconds)
    rich = next((text for text in texts if seconds(text) <= _HOPE * room), safe)
    if rich != safe:
        return Utterance(rich, room, priority, safe)
    shorter = [text for text in surely[1:] if seconds(text) < seconds(safe)]
    return Utterance(safe, room, priority, shorter[0] if shorter else "")
