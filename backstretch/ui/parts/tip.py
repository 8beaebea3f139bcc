"""Tool tips as plain text: Qt takes one with a tag for HTML, and opens files that it names."""

from html import escape


def plain_tip(text: str) -> str:
    """`text` as a tool tip that shows just these characters."""
    if "<" not in text:
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
