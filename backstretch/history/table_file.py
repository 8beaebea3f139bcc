"""Writes the history as CSV, one row per move of each session."""

import csv
from collections.abc import Sequence
from typing import TextIO

from backstretch.history.week import SessionDone

COLUMNS = (
    "session",
    "started",
    "ended",
    "status",
    "routine",
    "before",
    "after",
    "note",
    "move",
    "planned",
    "done",
    "left",
    "right",
    "seconds",
    "skipped",
    "gentler",
)


def write(stream: TextIO, sessions: Sequence[SessionDone]) -> None:
    """Writes `sessions` to `stream`, comma-separated with a heading. Times are ISO 8601 with UTC
    offset; `skipped` and `gentler` are `yes` or empty."""
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    for session in sessions:
        ended = session.ended.isoformat() if session.ended else ""
        begun = (session.id, session.started.isoformat(), ended, session.status, session.routine)
        said = (session.before, session.after, session.note)
        for move in session.moves:
            count = (move.planned, move.done, move.left, move.right, round(move.seconds, 1))
            marks = ("yes" if move.skipped else "", "yes" if move.gentler else "")
            table.writerow((*begun, *said, move.id, *count, *marks))
