"""Decides what the voice says if it is asked for more than it can say. Pure: time is an argument.

Never two texts at once. A text that would end too late is said in its shorter form or not at all; a
text of higher priority cuts off one of lower priority; all others wait their turn.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from backstretch.ports import Utterance

Seconds = Callable[[str], float]
"""Returns the seconds that a text takes to say."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """`deadline` is when it must be over, in seconds of the caller's clock."""

    utterance: Utterance
    deadline: float


@dataclass(frozen=True, slots=True)
class Mouth:
    speaking: Utterance | None = None
    waiting: tuple[Waiting, ...] = ()

    def cut_by(self, utterance: Utterance, seconds: Seconds) -> bool:
        """True if `utterance` has a higher priority than what is being said, and fits into its
        room."""
        if self.speaking is None or utterance.priority <= self.speaking.priority:
            return False
        return bool(_fitting(Waiting(utterance, utterance.room), 0.0, seconds))


def ask(mouth: Mouth, utterance: Utterance, now: float) -> Mouth:
    """Queues `utterance`."""
    return replace(mouth, waiting=(*mouth.waiting, Waiting(utterance, now + utterance.room)))


def fall_silent(mouth: Mouth) -> Mouth:
    """Call when the text being said is over or was stopped."""
    return replace(mouth, speaking=None)


def open_mouth(mouth: Mouth, now: float, seconds: Seconds) -> tuple[Mouth, str, tuple[str, ...]]:
    """Returns the new mouth, the text to say now ("" for none) and the texts that came too late."""
    if mouth.speaking is not None:
        return mouth, "", ()
    late: list[str] = []
    waiting = sorted(mouth.waiting, key=lambda one: -one.utterance.priority)
    while waiting:
        first = waiting.pop(0)
        text = _fitting(first, now, seconds)
        if text:
            return Mouth(first.utterance, tuple(waiting)), text, tuple(late)
        late.append(first.utterance.text)
    return Mouth(), "", tuple(late)


def _fitting(waiting: Waiting, now: float, seconds: Seconds) -> str:
    for text in (waiting.utterance.text, waiting.utterance.shorter):
        if text and now + seconds(text) <= waiting.deadline:
            return text
    return ""
