import pytest

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.ports import NowPlaying
from backstretch.routine.load import load
from tests.guide.driven import Driven
from tests.guide.ears import Session


@pytest.fixture(scope="session")
def poses():
    return load_poses()


@pytest.fixture(scope="session")
def routine(poses):
    loaded = load(assets.folder("routines") / "balanced-back.yaml", poses)
    assert loaded.routine is not None
    return loaded.routine


@pytest.fixture
def session(routine, poses):
    def make(level="full", **chosen) -> Session:
        return Session(routine, poses, level, **chosen)

    return make


@pytest.fixture
def driven(qapp, routine, poses):
    made = Driven(routine, poses)
    yield made
    made.driver.close()


class FakeMedia:
    def __init__(self) -> None:
        self.shown: list[NowPlaying] = []

    def show(self, now: NowPlaying) -> None:
        self.shown.append(now)

    def listen(self, command) -> None:
        self.command = command


@pytest.fixture
def media() -> FakeMedia:
    return FakeMedia()
