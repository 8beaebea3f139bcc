"""Measures the user's own breath from a key that is held while breathing in, for three breaths."""

from dataclasses import dataclass
from statistics import median

from backstretch.session.commands import BreathRhythm

BREATHS = 3
LEAST, MOST = 0.8, 15.0
"""Bounds of one inhale or exhale in seconds: a shorter press is a slip, a longer one no breath."""


@dataclass(frozen=True, slots=True)
class Breathing:
    """`turns` are the readings of the session clock, in seconds, at which the key went down and
    up, alternating."""

    turns: tuple[float, ...] = ()

    @property
    def inhaling(self) -> bool:
        """True while the key is held."""
        return len(self.turns) % 2 == 1

    @property
    def breaths(self) -> int:
        """The number of finished inhales."""
        return len(self.turns) // 2

    def pressed(self, now: float) -> "Breathing":
        """Begins an inhale. After a pause too long or short for an exhale, measuring starts over.
        A key repeat changes nothing."""
        if self.inhaling:
            return self
        if self.turns and not LEAST <= now - self.turns[-1] <= MOST:
            return Breathing((now,))
        return Breathing((*self.turns, now))

    def released(self, now: float) -> "Breathing":
        """Ends the inhale; one that is too short or too long is dropped."""
        if not self.inhaling:
            return self
        if not LEAST <= now - self.turns[-1] <= MOST:
            return Breathing(self.turns[:-1])
        return Breathing((*self.turns, now))

    def rhythm(self) -> BreathRhythm | None:
        """The median inhale and exhale; None until the third inhale has ended."""
        if self.breaths < BREATHS:
            return None
        inhales = [up - down for down, up in zip(self.turns[::2], self.turns[1::2], strict=False)]
        exhales = [down - up for up, down in zip(self.turns[1::2], self.turns[2::2], strict=False)]
        return BreathRhythm(inhale=median(inhales), exhale=median(exhales))
