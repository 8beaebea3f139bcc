"""Text that comes from files, other computers or the clipboard, made harmless to show anywhere: a
terminal would obey an escape sequence, the bus refuses a NUL, a label stops at it."""

import re

CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters but tab and line feed; separators of lines and paragraphs; marks that turn the
direction of the text after them; halves of characters that UTF-8 cannot hold. Joiners and marks of
direction that only stand between letters are part of writing, and are not here."""


def without_controls(text: str) -> str:
    """`text` without control characters. Every kind of line end becomes a line feed."""
    lines = re.sub("\r\n?|[\x85\u2028\u2029]", "\n", text)
    return CONTROL.sub("", lines)


def is_plain(text: str) -> bool:
    """True if `text` has no control characters but tabs and line feeds."""
    return CONTROL.search(text) is None


def one_line(text: str) -> str:
    """`text` on one line, for a terminal or a bus: without control characters, and with a blank for
    each tab and line end."""
    return without_controls(text).replace("\n", " ").replace("\t", " ")
