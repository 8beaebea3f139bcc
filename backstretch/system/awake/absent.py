"""Used where nothing can keep the screen awake."""

from backstretch.ports import Availability


class AbsentAwake:
    def __init__(self, advice: str = "") -> None:
        self._advice = advice

    def hold(self, reason: str) -> None:
        pass

    def release(self) -> None:
        pass

    def availability(self) -> Availability:
        return Availability(False, "", self._advice)
