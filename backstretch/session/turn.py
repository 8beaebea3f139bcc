"""One turn of the player: the state it has come to, and what happened on the way.

The rules in `advance`, `steering` and `choices` are written in terms of a turn; outside of the
player only frozen states are seen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from backstretch.session.figure_motion import place_seen, pose_near
from backstretch.session.happenings import (
    Ended,
    Happening,
    MoveEntered,
    MoveLeft,
    PhaseEntered,
    RepDone,
    RepDropped,
)
from backstretch.session.layout import lay_out
from backstretch.session.state import State
from backstretch.session.timeline import Phase


@dataclass(slots=True)
class Turn:
    """`at` is the reading at which things happen now."""

    state: State
    at: float
    happenings: list[Happening] = field(default_factory=list)

    @property
    def phase(self) -> Phase:
        return self.state.phase

    @property
    def led(self) -> float:
        return self.state.led(self.at)

    def set(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)

    def emit(self, happening: Happening) -> None:
        self.happenings.append(happening)
        self.set(tally=self.state.tally.after(happening))
        if self.state.led_since is not None and hasattr(happening, "led"):
            self.set(led_since=max(self.at, self.state.led_since))

    def end_phase(self) -> None:
        """The phase under way is over: counts its rep, goes on to what follows."""
        phase, state = self.phase, self.state
        if phase.ends_rep and phase.rep is not None:
            rep = (phase.move, phase.rep, phase.side_counted)
            if rep not in state.tally.done:
                self.emit(RepDone(self.at, *rep, self.led))
        if state.leave_after == phase.key:
            self.leave_reps()
        elif state.index + 1 < len(state.timeline.phases):
            if state.arrivals and self.following.move != phase.move:
                self.lay_out({})
            self.enter(state.index + 1)
        else:
            self.leave_move(skipped=False)
            self.end(finished=True)

    @property
    def following(self) -> Phase:
        return self.state.timeline.phases[self.state.index + 1]

    def lay_out(self, arrivals: Mapping[int, str]) -> None:
        """The timeline anew, for moves that are come to from the poses of `arrivals`."""
        state = self.state
        timeline = lay_out(state.routine, state.plan, state.ways, arrivals)
        self.set(timeline=timeline, arrivals=arrivals)

    def go_to_move(self, move: int, *, skipped: bool = False, over: Iterable[int] = ()) -> None:
        """Begins getting into the move, from whatever position the figure is in."""
        pose = pose_near(place_seen(self.state, self.at))
        self.lay_out({move: pose})
        self.enter(self.state.first_of(move), skipped=skipped, over=over)

    def leave_reps(self) -> None:
        """Goes past the reps of this move that are still to come."""
        state, move = self.state, self.phase.move
        index = state.index
        while index < len(state.timeline.phases):
            phase = state.timeline.phases[index]
            if phase.move == move and phase.kind == "rest":
                self.enter(index)
                return
            index += 1
        if move + 1 < len(state.plan.choices):
            self.go_to_move(move + 1)
            return
        self.drop_rep()
        self.leave_move(skipped=False)
        self.end(finished=True)

    def enter(self, index: int, *, skipped: bool = False, over: Iterable[int] = ()) -> None:
        """Begins the phase of that index now, at its start; the moves of `over` are skipped."""
        old, new = self.phase, self.state.timeline.phases[index]
        self.drop_rep(new)
        if old.move != new.move:
            self.leave_move(skipped=skipped)
        for move in over:
            if not self.state.tally.complete(move):
                self.emit(MoveLeft(self.at, move, self.state.tally.led[move], skipped=True))
        leave_after = self.state.leave_after if old.move == new.move else None
        led = self.led if old.move == new.move else self.state.tally.led[new.move]
        self.set(
            index=index,
            origin=self.at,
            held=0.0,
            waiting=False,
            reentry=None,
            leave_after=leave_after,
            led_since=self.at if self.state.status == "playing" else None,
        )
        if old.move != new.move:
            self.emit(MoveEntered(self.at, new.move))
        rep, side = new.rep, new.side_counted
        self.emit(PhaseEntered(self.at, index, new.move, led, rep, side))

    def drop_rep(self, new: Phase | None = None) -> None:
        """The rep under way, if `new` does not go on with it, was begun and not done."""
        phase, rep = self.phase, self.state.tally.under_way
        if rep is None or rep in self.state.tally.done:
            return
        goes_on = (
            new is not None
            and (new.move, new.rep, new.side_counted) == rep
            and new.step == phase.step + 1
        )
        if not goes_on:
            self.emit(RepDropped(self.at, *rep, self.led))

    def enter_again(self) -> None:
        """Begins the phase of a session that is taken up again."""
        phase, tally = self.phase, self.state.tally
        self.set(entered=True)
        self.drop_rep()
        if tally.move != phase.move:
            if tally.move is not None:
                self.emit(MoveLeft(self.at, tally.move, tally.led[tally.move], skipped=False))
            self.emit(MoveEntered(self.at, phase.move))
        rep, side = phase.rep, phase.side_counted
        self.emit(PhaseEntered(self.at, self.state.index, phase.move, self.led, rep, side))

    def leave_move(self, *, skipped: bool) -> None:
        move = self.phase.move
        skipped = skipped and not self.state.tally.complete(move)
        self.emit(MoveLeft(self.at, move, self.led, skipped))

    def end(self, *, finished: bool) -> None:
        self.set(
            status="finished" if finished else "stopped",
            held=self.state.seconds_in(self.at),
            led_since=None,
            reentry=None,
            undo=None,
        )
        self.emit(Ended(self.at, finished))
