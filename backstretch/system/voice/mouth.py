"""What the voice says when it is asked for more than it can say. Pure: time is an argument.

One mouth: never two at once. What would end too late is said shorter or not at all; what matters
more cuts off what matters less; the rest waits its turn.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from backstretch.ports import Utterance

Seconds = Callable[[str], float]
"""How long a text takes to say."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """`deadline` is when it must have been said, in seconds of the caller's clock."""

    utterance: Utterance
    deadline: float


@dataclass(frozen=True, slots=True)
class Mouth:
    speaking: Utterance | None = None
    waiting: tuple[Waiting, ...] = ()

    def cut_by(self, utterance: Utterance, seconds: Seconds) -> bool:
        """Whether `utterance` matters more than what is being said, and has the room."""
        if self.speaking is None or utterance.priority <= self.speaking.priority:
            return False
        return bool(_fitting(Waiting(utterance, utterance.room), 0.0, seconds))


def ask(mouth: Mouth, utterance: Utterance, now: float) -> Mouth:
    """`utterance` waits its turn."""
    return replace(mouth, waiting=(*mouth.waiting, Waiting(utterance, now + utterance.room)))


def fall_silent(mouth: Mouth) -> Mouth:
    """What was being said is over, or was stopped."""
    return replace(mouth, speaking=None)


def open_mouth(mouth: Mouth, now: float, seconds: Seconds) -> tuple[Mouth, str, tuple[str, ...]]:
    """The mouth, the text to say now (empty: none) and the texts that came too late."""
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
