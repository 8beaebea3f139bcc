"""Numbers, counts and lengths of time, in the language of the window."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime


def number(value: float) -> str:
    """`value` as the locale writes it, with at most one decimal: `4`, `4.5`."""
    rounded = round(value, 1)
    if rounded == int(rounded):
        return QLocale().toString(int(rounded))
    return QLocale().toString(rounded, "f", 1)


def clock(seconds: float) -> str:
    """`3:12`, or `1:03:12` from an hour on. Rounded to the nearest second."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    digits = QLocale().toString
    if minutes < 60:
        return f"{digits(minutes)}:{_two_digits(rest)}"
    hours, minutes = divmod(minutes, 60)
    return f"{digits(hours)}:{_two_digits(minutes)}:{_two_digits(rest)}"


def _two_digits(value: int) -> str:
    return QLocale().toString(value).rjust(2, QLocale().toString(0))


def time_of_day(when: datetime) -> str:
    """`07:12`, in the locale's short form and in the time zone that `when` carries."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def whole_minutes(seconds: float) -> int:
    """Rounded, but at least 1 if anything was done: "0 minutes" would deny it."""
    return max(1, round(seconds / 60)) if seconds > 0 else 0


def minutes(seconds: float) -> str:
    """`7 minutes`."""
    return QCoreApplication.translate("Numbers", "%n minute(s)", None, whole_minutes(seconds))


def days(count: int) -> str:
    return QCoreApplication.translate("Numbers", "%n day(s)", None, count)


def sessions(count: int) -> str:
    return QCoreApplication.translate("Numbers", "%n session(s)", None, count)


def of(done: int, planned: int) -> str:
    """`4 of 10`."""
    return of_words().format(done=number(done), planned=number(planned))


def of_words() -> str:
    """The text behind `of`, with its fields `{done}` and `{planned}` not filled in."""
    return QCoreApplication.translate("Numbers", "{done} of {planned}")
