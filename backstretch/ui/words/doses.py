"""Doses, sides, pacing and tempo of a move, in the language of the window."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.ui.words.numbers import number

if TYPE_CHECKING:  # Today shows doses at start-up, before the routine and session rooms are loaded
    from backstretch.figure.body import Side
    from backstretch.routine.model import Move, Pacing, Unit
    from backstretch.session.moment import MoveProgress
    from backstretch.session.timeline import Phase


def units(unit: "Unit", amount: int) -> str:
    """`10 breaths`."""
    match unit:
        case "breaths":
            return QCoreApplication.translate("Doses", "%n breath(s)", None, amount)
        case "rounds":
            return QCoreApplication.translate("Doses", "%n round(s)", None, amount)
        case "bends":
            return QCoreApplication.translate("Doses", "%n bend(s)", None, amount)
        case "reps":
            return QCoreApplication.translate("Doses", "%n rep(s)", None, amount)
        case _:
            assert_never(unit)


def dose(count: int, unit: "Unit", *, per_side: bool) -> str:
    """`6 each side`, `10 breaths`. `count` is for one side if `per_side`."""
    if per_side:
        return QCoreApplication.translate("Doses", "%n each side", None, count)
    return units(unit, count)


def planned_dose(move: "Move", planned: int) -> str:
    """As `dose`, but `planned` counts both sides together."""
    per_side = move.dose.per_side
    return dose(planned // 2 if per_side else planned, move.dose.unit, per_side=per_side)


def done_of(move: "Move", progress: "MoveProgress") -> str:
    """`4 of 10 breaths`, or `left 2 · right 1` if the move is counted per side."""
    if progress.left is not None and progress.right is not None:
        return QCoreApplication.translate("Doses", "left {left} · right {right}").format(
            left=number(progress.left), right=number(progress.right)
        )
    return QCoreApplication.translate("Doses", "{done} of {amount}").format(
        done=number(progress.done), amount=units(move.dose.unit, progress.planned)
    )


def side_word(side: "Side") -> str:
    match side:
        case "left":
            return QCoreApplication.translate("Doses", "left")
        case "right":
            return QCoreApplication.translate("Doses", "right")
        case _:
            assert_never(side)


def sides(left: int | None, right: int | None) -> str:
    """`6 · 6`, left first; empty if the move is not counted per side."""
    if left is None or right is None:
        return ""
    return f"{number(left)} · {number(right)}"


def pacing_word(pacing: "Pacing") -> str:
    match pacing:
        case "breath":
            return QCoreApplication.translate("Doses", "with your breath")
        case "flow":
            return QCoreApplication.translate("Doses", "flowing")
        case "beat":
            return QCoreApplication.translate("Doses", "quick and steady")
        case "reps":
            return QCoreApplication.translate("Doses", "slow and strong")
        case _:
            assert_never(pacing)


def tempo(move: "Move", phases: "Sequence[Phase]") -> str:
    """How long a breath, a side or a rep takes. `phases` are those of one rep, both sides of it;
    returns "" if there are none."""
    if not phases:
        return ""
    inhale, hold, exhale = _breath_seconds(phases)
    if move.pacing == "breath" and inhale and exhale:
        return breath_lengths(inhale, exhale, hold)
    seconds = sum(phase.length for phase in phases)
    if move.dose.per_side:
        side = number(seconds / 2)
        return QCoreApplication.translate("Doses", "{seconds} s a side").format(seconds=side)
    whole = number(seconds)
    match move.dose.unit:
        case "rounds":
            return QCoreApplication.translate("Doses", "{seconds} s a round").format(seconds=whole)
        case "reps" | "breaths" | "bends":
            return QCoreApplication.translate("Doses", "{seconds} s a rep").format(seconds=whole)
        case _:
            assert_never(move.dose.unit)


def _breath_seconds(phases: "Sequence[Phase]") -> tuple[float, float, float]:
    """The seconds of inhaling, holding and exhaling in all phases together."""
    inhale = hold = exhale = 0.0
    for phase in phases:
        match phase.breath:
            case "in":
                inhale += phase.length
            case "hold":
                hold += phase.length
            case "out":
                exhale += phase.length
            case None:
                pass
            case _:
                assert_never(phase.breath)
    return inhale, hold, exhale


def breath_lengths(inhale: float, exhale: float, hold: float = 0.0) -> str:
    """`4 s in, 5 s out`, or with a hold `4 s in, 2 s held, 5 s out`."""
    if hold:
        text = QCoreApplication.translate("Doses", "{inhale} s in, {hold} s held, {exhale} s out")
        return text.format(inhale=number(inhale), hold=number(hold), exhale=number(exhale))
    return QCoreApplication.translate("Doses", "{inhale} s in, {exhale} s out").format(
        inhale=number(inhale), exhale=number(exhale)
    )
