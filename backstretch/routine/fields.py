"""Reads typed values out of a tree of nodes and collects every problem on the way.

Each reader answers a value of the right type in any case, so that reading goes on and all
problems come out at once; what was read counts only when no problem was reported.
"""

import math
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches

from backstretch.routine.node import Items, Node, Pairs, Text
from backstretch.routine.problem import Code, Problem

MOST_PROBLEMS = 100
LONGEST_SHOWN = 600
_LANGUAGE = re.compile("[a-z]{2,3}([_-][A-Za-z]{2,4})?")


@dataclass(slots=True)
class Report:
    """Gathers the problems of one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Enough to mend for one day; a file of rubbish is not read to its end."""
        return len(self.problems) >= MOST_PROBLEMS

    def add(self, line: int, code: Code, **values: str) -> None:
        if not self.full:
            shown = {key: _shown(value) for key, value in values.items()}
            self.problems.append(Problem(self.path, line, code, shown))


class Fields:
    """The keys of one mapping; `close` reports those that nothing asked for."""

    def __init__(self, node: Node | None, report: Report, what: str, language: str) -> None:
        self.line = node.line if node else 0
        self.report = report
        self.what = what
        self.language = language
        self._asked: set[str] = set()
        self._nodes: dict[str, tuple[int, Node]] = {}
        if isinstance(node, Pairs):
            self._nodes = node.nodes
            for key, line in node.doubled:
                report.add(line, "duplicate-key", key=key)
        elif node is not None:
            report.add(node.line, "not-a-mapping", key=what)
            self.line = 0

    def has(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._nodes

    def line_of(self, key: str) -> int:
        return self._nodes[key][0] if key in self._nodes else self.line

    def node(self, key: str, *, needed: bool = True) -> Node | None:
        if self.has(key):
            return self._nodes[key][1]
        if needed and self.line:
            self.report.add(self.line, "missing-key", key=key, what=self.what)
        return None

    def inner(self, key: str) -> "Fields":
        return Fields(self.node(key), self.report, key, self.language)

    def close(self) -> None:
        for key, (line, _) in self._nodes.items():
            if key not in self._asked and not self.report.full:
                near = get_close_matches(key, self._asked, 1)
                known = ", ".join(sorted(self._asked))
                self.report.add(
                    line, "unknown-key", key=key, close=near[0] if near else "", known=known
                )

    def word(self, key: str, *, needed: bool = True) -> str:
        """A scalar as written."""
        node = self.node(key, needed=needed)
        if node is None:
            return ""
        if not isinstance(node, Text):
            self.report.add(node.line, "not-a-text", key=key)
            return ""
        if not node.text:
            self.report.add(node.line, "empty-text", key=key)
        return node.text

    def choice(self, key: str, choices: Collection[str], code: Code = "unknown-choice") -> str:
        """A word that must be one of `choices`; the first of them where it is not."""
        word = self.word(key)
        if word:
            check_choice(self.report, self.line_of(key), key, word, choices, code)
        return word if word in choices else next(iter(choices), "")

    def text(self, key: str, longest: int, *, needed: bool = True) -> str:
        """A text for people, in the wanted language where given, else in English."""
        node = self.node(key, needed=needed)
        if node is None:
            return ""
        texts = _texts(node, self.report, key)
        for line, text in texts.values():
            if len(text) > longest:
                self.report.add(line, "too-long", key=key, found=str(len(text)), most=str(longest))
        for language in (self.language, self.language.replace("-", "_").split("_")[0], "en"):
            if language in texts:
                return texts[language][1]
        return ""

    def texts(self, key: str) -> dict[str, tuple[int, str]]:
        """Every language's text and its line, without reporting anything a second time."""
        node = self._nodes[key][1] if key in self._nodes else None
        return _texts(node, Report(""), key) if node is not None else {}

    def number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        """A number within bounds. Without a default it must be there."""
        node = self.node(key, needed=default is None)
        fallback = least if default is None else default
        return fallback if node is None else read_number(node, self.report, key, least, most)

    def whole(self, key: str, least: int, most: int) -> int:
        value = self.number(key, least, most)
        if value != int(value):
            self.report.add(self.line_of(key), "not-a-whole-number", key=key)
        return int(value)

    def yes(self, key: str) -> bool:
        word = self.word(key, needed=False)
        if self.has(key) and word not in ("true", "false"):
            self.report.add(self.line_of(key), "not-yes-or-no", key=key)
        return word == "true"

    def items(self, key: str, most: int, *, needed: bool = True) -> list[Node]:
        """The entries of a list of 1 to `most`."""
        node = self.node(key, needed=needed)
        if node is None:
            return []
        if not isinstance(node, Items):
            self.report.add(node.line, "not-a-list", key=key)
            return []
        if not node.nodes:
            self.report.add(node.line, "empty-list", key=key)
        if len(node.nodes) > most:
            self.report.add(
                node.line, "too-many", key=key, found=str(len(node.nodes)), most=str(most)
            )
        return node.nodes[:most]

    def words(self, key: str, choices: Collection[str]) -> tuple[str, ...]:
        """A list of words, each one of `choices`; nothing where the key is missing."""
        read: list[str] = []
        for node in self.items(key, 2 * len(choices), needed=False):
            if isinstance(node, Text):
                check_choice(self.report, node.line, key, node.text, choices)
                read.append(node.text)
            else:
                self.report.add(node.line, "not-a-text", key=key)
        return tuple(read)


def check_choice(
    report: Report,
    line: int,
    key: str,
    word: str,
    choices: Collection[str],
    code: Code = "unknown-choice",
) -> None:
    """Reports a word that is not among `choices`, with the nearest that is."""
    if word not in choices:
        near = get_close_matches(word, choices, 1)
        known = ", ".join(choices)
        report.add(line, code, key=key, word=word, close=near[0] if near else "", known=known)


def read_number(node: Node, report: Report, key: str, least: float, most: float) -> float:
    """The number `node` stands for, within bounds; else the nearest bound, reported."""
    try:
        value = float(node.text) if isinstance(node, Text) and node.plain else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        report.add(node.line, "not-a-number", key=key)
        return least
    if value < least:
        report.add(node.line, "too-low", key=key, found=f"{value:g}", least=f"{least:g}")
    if value > most:
        report.add(node.line, "too-high", key=key, found=f"{value:g}", most=f"{most:g}")
    return min(max(value, least), most)


def _texts(node: Node, report: Report, key: str) -> dict[str, tuple[int, str]]:
    """Language to (line, text); a plain text is English."""
    entries: dict[str, tuple[int, Node]] = {}
    if isinstance(node, Text):
        entries = {"en": (node.line, node)}
    if isinstance(node, Pairs):
        for name, line in node.doubled:
            report.add(line, "duplicate-key", key=name)
        entries = node.nodes
        if "en" not in entries:
            report.add(node.line, "no-english", key=key)
    elif isinstance(node, Items):
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


def _shown(value: str) -> str:
    """What was written, fit for one line of a terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in value)[:LONGEST_SHOWN]


def _tidy(text: str) -> str:
    """One space between words; line breaks part paragraphs."""
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
