"""One value of a document: reads it as the type that is wanted, and reports what it is instead.

Every reader returns a value of the right type in any case, so that reading can go on and all
problems come out at once. What was read counts only if nothing was reported.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass

from backstretch.document.document_problem import Code, Report, nearest
from backstretch.document.tree import Items, Node, Pairs, Text


@dataclass(slots=True)
class Entry:
    """A node, what it is called (a key, or a place in a list from 0) and the entry it is in."""

    node: Node
    report: Report
    name: str | int = ""
    above: "Entry | None" = None

    @property
    def line(self) -> int:
        """The line of the value in its file, from 1."""
        return self.node.line

    @property
    def key(self) -> str:
        """The nearest name: an entry of a list goes by the list's."""
        if isinstance(self.name, str) or self.above is None:
            return str(self.name)
        return self.above.key

    @property
    def path(self) -> str:
        """All names on the way here, such as "poses › child › neck › 2" (places from 1)."""
        name = self.name if isinstance(self.name, str) else str(self.name + 1)
        above = self.above.path if self.above else ""
        return f"{above} › {name}" if above else name

    def add(self, code: Code, at_line: int = 0, /, **values: str) -> None:
        """Reports a problem of this entry, at its own line unless another is given.

        The problem's values hold `key` and `path` beside those given here.
        """
        everything = {"key": self.key, "path": self.path, **values}
        self.report.add(at_line or self.line, code, **everything)

    def word(self) -> str:
        """The scalar as written; an empty one is reported."""
        if not isinstance(self.node, Text):
            self.add("not-a-text")
            return ""
        if not self.node.text:
            self.add("empty-text")
        return self.node.text

    def choice(self, choices: Collection[str], at_line: int = 0) -> str:
        """A word that is one of `choices`; the first of them if it is not."""
        word = self.word()
        if word in choices:
            return word
        if word:
            close, known = nearest(word, choices), ", ".join(choices)
            self.add("unknown-choice", at_line, word=word, close=close, known=known)
        return next(iter(choices), "")

    def number(self, least: float, most: float) -> float:
        """A number from `least` to `most`; else the nearest bound, reported."""
        value = _value(self.node)
        if least <= value <= most:
            return value
        bounds = {"least": f"{least:g}", "most": f"{most:g}"}
        if math.isnan(value):
            self.add("not-a-number", **bounds)
            return least
        code: Code = "too-low" if value < least else "too-high"
        self.add(code, found=f"{value:g}", **bounds)
        return min(max(value, least), most)

    def numbers(self, count: int, least: float, most: float) -> tuple[float, ...]:
        """A list of exactly `count` numbers from `least` to `most`; missing ones are `least`."""
        nodes = self.node.nodes if isinstance(self.node, Items) else ()
        if len(nodes) == count:
            values = tuple(map(_value, nodes))
            if all(least <= value <= most for value in values):
                return values
        read = tuple([entry.number(least, most) for entry in self.items(count, exactly=True)])
        return (*read, *[least] * count)[:count]

    def items(self, most: int, *, exactly: bool = False) -> list["Entry"]:
        """The entries of a list of up to `most`, or of exactly as many."""
        if not isinstance(self.node, Items):
            self.add("not-a-list")
            return []
        nodes = self.node.nodes
        if len(nodes) > most or (exactly and len(nodes) < most):
            code: Code = "wrong-count" if exactly else "too-many"
            self.add(code, found=str(len(nodes)), most=str(most))
        return [Entry(node, self.report, at, self) for at, node in enumerate(nodes[:most])]

    def mapping(self, allowed: Collection[str] | None = None) -> dict[str, "Entry"]:
        """The entries of a mapping by key. Keys outside `allowed`, if given, are reported."""
        if not isinstance(self.node, Pairs):
            self.add("not-a-mapping")
            return {}
        if self.node.doubled:
            self.add_doubled()
        if allowed is not None:
            self.add_unknown([key for key in self.node.nodes if key not in allowed], allowed)
        report = self.report
        return {key: Entry(node, report, key, self) for key, (_, node) in self.node.nodes.items()}

    def add_doubled(self) -> None:
        """Reports the keys of a mapping that came twice."""
        for key, line in self.node.doubled if isinstance(self.node, Pairs) else ():
            self.report.add(line, "duplicate-key", key=key, path=self.path)

    def add_unknown(self, keys: Collection[str], known: Collection[str]) -> None:
        """Reports `keys` of a mapping as none of the `known` ones, each with the nearest."""
        for key in keys:
            if self.report.full:
                return
            line = self.node.nodes[key][0] if isinstance(self.node, Pairs) else self.line
            values = {"close": nearest(key, known), "known": ", ".join(sorted(known))}
            self.report.add(line, "unknown-key", key=key, path=self.path, **values)


def _value(node: Node) -> float:
    """The finite number that `node` stands for, else NaN, which lies within no bounds."""
    if not isinstance(node, Text) or not node.plain:
        return math.nan
    try:
        value = float(node.text)
    except ValueError:
        return math.nan
    return value if math.isfinite(value) else math.nan
