"""Texts that are written down in one place and translated in another."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks `text` for Qt's translation tools, which know this name (Qt's own says `object`)."""
    del context
    return text
