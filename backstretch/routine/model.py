"""A routine as its file describes it: what to do, in what order, how often. No time passes here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from backstretch.figure.body import Side
from backstretch.figure.motion import Stop

Breath = Literal["in", "hold", "out"]
"""What the breath does in a step; `hold` is the pause after an inhale."""
PacedBreath = Literal["in", "out"]
"""The breaths that a user paces; a hold follows the pace of the inhale before it."""
PACED_BREATHS: tuple[PacedBreath, ...] = get_args(PacedBreath)
Gaze = Literal["screen", "up", "floor"]
Pacing = Literal["flow", "breath", "reps", "beat"]
Unit = Literal["reps", "breaths", "rounds", "bends"]
CoachTime = Literal["how", "feel", "avoid", "half-way", "near-end"]
"""When a coach line fits: in the first reps (how to move), later (what to feel, what to avoid), as
the second half begins, or in the last reps."""

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
"""The body parts that a step can work or lengthen (they glow, in two colours) or that a gentler
variant can spare."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """The length of a step in seconds: its default, the bounds that the user may set, and its
    length in the first rep if that differs."""

    seconds: float
    least: float
    most: float
    first: float | None = None


@dataclass(frozen=True, slots=True)
class Coach:
    """One line of form that the voice adds to a step when there is time for it."""

    when: CoachTime
    text: str


@dataclass(frozen=True, slots=True)
class Gentler:
    """What a step does differently in the gentler variant; None keeps the step's own value."""

    pose: str | None = None
    through: tuple[Stop, ...] | None = None
    cue: str | None = None
    short: str | None = None
    returns: str | None = None
    say: str | None = None
    title: str | None = None
    coach: tuple[Coach, ...] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step as written: the figure goes from wherever it is, `through` the stops, to `pose`.

    title    the step's name for people, `name` the one for `backstretch draw`
    cue      a full sentence
    short    at most three words, to be read from the mat
    say      what the voice says, if it differs from `short`
    coach    lines of form, of which the voice adds one now and then
    works    the body parts that work (from `PARTS`)
    lengthens  those that are lengthened; of the sides only the one away from `side`
    returns  the pose to go back to within the step, after reaching `pose` half-way
    held     only for those who hold the last rep (`Plan.hold`)
    grows    the pose that `pose` turns into from rep to rep, reached in the last rep of the
             largest dose
    """

    name: str
    title: str
    pose: str
    tempo: Tempo
    cue: str
    short: str
    gaze: Gaze
    say: str = ""
    coach: tuple[Coach, ...] = ()
    through: tuple[Stop, ...] = ()
    breath: Breath | None = None
    side: Side | None = None
    works: tuple[str, ...] = ()
    lengthens: tuple[str, ...] = ()
    gentler: Gentler | None = None
    returns: str | None = None
    grows: str | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Dose:
    """How often a move is done: `least` to `most` of `unit`, per side if `per_side`. A user begins
    with `begin`; None for the middle of the range. `each` says what one of them is made of, as in
    "4 kicks each"; "" where that goes without saying."""

    least: int
    most: int
    unit: Unit
    per_side: bool = False
    begin: int | None = None
    each: str = ""

    @property
    def start(self) -> int:
        """The dose a user starts with; the middle of the range is rounded down."""
        return (self.least + self.most) // 2 if self.begin is None else self.begin


@dataclass(frozen=True, slots=True)
class View:
    """Where the camera is, in degrees: `yaw` around the figure (0 faces it, -90 sees its right
    side), `pitch` above the floor."""

    yaw: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Variant:
    """The gentler variant of a move: its title, how it is done, and the parts it spares (from
    `PARTS`)."""

    title: str
    how: str
    spares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One move.

    caution  what to be careful about, and what to do instead; `caution_short` for those who know
    begins   the pose that `setup` leads to
    picture  the pose that tells the move from others in a picture; "" leaves it to the program
    ends     the pose through which the move is left
    setup    the timed change of position into the move
    opening  steps done once before the first rep
    rep      the steps of one rep; counted per side, all steps of one side, then all of the other
    last     the steps of the last rep, if it differs
    rest     the step after the last rep
    """

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
    caution_short: str = ""
    picture: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step as it stands in the file, each once, in order."""
        rest = (self.rest,) if self.rest is not None else ()
        return (self.setup, *self.opening, *self.rep, *self.last, *rest)


@dataclass(frozen=True, slots=True)
class Routine:
    """A routine with all its texts in one language.

    lead_in    in seconds
    safety     when to stop, in a line
    ask_first  who should ask a doctor before beginning, and why
    see_doctor what to see a doctor for at once
    titles     the title by language
    """

    id: str
    title: str
    summary: str
    source: str
    moves: tuple[Move, ...]
    lead_in: float = 10.0
    safety: str = ""
    ask_first: tuple[str, ...] = ()
    see_doctor: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def move(self, move_id: str) -> Move:
        """The move with that id. Raises KeyError."""
        for move in self.moves:
            if move.id == move_id:
                return move
        raise KeyError(move_id)
