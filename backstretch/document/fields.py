"""The keys of one mapping, asked for one by one; those that nothing asked for are unknown."""

from collections.abc import Collection

from backstretch.document.document_problem import Report
from backstretch.document.entry import Entry
from backstretch.document.tree import Items, Node, Pairs


class Fields:
    """Typed access by key. `close` reports the keys that nothing asked for.

    `entry` is None if the mapping itself is missing; `what` is its name in messages. If it is
    missing or not a mapping, none of its keys is reported as missing.
    """

    def __init__(self, entry: Entry | None, report: Report, what: str) -> None:
        self.what = what
        self.report = report
        self.line = 0
        self._entry = entry
        self._asked: set[str] = set()
        self._nodes: dict[str, tuple[int, Node]] = {}
        if entry is not None and isinstance(entry.node, Pairs):
            self.line = entry.line
            self._nodes = entry.node.nodes
            if entry.node.doubled:
                entry.add_doubled()
        elif entry is not None:
            Entry(entry.node, report, what, entry.above).add("not-a-mapping")

    def has(self, key: str) -> bool:
        """True if the key is there; `close` counts it as known from then on."""
        self._asked.add(key)
        return key in self._nodes

    def line_of(self, key: str) -> int:
        """The line of the key itself; the mapping's own if the key is missing."""
        return self._nodes[key][0] if key in self._nodes else self.line

    def entry(self, key: str, *, needed: bool = True) -> Entry | None:
        """The value of a key, None if it is missing."""
        self._asked.add(key)
        found = self._nodes.get(key)
        if found is not None:
            return Entry(found[1], self.report, key, self._entry)
        if needed and self.line:
            self.report.add(self.line, "missing-key", key=key, what=self.what)
        return None

    def close(self) -> None:
        """Reports the keys that nothing asked for. Call it last."""
        if self._entry is not None:
            unknown = [key for key in self._nodes if key not in self._asked]
            self._entry.add_unknown(unknown, self._asked)

    def word(self, key: str, *, needed: bool = True) -> str:
        """A scalar as written; empty if missing."""
        entry = self.entry(key, needed=needed)
        return entry.word() if entry else ""

    def choice(self, key: str, choices: Collection[str]) -> str:
        """A word that is one of `choices`; the first of them if it is not."""
        entry = self.entry(key)
        if entry is None:
            return next(iter(choices), "")
        return entry.choice(choices, self.line_of(key))

    def number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        """A number from `least` to `most`. Without a default the key is required."""
        entry = self.entry(key, needed=default is None)
        if entry is None:
            return least if default is None else default
        return entry.number(least, most)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number from `least` to `most`; the key is required."""
        value = self.number(key, least, most)
        if value != int(value):
            self.report.add(self.line_of(key), "not-a-whole-number", key=key)
        return int(value)

    def yes(self, key: str) -> bool:
        """True or false; false if missing."""
        word = self.word(key, needed=False)
        if word and word not in ("true", "false"):
            self.report.add(self.line_of(key), "not-yes-or-no", key=key)
        return word == "true"

    def items(self, key: str, most: int, *, needed: bool = True) -> list[Entry]:
        """The entries of a list of 1 to `most`."""
        entry = self.entry(key, needed=needed)
        if entry is None:
            return []
        read = entry.items(most)
        if isinstance(entry.node, Items) and not entry.node.nodes:
            entry.add("empty-list")
        return read

    def words(self, key: str, choices: Collection[str]) -> tuple[str, ...]:
        """A list of words, each one of `choices`; empty if the key is missing."""
        items = self.items(key, 2 * len(choices), needed=False)
        return tuple([entry.choice(choices) for entry in items])
