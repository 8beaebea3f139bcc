"""Reads the fields of a routine file: what any document has, texts in languages, and poses.

All problems of a file are gathered, so that they can be mended in one go.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from backstretch.document.document_problem import nearest, printable
from backstretch.document.entry import Entry
from backstretch.document.fields import Fields
from backstretch.document.tree import Node, Pairs, Text
from backstretch.routine.problem import Code, Problem

MOST_PROBLEMS = 100
_LANGUAGE = re.compile("[a-z]{2,3}([_-][A-Za-z]{2,4})?")


@dataclass(slots=True)
class Report:
    """Gathers the problems of one file, up to MOST_PROBLEMS."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return len(self.problems) >= MOST_PROBLEMS

    def add(self, line: int, code: Code, /, **values: str) -> None:
        if not self.full:
            shown = {key: printable(value) for key, value in values.items()}
            self.problems.append(Problem(self.path, line, code, shown))


class RoutineFields(Fields):
    """The keys of one mapping of a routine file. `language` is the wanted one, such as "de_AT"."""

    def __init__(self, entry: Entry | None, report: Report, what: str, language: str) -> None:
        super().__init__(entry, report, what)
        self.report: Report = report
        self.language = language

    def inner(self, key: str) -> "RoutineFields":
        """The mapping under `key`, which is required."""
        return RoutineFields(self.entry(key), self.report, key, self.language)

    def pose(self, key: str, poses: Collection[str]) -> str:
        """The name of one of `poses`; the first of them if it is not."""
        word = self.word(key)
        if word and word not in poses:
            values = {"close": nearest(word, poses), "known": ", ".join(poses)}
            self.report.add(self.line_of(key), "unknown-pose", key=key, word=word, **values)
        return word if word in poses else next(iter(poses), "")

    def text(self, key: str, longest: int, *, needed: bool = True) -> str:
        """A text for people, in the wanted language if it has that, else in English.

        `longest` is the most characters it may have, in every language.
        """
        entry = self.entry(key, needed=needed)
        return "" if entry is None else self._in_language(entry, key, longest)

    def text_list(self, key: str, most: int, longest: int) -> tuple[str, ...]:
        """A list of at most `most` texts, as `text` reads each; empty if the key is missing."""
        entries = self.items(key, most, needed=False)
        return tuple([self._in_language(entry, key, longest) for entry in entries])

    def _in_language(self, entry: Entry, key: str, longest: int) -> str:
        texts = _texts(entry, key, self.report)
        for line, text in texts.values():
            if len(text) > longest:
                self.report.add(line, "too-long", key=key, found=str(len(text)), most=str(longest))
        for language in (self.language, self.language.replace("-", "_").split("_")[0], "en"):
            if language in texts:
                return texts[language][1]
        return ""

    def texts(self, key: str) -> dict[str, tuple[int, str]]:
        """Language to line and text. Reports nothing: `text` does that."""
        entry = self.entry(key, needed=False)
        return _texts(entry, key, Report("")) if entry else {}


def _texts(entry: Entry, key: str, report: Report) -> dict[str, tuple[int, str]]:
    """Language to line and text; a plain text is English."""
    node = entry.node
    entries: dict[str, tuple[int, Node]] = {}
    if isinstance(node, Text):
        entries = {"en": (node.line, node)}
    elif isinstance(node, Pairs):
        Entry(node, report, key).add_doubled()
        entries = node.nodes
        if "en" not in entries:
            report.add(node.line, "no-english", key=key)
    else:
        report.add(node.line, "not-a-text", key=key)
    texts: dict[str, tuple[int, str]] = {}
    for name, (line, inner) in entries.items():
        if not _LANGUAGE.fullmatch(name):
            report.add(line, "bad-language", key=name)
        elif not isinstance(inner, Text):
            report.add(line, "not-a-text", key=key)
        elif not inner.text.strip():
            report.add(line, "empty-text", key=key)
        else:
            texts[name] = (line, _tidy(inner.text))
    return texts


def _tidy(text: str) -> str:
    """Single spaces between words; line breaks separate paragraphs."""
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
