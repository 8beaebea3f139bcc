"""The outcome of a session: its happenings folded into a tally, one after the other.

The player keeps its count with this fold and the history reads the journal with it, so the two
cannot differ.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, assert_never

from backstretch.figure.body import Side
from backstretch.session.happenings import (
    Began,
    Ended,
    Happening,
    MoveEntered,
    MoveLeft,
    Paused,
    PhaseEntered,
    RepDone,
    RepDropped,
    Replanned,
    Resumed,
)
from backstretch.session.moment import MoveProgress
from backstretch.session.plan import Choice

LEAST_LED_SECONDS = 30.0

Rep = tuple[int, int, Side | None]
"""Move, rep from 1, and side if counted per side."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The count so far. Moves are given by their index in the plan.

    done       the reps done; a set, so a repeated rep counts once
    led        seconds led in each move
    skipped    the moves the user skipped and has not entered since
    gentler    the moves of which a rep was led in the gentler variant
    eased      the moves made easier on the way: fewer reps, or switched to the gentler variant
    move       the current move
    at_work    the current phase belongs to a rep
    worked_at  the index of the first phase of a rep that was entered in the current move
    resting    the current phase is the rest after the move: its reps are over, done or left out
    under_way  the rep that was begun and is neither done nor dropped
    finished   as in Ended; None until the end
    """

    choices: tuple[Choice, ...] = ()
    done: frozenset[Rep] = frozenset()
    led: tuple[float, ...] = ()
    skipped: frozenset[int] = frozenset()
    gentler: frozenset[int] = frozenset()
    eased: frozenset[int] = frozenset()
    move: int | None = None
    at_work: bool = False
    worked_at: int | None = None
    resting: bool = False
    under_way: Rep | None = None
    finished: bool | None = None

    def after(self, happening: Happening) -> "Tally":  # noqa: C901 - one return per case
        """Returns the count with `happening` added."""
        match happening:
            case Began(plan=plan):
                choices = choices_of(plan)
                return Tally(choices=choices, led=(0.0,) * len(choices))
            case Replanned(plan=plan):
                return self._replanned(choices_of(plan))
            case MoveEntered(move=move):
                skipped = self.skipped - {move}
                entered = replace(self, move=move, at_work=False, skipped=skipped)
                return replace(entered, worked_at=None, resting=False)
            case PhaseEntered():
                return self._entered(happening)
            case RepDone(move=move, rep=rep, side=side, led=led):
                done = self.done | {(move, rep, side)}
                return replace(self._led(move, led), done=done, under_way=None)
            case RepDropped(move=move, led=led):
                return replace(self._led(move, led), under_way=None)
            case MoveLeft(move=move, led=led, skipped=skipped):
                left = replace(self._led(move, led), at_work=False)
                return replace(left, skipped=left.skipped | {move}) if skipped else left
            case Paused(move=move, led=led):
                return self._led(move, led)
            case Ended(finished=finished):
                return replace(self, finished=finished, at_work=False)
            case Resumed():
                return self
            case _:
                assert_never(happening)

    def _entered(self, phase: PhaseEntered) -> "Tally":
        same = phase.move == self.move
        worked_at = self.worked_at if same else None
        # Of the phases of no rep, those before the reps may be entered again; the rest comes after.
        resting = phase.rep is None and worked_at is not None and phase.index > worked_at
        entered = replace(
            self._led(phase.move, phase.led),
            move=phase.move,
            at_work=phase.rep is not None,
            worked_at=phase.index if worked_at is None and phase.rep is not None else worked_at,
            resting=resting,
            under_way=None if phase.rep is None else (phase.move, phase.rep, phase.side),
        )
        return entered._marked_gentler()

    def _led(self, move: int, led: float) -> "Tally":
        # An imported event may name a move that its plan does not have.
        if not 0 <= move < len(self.led):
            return self
        return replace(self, led=(*self.led[:move], led, *self.led[move + 1 :]))

    def _marked_gentler(self) -> "Tally":
        move = self.move
        if not self.at_work or move is None or not 0 <= move < len(self.choices):
            return self
        return replace(self, gentler=self.gentler | {move}) if self.choices[move].gentler else self

    def _replanned(self, choices: tuple[Choice, ...]) -> "Tally":
        """The count under a plan with other choices or another order: everything kept by index
        follows its move to the new index."""
        old = {choice.id: index for index, choice in enumerate(self.choices)}
        new = {old[choice.id]: index for index, choice in enumerate(choices) if choice.id in old}
        eased = {
            index
            for before, index in new.items()
            if choices[index].dose < self.choices[before].dose
            or (choices[index].gentler and not self.choices[before].gentler)
        }
        led = [0.0] * len(choices)
        for before, index in new.items():
            led[index] = self.led[before]
        return replace(
            self,
            choices=choices,
            done=frozenset((new[move], rep, side) for move, rep, side in self.done if move in new),
            led=tuple(led),
            skipped=frozenset(new[move] for move in self.skipped if move in new),
            gentler=frozenset(new[move] for move in self.gentler if move in new),
            eased=frozenset(new[move] for move in self.eased if move in new) | eased,
            move=None if self.move is None else new.get(self.move),
        )._marked_gentler()

    def done_of(self, move: int, side: Side | None = None) -> int:
        """The number of the move's reps done, of one side only if `side` is given."""
        return sum(1 for index, _, turn in self.done if index == move and side in (None, turn))

    @property
    def next_move(self) -> int:
        """The index of the first move that may have something left: the current one, or the one
        after it if its reps are over."""
        return (self.move or 0) + self.resting

    def complete(self, move: int) -> bool:
        """True if all planned reps of the move are done."""
        return self.done_of(move) >= self.choices[move].planned

    def progress(self) -> tuple[MoveProgress, ...]:
        """The progress of every planned move, in order of the plan."""
        return tuple(self._progress(index) for index in range(len(self.choices)))

    def _progress(self, index: int) -> MoveProgress:
        choice = self.choices[index]
        per_side = choice.per_side
        return MoveProgress(
            id=choice.id,
            planned=choice.planned,
            done=self.done_of(index),
            left=self.done_of(index, "left") if per_side else None,
            right=self.done_of(index, "right") if per_side else None,
            skipped=index in self.skipped,
            gentler=index in self.gentler,
            seconds=self.led[index],
        )


def fold(happenings: Iterable[Happening]) -> Tally:
    """Returns the count after all `happenings`, in their order."""
    tally = Tally()
    for happening in happenings:
        tally = tally.after(happening)
    return tally


class Counted(Protocol):
    """A move with what was done of it."""

    @property
    def done(self) -> int: ...
    @property
    def seconds(self) -> float: ...


def counts(moves: Iterable[Counted]) -> bool:
    """True if a session with these moves counts as one: a rep was done, or at least
    LEAST_LED_SECONDS were led. A start by mistake does not."""
    moves = tuple(moves)
    led = sum(move.seconds for move in moves)
    return led >= LEAST_LED_SECONDS or any(move.done > 0 for move in moves)


def choices_of(plan: Mapping[str, object]) -> tuple[Choice, ...]:
    """The choices in a plan of plain JSON values, as in `plan.as_json`. Entries that are not valid
    are left out. Pace is not read: no count depends on it."""
    entries = plan.get("choices")
    read: list[Choice] = []
    for entry in entries if isinstance(entries, list) else []:
        match entry:
            case {"id": str(move_id), "dose": int(dose)}:
                per_side, gentler = entry.get("per_side") is True, entry.get("gentler") is True
                read.append(Choice(move_id, dose, per_side=per_side, gentler=gentler))
            case _:
                continue
    return tuple(read)
