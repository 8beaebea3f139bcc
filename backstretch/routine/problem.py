"""What is wrong in a routine file: a record, worded elsewhere (in English on the command line,
translated in the window)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Code = Literal[
    "unreadable",
    "not-a-file",
    "too-big",
    "encoding",
    "syntax",
    "tab",
    "alias",
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
    "unknown-pose",
    "taken-pose",
    "bad-pose",
    "too-low",
    "too-high",
    "too-long",
    "too-many-words",
    "too-many",
    "empty-text",
    "empty-list",
    "no-english",
    "bad-language",
    "bad-id",
    "taken-id",
    "upside-down",
    "outside-bounds",
    "out-of-order",
    "side-missing",
    "sides-mixed",
    "setup-elsewhere",
    "no-variant",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` counts from 1 (0: the file as a whole). `values` fill the wording's places:
    always texts, ready to be shown as they are."""

    path: str
    line: int
    code: Code
    values: Mapping[str, str] = field(default_factory=dict)
