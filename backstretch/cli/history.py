"""`backstretch history`: a week of practice, as a table or as JSON."""

import argparse
import json
from datetime import date, timedelta

from backstretch.cli.refusal import Refusal
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.session_json import session_values
from backstretch.history.week import SessionDone, Week, first_day, iso_monday, iso_week
from backstretch.paths import places
from backstretch.session import clock


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--week", metavar="YYYY-Www", help="an ISO week, as in 2026-W47; this week without it"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def run(options: argparse.Namespace) -> int:
    week = read(Reading(places().journal), _monday(options.week))
    if options.json:
        print(json.dumps(as_json(week), indent=2, ensure_ascii=False))
    else:
        print("\n".join(as_table(week)))
    return 0


def read(reading: Reading, monday: date) -> Week:
    """Reads that week. Raises Refusal if the journal cannot be read."""
    try:
        return reading.week(monday)
    except UnreadableError as error:
        raise Refusal(unreadable(error)) from None


def unreadable(error: UnreadableError) -> str:
    """One sentence that says what to do about an unreadable journal."""
    if error.newer:
        return f"{error.place} was written by a newer Backstretch; install that one to read it"
    return (
        f"{error.place} cannot be read; if it is damaged, opening Backstretch once sets it aside"
        " and restores the newest backup"
    )


def as_json(week: Week) -> dict[str, object]:
    """The week as plain JSON values. Keys may be added, never changed."""
    return {
        "week": iso_week(week.first),
        "days": [
            {"date": day.date.isoformat(), "seconds": _round(day.seconds), "sessions": day.sessions}
            for day in week.days
        ],
        "sessions": [session_values(session) for session in week.sessions],
    }


def as_table(week: Week) -> list[str]:
    """The lines for a person to read."""
    lines = [f"Week {iso_week(week.first)}, from {week.first:%A %d %B %Y}", ""]
    for day in week.days:
        bar = "#" * round(day.seconds / 60)
        what = f"{_clock(day.seconds):>6}  {bar}" if day.sessions else f"{'-':>6}"
        lines.append(f"  {day.date:%a %d %b}  {what}".rstrip())
    for session in week.sessions:
        lines += ["", _headline(session)]
        lines += [_move_line(session, number) for number in range(len(session.moves))]
        if session.note:
            # Each of its lines, or they would pass for something else in the table.
            lines += [f"    {line}".rstrip() for line in session.note.split("\n")]
    if not week.sessions:
        lines += ["", "No session in this week."]
    return lines


def _monday(text: str | None) -> date:
    if text is None:
        return first_day(clock.wall().date())
    try:
        monday = iso_monday(text)
    except ValueError:
        raise Refusal(f"'{text}' is no ISO week; write it as in 2026-W47") from None
    if monday > date.max - timedelta(days=6):
        raise Refusal(f"'{text}' ends after the last day there is; name an earlier week")
    return monday


def _headline(session: SessionDone) -> str:
    begun = f"{session.started:%a %d %b %H:%M}"
    stiff = ""
    if session.before is not None and session.after is not None:
        stiff = f", stiffness {session.before} to {session.after}"
    return f"  {begun}  {session.routine}, {session.status}, {_clock(session.seconds)}{stiff}"


def _move_line(session: SessionDone, number: int) -> str:
    move = session.moves[number]
    sides = f"  left {move.left}, right {move.right}" if move.left is not None else ""
    marks = "".join([", skipped" * move.skipped, ", gentler" * move.gentler])
    count = f"{move.done} of {move.planned}"
    return f"    {move.id:<18}{count:>9}{_clock(move.seconds):>8}{sides}{marks}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _round(seconds: float) -> float:
    return round(seconds, 1)
