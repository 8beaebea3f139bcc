"""Writes the history as iCalendar (RFC 5545), one event per session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TextIO

from backstretch.history.week import SessionDone

_LINE_BYTES = 75


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The words of the events, in the reader's language. `titles` maps ids of routines and moves to
    their titles; `count` has the fields `done` and `planned`, `stiffness` has `before` and
    `after`."""

    titles: Mapping[str, str] = field(default_factory=dict)
    count: str = "{done} of {planned}"
    stiffness: str = "Stiffness: {before} before, {after} after"


def write(stream: TextIO, sessions: Sequence[SessionDone], words: CalendarWords) -> None:
    """Writes `sessions` to `stream`. The session's id becomes the event's UID, so that a calendar
    that reads a later export shows no session twice."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Backstretch//Backstretch//EN"]
    for session in sessions:
        lines += _event(session, words)
    for line in (*lines, "END:VCALENDAR"):
        for part in _folded(line):
            stream.write(f"{part}\r\n")


def _event(session: SessionDone, words: CalendarWords) -> list[str]:
    ended = session.ended or session.started + timedelta(seconds=session.seconds)
    titles = words.titles
    told = [
        f"{titles.get(move.id, move.id)}: "
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
        f"DTSTAMP:{_utc(session.started)}",
        f"DTSTART:{_utc(session.started)}",
        f"DTEND:{_utc(max(ended, session.started))}",
        f"SUMMARY:{_escaped(titles.get(session.routine, session.routine))}",
        f"DESCRIPTION:{_escaped(chr(10).join(told))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _said(rating: int | None) -> str:
    return "-" if rating is None else str(rating)


def _utc(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join("".join(sign for sign in line if sign.isprintable()) for line in lines)


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
