"""Used where no media control can be served. Adapters for Windows and macOS would offer the same
`show` and `listen`, and be ranked in `desktop`."""

from collections.abc import Callable

from backstretch.ports import Availability, MediaCommand, NowPlaying


class AbsentMediaControls:
    def __init__(self, advice: str = "") -> None:
        self._advice = advice

    def show(self, now: NowPlaying) -> None:
        pass

    def listen(self, command: Callable[[MediaCommand], None]) -> None:
        pass

    def availability(self) -> Availability:
        return Availability(False, "", self._advice)

    def close(self) -> None:
        pass
