"""Reads one JSON document piece by piece, so that its size does not matter."""

import json
from collections.abc import Iterator
from io import TextIOWrapper
from math import isfinite
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn

from backstretch.private_files import open_regular

_CHUNK = 1 << 16
MOST_OF_A_VALUE = 16_000_000
"""Characters of one value, such as a session. A day of practice has some 50,000."""


MOST_PARTS = 600_000
"""Lists, mappings and commas in one value. Written as `[],[],…` they need 25 times their length in
memory; a day of practice has some 8,000."""


class NotJsonError(ValueError):
    """The text is no JSON, or one of its values is larger than MOST_OF_A_VALUE or MOST_PARTS."""


def _no_constant(name: str) -> NoReturn:
    raise NotJsonError(f"{name} is no JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise NotJsonError(f"{text} is no number that can be kept")
    return value


class JsonStream:
    """Walks through an object or an array without holding it as a whole:

    for key in stream.names(): ...    # each followed by one `value` or a walk through its items
    for item in stream.items(): ...

    Raises NotJsonError.
    """

    def __init__(self, raw: BinaryIO, encoding: str, size: int) -> None:
        self.size = size
        self._raw = raw
        self._stream = TextIOWrapper(raw, encoding=encoding, newline="")
        self._text = ""
        self._at = 0
        self._decoder = json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite)

    @staticmethod
    def open(path: Path) -> "JsonStream":
        """Opens a file in UTF-8, UTF-16 or UTF-32, with or without a mark. Raises OSError."""
        raw = open_regular(path)
        size = raw.seek(0, 2)
        raw.seek(0)
        head = raw.read(4)
        raw.seek(0)
        return JsonStream(raw, json.detect_encoding(head), size)

    def __enter__(self) -> "JsonStream":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stream.close()

    @property
    def bytes_read(self) -> int:
        return self._raw.tell()

    def names(self) -> Iterator[str]:
        """The names in the object whose brace was just taken."""
        if self.take("}"):
            return
        while True:
            key = self.value()
            if not isinstance(key, str) or not self.take(":"):
                raise NotJsonError("a key is missing")
            yield key
            if self.take("}"):
                return
            self._expect(",")

    def items(self) -> Iterator[object]:
        """The items of the array whose bracket was just taken."""
        if self.take("]"):
            return
        while True:
            yield self.value()
            if self.take("]"):
                return
            self._expect(",")

    def take(self, sign: str) -> bool:
        """Passes over `sign` if it comes next."""
        if self._next() != sign:
            return False
        self._at += 1
        return True

    def finish(self) -> None:
        """Makes sure that nothing follows."""
        if self._next():
            raise NotJsonError("something follows the end")

    def value(self) -> object:
        """The value that comes next, whole."""
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._more():
                    raise NotJsonError(str(error)) from None
            except NotJsonError:
                raise
            except (ValueError, RecursionError) as error:
                raise NotJsonError(str(error)) from None
            else:
                # A number may go on in what is not read yet.
                if end < len(self._text) or not self._more():
                    self._at = end
                    return value

    def _expect(self, sign: str) -> None:
        if not self.take(sign):
            raise NotJsonError(f"'{sign}' is missing")

    def _next(self) -> str:
        """The next sign that is no white space; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\n\r":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        """Reads on, ever more, so that a long value is not begun too often; False at the end."""
        left = self._text[self._at :]
        if len(left) > MOST_OF_A_VALUE:
            raise NotJsonError("a value is too long")
        if len(left) > MOST_PARTS and sum(map(left.count, "[{,")) > MOST_PARTS:
            raise NotJsonError("a value has too many parts")
        try:
            read = self._stream.read(max(_CHUNK, len(left)))
        except UnicodeError as error:
            raise NotJsonError(str(error)) from None
        self._text, self._at = left + read, 0
        return bool(read)
