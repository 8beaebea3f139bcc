"""A routine as its file says it: what to do, in what order, how often. No time passes here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from backstretch.figure.body import Side
from backstretch.figure.motion import Stop

Breath = Literal["in", "out"]
Gaze = Literal["screen", "up", "floor"]
Pacing = Literal["flow", "breath", "reps", "beat"]
Unit = Literal["reps", "breaths", "rounds", "bends"]

PARTS = (
    "neck",
    "chest",
    "shoulders",
    "between-shoulder-blades",
    "arms",
    "wrists",
    "sides",
    "belly",
    "upper-back",
    "lower-back",
    "hips",
    "glutes",
    "thighs",
    "knees",
)
"""Body parts that can work (glow) in a step or be spared by a gentler variant."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds a step takes to start from, and the bounds within which the user may set it."""

    seconds: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Gentler:
    """What a step does differently in the gentler variant; None keeps the ordinary way."""

    pose: str | None = None
    through: tuple[Stop, ...] | None = None
    cue: str | None = None
    short: str | None = None
    returns: str | None = None
    say: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One phase as written: the figure goes from wherever it is, `through` the stops, to `pose`.

    `cue` is a full sentence, `short` at most three words for reading from the mat, `say` what a
    voice says where that differs from `short`. `works` names the body parts that glow (`PARTS`).
    `returns` is the pose gone back to within the step, after `pose` was reached half-way.
    `grows` is the pose that `pose` turns into from rep to rep, wholly in the last one of the
    largest dose.
    """

    name: str
    title: str
    pose: str
    tempo: Tempo
    cue: str
    short: str
    gaze: Gaze
    say: str = ""
    through: tuple[Stop, ...] = ()
    breath: Breath | None = None
    side: Side | None = None
    works: tuple[str, ...] = ()
    gentler: Gentler | None = None
    returns: str | None = None
    grows: str | None = None


@dataclass(frozen=True, slots=True)
class Dose:
    """How often: `least` to `most`, counted per side if `per_side`; `unit` is what is counted."""

    least: int
    most: int
    unit: Unit
    per_side: bool = False

    @property
    def middle(self) -> int:
        return (self.least + self.most) // 2


@dataclass(frozen=True, slots=True)
class View:
    """Where the camera stands: degrees round the figure and above the floor."""

    yaw: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Variant:
    """The gentler variant of a move: what it is called, what it spares, how it is done."""

    title: str
    how: str
    spares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One move. `setup` gets into it (a timed change of position), `opening` comes once,
    `rep` is repeated (for a move counted per side: first side, then the other, alternating),
    `last` replaces the steps of the last rep where given, `rest` follows the last rep.
    `begins` is the pose `setup` leads to; `ends` the pose through which one leaves the move."""

    id: str
    title: str
    brief: str
    pacing: Pacing
    dose: Dose
    begins: str
    ends: str
    view: View
    how: str
    caution: str
    setup: Step
    rep: tuple[Step, ...]
    opening: tuple[Step, ...] = ()
    last: tuple[Step, ...] = ()
    rest: Step | None = None
    gentler: Variant | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """`title`, `summary` and every text of the moves are already in the wanted language."""

    id: str
    title: str
    summary: str
    source: str
    moves: tuple[Move, ...]
    lead_in: float = 10.0
    safety: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)

    def move(self, move_id: str) -> Move:
        """The move of that id. Raises KeyError."""
        for move in self.moves:
            if move.id == move_id:
                return move
        raise KeyError(move_id)
