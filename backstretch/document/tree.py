"""Turns YAML into a tree of nodes with line numbers, in one pass over the parser's events.

Nothing here recurses, and aliases are refused, so neither deep nesting nor a chain of repeats
("billion laughs") can exhaust memory or the stack. No tag is acted on, so no object is built.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from backstretch.document.document_problem import DocumentProblem
from backstretch.plain_text import CONTROL

DEEPEST = 16
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is about ten times as fast; PyYAML may have been built without it."""

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Text:
    """A scalar as written. `plain`: it had no quotes, so it may be a number."""

    line: int
    text: str
    plain: bool


@dataclass(slots=True)
class Items:
    """A list. As in every node, `line` is where it starts, counted from 1."""

    line: int
    nodes: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Pairs:
    """A mapping. `nodes` holds each key's own line and its value. `doubled` lists the keys that are
    repeated, with their lines; the first value counts."""

    line: int
    nodes: "dict[str, tuple[int, Node]]" = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)


Node = Text | Items | Pairs


def parse(data: bytes) -> Node:
    """The tree of the one document in `data`, in UTF-8 or UTF-16, with a byte order mark or
    without.

    Raises DocumentProblem. What is missing at the end of the file is reported one line after the
    last, as libyaml counts.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) or data[:4].count(0) == 3:
        raise DocumentProblem(1, "encoding")
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise DocumentProblem(data.count(b"\n", 0, error.start) + 1, "encoding") from None
    try:
        return _build(_events(text))
    except yaml.reader.ReaderError as error:
        raise _illegal_character(text) from error
    except yaml.MarkedYAMLError as error:
        raise _syntax(text, error) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The pure Python scanner lets int() and chr() fail on absurd escapes and versions.
        raise DocumentProblem(1, "syntax", said=str(error)) from error


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Without a mark it is known by its first letter, which is a Latin one or a sign.
    first, second = data[:1], data[1:2]
    if b"\0" in (first, second) and first != second:
        return "utf-16-le" if second == b"\0" else "utf-16-be"
    return "utf-8-sig"


def placed_at(node: Node, line: int) -> Node:
    """The same value with every line set to `line`: for a part taken over from another file."""
    if isinstance(node, Text):
        return Text(line, node.text, node.plain)
    if isinstance(node, Items):
        return Items(line, [placed_at(inner, line) for inner in node.nodes])
    return Pairs(
        line, {key: (line, placed_at(inner, line)) for key, (_, inner) in node.nodes.items()}
    )


def _illegal_character(text: str) -> DocumentProblem:
    found = _NOT_YAML.search(text)
    if found is None:
        return DocumentProblem(1, "syntax", said="a character is not allowed")
    line = text.count("\n", 0, found.start()) + 1
    return DocumentProblem(
        line, "syntax", said=f"the character U+{ord(found[0]):04X} is not allowed"
    )


def _syntax(text: str, error: yaml.MarkedYAMLError) -> DocumentProblem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    rows = text.splitlines()
    row = rows[line - 1] if line <= len(rows) else ""
    indent = row[: len(row) - len(row.lstrip())]
    said = str(error.problem or error.context or "")
    return DocumentProblem(line, "tab" if "\t" in indent else "syntax", said=said)


@dataclass(slots=True)
class _Open:
    """A mapping or list that has not ended yet; `key` is the one whose value comes next."""

    node: Items | Pairs
    key: Text | None = None

    def take(self, node: Node) -> None:
        if isinstance(self.node, Items):
            self.node.nodes.append(node)
        elif self.key is None:
            if not isinstance(node, Text):
                raise DocumentProblem(node.line, "syntax", said="a key must be a plain word")
            self.key = node
        else:
            name, line = self.key.text, self.key.line
            if isinstance(node, Text) and not node.text and node.plain:
                node.line = line  # the parser puts a missing value where the next token is
            if name in self.node.nodes:
                self.node.doubled.append((name, line))
            else:
                self.node.nodes[name] = (line, node)
            self.key = None


def _events(text: str) -> Iterator[Any]:
    """The events that `yaml.parse` yields, without its second call for each of them."""
    loader = LOADER(text)
    try:
        event = loader.get_event()
        while type(event) is not StreamEndEvent:
            yield event
            event = loader.get_event()
    finally:
        loader.dispose()


def _build(events: Iterator[Any]) -> Node:
    root: Node | None = None
    stack: list[_Open] = []
    node: Node
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            node = _scalar(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node = stack.pop().node
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            stack.append(_opened(event, len(stack)))
            continue
        elif kind is AliasEvent:
            raise DocumentProblem(_line(event), "alias", name=str(event.anchor))
        elif kind is DocumentStartEvent and root is not None:
            raise DocumentProblem(_line(event), "many-documents")
        else:
            continue
        if stack:
            stack[-1].take(node)
        else:
            root = node
    if root is None:
        raise DocumentProblem(1, "empty")
    return root


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _scalar(event: Any) -> Text:
    line, text = event.start_mark.line + 1, event.value
    if event.tag is not None:
        _check_tag(event)
    if not text.isprintable() and (found := CONTROL.search(text)):
        raise DocumentProblem(line, "control-character", character=f"U+{ord(found[0]):04X}")
    return Text(line, text, event.implicit[0])


def _opened(event: Any, depth: int) -> _Open:
    line = _line(event)
    if depth >= DEEPEST:
        raise DocumentProblem(line, "too-deep", most=str(DEEPEST))
    if event.tag is not None:
        _check_tag(event)
    return _Open(Items(line) if type(event) is SequenceStartEvent else Pairs(line))


def _check_tag(event: Any) -> None:
    """Refuses all tags except the bare '!', which names no type."""
    if event.tag != "!":
        raise DocumentProblem(_line(event), "tag", tag=event.tag)
