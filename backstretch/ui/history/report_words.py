"""Collects and words the report of the last four weeks, for `paint.report` to lay out."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from backstretch.history.reading import Reading
from backstretch.history.week import SessionDone, first_day
from backstretch.paint.report import Chart, Grid, Report
from backstretch.routine.titles import Titles
from backstretch.ui.history import table_rows
from backstretch.ui.words import dates, numbers

WEEKS = 4


def four_weeks(reading: Reading, today: date, titles: Titles) -> Report:
    """The report of this week so far and the three before. Raises UnreadableError."""
    last_week = first_day(today, dates.first_weekday())
    first = last_week - timedelta(days=7 * (WEEKS - 1))
    sessions = reading.sessions(first, today)
    return Report(
        title=QCoreApplication.translate("Report", "Back exercises in the last four weeks"),
        lines=_lines(first, today, sessions, reading.practice().goal),
        chart=_chart(first, sessions),
        moves=_moves(sessions, titles),
        sessions=_sessions(sessions),
        more=QCoreApplication.translate("Report", "… and {count} sessions before these."),
        right_to_left=QLocale().textDirection() == Qt.LayoutDirection.RightToLeft,
    )


def _lines(first: date, today: date, sessions: Sequence[SessionDone], goal: int) -> tuple[str, ...]:
    locale = QLocale()
    span = f"{dates.long_date(first)} – {dates.long_date(today)}"
    days = len({session.started.date() for session in sessions if session.reps})
    seconds = sum(session.seconds for session in sessions)
    told = QCoreApplication.translate("Report", "{days} of practice, {sessions}, {minutes}.")
    lines = [
        span,
        told.format(
            days=numbers.days(days),
            sessions=numbers.sessions(len(sessions)),
            minutes=numbers.minutes(seconds),
        ),
    ]
    if goal:
        text = QCoreApplication.translate("Report", "The goal is %n day(s) a week.", None, goal)
        lines[-1] += f" {text}"
    rated = [(one.before, one.after) for one in sessions]
    both = [(a, b) for a, b in rated if a is not None and b is not None]
    if both:
        text = QCoreApplication.translate(
            "Report",
            "Stiffness on a scale from 0 to 10: on average {before} before and {after} after a "
            "session ({count} rated).",
        )
        before = sum(a for a, _ in both) / len(both)
        after = sum(b for _, b in both) / len(both)
        count = locale.toString(len(both))
        lines.append(
            text.format(before=numbers.number(before), after=numbers.number(after), count=count)
        )
    return tuple(lines)


def _chart(first: date, sessions: Sequence[SessionDone]) -> Chart:
    days = [first + timedelta(days=number) for number in range(7 * WEEKS)]
    seconds = dict.fromkeys(days, 0.0)
    stiff: dict[date, float | None] = dict.fromkeys(days)
    for session in sessions:
        day = session.started.date()
        seconds[day] += session.seconds
        if session.after is not None:
            stiff[day] = session.after
    return Chart(
        title=QCoreApplication.translate("Report", "Day by day"),
        seconds=tuple(seconds[day] for day in days),
        stiffness=tuple(stiff[day] for day in days),
        labels=tuple(
            dates.short_date(day) if number % 7 == 0 else "" for number, day in enumerate(days)
        ),
        legend=QCoreApplication.translate(
            "Report", "Bars: minutes. Line: stiffness after a session, from 0 to 10."
        ),
    )


def _moves(sessions: Sequence[SessionDone], titles: Titles) -> Grid:
    headings, made = table_rows.move_rows(sessions, titles)
    return Grid(
        QCoreApplication.translate("Report", "Moves"),
        tuple(headings),
        tuple(row.cells for row in made),
    )


def _sessions(sessions: Sequence[SessionDone]) -> Grid:
    note = QCoreApplication.translate("History", "Note")
    headings = (*table_rows.session_headings(), note)
    made = table_rows.session_rows(sessions)
    return Grid(
        QCoreApplication.translate("Report", "Sessions, the last first"),
        tuple(headings),
        tuple(
            (
                dates.short_date_and_time(session.started),
                *row.cells[1:],
                " ".join(session.note.split()),
            )
            for row, session in reversed(list(zip(made, sessions, strict=True)))
        ),
    )
