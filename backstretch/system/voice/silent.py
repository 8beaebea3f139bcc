"""No voice at all."""

from backstretch.ports import Availability, Utterance


class SilentVoice:
    def say(self, utterance: Utterance) -> None:
        pass

    def hush(self) -> None:
        pass

    def configure(self, *, voice: str, rate: float, volume: float) -> None:
        pass

    def voices(self) -> tuple[str, ...]:
        return ()

    def availability(self) -> Availability:
        return Availability(False, "")

    def close(self) -> None:
        pass
