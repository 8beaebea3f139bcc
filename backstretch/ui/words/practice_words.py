"""What the practice page says: moments and moves put into words, through Qt's translation."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from backstretch.figure.body import Side
from backstretch.routine.model import Move
from backstretch.session.moment import Moment, MoveProgress
from backstretch.session.timeline import Phase


def number(value: float) -> str:
    """A number as the locale writes it, with one decimal only where there is one."""
    rounded = round(value, 1)
    if rounded == int(rounded):
        return QLocale().toString(int(rounded))
    return QLocale().toString(rounded, "f", 1)


def clock(seconds: float) -> str:
    """Minutes and seconds, `3:12`; with hours from an hour on. Rounded to the nearest second."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    digits = QLocale().toString
    if minutes < 60:
        return f"{digits(minutes)}:{_two_digits(rest)}"
    hours, minutes = divmod(minutes, 60)
    return f"{digits(hours)}:{_two_digits(minutes)}:{_two_digits(rest)}"


def _two_digits(value: int) -> str:
    return QLocale().toString(value).rjust(2, QLocale().toString(0))


def place_line(moment: Moment, move: Move, phases: Sequence[Phase]) -> str:
    """`Move 2 of 5 · with your breath · 4 s in, 5 s out`."""
    place = QCoreApplication.translate("Practice", "Move {number} of {total}").format(
        number=number(moment.phase.move + 1), total=number(len(moment.moves))
    )
    parts = [place, pacing(move), tempo(move, phases)]
    if moment.moves[moment.phase.move].gentler:
        parts.append(QCoreApplication.translate("Practice", "gentler"))
    return " · ".join(part for part in parts if part)


def pacing(move: Move) -> str:
    match move.pacing:
        case "breath":
            return QCoreApplication.translate("Practice", "with your breath")
        case "flow":
            return QCoreApplication.translate("Practice", "flowing")
        case "beat":
            return QCoreApplication.translate("Practice", "quick and steady")
        case "reps":
            return QCoreApplication.translate("Practice", "slow and strong")


def tempo(move: Move, phases: Sequence[Phase]) -> str:
    """How long a breath, a side or a rep takes; `phases` are those of one rep, with both its sides.
    Empty if there are none."""
    if not phases:
        return ""
    inhale = sum(phase.length for phase in phases if phase.breath == "in")
    exhale = sum(phase.length for phase in phases if phase.breath == "out")
    if move.pacing == "breath" and inhale and exhale:
        return QCoreApplication.translate("Practice", "{inhale} s in, {exhale} s out").format(
            inhale=number(inhale), exhale=number(exhale)
        )
    seconds = sum(phase.length for phase in phases)
    if move.dose.per_side:
        side = number(seconds / 2)
        return QCoreApplication.translate("Practice", "{seconds} s a side").format(seconds=side)
    whole = number(seconds)
    if move.dose.unit == "rounds":
        return QCoreApplication.translate("Practice", "{seconds} s a round").format(seconds=whole)
    return QCoreApplication.translate("Practice", "{seconds} s a rep").format(seconds=whole)


def phase_word(phase: Phase) -> str:
    """The word that leads the cue: the breath, or what the phase is called."""
    if phase.kind == "work" and phase.breath == "in":
        return QCoreApplication.translate("Practice", "Inhale")
    if phase.kind == "work" and phase.breath == "out":
        return QCoreApplication.translate("Practice", "Exhale")
    if phase.kind == "rest":
        return QCoreApplication.translate("Practice", "Rest")
    if phase.kind in ("lead-in", "change"):
        return QCoreApplication.translate("Practice", "Get ready")
    return phase.title


def short_cue(phase: Phase) -> tuple[str, str]:
    """The phase's word and the rest of its short cue, without saying the same thing twice. The
    side is named where there is one."""
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
    """The side that the phase begins, where the words don't say it; later steps only lead back."""
    if phase.side is None or (phase.per_side and phase.step > 0):
        return ""
    if side_word(phase.side).casefold() in words.casefold():
        return ""
    return side_word(phase.side)


def caption(phase: Phase) -> str:
    """What stands under the ring: `Inhale · arch`, `Lift`, `Sweep over · left`."""
    if phase.kind != "work":
        return phase_word(phase)
    return " · ".join(part for part in short_cue(phase) if part)


def side_word(side: Side) -> str:
    if side == "left":
        return QCoreApplication.translate("Practice", "left")
    return QCoreApplication.translate("Practice", "right")


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
    """`4 of 10, left`, for ears."""
    if moment.phase.kind != "work" or moment.count == 0:
        return phase_word(moment.phase)
    spoken = QCoreApplication.translate("Practice", "{count} of {total}").format(
        count=number(moment.count), total=number(moment.of)
    )
    side = moment.phase.side
    return f"{spoken}, {side_word(side)}" if side else spoken


def dose(move: Move, planned: int) -> str:
    """`6 each side`, `10 breaths`; `planned` counts both sides where counted per side."""
    if move.dose.per_side:
        return QCoreApplication.translate("Practice", "%n each side", None, planned // 2)
    return units(move, planned)


def units(move: Move, amount: int) -> str:
    match move.dose.unit:
        case "breaths":
            return QCoreApplication.translate("Practice", "%n breath(s)", None, amount)
        case "rounds":
            return QCoreApplication.translate("Practice", "%n round(s)", None, amount)
        case "bends":
            return QCoreApplication.translate("Practice", "%n bend(s)", None, amount)
        case "reps":
            return QCoreApplication.translate("Practice", "%n rep(s)", None, amount)


def done_of(move: Move, progress: MoveProgress) -> str:
    """`4 of 10 breaths`; `left 2 · right 1` where counted per side."""
    if progress.left is not None and progress.right is not None:
        return QCoreApplication.translate("Practice", "left {left} · right {right}").format(
            left=number(progress.left), right=number(progress.right)
        )
    return QCoreApplication.translate("Practice", "{done} of {amount}").format(
        done=number(progress.done), amount=units(move, progress.planned)
    )


def toggle_word(moment: Moment) -> str:
    if moment.status == "playing":
        return QCoreApplication.translate("Practice", "Pause")
    if moment.status == "ready":
        return QCoreApplication.translate("Practice", "Start")
    return QCoreApplication.translate("Practice", "Go on")


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
