"""A session under a hand-turned clock, and the page that shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.look import looks
from backstretch.figure.poses import Poses, load_poses
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.session import player
from backstretch.session.moment import Moment
from backstretch.session.plan import plan_for
from backstretch.session.state import State
from backstretch.ui.actions import Actions
from backstretch.ui.driver import Driver
from backstretch.ui.practice.page import PracticePage
from backstretch.ui.roles import install_roles
from backstretch.ui.theme import Appearance


class HandClock:
    """A clock that goes on only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def go_on(self, seconds: float) -> None:
        self.now += seconds


class Session:
    """A page on a driver, as the program wires them."""

    def __init__(self, qtbot: QtBot, routine: Routine, poses: Poses) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_roles()
        self.clock = HandClock()
        self.happenings: list[object] = []
        self.actions = Actions()
        self.appearance = Appearance(app, "light")
        self.driver = Driver(self.clock)
        self.page = PracticePage(poses, looks()[0], self.actions, self.appearance)
        qtbot.addWidget(self.page)
        self.driver.timeline_changed.connect(lambda t: self.page.show_session(routine, t))
        self.driver.moment_changed.connect(self.page.show_moment)
        self.page.commanded.connect(self.driver.command)
        self.page.resize(1280, 800)
        state = player.begin(routine, plan_for(routine), poses)
        self.driver.open(state, self.happenings.append)

    @property
    def moment(self) -> Moment:
        assert self.driver.moment is not None
        return self.driver.moment

    @property
    def state(self) -> State:
        assert self.driver.state is not None
        return self.driver.state

    def play_to(self, seconds: float) -> None:
        """Plays until the session clock reads `seconds`, waking as the driver would."""
        self.clock.now = seconds
        self.driver._wake()


@pytest.fixture(scope="session")
def poses() -> Poses:
    return load_poses()


@pytest.fixture(scope="session")
def routine(poses: Poses) -> Routine:
    path: Path = folder("routines") / "balanced-back.yaml"
    loaded = load(path, poses)
    assert loaded.routine is not None
    return loaded.routine


@pytest.fixture
def session(qtbot: QtBot, routine: Routine, poses: Poses) -> Iterator[Session]:
    made = Session(qtbot, routine, poses)
    yield made
    made.driver.close()
