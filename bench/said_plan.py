"""What is said in a session, from the plan alone: the narrator follows a session whose clock is
turned by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.guide.coaching import Familiarity
from backstretch.ports import Level, Utterance
from backstretch.routine.load import load
from backstretch.session.timeline import Phase
from backstretch.system.voice import pace
from backstretch.ui.language import speak
from tests.guide.ears import Session

ROUTINE = "balanced-back.yaml"


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance: what was said of it, asked for `due`, from `begin` on, over at `deadline` at
    the latest. `phase` names the phase in which it begins and `phase_begin` is when that did.
    `left_out` if there was no time for it."""

    text: str
    due: float
    begin: float
    seconds: float
    deadline: float
    phase: str
    phase_begin: float
    left_out: bool = False

    @property
    def from_phase(self) -> float:
        return self.begin - self.phase_begin

    @property
    def left(self) -> float:
        """Seconds from its end until it would be late."""
        return self.deadline - self.begin - self.seconds

    def since(self, began: float) -> "Said":
        """With times from the session's begin."""
        times = ("due", "begin", "deadline", "phase_begin")
        return replace(self, **{name: getattr(self, name) - began for name in times})


def phase_words(phase: Phase) -> str:
    rep = "" if phase.rep is None else f" {phase.rep}"
    return f"{phase.move_id} {phase.name or phase.kind}{rep}"


def planned(
    level: Level, language: str, sessions: int, seconds: Callable[[str], float]
) -> list[Said]:
    """`seconds` returns how long a text takes with the voice that will say it; `sessions` is how
    often the moves were done before."""
    speak(QApplication(["said", "-platform", "offscreen"]), language)
    poses = load_poses()
    routine = load(assets.folder("routines") / ROUTINE, poses, language).routine
    assert routine is not None
    estimate = (lambda text, rate: seconds(text) / rate) if language == "en" else pace.seconds
    led = Session(routine, poses, level, "as-i-learn", estimate)
    known = Familiarity(sessions, 1 if sessions else None)
    led.guide.begin({move.id: known for move in routine.moves}, sessions)
    led.play()
    led.run()
    phases = led.state.timeline.phases
    return placed(led.ears.said, [(phase.start, phase_words(phase)) for phase in phases], seconds)


def placed(
    asked: Sequence[tuple[float, Utterance]],
    phases: Sequence[tuple[float, str]],
    seconds: Callable[[str], float],
) -> list[Said]:
    """What a voice says of what it was asked at those times, one after another."""
    free_at, found = 0.0, []
    for due, wanted in asked:
        begin, deadline = max(due, free_at), due + wanted.room
        texts = (text for text in (wanted.text, wanted.shorter) if text)
        text = next((each for each in texts if begin + seconds(each) <= deadline), "")
        if text:
            free_at = begin + seconds(text)
        said = text or wanted.text
        phase_begin, words = max(
            (one for one in phases if one[0] <= begin + 0.06), default=phases[0]
        )
        found.append(Said(said, due, begin, seconds(said), deadline, words, phase_begin, not text))
    return found
