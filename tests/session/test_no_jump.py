"""Whatever the user does, the drawn figure moves on from where it is: solved bodies, real poses."""

from math import dist

import pytest
from handturned import lead

from backstretch import assets
from backstretch.figure.blend import body_at
from backstretch.figure.look import look_of
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.session import commands
from backstretch.session.plan import plan_for
from backstretch.session.player import moment, step

POSES = load_poses()
BUILD = look_of("").build
FRAME_SECONDS = 1 / 30
FASTEST_PER_FRAME = 0.18
"""Body heights: an ankle in a kick moves 0.12 between two pictures."""


@pytest.fixture(scope="module")
def started():
    routine = load(assets.folder("routines") / "balanced-back.yaml", POSES.names).routine
    return lead(routine, plan_for(routine), POSES).state


def joints(state, now):
    body = body_at(POSES, moment(state, now).motion, BUILD)
    points = [body.pelvis.at, body.head.at]
    for limbs in (body.left, body.right):
        points += [limbs.elbow, limbs.wrist, limbs.knee, limbs.ankle]
    return points


@pytest.mark.parametrize(
    "command",
    [
        commands.Next(),
        commands.Back(),
        commands.EndEarly(),
        commands.Jump(0),
        commands.Jump(3),
        commands.Enough(),
        commands.RepeatSide(),
        commands.RepeatMove(),
        commands.Gentle(),
        commands.Pace(-2),
        commands.OneMore(),
    ],
    ids=lambda command: f"{command}"[:-1].replace("(", " "),
)
@pytest.mark.parametrize("position", [15.2, 40.5, 55.0, 92.3, 175.0, 216.4, 284.0, 299.5, 363.3])
def test_a_command_never_makes_the_figure_jump(started, command, position):
    now = 1000.0 + position
    state, _ = step(started, None, now)
    before = joints(state, now)
    state, _ = step(state, command, now)
    for _ in range(30):
        after = joints(state, now)
        assert max(map(dist, before, after)) < FASTEST_PER_FRAME
        before, now = after, now + FRAME_SECONDS
