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
    """To be said from `begin` on, and over at `deadline`, in seconds of the caller's clock."""

    utterance: Utterance
    begin: float
    deadline: float


@dataclass(frozen=True, slots=True)
class Said:
    """What to say now: `text` ("" for nothing) at `at` (None: at once); `late` came too late."""

    text: str = ""
    at: float | None = None
    late: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mouth:
    """What is being said begins at `begins_at`, which may be a little later, and is over at
    `over_at`; `coming` are those whose time has not come."""

    speaking: Utterance | None = None
    begins_at: float = 0.0
    over_at: float = 0.0
    waiting: tuple[Waiting, ...] = ()
    coming: tuple[Waiting, ...] = ()

    def cut_by(self, now: float, seconds: Seconds) -> bool:
        """True if one of those waiting has a higher priority than what is being said, which is not
        over by then, and fits into its room."""
        speaking = self.speaking
        return speaking is not None and any(
            one.utterance.priority > speaking.priority
            and max(now, one.begin) < self.over_at
            and _fitting(one, now, seconds)
            for one in self.waiting
        )


def ask(mouth: Mouth, utterance: Utterance, now: float) -> Mouth:
    """Takes `utterance` in, for its own time or for now."""
    begin = now if utterance.at is None else utterance.at
    one = Waiting(utterance, begin, begin + utterance.room)
    return replace(mouth, coming=(*mouth.coming, one))


def let_come(mouth: Mouth, now: float, lead: Seconds) -> Mouth:
    """Moves what is due to those waiting. `lead` returns how long before its time a text is due."""
    due = tuple(one for one in mouth.coming if one.begin - lead(one.utterance.text) <= now)
    left = tuple(one for one in mouth.coming if one not in due)
    return replace(mouth, waiting=(*mouth.waiting, *due), coming=left)


def next_coming(mouth: Mouth, lead: Seconds) -> float | None:
    """When the next text is due; None if none is coming."""
    return min((one.begin - lead(one.utterance.text) for one in mouth.coming), default=None)


def drop_coming(mouth: Mouth) -> Mouth:
    return replace(mouth, coming=())


def fall_silent(mouth: Mouth, over_at: float = 0.0) -> Mouth:
    """Call when the text being said is over, or will be heard until `over_at`, or was stopped."""
    return replace(mouth, speaking=None, over_at=over_at)


def open_mouth(mouth: Mouth, now: float, seconds: Seconds) -> tuple[Mouth, Said]:
    """Returns the new mouth, and what to say now."""
    if mouth.speaking is not None:
        return mouth, Said()
    late: list[str] = []
    waiting = sorted(mouth.waiting, key=lambda one: -one.utterance.priority)
    while waiting:
        first = waiting.pop(0)
        free = max(now, mouth.over_at)
        text = _fitting(first, free, seconds)
        if text:
            begin = max(free, first.begin)
            changed = Mouth(
                first.utterance, begin, begin + seconds(text), tuple(waiting), mouth.coming
            )
            return changed, Said(text, begin if begin > now else None, tuple(late))
        late.append(first.utterance.text)
    return replace(mouth, waiting=()), Said(late=tuple(late))


def _fitting(waiting: Waiting, now: float, seconds: Seconds) -> str:
    begin = max(now, waiting.begin)
    for text in (waiting.utterance.text, waiting.utterance.shorter):
        if text and begin + seconds(text) <= waiting.deadline:
            return text
    return ""
