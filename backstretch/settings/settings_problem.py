"""What is wrong with the settings file: a record, worded in the window's language by `ui`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from backstretch.plain_text import one_line
from backstretch.settings.rule import Rule

Code = Literal["unreadable", "no-object", "bad-value", "unsaved", "mirrored-before"]
MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class SettingsProblem:
    """`why` is the system's own reason, for "unreadable" and "unsaved". For "bad-value", `key` was
    `found` (as JSON, cut short) but has to keep to `rule`. "mirrored-before" is no fault: a choice
    of earlier versions was taken over as another one."""

    code: Code
    path: Path
    why: str = ""
    key: str = ""
    found: str = ""
    rule: Rule | None = None


def cut_short(text: str) -> str:
    """`text` on one line, shortened to at most MOST_SHOWN characters."""
    text = one_line(text[: 2 * MOST_SHOWN])
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
