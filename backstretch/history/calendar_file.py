"""Writes the history as iCalendar (RFC 5545), one event per session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TextIO

from backstretch.history.week import SessionDone
from backstretch.plain_text import without_controls
from backstretch.routine.titles import Titles

_LINE_BYTES = 75


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The words of the events, in the reader's language. `count` has the fields `done` and
    `planned`, `stiffness` has `before` and `after`."""

    titles: Titles = field(default_factory=Titles)
    count: str = "{done} of {planned}"
    stiffness: str = "Stiffness: {before} before, {after} after"


@dataclass(frozen=True, slots=True)
class Entry:
    """A session, how often it was edited, and when it was edited last or ended. By these a
    calendar knows that a later export replaces what it has."""

    session: SessionDone
    edits: int
    stamp: datetime


def write(stream: TextIO, entries: Sequence[Entry], words: CalendarWords) -> None:
    """Writes the sessions to `stream`. The session's id becomes the event's UID, so that a calendar
    that reads a later export shows no session twice."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Backstretch//Backstretch//EN"]
    for entry in entries:
        lines += _event(entry, words)
    for line in (*lines, "END:VCALENDAR"):
        for part in _folded(line):
            stream.write(f"{part}\r\n")


def _event(entry: Entry, words: CalendarWords) -> list[str]:
    session = entry.session
    ended = session.ended or session.started + timedelta(seconds=session.seconds)
    # Some calendars drop an event of no length, or show it for a whole day.
    ended = max(ended, session.started + timedelta(minutes=1))
    titles = words.titles
    told = [
        f"{titles.move(session.routine, move.id)}: "
        + words.count.format(done=move.done, planned=move.planned)
        for move in session.moves
    ]
    if session.before is not None or session.after is not None:
        before, after = _said(session.before), _said(session.after)
        told.append(words.stiffness.format(before=before, after=after))
    if session.note:
        told.append(session.note)
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(session.id)}@backstretch",
        f"DTSTAMP:{_utc(entry.stamp)}",
        f"SEQUENCE:{entry.edits}",
        f"DTSTART:{_utc(session.started)}",
        f"DTEND:{_utc(ended)}",
        f"SUMMARY:{_escaped(titles.routine(session.routine))}",
        f"DESCRIPTION:{_escaped(chr(10).join(told))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _said(rating: int | None) -> str:
    return "-" if rating is None else str(rating)


def _utc(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    text = without_controls(text)
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Splits a line into parts of at most 75 bytes, as RFC 5545 demands; each part but the first
    begins with a space. No character is split."""
    part, room = "", _LINE_BYTES
    for sign in line:
        size = len(sign.encode("utf-8", "replace"))
        if size > room:
            yield part
            part, room = " ", _LINE_BYTES - 1
        part += sign
        room -= size
    yield part
