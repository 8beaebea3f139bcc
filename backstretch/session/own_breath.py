"""The user's own breath, taken from a key held while breathing in: three breaths and no more."""

from dataclasses import dataclass
from statistics import median

from backstretch.session.commands import BreathRhythm

BREATHS = 3
LEAST, MOST = 0.8, 15.0
"""Seconds; a shorter press is a slip, a longer one is not breath any more."""


@dataclass(frozen=True, slots=True)
class Breathing:
    """Times (seconds of the session's clock) at which the key went down and up, alternating."""

    turns: tuple[float, ...] = ()

    @property
    def inhaling(self) -> bool:
        return len(self.turns) % 2 == 1

    @property
    def breaths(self) -> int:
        """How many inhales are behind."""
        return len(self.turns) // 2

    def pressed(self, now: float) -> "Breathing":
        """Inhaling from now on. The exhale before it counts only if it was one."""
        if self.inhaling:
            return self
        if self.turns and not LEAST <= now - self.turns[-1] <= MOST:
            return Breathing((now,))
        return Breathing((*self.turns, now))

    def released(self, now: float) -> "Breathing":
        """Exhaling from now on; a slip of the finger is forgotten."""
        if not self.inhaling:
            return self
        if not LEAST <= now - self.turns[-1] <= MOST:
            return Breathing(self.turns[:-1])
        return Breathing((*self.turns, now))

    def rhythm(self) -> BreathRhythm | None:
        """The median inhale and exhale, once the third inhale has ended."""
        if self.breaths < BREATHS:
            return None
        inhales = [up - down for down, up in zip(self.turns[::2], self.turns[1::2], strict=False)]
        exhales = [down - up for up, down in zip(self.turns[1::2], self.turns[2::2], strict=False)]
        return BreathRhythm(inhale=median(inhales), exhale=median(exhales))
