"""One turn of the player: the state so far, and the happenings on the way to it.

The rules in `advance`, `steering` and `choices` change a turn. It lives for one call of
`player.step`; outside of the player there are only frozen states.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from backstretch.session.commands import Why
from backstretch.session.figure_motion import place_seen, pose_near
from backstretch.session.happenings import (
    Ended,
    Happening,
    MoveEntered,
    MoveLeft,
    Paused,
    PhaseEntered,
    RepDone,
    RepDropped,
)
from backstretch.session.layout import lay_out
from backstretch.session.state import Ending, State
from backstretch.session.timeline import Phase


@dataclass(slots=True)
class Turn:
    """`at` is the reading of the session clock at which things happen now; `advance` moves it from
    one phase's end to the next."""

    state: State
    at: float
    happenings: list[Happening] = field(default_factory=list)

    @property
    def phase(self) -> Phase:
        """The current phase."""
        return self.state.phase

    @property
    def led(self) -> float:
        """Seconds led in the current phase's move up to now, over all visits."""
        return self.state.led(self.at)

    def set(self, **changes: Any) -> None:
        """Replaces fields of the state."""
        self.state = replace(self.state, **changes)

    def emit(self, happening: Happening) -> None:
        """Records a happening and counts it in the tally."""
        self.happenings.append(happening)
        since = self.state.led_since
        if since is not None and hasattr(happening, "led"):
            # The tally now holds the time up to `at`, which must not be counted again. During a
            # count-in `led_since` is its end and stays there: no time is led before it.
            since = max(self.at, since)
        self.set(tally=self.state.tally.after(happening), led_since=since)

    def end_phase(self) -> None:
        """Ends the current phase: counts its rep and enters what follows."""
        phase, state = self.phase, self.state
        if phase.ends_rep and phase.rep is not None:
            rep = (phase.move, phase.rep, phase.side_counted)
            # A repeated rep counts once.
            if rep not in state.tally.done:
                self.emit(RepDone(self.at, *rep, self.led))
        if state.leave_after == phase.key:
            self.leave_reps()
        elif state.index + 1 < len(state.timeline.phases):
            if state.arrivals and self.following.move != phase.move:
                # Later changes come from the move before them again, not from where a jump began.
                # Arrivals alter only ways, so the indices stay valid.
                self.lay_out({})
            self.enter(state.index + 1)
        else:
            self.leave_move(skipped=False)
            self.end(finished=True)

    @property
    def following(self) -> Phase:
        """The phase after the current one. Raises IndexError in the last."""
        return self.state.timeline.phases[self.state.index + 1]

    def lay_out(self, arrivals: Mapping[int, str]) -> None:
        """Lays the timeline out again. `arrivals` gives the pose the figure comes from, by index
        of the move, where that is not the end of the move before."""
        state = self.state
        timeline = lay_out(state.routine, state.plan, state.ways, arrivals)
        self.set(timeline=timeline, arrivals=arrivals)

    def go_to_move(self, move: int, *, skipped: bool = False, over: Iterable[int] = ()) -> None:
        """Enters the lead-in or change of a move, from whatever position the figure is in.
        `skipped` marks the move that is left as skipped, and the moves of `over` with it."""
        pose = pose_near(place_seen(self.state, self.at))
        self.lay_out({move: pose})
        self.enter(self.state.first_of(move), skipped=skipped, over=over)

    def pause(self, why: Why) -> None:
        """Pauses the session at its place. `why` is empty if the user paused."""
        held = self.state.seconds_in(self.at)
        # Emitted while the state still plays: it brings the time led up to now into the tally.
        self.emit(Paused(self.at, self.phase.move, self.led, why))
        self.set(
            status="paused",
            held=held,
            paused_at=self.at,
            why=why,
            led_since=None,
            reentry=None,
            recount=self.state.reentry is not None,
        )

    def leave_reps(self) -> None:
        """Leaves out this move's remaining reps: on to its rest, otherwise to the next move, and
        after the last move to the end, as soon as that cannot be undone any more. The move does not
        count as skipped."""
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
        undo = state.undo
        self.end_at(undo.until if undo is not None else self.at, skipped=False)

    def end_at(self, until: float, *, skipped: bool) -> None:
        """Leaves the last move: the session stands still, and ends at reading `until` unless that
        is undone."""
        resumes = self.state.status == "playing"
        if until > self.at and resumes:
            self.pause("")
        self.set(ending=Ending(until, skipped, resumes))
        if until <= self.at:
            self.finish()

    def finish(self) -> None:
        """Ends the session that is about to end."""
        ending = self.state.ending
        self.drop_rep()
        self.leave_move(skipped=ending is not None and ending.skipped)
        self.end(finished=True)

    def enter(self, index: int, *, skipped: bool = False, over: Iterable[int] = ()) -> None:
        """Begins the phase at `index` now, from its start. `skipped` marks the move that is left
        as skipped, and the moves of `over` with it."""
        old, new = self.phase, self.state.timeline.phases[index]
        # What ends is emitted while the state still stands in the old phase: `led` is that
        # phase's move's until then.
        self.drop_rep(new)
        if old.move != new.move:
            self.leave_move(skipped=skipped)
        for move in over:
            if not self.state.tally.complete(move):
                self.emit(MoveLeft(self.at, move, self.state.tally.led[move], skipped=True))
        # "Enough" was said of one move and ends with it.
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
        """Reports the current rep as dropped if it was begun and is not done, unless `new` is its
        next step."""
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
        """Begins the phase at which a session is resumed, after closing in the journal what the
        interruption left open."""
        phase, tally = self.phase, self.state.tally
        self.set(entered=True)
        self.drop_rep()
        # Interrupted after a move's last rep, the session resumes in the next move.
        if tally.move != phase.move:
            if tally.move is not None:
                self.emit(MoveLeft(self.at, tally.move, tally.led[tally.move], skipped=False))
            self.emit(MoveEntered(self.at, phase.move))
        rep, side = phase.rep, phase.side_counted
        self.emit(PhaseEntered(self.at, self.state.index, phase.move, self.led, rep, side))

    def leave_move(self, *, skipped: bool) -> None:
        """Reports the current move as left. One whose reps are all done is never skipped."""
        move = self.phase.move
        skipped = skipped and not self.state.tally.complete(move)
        self.emit(MoveLeft(self.at, move, self.led, skipped))

    def end(self, *, finished: bool) -> None:
        """Ends the session where it is. The caller has left the rep and the move already."""
        self.set(
            status="finished" if finished else "stopped",
            held=self.state.seconds_in(self.at),
            led_since=None,
            reentry=None,
            undo=None,
            ending=None,
        )
        self.emit(Ended(self.at, finished))
