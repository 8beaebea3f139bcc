"""A session under a hand-turned clock, and the page that shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.look import looks
from backstretch.figure.poses import Poses, load_poses
from backstretch.guide.driver import Driver
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.ui.accessible_roles import install_roles
from backstretch.ui.actions import Actions
from backstretch.ui.parts.move_pictures import MovePictures
from backstretch.ui.practice.practice_page import PracticePage
from backstretch.ui.practice.stage.stage import Stage
from backstretch.ui.theme import Appearance
from tests.guide.driven import Driven, HandClock


class Session(Driven):
    """A page on a driver, as the program wires them."""

    def __init__(
        self, qtbot: QtBot, routine: Routine, poses: Poses, pictures: MovePictures
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_roles()
        self.actions = Actions()
        self.page_clock = HandClock()
        self.appearance = Appearance(app, "light")
        self.page = PracticePage(
            Stage(poses, looks()[0], self.appearance),
            pictures,
            self.page_clock,
            self.actions,
            self.appearance,
        )
        qtbot.addWidget(self.page)
        self.page.resize(1280, 800)
        self._routine = routine
        super().__init__(routine, poses)

    def follow(self, driver: Driver) -> None:
        driver.timeline_changed.connect(lambda t: self.page.show_session(self._routine, t))
        driver.moment_changed.connect(self.page.show_moment)
        self.page.commanded.connect(driver.command)


@pytest.fixture(scope="session")
def poses() -> Poses:
    return load_poses()


@pytest.fixture(scope="session")
def routine(poses: Poses) -> Routine:
    path: Path = folder("routines") / "balanced-back.yaml"
    loaded = load(path, poses)
    assert loaded.routine is not None
    return loaded.routine


@pytest.fixture(scope="session")
def pictures(qapp: QApplication, poses: Poses) -> MovePictures:
    """Drawn once for all tests; a page draws none but these."""
    return MovePictures(Appearance(qapp, "light"), poses)


@pytest.fixture
def session(
    qtbot: QtBot, routine: Routine, poses: Poses, pictures: MovePictures
) -> Iterator[Session]:
    made = Session(qtbot, routine, poses, pictures)
    yield made
    made.driver.close()
