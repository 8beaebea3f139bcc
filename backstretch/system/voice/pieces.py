"""Cuts a text into the pieces that a recorded voice has: whole sentences where it has them, else
parts of sentences such as "4" and "Exhale, round". Pure."""

import re
from collections.abc import Container
from dataclasses import dataclass

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…。])\s+")
_CLAUSE_ENDS = re.compile(r"(?<=[,;:…–])\s+")
_NOT_SPOKEN = " .,;:…–"

AFTER_SENTENCE_SECONDS = 0.35
AFTER_CLAUSE_SECONDS = 0.12


@dataclass(frozen=True, slots=True)
class Piece:
    """One recording to play, by its `key`, and the silence after it in seconds."""

    key: str
    silence: float = 0.0


def sentences(text: str) -> tuple[str, ...]:
    return tuple(part for part in _SENTENCE_ENDS.split(text.strip()) if part)


def key(text: str) -> str:
    """What identifies a recorded text. A full stop or comma at its end and capitals make no
    difference: it is the same recording."""
    return " ".join(text.split()).rstrip(_NOT_SPOKEN).casefold()


def pieces(text: str, recorded: Container[str]) -> tuple[Piece, ...]:
    """The pieces, among the keys in `recorded`, that together are `text`; none if a part of it is
    missing, as one line is never said by two voices."""
    found: list[Piece] = []
    for sentence in sentences(text):
        clauses = _clauses(sentence, recorded)
        if not clauses:
            return ()
        found += [Piece(each, AFTER_CLAUSE_SECONDS) for each in clauses[:-1]]
        found.append(Piece(clauses[-1], AFTER_SENTENCE_SECONDS))
    return (*found[:-1], Piece(found[-1].key)) if found else ()


def _clauses(sentence: str, recorded: Container[str]) -> list[str]:
    """The keys for one sentence, each of as many of its clauses as there is a recording of."""
    parts = _CLAUSE_ENDS.split(sentence)
    found = []
    while parts:
        for end in range(len(parts), 0, -1):
            whole = key(" ".join(parts[:end]))
            if whole in recorded:
                found.append(whole)
                parts = parts[end:]
                break
        else:
            return []
    return found
