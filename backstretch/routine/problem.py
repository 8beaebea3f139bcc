"""A problem in a routine file, as a record. The command line words it in English
(`cli/problem_words.py`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from backstretch.document import document_problem as document

Code = Literal[
    document.Code,
    "unknown-pose",
    "taken-pose",
    "bad-pose",
    "too-long",
    "too-many-words",
    "no-english",
    "bad-language",
    "bad-id",
    "taken-id",
    "upside-down",
    "outside-bounds",
    "out-of-order",
    "side-missing",
    "sides-mixed",
    "held-elsewhere",
    "setup-elsewhere",
    "no-variant",
    "too-long-session",
    "too-much",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` counts from 1; 0 means the file as a whole. `values` fill the places in the wording
    and are ready to be printed."""

    path: str
    line: int
    code: Code
    values: Mapping[str, str] = field(default_factory=dict)
