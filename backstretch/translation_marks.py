"""Marks texts that are written in one place and translated in another."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Returns `text`, the English source. `python3 dev.py translate` knows this function by its
    name and puts the text into the catalogues; whoever shows it calls Qt's `translate`."""
    del context
    return text
