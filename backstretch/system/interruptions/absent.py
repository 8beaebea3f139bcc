"""Where nobody tells; the gap in time is noticed afterwards all the same."""

from collections.abc import Callable

from backstretch.ports import Availability, Interruption


class AbsentInterruptions:
    def listen(self, interrupted: Callable[[Interruption], None]) -> None:
        pass

    def availability(self) -> Availability:
        return Availability(False, "")

    def close(self) -> None:
        pass
