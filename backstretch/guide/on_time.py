"""Voice and chimes for a narrator that is ahead of the session: whatever it asks for is due later,
at the time that its moment is for."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from backstretch.ports import Availability, BreathTone, Chime, Chimes, Utterance, Voice


class VoiceOnTime:
    """`due` returns the session clock's time that is being prepared; None if it is now."""

    def __init__(self, voice: Voice, due: Callable[[], float | None]) -> None:
        self._voice = voice
        self._due = due

    def say(self, utterance: Utterance) -> None:
        self._voice.say(replace(utterance, at=self._due()))

    def hush(self) -> None:
        """Ahead of its time, it leaves to finish what is being said: what comes then cuts it
        off."""
        if self._due() is None:
            self._voice.hush()
        else:
            self._voice.drop_coming()

    def drop_coming(self) -> None:
        self._voice.drop_coming()

    def seconds(self, text: str) -> float:
        return self._voice.seconds(text)

    def configure(self, *, voice: str, rate: float, volume: float) -> None:
        self._voice.configure(voice=voice, rate=rate, volume=volume)

    def voices(self) -> Mapping[str, str]:
        return self._voice.voices()

    def availability(self) -> Availability:
        return self._voice.availability()

    def close(self) -> None:
        self._voice.close()


class ChimesOnTime:
    """`due` returns the session clock's time that is being prepared; None if it is now."""

    def __init__(self, chimes: Chimes, due: Callable[[], float | None]) -> None:
        self._chimes = chimes
        self._due = due

    def play(self, chime: Chime, at: float | None = None) -> None:
        self._chimes.play(chime, self._due() if at is None else at)

    def breathe(self, breath: BreathTone, seconds: float, at: float | None = None) -> None:
        self._chimes.breathe(breath, seconds, self._due() if at is None else at)

    def hush(self) -> None:
        self._chimes.hush()

    def drop_coming(self) -> None:
        self._chimes.drop_coming()

    def set_volume(self, volume: float) -> None:
        self._chimes.set_volume(volume)

    def availability(self) -> Availability:
        return self._chimes.availability()

    def close(self) -> None:
        self._chimes.close()
