"""Used where nothing reports interruptions; the gap in time is still noticed afterwards."""

from collections.abc import Callable

from backstretch.ports import Availability, Interruption


class AbsentInterruptions:
    def listen(self, interrupted: Callable[[Interruption], None]) -> None:
        pass

    def availability(self) -> Availability:
        return Availability(False, "")

    def close(self) -> None:
        pass
