"""Estimates how long a text takes to say. Pure.

Fitted to espeak-ng at 165 words a minute, over short cues and long instructions, and rounded up:
most texts end a little before the estimate.
"""

import unicodedata

ORDINARY_WORDS_PER_MINUTE = 165

_START_SECONDS = 0.22
_LETTER_SECONDS = 0.058
_PAUSE_SECONDS = 0.22
_LETTERS_OF_A_DIGIT = 5
_LETTERS_OF_A_WIDE_CHARACTER = 3.5
_PAUSES = ".,:;!?…—。、"


def seconds(text: str, rate: float = 1.0) -> float:
    """Seconds that `text` takes at `rate` (1 is ordinary speech); 0 for an empty text."""
    text = text.strip()
    if not text:
        return 0.0
    pauses = sum(character in _PAUSES for character in text[:-1])
    letters = sum(_letters(character) for character in text)
    said = _START_SECONDS + _LETTER_SECONDS * letters + _PAUSE_SECONDS * pauses
    return said / rate


def _letters(character: str) -> float:
    if character.isdigit():
        return _LETTERS_OF_A_DIGIT
    if unicodedata.east_asian_width(character) in "WF":
        return _LETTERS_OF_A_WIDE_CHARACTER
    return 1
