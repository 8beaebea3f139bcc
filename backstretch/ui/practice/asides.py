"""What the practice page says around the move: queue, notices, instructions, mat mode."""

from PySide6.QtCore import QCoreApplication

from backstretch.routine.model import Move, Routine
from backstretch.session.moment import Moment
from backstretch.ui.words.practice_words import number


def queue_title() -> str:
    return QCoreApplication.translate("Practice", "Today’s moves")


def state_word(state: str) -> str:
    match state:
        case "done":
            return QCoreApplication.translate("Practice", "Done")
        case "now":
            return QCoreApplication.translate("Practice", "Now")
        case "next":
            return QCoreApplication.translate("Practice", "Next")
        case "skipped":
            return QCoreApplication.translate("Practice", "Skipped")
        case _:
            return ""


def queue_sentence(title: str, word: str, line: str) -> str:
    """A row of the queue for ears: `Upper back lifts, next, 12 reps`."""
    return ", ".join(part for part in (title, word, line) if part)


def figure_of(move: Move) -> str:
    return QCoreApplication.translate("Practice", "Figure: {move}").format(move=move.title)


def progress_name() -> str:
    return QCoreApplication.translate("Practice", "Progress of the session")


def instructions_of(move: Move) -> str:
    return QCoreApplication.translate("Practice", "How {move} is done").format(move=move.title)


def instruction_parts(move: Move) -> tuple[tuple[str, str], ...]:
    """Headings and texts of the fuller instructions; only what the routine says."""
    parts = [
        (QCoreApplication.translate("Practice", "Getting into it"), move.setup.cue),
        (QCoreApplication.translate("Practice", "How it is done"), move.how),
        (QCoreApplication.translate("Practice", "Take care"), move.caution),
    ]
    if move.gentler is not None:
        parts.append((move.gentler.title, move.gentler.how))
    return tuple((heading, text) for heading, text in parts if text.strip())


def title(moment: Moment, move: Move) -> tuple[str, str]:
    """What leads the title, if anything, and the title."""
    if moment.phase.kind == "lead-in":
        return QCoreApplication.translate("Practice", "First:"), move.title
    if moment.phase.kind == "change":
        return QCoreApplication.translate("Practice", "Next:"), move.title
    return "", move.title


def heralded(move: Move) -> str:
    """The title as it stands while the move is still to come, at its longest."""
    return QCoreApplication.translate("Practice", "Next:") + " " + move.title


def paused(why: str) -> tuple[str, str]:
    """The heading and the line of the notice while the session is paused."""
    heading = QCoreApplication.translate("Practice", "Paused")
    go_on = QCoreApplication.translate("Practice", "Space goes on where you left off")
    return heading, " ".join(part for part in (reason(why), go_on) if part)


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
    """What can be taken back: a move that was skipped, or only what was left of its reps."""
    move = moment.undo_move is not None and moment.moves[moment.undo_move].skipped
    return (
        QCoreApplication.translate("Practice", "Move skipped")
        if move
        else QCoreApplication.translate("Practice", "Rest of the reps left out"),
        QCoreApplication.translate("Practice", "You can take it back for a moment"),
    )


def paused_word() -> str:
    return QCoreApplication.translate("Practice", "Paused")


def go_on_word() -> str:
    return QCoreApplication.translate("Practice", "Space goes on")


def coming(routine: Routine, moment: Moment) -> tuple[str, str]:
    """What comes next, for reading from the mat: a word and a title; empty at the very end."""
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


def breath_invitation() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Practice", "Your breath sets the pace"),
        QCoreApplication.translate(
            "Practice", "Hold B while you breathe in, let go while you breathe out, three times"
        ),
    )


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
        QCoreApplication.translate("Practice", "{inhale} s in, {exhale} s out").format(
            inhale=number(inhale), exhale=number(exhale)
        ),
    )


def voice_told(level: str) -> tuple[str, str]:
    """How much is said from now on, and by what; a low room has place for the first alone."""
    voice = QCoreApplication.translate("Practice", "Voice")
    match level:
        case "full":
            return QCoreApplication.translate("Practice", "Everything is said"), voice
        case "cues":
            return QCoreApplication.translate("Practice", "Only the cues are said"), voice
        case _:
            return QCoreApplication.translate("Practice", "Nothing is said"), voice


def shown_slowly() -> str:
    return QCoreApplication.translate("Practice", "Shown slowly · S ends it")
