"""Where no media control can be served. Windows and macOS have their place here:
an adapter for either takes `show` and `listen` and is ranked in `desktop`."""

from collections.abc import Callable

from backstretch.ports import Availability, MediaCommand, NowPlaying


class AbsentMediaControls:
    def __init__(self, advice: str = "") -> None:
        self._advice = advice

    def show(self, now: NowPlaying) -> None:
        pass

    def listen(
        self, command: Callable[[MediaCommand], None], seek: Callable[[float], None]
    ) -> None:
        pass

    def availability(self) -> Availability:
        return Availability(False, "", self._advice)

    def close(self) -> None:
        pass
