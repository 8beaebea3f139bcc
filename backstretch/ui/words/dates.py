"""Dates and weekdays, in the language of the window and the format of the locale."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from backstretch.ui.words.numbers import time_of_day

_LONG = QLocale.FormatType.LongFormat
_SHORT = QLocale.FormatType.ShortFormat


def qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def first_weekday() -> int:
    """The first day of the week in this locale, 0 for Monday."""
    return QLocale().firstDayOfWeek().value - 1


def week_title(first: date, today: date) -> str:
    """`16 – 22 November`, with the year if it is not this one."""
    last = first + timedelta(days=6)
    locale = QLocale()
    begin = day_format() if first.month == last.month else day_month_format()
    end = day_month_format() if last.year == today.year else f"{day_month_format()} yyyy"
    text = QCoreApplication.translate("Dates", "{first} – {last}")
    return text.format(
        first=locale.toString(qdate(first), begin),
        last=locale.toString(qdate(last), end),
    )


def day_format() -> str:
    """The format of a bare day; some languages put a dot after it."""
    return QCoreApplication.translate(
        "Dates", "d", "the day in a date such as 16 – 22 November, as Qt writes formats"
    )


def day_month_format() -> str:
    return QCoreApplication.translate(
        "Dates", "d MMMM", "a date such as 22 November, as Qt writes formats"
    )


def month_title(day: date) -> str:
    """`November 2026`."""
    return QLocale().toString(qdate(day), "MMMM yyyy")


def day_label(day: date) -> str:
    """`Mon 16`."""
    locale = QLocale()
    name = locale.standaloneDayName(day.isoweekday(), _SHORT)
    return f"{name} {locale.toString(qdate(day), day_format())}"


def long_date(day: date) -> str:
    """`Monday, 16 November 2026`, in the order the locale prefers."""
    return QLocale().toString(qdate(day), _LONG)


def day_of_year(day: date) -> str:
    """`Thursday, 26 November`."""
    locale = QLocale()
    text = QCoreApplication.translate("Dates", "{weekday}, {date}")
    return text.format(
        weekday=locale.standaloneDayName(day.isoweekday(), _LONG),
        date=locale.toString(qdate(day), day_month_format()),
    )


def short_date(day: date) -> str:
    """`16 Nov`."""
    pattern = QCoreApplication.translate(
        "Dates", "d MMM", "a date such as 22 Nov, as Qt writes formats"
    )
    return QLocale().toString(qdate(day), pattern)


def day_and_time(when: datetime) -> str:
    """`Mon 16, 07:12`."""
    return f"{day_label(when.date())}, {time_of_day(when)}"


def short_date_and_time(when: datetime) -> str:
    """`16 Nov, 07:12`."""
    return f"{short_date(when.date())}, {time_of_day(when)}"


def week_of(first: date) -> str:
    """`16 Nov – 22 Nov`, the week that begins on `first`."""
    last = first + timedelta(days=6)
    text = QCoreApplication.translate("Dates", "{first} – {last}")
    return text.format(first=short_date(first), last=short_date(last))


def weekday_initials() -> list[str]:
    """The initials of the seven weekdays, beginning with the locale's first."""
    locale = QLocale()
    first = first_weekday()
    return [
        locale.standaloneDayName((first + place) % 7 + 1, QLocale.FormatType.NarrowFormat)
        for place in range(7)
    ]


def day_name(day: date, today: date) -> str:
    """`today`, `yesterday`, a weekday within the last seven days, else the date."""
    if day == today:
        return QCoreApplication.translate("Dates", "today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Dates", "yesterday")
    if today - timedelta(days=6) <= day <= today:
        return QLocale().dayName(day.isoweekday())
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)  # type: ignore[call-overload,no-any-return]
