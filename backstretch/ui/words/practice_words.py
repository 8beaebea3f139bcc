"""What the practice page says: moments and moves in words, through Qt's translation."""

from collections.abc import Sequence
from math import ceil
from typing import Literal, assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.ports import Level
from backstretch.routine.model import Breath, Move, Routine
from backstretch.session.commands import Why
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase
from backstretch.ui.words import doses
from backstretch.ui.words.numbers import clock, number

MoveState = Literal["done", "now", "next", "later", "skipped"]
"""The states of a move in the queue."""


def place_line(moment: Moment, move: Move, phases: Sequence[Phase]) -> str:
    """`Move 2 of 5 · with your breath · 4 s in, 5 s out`."""
    place = QCoreApplication.translate("Practice", "Move {number} of {total}").format(
        number=number(moment.phase.move + 1), total=number(len(moment.moves))
    )
    parts = [place, doses.pacing_word(move.pacing), doses.tempo(move, phases)]
    if moment.moves[moment.phase.move].gentler:
        parts.append(QCoreApplication.translate("Practice", "gentler"))
    return " · ".join(part for part in parts if part)


def phase_word(phase: Phase) -> str:
    """The word that leads the cue: the breath, or the name of the phase."""
    match phase.kind:
        case "rest":
            return QCoreApplication.translate("Practice", "Rest")
        case "lead-in" | "change":
            return QCoreApplication.translate("Practice", "Get ready")
        case "work":
            return phase.title if phase.breath is None else breath_word(phase.breath)
        case _:
            assert_never(phase.kind)


def breath_word(breath: Breath) -> str:
    match breath:
        case "in":
            return QCoreApplication.translate("Practice", "Inhale")
        case "hold":
            return QCoreApplication.translate("Practice", "Hold")
        case "out":
            return QCoreApplication.translate("Practice", "Exhale")
        case _:
            assert_never(breath)


def short_cue(phase: Phase) -> tuple[str, str]:
    """The word of the phase and the rest of its short cue, without that word. In a step of work
    without breath the cue leads instead, followed by the side."""
    word, short = phase_word(phase), phase.short.strip().rstrip(".!")
    if phase.kind == "work" and phase.breath is None and short:
        return short, _side_unless_in(short, phase)
    if short.casefold() == word.casefold():
        return word, ""
    for joint in (" · ", " – ", " — ", ", ", ": ", " "):
        if short.casefold().startswith((word + joint).casefold()):
            return word, short[len(word + joint) :]
    return word, short


def _side_unless_in(words: str, phase: Phase) -> str:
    """The side, unless `words` name it already. Of a rep counted per side only the first step goes
    to that side; the others come back, so they do not name it."""
    if phase.side is None or (phase.per_side and phase.step > 0):
        return ""
    side = doses.side_word(phase.side)
    return "" if side.casefold() in words.casefold() else side


def caption(phase: Phase) -> str:
    """The caption under the ring: `Inhale · arch`, `Lift`, `Sweep over · left`."""
    if phase.kind != "work":
        return phase_word(phase)
    return " · ".join(part for part in short_cue(phase) if part)


def count(moment: Moment) -> tuple[str, str]:
    """The large number in the ring and the small line under it. Seconds are rounded up, so that a
    countdown shows 1 until it is over."""
    if moment.reentry > 0:
        again = QCoreApplication.translate("Practice", "and on")
        return number(ceil(moment.reentry)), again
    match moment.phase.kind:
        case "work" if moment.count == 0:
            first = moment.phase.rep is None
            return "", QCoreApplication.translate("Practice", "to begin") if first else ""
        case "work":
            of = QCoreApplication.translate("Practice", "of {total}")
            return number(moment.count), of.format(total=number(moment.of))
        case "lead-in" | "change" | "rest":
            if moment.waiting:
                return "", QCoreApplication.translate("Practice", "ready?")
            left = number(ceil(moment.remaining))
            return left, QCoreApplication.translate("Practice", "seconds")
        case _:
            assert_never(moment.phase.kind)


def count_sentence(moment: Moment) -> str:
    """`4 of 10, left`, for screen readers."""
    if moment.phase.kind != "work" or moment.count == 0:
        return phase_word(moment.phase)
    spoken = QCoreApplication.translate("Practice", "{count} of {total}").format(
        count=number(moment.count), total=number(moment.of)
    )
    side = moment.phase.side
    return f"{spoken}, {doses.side_word(side)}" if side else spoken


def toggle_word(moment: Moment) -> str:
    """What the play button does if pressed now."""
    match moment.status:
        case "playing":
            return QCoreApplication.translate("Practice", "Pause")
        case "ready":
            return QCoreApplication.translate("Practice", "Start")
        case "paused" | "finished" | "stopped":
            return QCoreApplication.translate("Practice", "Resume")
        case _:
            assert_never(moment.status)


def leave_mat_word() -> str:
    return QCoreApplication.translate("Practice", "Leave mat mode")


def range_words(share: float) -> str:
    """`Range 80%`."""
    words = QCoreApplication.translate("Practice", "Range {number}%")
    return words.format(number=number(round(share * 100)))


def range_tip() -> str:
    return QCoreApplication.translate("Practice", "How far you go in this move")


def more_word() -> str:
    return QCoreApplication.translate("Practice", "More")


def more_tip() -> str:
    return QCoreApplication.translate("Practice", "Everything else you can do here")


def no_gentler() -> str:
    """Why the button for the gentler variant is disabled."""
    return QCoreApplication.translate("Practice", "This move has no gentler variant")


def pace_word() -> str:
    return QCoreApplication.translate("Practice", "Pace")


def reps_word() -> str:
    return QCoreApplication.translate("Practice", "Reps")


def elapsed_sentence(moment: Moment) -> str:
    return QCoreApplication.translate("Practice", "{time} done").format(time=clock(moment.elapsed))


def left_sentence(moment: Moment) -> str:
    return QCoreApplication.translate("Practice", "{time} left").format(time=clock(moment.left))


def queue_title() -> str:
    return QCoreApplication.translate("Practice", "Today’s moves")


def state_word(state: MoveState) -> str:
    match state:
        case "done":
            return QCoreApplication.translate("Practice", "Done")
        case "now":
            return QCoreApplication.translate("Practice", "Now")
        case "next":
            return QCoreApplication.translate("Practice", "Next")
        case "skipped":
            return QCoreApplication.translate("Practice", "Skipped")
        case "later":
            return ""
        case _:
            assert_never(state)


def queue_sentence(title: str, word: str, line: str) -> str:
    """A row of the queue for screen readers: `Upper back lifts, next, 12 reps`."""
    return ", ".join(part for part in (title, word, line) if part)


def figure_of(move: Move) -> str:
    return QCoreApplication.translate("Practice", "Figure: {move}").format(move=move.title)


def progress_name() -> str:
    return QCoreApplication.translate("Practice", "Progress of the session")


def title(moment: Moment, move: Move) -> tuple[str, str]:
    """The word before the title, if any, and the title."""
    match moment.phase.kind:
        case "lead-in":
            return QCoreApplication.translate("Practice", "First:"), move.title
        case "change":
            return next_word(), move.title
        case "work" | "rest":
            return "", move.title
        case _:
            assert_never(moment.phase.kind)


def heralded(move: Move) -> str:
    """The title in its longest form, to reserve room for it."""
    return f"{next_word()} {move.title}"


def next_word() -> str:
    return QCoreApplication.translate("Practice", "Next:")


def paused(why: Why, key: str) -> tuple[str, str]:
    """The heading and the line of the notice during a pause. `key` resumes; "" if none is bound."""
    if key:
        resume = QCoreApplication.translate("Practice", "Press {key} to resume.").format(key=key)
    else:
        resume = QCoreApplication.translate("Practice", "The play button resumes.")
    return paused_word(), " ".join(part for part in (reason(why), resume) if part)


def reason(why: Why) -> str:
    """Why the session paused by itself, as a sentence; "" if the user paused it."""
    match why:
        case "slept":
            return QCoreApplication.translate("Practice", "The computer was asleep.")
        case "stopped":
            return QCoreApplication.translate("Practice", "The program stood still for a while.")
        case "clock":
            return QCoreApplication.translate("Practice", "The clock was changed.")
        case "locked":
            return QCoreApplication.translate("Practice", "The screen was locked.")
        case "":
            return ""
        case _:
            assert_never(why)


def skipped(moment: Moment) -> tuple[str, str]:
    """Heading and line of the notice after a skip, of a move or of the rest of its reps."""
    left = moment.undo_move
    if moment.ending == "move" or (left is not None and moment.moves[left].skipped):
        heading = QCoreApplication.translate("Practice", "Move skipped")
    else:
        heading = QCoreApplication.translate("Practice", "Remaining reps skipped")
    if moment.ending:
        return heading, QCoreApplication.translate(
            "Practice", "Undo within 5 seconds, or the session ends"
        )
    return heading, QCoreApplication.translate("Practice", "Undo within 5 seconds")


def paused_word() -> str:
    return QCoreApplication.translate("Practice", "Paused")


def resume_word(key: str) -> str:
    """What resumes a paused session, short enough for mat mode; "" if no key is bound."""
    if not key:
        return ""
    return QCoreApplication.translate("Practice", "{key} resumes").format(key=key)


def coming(routine: Routine, moment: Moment) -> tuple[str, str]:
    """What comes next, for mat mode: a word and a title; both empty at the very end."""
    then = QCoreApplication.translate("Practice", "Then:")
    match moment.phase.kind:
        case "lead-in" | "change":
            return next_word(), routine.move(moment.phase.move_id).title
        case "work" | "rest" if moment.coming is not None:
            return then, routine.move(moment.moves[moment.coming].id).title
        case "work":
            rest = routine.move(moment.phase.move_id).rest
            return (then, rest.title) if rest is not None else ("", "")
        case "rest":
            return "", ""
        case _:
            assert_never(moment.phase.kind)


def hold_word() -> str:
    return QCoreApplication.translate("Practice", "Hold to breathe in")


def voice_told(level: Level) -> tuple[str, str]:
    """What is said from now on, and the word "Voice"; a low notice shows only the first."""
    voice = QCoreApplication.translate("Practice", "Voice")
    match level:
        case "full":
            return QCoreApplication.translate("Practice", "Everything is said"), voice
        case "cues":
            return QCoreApplication.translate("Practice", "Only the cues are said"), voice
        case "silent":
            return QCoreApplication.translate("Practice", "Nothing is said"), voice
        case _:
            assert_never(level)


def shown_slowly(key: str) -> str:
    """The caption of the slow showing. `key` ends it; "" if none is bound."""
    if not key:
        return QCoreApplication.translate("Practice", "Shown slowly")
    return QCoreApplication.translate("Practice", "Shown slowly · {key} ends it").format(key=key)
