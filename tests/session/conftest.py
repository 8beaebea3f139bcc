from dataclasses import replace

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
    """The plan for the shipped routine, with a lead-in that tests can count on."""
    return replace(plan_for(routine), lead_in=10.0)


@pytest.fixture
def led(routine, plan, ways):
    """A session of the shipped routine at its middle doses, just started."""
    return lead(routine, plan, ways)
