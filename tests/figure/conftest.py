"""The shipped poses, and every phase of the shipped routine as the player leads it."""

from dataclasses import dataclass
from functools import cache

import pytest

from backstretch import assets
from backstretch.figure.blend import body_at
from backstretch.figure.body import Body
from backstretch.figure.build import EVEN
from backstretch.figure.curve import Curve
from backstretch.figure.motion import Motion, Place, Way
from backstretch.figure.poses import Poses, load_poses
from backstretch.routine.load import load
from backstretch.routine.model import Move
from backstretch.session.layout import lay_out
from backstretch.session.plan import Choice, Plan

FRAMES_A_SECOND = 40
SMALL_RANGE = 0.6
SMALL = "small "


@cache
def shipped() -> Poses:
    return load_poses()


@dataclass(frozen=True)
class Led:
    """A phase as it is led: the way, and the seconds in which the figure travels it."""

    name: str
    way: Way
    seconds: float

    @property
    def curve(self) -> Curve:
        return shipped().curve(self.way)

    def body(self, share: float, fullness: float = 0.0) -> Body:
        """The body when `share` (0..1) of the travelling is done."""
        place = Place(self.way, share * self.way.stops[-1].fraction)
        return body_at(shipped(), Motion(place, fullness=fullness), EVEN)

    def shares(self) -> list[float]:
        count = min(300, max(24, round(self.seconds * FRAMES_A_SECOND)))
        return [i / count for i in range(count + 1)]

    def bodies(self) -> tuple[Body, ...]:
        """The bodies at all `shares`; several tests look at the same ones."""
        return _bodies(self)


@cache
def _bodies(led: Led) -> tuple[Body, ...]:
    return tuple(led.body(share) for share in led.shares())


@cache
def led_phases() -> tuple[Led, ...]:
    """Every different way of the shipped routine, ordinary and gentler, in the full and in a small
    range; of those that grow from rep to rep the first and the last."""
    every = {led.way: led for session in whole_sessions() for led in reversed(session)}
    return tuple(
        led for way, led in every.items() if all(stop.grown in (0.0, 1.0) for stop in way.stops)
    )


@cache
def whole_sessions() -> tuple[tuple[Led, ...], ...]:
    """The shipped routine from beginning to end, the ordinary way and the gentler one, then both in
    a small range; names of phases in that range begin with SMALL."""
    poses = shipped()
    loaded = load(assets.folder("routines") / "balanced-back.yaml", poses)
    assert loaded.routine is not None, loaded.problems
    sessions = []
    for share, gentler in ((1.0, False), (1.0, True), (SMALL_RANGE, False), (SMALL_RANGE, True)):
        found: list[Led] = []
        choices = tuple(
            Choice(move.id, _dose(move), move.dose.per_side, gentler=gentler, range=share)
            for move in loaded.routine.moves
        )
        for phase in lay_out(loaded.routine, Plan("balanced-back", choices, 10.0), poses).phases:
            travel = phase.length * phase.way.stops[-1].fraction
            small = SMALL if share < 1.0 else ""
            name = f"{small}{phase.move_id}/{phase.name}: {phase.way.begins} to {phase.way.ends}"
            found.append(Led(name, phase.way, travel or phase.length))
        sessions.append(tuple(found))
    return tuple(sessions)


def _dose(move: Move) -> int:
    """Two reps show every step, unless they grow."""
    return move.dose.most if any(step.grows for step in move.rep) else 2


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "led" in metafunc.fixturenames:
        phases = led_phases()
        # With this scope the tests of one phase follow one another, and find its bodies solved.
        names = [phase.name for phase in phases]
        metafunc.parametrize("led", phases, ids=names, scope="session")


@pytest.fixture(scope="session")
def poses() -> Poses:
    return shipped()
