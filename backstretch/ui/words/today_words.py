"""The sentences of the Today page."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from backstretch.ui.today.facts import DoseOffer, PastFacts, ResumeOffer
from backstretch.ui.words.dates import day_name
from backstretch.ui.words.numbers import number, time_of_day, whole_minutes

if TYPE_CHECKING:
    from backstretch.history.week import Week


def greeting(now: datetime) -> str:
    hour = now.hour
    if 4 <= hour < 12:
        return QCoreApplication.translate("Today", "Good morning.")
    if 12 <= hour < 18:
        return QCoreApplication.translate("Today", "Good afternoon.")
    if 18 <= hour < 23:
        return QCoreApplication.translate("Today", "Good evening.")
    return QCoreApplication.translate("Today", "Hello.")


def headline(seconds: float) -> str:
    """How many minutes the session takes; `seconds` is its length."""
    minutes = whole_minutes(seconds)
    return QCoreApplication.translate("Today", "%n minute(s) for your back", None, minutes)


def plan_line(now: datetime, seconds: float, moves: int) -> str:
    """`5 moves · done at 18:41`."""
    done = now + timedelta(seconds=seconds)
    counted = QCoreApplication.translate("Today", "%n move(s)", None, moves)
    until = QCoreApplication.translate("Today", "done at {time}")
    return f"{counted} · {until.format(time=time_of_day(done))}"


def week_minutes(week: "Week") -> str:
    """`This week · 14 min`."""
    words = QCoreApplication.translate("Today", "This week · {minutes} min")
    return words.format(minutes=number(whole_minutes(week.seconds)))


def week_title(week: "Week", goal: int) -> str:
    """Days practised against the goal in days a week; `goal` 0 means there is none."""
    done = week.days_practised
    if goal == 0:
        return QCoreApplication.translate("Today", "%n day(s)", None, done)
    words = QCoreApplication.translate("Today", "{done} of %n day(s)", None, goal)
    return words.format(done=number(done))


def week_sentence(week: "Week") -> str:
    """What the bars show, for screen readers."""
    locale = QLocale()
    told = [
        QCoreApplication.translate("Today", "{day} {minutes} min").format(
            day=locale.dayName(day.date.isoweekday()), minutes=whole_minutes(day.seconds)
        )
        for day in week.days
        if day.seconds > 0
    ]
    return ", ".join(told) or QCoreApplication.translate("Today", "No practice yet this week")


def empty_week(is_first: bool) -> str:
    """Stands in for the bars of a week without practice. `is_first` if there is no session at all
    yet."""
    if is_first:
        return QCoreApplication.translate(
            "Today", "Your first session will show here. A few minutes on the mat are enough."
        )
    return QCoreApplication.translate("Today", "A fresh week. Today is a good day to begin it.")


def unfinished_line(past: PastFacts) -> str:
    """What is said of an unfinished session; "" if there is none."""
    if past.resume is not None:
        return resume_line(past.resume, past.today)
    return "" if past.lost is None else lost_line(past.lost, past.today)


def resume_line(offer: ResumeOffer, today: date) -> str:
    if offer.rep:
        words = QCoreApplication.translate(
            "Today", "Pick up where you stopped ({day}): move {move}, {title}, rep {rep}"
        )
    else:
        words = QCoreApplication.translate(
            "Today", "Pick up where you stopped ({day}): move {move}, {title}"
        )
    day = day_name(offer.day, today)
    return words.format(move=offer.move, title=offer.title, rep=offer.rep, day=day)


def lost_line(day: date, today: date) -> str:
    words = QCoreApplication.translate(
        "Today",
        "Your last session ({day}) can't be continued: the moves that were left are no longer in "
        "its routine. What you did is kept.",
    )
    return words.format(day=day_name(day, today))


def offer_line(offer: DoseOffer) -> str:
    words = QCoreApplication.translate(
        "Today", "Three good sessions in a row. Try {next} of {title}?"
    )
    return words.format(title=offer.title, next=number(offer.next))
