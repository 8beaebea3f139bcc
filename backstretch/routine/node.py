"""YAML text to a tree that knows its lines, in one pass over the parser's events.

Nothing here recurses and aliases are refused, so neither deep nesting nor a bomb does harm.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from backstretch.routine.problem import Code

DEEPEST = 16


@dataclass(slots=True)
class Text:
    """A scalar as written. `plain`: it stood without quotes, so it may be a number."""

    line: int
    text: str
    plain: bool


@dataclass(slots=True)
class Items:
    line: int
    nodes: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Pairs:
    """`doubled` lists keys that came twice, with their lines."""

    line: int
    nodes: "dict[str, tuple[int, Node]]" = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)


Node = Text | Items | Pairs


class Unparsable(Exception):  # noqa: N818 - carries a problem to be reported, not a crash
    """The text is no YAML that a routine may be written in."""

    def __init__(self, line: int, code: Code, **values: str) -> None:
        super().__init__(code)
        self.line = line
        self.code = code
        self.values = values


def parse(text: str) -> Node:
    """The tree of the one document in `text`. Raises Unparsable."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(yaml.parse(text, Loader=loader))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise Unparsable(line, "syntax", said=f"character {error.character!r}") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        said = str(error.problem or error.context or "")
        rows = text.splitlines()
        row = rows[line - 1] if 0 < line <= len(rows) else ""
        indent = row[: len(row) - len(row.lstrip())]
        raise Unparsable(line, "tab" if "\t" in indent else "syntax", said=said) from None
    except yaml.YAMLError as error:
        raise Unparsable(0, "syntax", said=str(error)) from None


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet; `key` waits for its value."""

    node: Items | Pairs
    key: Text | None = None

    def take(self, node: Node) -> None:
        if isinstance(self.node, Items):
            self.node.nodes.append(node)
        elif self.key is None:
            if not isinstance(node, Text):
                raise Unparsable(node.line, "syntax", said="a key must be a plain word")
            self.key = node
        else:
            name, line = self.key.text, self.key.line
            if name in self.node.nodes:
                self.node.doubled.append((name, line))
            else:
                self.node.nodes[name] = (line, node)
            self.key = None


def _build(events: Iterator[Any]) -> Node:
    root: Node | None = None
    stack: list[_Open] = []
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 0
        node: Node
        if isinstance(event, yaml.AliasEvent):
            raise Unparsable(line, "alias", name=str(event.anchor))
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise Unparsable(line, "many-documents")
        if isinstance(event, yaml.ScalarEvent):
            node = Text(line, event.value, event.implicit[0])
        elif isinstance(event, yaml.CollectionEndEvent):
            node = stack.pop().node
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= DEEPEST:
                raise Unparsable(line, "too-deep", most=str(DEEPEST))
            is_list = isinstance(event, yaml.SequenceStartEvent)
            stack.append(_Open(Items(line) if is_list else Pairs(line)))
            continue
        else:
            continue
        if stack:
            stack[-1].take(node)
        else:
            root = node
    if root is None:
        raise Unparsable(1, "empty")
    return root
