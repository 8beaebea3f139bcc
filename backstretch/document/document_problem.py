"""What can be wrong in any YAML file. Each kind of file words these codes for its own readers."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Literal, Protocol

Code = Literal[
    "unreadable",
    "not-a-file",
    "too-big",
    "encoding",
    "syntax",
    "tab",
    "alias",
    "tag",
    "control-character",
    "too-deep",
    "many-documents",
    "empty",
    "not-a-mapping",
    "not-a-list",
    "not-a-text",
    "not-a-number",
    "not-a-whole-number",
    "not-yes-or-no",
    "unknown-key",
    "missing-key",
    "duplicate-key",
    "unknown-choice",
    "too-low",
    "too-high",
    "too-many",
    "wrong-count",
    "empty-text",
    "empty-list",
]

LONGEST_SHOWN = 1500


class DocumentProblem(Exception):  # noqa: N818 - carries a problem to be reported, not a crash
    """The file cannot be read as one YAML document.

    `line` counts from 1; 0 means the file as a whole. `values` fill the places in the wording
    of `code`.
    """

    def __init__(self, line: int, code: Code, **values: str) -> None:
        super().__init__(f"line {line}: {code} {values}")
        self.line = line
        self.code: Code = code
        self.values = values


class Report(Protocol):
    """Where problems go. It may gather them, or raise at the first."""

    @property
    def full(self) -> bool:
        """True if further problems would be dropped."""
        ...

    def add(self, line: int, code: Code, /, **values: str) -> None: ...


def printable(text: str) -> str:
    """What a file says, cut and cleaned so that it can be printed on one line of a terminal."""
    shown = text[:LONGEST_SHOWN]
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in shown)


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that `word` is probably a misspelling of; empty if none is close."""
    near = get_close_matches(word, known, 1)
    return near[0] if near else ""
