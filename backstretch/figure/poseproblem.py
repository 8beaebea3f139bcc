"""What is wrong in a pose file, in one sentence. Reading poses stops at the first mistake."""

from collections.abc import Mapping
from typing import Never

from backstretch.document.document_problem import Code, DocumentProblem, printable

_WORDS: Mapping[Code, str] = {
    "unreadable": "the file cannot be read: {said}",
    "not-a-file": "this is not a file; name a pose file that ends in .yaml",
    "too-big": "the file is too large; keep poses under {most} KB",
    "encoding": "the text is not UTF-8; save the file in that encoding",
    "syntax": "this is not YAML: {said}; look for a missing quote, colon or bracket at this line",
    "tab": "the line begins with a tab; indent with spaces instead",
    "alias": "write the values out; '*{name}' for repeats is not read here",
    "tag": "write the value plainly; '!' and '!!' are not read here",
    "control-character": "the character {character} is invisible and not read here; take it out",
    "too-deep": "the file is nested too deeply; {most} levels are the most",
    "many-documents": "a second document begins here; put each in a file of its own",
    "empty": "the file is empty; start from a copy of the poses that ship",
    "not-a-mapping": "{path} must be a list of names and values ('name: value')",
    "not-a-list": "{path} must be a list, like [1, 2, 3]",
    "not-a-text": "{path} must be a short name",
    "not-a-number": "{path} must be a number between {least} and {most}",
    "unknown-choice": "{path} cannot be '{word}'; write one of: {known}",
    "unknown-key": "'{key}' is not known here; write one of: {known}",
    "duplicate-key": "'{key}' is written twice; keep one of the two",
    "too-low": "{path} is {found}; it must lie between {least} and {most}",
    "too-high": "{path} is {found}; it must lie between {least} and {most}",
    "too-many": "{path} must have at most {most} entries; it has {found}",
    "wrong-count": "{path} must have {most} entries; it has {found}",
    "empty-text": "{path} is empty; write its value after the colon",
}

NOT_A_NAME = "names must be texts; '{key}' is a number"


class PoseProblem(ValueError):  # noqa: N818 - the field's word
    """A mistake in a pose file. `line` counts from 1; `message` is one sentence without it."""

    def __init__(self, message: str, line: int = 1, file: str = "") -> None:
        self.message = printable(message)
        super().__init__(f"{file}:{line}: {self.message}" if file else self.message)
        self.line = line


class StopAtFirst:
    """A report that raises PoseProblem for the first problem it gets."""

    full = False

    def add(self, line: int, code: Code, /, **values: str) -> Never:
        raise PoseProblem(_sentence(code, values), line)


def of_document(problem: DocumentProblem) -> PoseProblem:
    """The same problem in the words of a pose file."""
    return PoseProblem(_sentence(problem.code, problem.values), max(problem.line, 1))


def _sentence(code: Code, values: Mapping[str, str]) -> str:
    if code == "unknown-key" and is_number(values["key"]):
        return NOT_A_NAME.format(key=values["key"])
    if code == "unknown-key" and values["close"]:
        return f"'{values['key']}' is not known here; did you mean '{values['close']}'?"
    path = values.get("path", "").removeprefix("poses › ") or "the file"
    return _WORDS[code].format(**{**values, "path": path})


def is_number(name: str) -> bool:
    """True if YAML would read `name` as a number, such as 1 or -2.5."""
    return name.replace(".", "", 1).removeprefix("-").isdigit()
