import pytest

from backstretch import assets
from backstretch.routine.load import load
from backstretch.session.plan import plan_for
from tests.session.handturned import POSES, StraightWays, lead


@pytest.fixture(scope="session")
def ways():
    return StraightWays()


@pytest.fixture(scope="session")
def routine():
    return load(assets.folder("routines") / "balanced-back.yaml", POSES).routine


@pytest.fixture
def plan(routine):
    return plan_for(routine)


@pytest.fixture
def led(routine, plan, ways):
    """A session of the shipped routine at its middle doses, just started."""
    return lead(routine, plan, ways)
