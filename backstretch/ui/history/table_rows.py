"""Headings and rows of the history pages' tables."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from backstretch.history.reading import Span
from backstretch.history.week import Day, MoveDone, SessionDone, Week
from backstretch.routine.titles import MoveId, Titles
from backstretch.ui.history.table import Row
from backstretch.ui.theme import Role
from backstretch.ui.words import dates, doses, history_words, numbers

SERIES: tuple[Role, ...] = ("chart-1", "chart-2", "chart-3", "chart-4", "chart-5")


def day_headings() -> list[str]:
    return [
        QCoreApplication.translate("History", "Day"),
        QCoreApplication.translate("History", "Sessions"),
        QCoreApplication.translate("History", "Minutes"),
    ]


def day_rows(week: Week) -> list[Row]:
    """A row for each day, named by its date."""
    return [_day(day) for day in week.days]


def practised_rows(days: Sequence[Day]) -> list[Row]:
    """As `day_rows`, but only for days with a session."""
    return [_day(day) for day in days if day.sessions]


def span_headings() -> list[str]:
    return [
        QCoreApplication.translate("History", "Week"),
        QCoreApplication.translate("History", "Days"),
        QCoreApplication.translate("History", "Minutes"),
        QCoreApplication.translate("History", "Stiffness before"),
        QCoreApplication.translate("History", "after"),
    ]


def span_rows(spans: Sequence[Span]) -> list[Row]:
    """A row for each week, named by its first day."""
    return [
        Row(
            (
                dates.week_of(span.first),
                numbers.number(span.days),
                numbers.number(numbers.whole_minutes(span.seconds)),
                "" if span.before is None else numbers.number(span.before),
                "" if span.after is None else numbers.number(span.after),
            ),
            name=span.first,
        )
        for span in spans
    ]


def move_rows(sessions: Sequence[SessionDone], titles: Titles) -> tuple[list[str], list[Row]]:
    """Headings and rows: a row for each move, summed over the sessions. Rows have no name. The
    column "gentler" is there only if any move was done in its gentler variant."""
    summed: dict[MoveId, list[MoveDone]] = {}
    for session in sessions:
        for move in session.moves:
            summed.setdefault((session.routine, move.id), []).append(move)
    names = told_apart(tuple(summed), titles)
    headings = [
        QCoreApplication.translate("History", "Move"),
        QCoreApplication.translate("History", "done"),
        QCoreApplication.translate("History", "left · right"),
    ]
    gentler = any(move.gentler for moves in summed.values() for move in moves)
    if gentler:
        headings.append(QCoreApplication.translate("History", "gentler"))
    made = []
    for place, (identity, moves) in enumerate(summed.items()):
        cells = [
            names[identity],
            numbers.of(sum(move.done for move in moves), sum(move.planned for move in moves)),
            _sides(moves),
        ]
        if gentler:
            count = sum(move.gentler for move in moves)
            cells.append(f"{numbers.number(count)}×" if count else "")
        made.append(Row(tuple(cells), SERIES[place % len(SERIES)]))
    return headings, made


def told_apart(moves: Sequence[MoveId], titles: Titles) -> dict[MoveId, str]:
    """The title of each move; where two are the same, with that of its routine."""
    plain = {each: titles.move(*each) for each in moves}
    count = Counter(plain.values())
    within = QCoreApplication.translate("History", "{move} ({routine})")
    return {
        each: title
        if count[title] == 1
        else within.format(move=title, routine=titles.routine(each[0]))
        for each, title in plain.items()
    }


def session_headings() -> list[str]:
    return [
        QCoreApplication.translate("History", "Started"),
        QCoreApplication.translate("History", "Minutes"),
        QCoreApplication.translate("History", "Stiffness"),
        QCoreApplication.translate("History", "Result"),
    ]


def session_rows(sessions: Sequence[SessionDone]) -> list[Row]:
    """A row for each session, named by its id."""
    return [
        Row(
            (
                dates.day_and_time(session.started),
                numbers.number(numbers.whole_minutes(session.seconds)),
                rated(session),
                history_words.status(session),
            ),
            name=session.id,
        )
        for session in sessions
    ]


def rated(session: SessionDone) -> str:
    """`5 → 3`, with a dash for a missing rating; empty if both are missing."""
    if session.before is None and session.after is None:
        return ""
    said = ["–" if one is None else numbers.number(one) for one in (session.before, session.after)]
    return " → ".join(said)


def _day(day: Day) -> Row:
    return Row(
        (
            dates.day_label(day.date),
            numbers.number(day.sessions),
            numbers.number(numbers.whole_minutes(day.seconds)),
        ),
        name=day.date,
    )


def _sides(moves: Sequence[MoveDone]) -> str:
    sided = [move for move in moves if move.left is not None and move.right is not None]
    if not sided:
        return ""
    return doses.sides(
        sum(move.left or 0 for move in sided), sum(move.right or 0 for move in sided)
    )


def session_move_rows(session: SessionDone, titles: Titles) -> tuple[list[str], list[Row]]:
    """Headings and rows: a row for each move of one session, named by its id."""
    headings = [
        QCoreApplication.translate("History", "Move"),
        QCoreApplication.translate("History", "done"),
        QCoreApplication.translate("History", "left · right"),
        QCoreApplication.translate("History", "time"),
        "",
    ]
    made = [
        Row(
            (
                titles.move(session.routine, move.id),
                numbers.of(move.done, move.planned),
                doses.sides(move.left, move.right),
                numbers.clock(move.seconds),
                history_words.marks(move),
            ),
            SERIES[place % len(SERIES)],
            move.id,
        )
        for place, move in enumerate(session.moves)
    ]
    return headings, made
