"""Shows one rep of the move slowly, phase by phase, again and again until the user ends it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backstretch.figure.motion import Motion, Place
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline

SLOWER = 2.0
LEAST_SECONDS = 1.6
"""Twice as slow as the move, and no phase so short that its name cannot be read."""
FRAME_MS = 33


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The phases to show, each with its index in the timeline."""

    phases: tuple[tuple[int, Phase], ...]

    def seconds(self, phase: Phase) -> float:
        return max(LEAST_SECONDS, phase.length * SLOWER)

    def at(self, seconds: float) -> tuple[int, Phase, float]:
        """The index, phase and fraction (0 to 1) shown after `seconds`."""
        whole = sum(self.seconds(phase) for _, phase in self.phases)
        left = seconds % whole
        for index, phase in self.phases:
            length = self.seconds(phase)
            if left < length:
                return index, phase, left / length
            left -= length
        index, phase = self.phases[-1]
        return index, phase, 1.0

    def moment(self, now: Moment, seconds: float) -> Moment:
        """`now` as if that phase were playing. Nothing is counted."""
        index, phase, fraction = self.at(seconds)
        return replace(
            now,
            status="playing",
            phase=phase,
            index=index,
            fraction=fraction,
            remaining=(1 - fraction) * self.seconds(phase),
            count=0,
            motion=Motion(Place(phase.way, fraction), fullness=_fullness(phase, fraction)),
            reentry=0.0,
            waiting=False,
            undo_left=0.0,
        )


def _fullness(phase: Phase, fraction: float) -> float:
    """How full the lungs are at that fraction of the phase: 0 breathed out, 1 breathed in."""
    match phase.breath:
        case "in":
            return fraction
        case "hold":
            return 1.0
        case "out":
            return 1 - fraction
        case None:
            return 0.5
        case _:
            assert_never(phase.breath)


def demonstration(timeline: Timeline, move: int) -> Demonstration:
    """The phases of the second rep, with both sides: unlike the first it begins where a rep ends.
    The first rep if there is no second."""
    own = [(i, p) for i, p in enumerate(timeline.phases) if p.move == move and p.rep is not None]
    for rep in (2, 1):
        phases = tuple((index, phase) for index, phase in own if phase.rep == rep)
        if phases:
            return Demonstration(phases)
    still = [(i, p) for i, p in enumerate(timeline.phases) if p.move == move]
    return Demonstration(tuple(still[:1]))


class ShowMe(QObject):
    """`moment_shown` carries the made-up moments while the demonstration runs."""

    moment_shown = Signal(Moment)

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        """`clock` reads seconds."""
        super().__init__(parent)
        self._shown: Demonstration | None = None
        self._now: Moment | None = None
        self._clock = clock
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def on(self) -> bool:
        return self._shown is not None

    def start(self, timeline: Timeline, now: Moment) -> None:
        self._shown, self._now = demonstration(timeline, now.phase.move), now
        self._since = self._clock()
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        self._shown = None
        self._timer.stop()

    def _tick(self) -> None:
        if self._shown is not None and self._now is not None:
            seconds = self._clock() - self._since
            self.moment_shown.emit(self._shown.moment(self._now, seconds))
