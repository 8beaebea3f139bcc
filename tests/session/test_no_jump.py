"""Whatever the user does, the figure moves on from where it is. Tested on solved bodies with the
real poses."""

from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch import assets
from backstretch.figure.blend import body_at
from backstretch.figure.look import look_of
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.session import commands
from backstretch.session.plan import plan_for
from backstretch.session.player import moment, step
from tests.examples import examples
from tests.session.handturned import lead

POSES = load_poses()
BUILD = look_of("").build
FRAME_SECONDS = 1 / 30
FASTEST_PER_FRAME = 0.19
"""Body heights: an ankle in a kick moves 0.12 between two pictures."""


@pytest.fixture(scope="module")
def started():
    routine = load(assets.folder("routines") / "balanced-back.yaml", POSES).routine
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
        commands.Range(0.6),
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


COMMANDS = [
    commands.Next(),
    commands.Back(),
    commands.EndEarly(),
    commands.Jump(0),
    commands.Jump(3),
    commands.Undo(),
    commands.Enough(),
    commands.RepeatSide(),
    commands.RepeatMove(),
    commands.Gentle(),
    commands.Range(0.5),
    commands.Further(3),
    commands.Pace(2),
    commands.OneMore(),
    commands.Toggle(),
]
waits = st.sampled_from([0.0, 0.03, 0.1, 0.35, 0.8, 1.5, 2.4])
LEAST_SEEN = 0.02
"""Body heights: too little to be seen while the whole figure is moving."""


def assert_stays(before, after):
    assert max(map(dist, before, after)) < LEAST_SEEN


@settings(max_examples=examples(60))
@given(
    st.sampled_from([15.2, 55.0, 92.3, 175.0, 216.4, 284.0, 299.5, 363.3]),
    st.lists(st.tuples(st.sampled_from(COMMANDS), waits), min_size=2, max_size=6),
)
def test_a_command_during_a_glide_moves_the_figure_on_from_where_it_is(started, position, course):
    now = 1000.0 + position
    state, _ = step(started, None, now)
    for command, wait in course:
        before = joints(state, now)
        state, _ = step(state, command, now)
        assert_stays(before, joints(state, now))
        now += wait


@pytest.mark.parametrize("spacing", [0.01, 0.033, 0.1, 0.3])
def test_a_key_held_down_in_a_glide_never_makes_the_figure_jump(started, spacing):
    now = 1216.4
    state, _ = step(started, commands.Jump(1), now)
    state, _ = step(state, commands.EndEarly(), now + 0.4)
    now += 0.8
    for _ in range(60):
        before = joints(state, now)
        state, _ = step(state, commands.Gentle(), now)
        assert_stays(before, joints(state, now))
        now += spacing
        state, _ = step(state, None, now)
