"""Charts and sessions as sentences. They head the charts, and replace them for screen readers."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.history.calendar_file import CalendarWords
from backstretch.history.practice import Practice
from backstretch.history.reading import Span
from backstretch.history.week import MoveDone, SessionDone, Week
from backstretch.routine.titles import Titles
from backstretch.ui.words import numbers


def week_sentence(week: Week, before: Week, practice: Practice, today: date) -> str:
    """Days against the goal, minutes, the change since the week `before`, left against right, and
    stiffness, as far as there is anything to say. A week that is not over is not compared; what is
    left to the goal is told instead."""
    parts = [_days(week, practice)]
    if week.seconds:
        parts.append(numbers.minutes(week.seconds))
        over = today > week.first + timedelta(days=6)
        parts += _change(week, before) if over else _still_to_go(week, practice)
    whole = [" · ".join(parts)]
    if week.seconds:
        whole += [*_balance(week.sessions), *_stiffness(week.sessions)]
    full_stop = QCoreApplication.translate("History", "{sentence}.")
    return " ".join(full_stop.format(sentence=part) for part in whole if part)


def trend_sentence(spans: Sequence[Span]) -> str:
    """The mean minutes a week, weeks without practice included, and how stiffness developed."""
    active = [span for span in spans if span.seconds]
    if not active:
        return QCoreApplication.translate("History", "Nothing in these twelve weeks.")
    mean = sum(span.seconds for span in spans) / len(spans)
    text = QCoreApplication.translate("History", "{minutes} a week on average.")
    told = [text.format(minutes=numbers.minutes(mean))]
    rated = [value for span in spans if (value := stiffness(span)) is not None]
    if len(rated) > 1:
        text = QCoreApplication.translate("History", "Stiffness went from {first} to {last}.")
        told.append(text.format(first=numbers.number(rated[0]), last=numbers.number(rated[-1])))
    return " ".join(told)


def stiffness(span: Span) -> float | None:
    """The mean rating after sessions, or before them if none was given after; None if unrated."""
    return span.after if span.after is not None else span.before


def month_sentence(days_practised: int, seconds: float) -> str:
    if not days_practised:
        return QCoreApplication.translate("History", "Nothing in this month.")
    text = QCoreApplication.translate("History", "{days}, {minutes}.")
    return text.format(days=numbers.days(days_practised), minutes=numbers.minutes(seconds))


def year_sentence(days_practised: int, seconds: float) -> str:
    if not days_practised:
        return QCoreApplication.translate("History", "Nothing in this year.")
    text = QCoreApplication.translate("History", "{days}, {minutes}.")
    return text.format(days=numbers.days(days_practised), minutes=numbers.minutes(seconds))


def _days(week: Week, practice: Practice) -> str:
    done = week.days_practised
    if practice.rests(week.first):
        rest = QCoreApplication.translate("History", "Rest week")
        return f"{rest} · {numbers.days(done)}" if done else rest
    if practice.goal and done >= practice.goal:
        text = QCoreApplication.translate("History", "{days}, the goal is reached")
        return text.format(days=numbers.days(done))
    if practice.goal:
        text = QCoreApplication.translate("History", "{done} of %n day(s)", None, practice.goal)
        return text.format(done=numbers.number(done))
    return numbers.days(done)


def _still_to_go(week: Week, practice: Practice) -> list[str]:
    left = practice.goal - week.days_practised
    if left <= 0 or practice.rests(week.first):
        return []
    return [QCoreApplication.translate("History", "%n more day(s) for your goal", None, left)]


def _change(week: Week, before: Week) -> list[str]:
    if not before.seconds:
        return []
    change = numbers.whole_minutes(week.seconds) - numbers.whole_minutes(before.seconds)
    if change > 0:
        text = QCoreApplication.translate(
            "History", "%n minute(s) more than the week before", None, change
        )
    elif change < 0:
        text = QCoreApplication.translate(
            "History", "%n minute(s) less than the week before", None, -change
        )
    else:
        text = QCoreApplication.translate("History", "as much as the week before")
    return [text]


def _balance(sessions: Sequence[SessionDone]) -> list[str]:
    sided = [move for session in sessions for move in session.moves if move.left is not None]
    left = sum(move.left or 0 for move in sided)
    right = sum(move.right or 0 for move in sided)
    if not left and not right:
        return []
    if left == right:
        return [QCoreApplication.translate("History", "Left and right are even")]
    if left > right:
        return [QCoreApplication.translate("History", "%n more to the left", None, left - right)]
    return [QCoreApplication.translate("History", "%n more to the right", None, right - left)]


def _stiffness(sessions: Sequence[SessionDone]) -> list[str]:
    rated = [
        (session.before, session.after)
        for session in sessions
        if session.before is not None and session.after is not None
    ]
    if not rated:
        return []
    first = numbers.number(sum(before for before, _ in rated) / len(rated))
    last = numbers.number(sum(after for _, after in rated) / len(rated))
    if first == last:
        text = QCoreApplication.translate("History", "Stiffness stayed at {first}")
        return [text.format(first=first)]
    return [_stiffness_words().format(before=first, after=last)]


def _stiffness_words() -> str:
    """The ratings before and after, with the fields `{before}` and `{after}` not filled in."""
    return QCoreApplication.translate("History", "Stiffness: {before} before, {after} after")


def marks(move: MoveDone) -> str:
    """`skipped`, `gentler`, both or neither."""
    said = []
    if move.skipped:
        said.append(QCoreApplication.translate("History", "skipped"))
    if move.gentler:
        said.append(QCoreApplication.translate("History", "gentler"))
    return ", ".join(said)


def status(session: SessionDone) -> str:
    match session.status:
        case "finished":
            return QCoreApplication.translate("History", "finished")
        case "stopped":
            return QCoreApplication.translate("History", "stopped")
        case "unfinished":
            return QCoreApplication.translate("History", "not finished")
        case _:
            assert_never(session.status)


def before(value: float | None) -> str:
    """`Stiffness before: 6`; "" if unrated."""
    if value is None:
        return ""
    text = QCoreApplication.translate("History", "Stiffness before: {value}")
    return text.format(value=numbers.number(value))


def after(value: float | None) -> str:
    """`Stiffness after: 4`; "" if unrated."""
    if value is None:
        return ""
    text = QCoreApplication.translate("History", "Stiffness after: {value}")
    return text.format(value=numbers.number(value))


def calendar_words(titles: Titles) -> CalendarWords:
    """The words of a calendar export."""
    return CalendarWords(titles, numbers.of_words(), _stiffness_words())
