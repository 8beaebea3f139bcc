"""Finds the texts for translation in the program's sources.

Qt's own `lupdate` misses plural forms in Python's `QCoreApplication.translate`, hence this.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the sources have it; `comment` tells like texts apart, `plural` has forms."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


class _Finder(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[Text] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "tr" and self._classes:
            self._add(self._classes[-1], *node.args)
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
            context = _literal(node.args[0])
            if context:
                self._add(context, *node.args[1:])
        self.generic_visit(node)

    def _add(self, context: str, source: ast.expr, *rest: ast.expr) -> None:
        text = _literal(source)
        if text:
            comment = (_literal(rest[0]) or "") if rest else ""
            self.found.append(Text(context, text, comment, plural=len(rest) > 1))


def _literal(node: ast.expr) -> str | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) else None


def texts(folder: Path) -> Iterator[Text]:
    """Every text for translation under `folder`, each once, in the order of the sources."""
    seen: set[Text] = set()
    for path in sorted(folder.rglob("*.py")):
        finder = _Finder()
        finder.visit(ast.parse(path.read_text(encoding="utf-8")))
        for text in finder.found:
            if text not in seen:
                seen.add(text)
                yield text
