"""What the end of a session says, in the language of the window."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.routine.model import Routine
from backstretch.session.moment import MoveProgress
from backstretch.ui.summary.summary_facts import SummaryFacts
from backstretch.ui.words import numbers


def headline(facts: SummaryFacts) -> str:
    match facts.status:
        case "finished" if facts.in_full == len(facts.moves):
            return QCoreApplication.translate("Summary", "Well done.")
        case "finished":
            return QCoreApplication.translate("Summary", "Done.")
        case "stopped":
            return QCoreApplication.translate("Summary", "Every minute counts.")
        case _:
            assert_never(facts.status)


def length(seconds: float) -> str:
    """`6 min 52 s`."""
    whole, rest = divmod(max(0, round(seconds)), 60)
    if not whole:
        words = QCoreApplication.translate("Summary", "{seconds} s")
    else:
        words = QCoreApplication.translate("Summary", "{minutes} min {seconds} s")
    return words.format(minutes=numbers.number(whole), seconds=numbers.number(rest))


def sentence(facts: SummaryFacts) -> str:
    """One thing that is true of this session; the rarest that is."""
    if facts.is_first:
        return QCoreApplication.translate(
            "Summary", "Your first session is done. The next one will feel familiar."
        )
    if facts.reaches_goal:
        return QCoreApplication.translate(
            "Summary",
            "That makes %n day(s) this week: your goal is reached.",
            None,
            facts.goal_days,
        )
    if facts.in_full < len(facts.moves):
        if not facts.in_full:
            return QCoreApplication.translate("Summary", "You did %n rep(s).", None, facts.reps)
        words = QCoreApplication.translate("Summary", "You did {done} of {planned} moves in full.")
        done, planned = numbers.number(facts.in_full), numbers.number(len(facts.moves))
        return words.format(done=done, planned=planned)
    sides = facts.sides
    if sides is not None and sides[0] == sides[1]:
        return QCoreApplication.translate(
            "Summary", "You did every rep, and as many to the left as to the right."
        )
    return QCoreApplication.translate("Summary", "You did every rep.")


def days_line(facts: SummaryFacts) -> str:
    """`3 of 4 days`, or `3 days` without a goal."""
    assert facts.week is not None
    done = facts.week.days_practised
    if not facts.goal_days:
        return QCoreApplication.translate("Summary", "%n day(s) this week", None, done)
    words = QCoreApplication.translate("Summary", "{done} of %n day(s)", None, facts.goal_days)
    return words.format(done=numbers.number(done))


def details_line(facts: SummaryFacts) -> str:
    """`5 moves · 60 of 60 reps · left 6, right 6`."""
    parts = [
        QCoreApplication.translate("Summary", "%n move(s)", None, len(facts.moves)),
        QCoreApplication.translate("Summary", "{done} of %n rep(s)", None, facts.planned).format(
            done=numbers.number(facts.reps)
        ),
    ]
    if facts.sides is not None:
        words = QCoreApplication.translate("Summary", "left {left}, right {right}")
        left, right = map(numbers.number, facts.sides)
        parts.append(words.format(left=left, right=right))
    return " · ".join(parts)


def move_done(move: MoveProgress) -> str:
    """`12 of 12`, `12 of 12, gentler`, or `skipped`."""
    if move.skipped and not move.done:
        return QCoreApplication.translate("Summary", "skipped")
    told = numbers.of(move.done, move.planned)
    words = QCoreApplication.translate("Summary", "{told}, gentler")
    return words.format(told=told) if move.gentler else told


def move_title(routine: Routine, move: MoveProgress) -> str:
    return routine.move(move.id).title
