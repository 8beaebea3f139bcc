"""Writes the history as CSV, one row per move of each session."""

from collections.abc import Sequence
from dataclasses import dataclass
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
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula; the last four are the wide signs of East Asian keyboards."""
_SEPARATING = ',;\t"\r\n'


@dataclass(frozen=True, slots=True)
class TableForm:
    """How cells are separated and numbers written. The default is the one that programs read; an
    office program opens by double click what has the signs of its language."""

    separator: str = ","
    decimal: str = "."

    @classmethod
    def of_decimal(cls, decimal: str) -> "TableForm":
        """The form of a language with that decimal mark. Where it is a comma, office programs
        separate cells by semicolons."""
        return cls(";", ",") if decimal == "," else cls()


def write(stream: TextIO, sessions: Sequence[SessionDone], form: TableForm | None = None) -> None:
    """Writes `sessions` to `stream` with a byte order mark and a heading. Times are ISO 8601 with
    UTC offset; `skipped` and `gentler` are `yes` or empty."""
    form = form or TableForm()
    # Without the mark office programs take the text for one of an old encoding.
    stream.write("\ufeff")
    stream.write(_row(COLUMNS, form))
    for session in sessions:
        ended = session.ended.isoformat() if session.ended else ""
        begun = (_text(session.id), session.started.isoformat(), ended, session.status)
        said = (session.before, session.after, _text(session.note))
        for move in session.moves:
            count = (move.planned, move.done, move.left, move.right)
            seconds = str(round(move.seconds, 1)).replace(".", form.decimal)
            marks = ("yes" if move.skipped else "", "yes" if move.gentler else "")
            row = (*begun, _text(session.routine), *said, _text(move.id), *count, seconds, *marks)
            stream.write(_row(row, form))


def _row(cells: Sequence[object], form: TableForm) -> str:
    """A line of the table. Quoted is whatever some office program could take for two cells:
    LibreOffice separates at commas, semicolons and tabs alike unless told otherwise."""
    return form.separator.join(map(_cell, cells)) + "\r\n"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if any(sign in text for sign in _SEPARATING):
        return '"' + text.replace('"', '""') + '"'
    return text


def _text(text: str) -> str:
    """The text as a cell. An apostrophe before what a spreadsheet would run as a formula makes it
    text; one before an apostrophe keeps the two apart."""
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text
