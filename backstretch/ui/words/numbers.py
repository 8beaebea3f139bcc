"""Numbers, counts and lengths of time, in the language of the window."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime


def number(value: float) -> str:
    """As the locale writes it, with one decimal only where there is one: `4`, `4.5`."""
    rounded = round(value, 1)
    if rounded == int(rounded):
        return QLocale().toString(int(rounded))
    return QLocale().toString(rounded, "f", 1)


def clock(seconds: float) -> str:
    """Minutes and seconds, `3:12`, with hours from an hour on. Rounded to the nearest second."""
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
    """The time on the wall where `when` was taken, in the locale's short form."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def whole_minutes(seconds: float) -> int:
    """Rounded, but at least one where anything was done."""
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
    """The words of `of`, with the fields `done` and `planned`."""
    return QCoreApplication.translate("Numbers", "{done} of {planned}")
