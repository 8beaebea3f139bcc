"""Reads CHANGELOG.md, which is the one truth about releases."""

import re
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
_HEADING = re.compile(r"^## (\d+\.\d+\.\d+) \((not yet released|\d{4}-\d\d-\d\d)\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    version: str
    date: str | None
    """ISO, or None while it is not released."""
    points: tuple[str, ...]
    """What changed, a sentence or two each, without Markdown."""


def releases(text: str) -> list[Release]:
    """The releases of a change log, newest first. Raises ValueError if a heading is not
    `## VERSION (DATE)` or `## VERSION (not yet released)`."""
    for line in text.splitlines():
        if line.startswith("## ") and not _HEADING.match(line):
            raise ValueError(f"CHANGELOG.md: '{line}' has to be '## 1.2.3 (2026-01-31)'")
    parts = _HEADING.split(text)[1:]
    return [
        Release(version, None if date.startswith("not") else date, _points(body))
        for version, date, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def _points(body: str) -> tuple[str, ...]:
    found = re.findall(r"^- (.+(?:\n  .+)*)", body, re.MULTILINE)
    return tuple(re.sub(r"[`*]", "", re.sub(r"\s+", " ", point)) for point in found)


def read() -> list[Release]:
    return releases((TOP / "CHANGELOG.md").read_text(encoding="utf-8"))
