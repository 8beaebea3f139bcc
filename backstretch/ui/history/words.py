"""Dates, times and counts of the history pages, in the user's language and ways."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from backstretch.history.week import MoveDone, SessionDone

_LONG = QLocale.FormatType.LongFormat
_SHORT = QLocale.FormatType.ShortFormat


def qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def first_weekday() -> int:
    """The locale's first day of the week, 0 for Monday."""
    return QLocale().firstDayOfWeek().value - 1


def week_title(first: date, today: date) -> str:
    """As in "16 – 22 November"; the year is told where it is not this one."""
    last = first + timedelta(days=6)
    locale = QLocale()
    begin = day_format() if first.month == last.month else day_month_format()
    end = day_month_format() if last.year == today.year else f"{day_month_format()} yyyy"
    text = QCoreApplication.translate("History", "{first} – {last}")
    return text.format(
        first=locale.toString(qdate(first), begin),
        last=locale.toString(qdate(last), end),
    )


def day_format() -> str:
    return QCoreApplication.translate(
        "History", "d", "the day in a date such as 16 – 22 November, as Qt writes formats"
    )


def day_month_format() -> str:
    return QCoreApplication.translate(
        "History", "d MMMM", "a date such as 22 November, as Qt writes formats"
    )


def month_title(day: date) -> str:
    return QLocale().toString(qdate(day), "MMMM yyyy")


def day_label(day: date) -> str:
    """As in "Mon 16"."""
    locale = QLocale()
    name = locale.standaloneDayName(day.isoweekday(), _SHORT)
    return f"{name} {locale.toString(qdate(day), day_format())}"


def long_date(day: date) -> str:
    return QLocale().toString(qdate(day), _LONG)


def clock(when: datetime) -> str:
    """The time of day on the wall then and there."""
    return QLocale().toString(QTime(when.hour, when.minute), _SHORT)


def whole_minutes(seconds: float) -> int:
    """Rounded; what was begun is never no minute at all."""
    return max(1, round(seconds / 60)) if seconds > 0 else 0


def minutes(seconds: float) -> str:
    return QCoreApplication.translate("History", "%n minute(s)", None, whole_minutes(seconds))


def days(count: int) -> str:
    return QCoreApplication.translate("History", "%n day(s)", None, count)


def sessions(count: int) -> str:
    return QCoreApplication.translate("History", "%n session(s)", None, count)


def number(value: float) -> str:
    """One decimal, none where it would be 0."""
    return QLocale().toString(float(value), "f", 0 if abs(value - round(value)) < 0.05 else 1)


def of(done: int, planned: int) -> str:
    text = QCoreApplication.translate("History", "{done} of {planned}")
    return text.format(done=QLocale().toString(done), planned=QLocale().toString(planned))


def sides(left: int | None, right: int | None) -> str:
    """As in "6 · 6", left before right; empty where the move is not counted per side."""
    if left is None or right is None:
        return ""
    locale = QLocale()
    return f"{locale.toString(left)} · {locale.toString(right)}"


def marks(move: MoveDone) -> str:
    """What else there is to say of a move."""
    said = []
    if move.skipped:
        said.append(QCoreApplication.translate("History", "skipped"))
    if move.gentler:
        said.append(QCoreApplication.translate("History", "gentler"))
    return ", ".join(said)


def status(session: SessionDone) -> str:
    if session.status == "finished":
        return QCoreApplication.translate("History", "finished")
    if session.status == "stopped":
        return QCoreApplication.translate("History", "stopped")
    return QCoreApplication.translate("History", "not finished")


def short_date(day: date) -> str:
    """As in "16 Nov"."""
    pattern = QCoreApplication.translate(
        "History", "d MMM", "a date such as 22 Nov, as Qt writes formats"
    )
    return QLocale().toString(qdate(day), pattern)


def week_of(first: date) -> str:
    last = first + timedelta(days=6)
    text = QCoreApplication.translate("History", "{first} – {last}")
    return text.format(first=short_date(first), last=short_date(last))


def weekday_initials() -> list[str]:
    """From the locale's first weekday on."""
    locale = QLocale()
    first = first_weekday()
    return [
        locale.standaloneDayName((first + place) % 7 + 1, QLocale.FormatType.NarrowFormat)
        for place in range(7)
    ]


def before(value: float | None) -> str:
    if value is None:
        return ""
    text = QCoreApplication.translate("History", "Stiffness before: {value}")
    return text.format(value=number(value))


def after(value: float | None) -> str:
    if value is None:
        return ""
    text = QCoreApplication.translate("History", "Stiffness after: {value}")
    return text.format(value=number(value))


def duration(seconds: float) -> str:
    """Minutes and seconds, as in "1:05"."""
    whole, rest = divmod(round(seconds), 60)
    locale = QLocale()
    second = locale.toString(rest)
    return f"{locale.toString(whole)}:{second.rjust(2, locale.zeroDigit())}"
