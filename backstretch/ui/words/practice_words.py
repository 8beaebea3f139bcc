"""What the practice page says: moments and moves in words, through Qt's translation."""

from collections.abc import Sequence
from typing import Literal, assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.routine.model import Breath, Move, Routine
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
    """The word of the phase and the rest of its short cue, without repetition. Names the side if
    there is one."""
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
    """The side, if this phase begins it and the words do not name it; later steps only lead
    back."""
    if phase.side is None or (phase.per_side and phase.step > 0):
        return ""
    if doses.side_word(phase.side).casefold() in words.casefold():
        return ""
    return doses.side_word(phase.side)


def caption(phase: Phase) -> str:
    """The caption under the ring: `Inhale · arch`, `Lift`, `Sweep over · left`."""
    if phase.kind != "work":
        return phase_word(phase)
    return " · ".join(part for part in short_cue(phase) if part)


def count(moment: Moment) -> tuple[str, str]:
    """The large figure in the ring and the small line under it."""
    if moment.reentry > 0:
        again = QCoreApplication.translate("Practice", "and on")
        return number(_seconds_up(moment.reentry)), again
    if moment.phase.kind == "work":
        if moment.count == 0:
            first = moment.phase.rep is None
            return "", QCoreApplication.translate("Practice", "to begin") if first else ""
        of = QCoreApplication.translate("Practice", "of {total}").format(total=number(moment.of))
        return number(moment.count), of
    if moment.waiting:
        return "", QCoreApplication.translate("Practice", "ready?")
    return number(_seconds_up(moment.remaining)), QCoreApplication.translate("Practice", "seconds")


def _seconds_up(seconds: float) -> int:
    return int(-(-seconds // 1))


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
    match moment.status:
        case "playing":
            return QCoreApplication.translate("Practice", "Pause")
        case "ready":
            return QCoreApplication.translate("Practice", "Start")
        case "paused" | "finished" | "stopped":
            return QCoreApplication.translate("Practice", "Go on")
        case _:
            assert_never(moment.status)


def more_word() -> str:
    return QCoreApplication.translate("Practice", "More")


def more_tip() -> str:
    return QCoreApplication.translate("Practice", "Everything else you can do here")


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


def instructions_of(move: Move) -> str:
    return QCoreApplication.translate("Practice", "How {move} is done").format(move=move.title)


def instruction_parts(move: Move) -> tuple[tuple[str, str], ...]:
    """Headings and texts of the fuller instructions, as far as the routine has them."""
    parts = [
        (QCoreApplication.translate("Practice", "Getting into it"), move.setup.cue),
        (QCoreApplication.translate("Practice", "How it is done"), move.how),
        (QCoreApplication.translate("Practice", "Take care"), move.caution),
    ]
    if move.gentler is not None:
        parts.append((move.gentler.title, move.gentler.how))
    return tuple((heading, text) for heading, text in parts if text.strip())


def title(moment: Moment, move: Move) -> tuple[str, str]:
    """The word before the title, if any, and the title."""
    match moment.phase.kind:
        case "lead-in":
            return QCoreApplication.translate("Practice", "First:"), move.title
        case "change":
            return QCoreApplication.translate("Practice", "Next:"), move.title
        case "work" | "rest":
            return "", move.title
        case _:
            assert_never(moment.phase.kind)


def heralded(move: Move) -> str:
    """The title at its longest: while the move is still to come."""
    return QCoreApplication.translate("Practice", "Next:") + " " + move.title


def paused(why: str, key: str) -> tuple[str, str]:
    """The heading and the line of the notice during a pause. `key` resumes; "" if none is bound."""
    heading = QCoreApplication.translate("Practice", "Paused")
    if key:
        resume = QCoreApplication.translate("Practice", "Press {key} to resume.").format(key=key)
    else:
        resume = QCoreApplication.translate("Practice", "The play button resumes.")
    return heading, " ".join(part for part in (reason(why), resume) if part)


def reason(why: str) -> str:
    """Why the session paused by itself, as a sentence."""
    match why:
        case "slept":
            return QCoreApplication.translate("Practice", "The computer was asleep.")
        case "stopped":
            return QCoreApplication.translate("Practice", "The program stood still for a while.")
        case "clock":
            return QCoreApplication.translate("Practice", "The clock was changed.")
        case "locked":
            return QCoreApplication.translate("Practice", "The screen was locked.")
        case _:
            return why


def skipped(moment: Moment) -> tuple[str, str]:
    """What can be undone: a skipped move, or only the rest of its reps."""
    move = moment.undo_move is not None and moment.moves[moment.undo_move].skipped
    return (
        QCoreApplication.translate("Practice", "Move skipped")
        if move
        else QCoreApplication.translate("Practice", "Rest of the reps left out"),
        QCoreApplication.translate("Practice", "You can take it back for a moment"),
    )


def paused_word() -> str:
    return QCoreApplication.translate("Practice", "Paused")


def resume_word(key: str) -> str:
    """What resumes a paused session, short enough for mat mode; "" if no key is bound."""
    if not key:
        return ""
    return QCoreApplication.translate("Practice", "{key} resumes").format(key=key)


def coming(routine: Routine, moment: Moment) -> tuple[str, str]:
    """What comes next, for mat mode: a word and a title; both empty at the very end."""
    if moment.phase.kind in ("lead-in", "change"):
        lead = QCoreApplication.translate("Practice", "Next:")
        return lead, routine.move(moment.phase.move_id).title
    lead = QCoreApplication.translate("Practice", "Then:")
    if moment.coming is not None:
        return lead, routine.move(moment.moves[moment.coming].id).title
    rest = routine.move(moment.phase.move_id).rest
    if rest is not None and moment.phase.kind == "work":
        return lead, rest.title
    return "", ""


def hold_word() -> str:
    return QCoreApplication.translate("Practice", "Hold to breathe in")


def breath_invitation(key: str) -> tuple[str, str]:
    """`key` is the one to hold; "" if only the button can be held."""
    heading = QCoreApplication.translate("Practice", "Your breath sets the pace")
    if not key:
        line = QCoreApplication.translate(
            "Practice",
            "Hold the button while you breathe in, let go while you breathe out, three times",
        )
        return heading, line
    line = QCoreApplication.translate(
        "Practice", "Hold {key} while you breathe in, let go while you breathe out, three times"
    )
    return heading, line.format(key=key)


def breathing_in() -> str:
    return QCoreApplication.translate("Practice", "Breathing in …")


def breathing_out() -> str:
    return QCoreApplication.translate("Practice", "Breathing out …")


def breath_of(breath: int, breaths: int) -> str:
    return QCoreApplication.translate("Practice", "Breath {count} of {total}").format(
        count=number(breath), total=number(breaths)
    )


def breath_taken(inhale: float, exhale: float) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Practice", "This is your pace now"),
        doses.breath_lengths(inhale, exhale),
    )


def voice_told(level: str) -> tuple[str, str]:
    """How much is said from now on, and what says it. In a low room only the first is shown."""
    voice = QCoreApplication.translate("Practice", "Voice")
    match level:
        case "full":
            return QCoreApplication.translate("Practice", "Everything is said"), voice
        case "cues":
            return QCoreApplication.translate("Practice", "Only the cues are said"), voice
        case _:
            return QCoreApplication.translate("Practice", "Nothing is said"), voice


def shown_slowly(key: str) -> str:
    """`key` ends it; "" if none is bound."""
    if not key:
        return QCoreApplication.translate("Practice", "Shown slowly")
    return QCoreApplication.translate("Practice", "Shown slowly · {key} ends it").format(key=key)
