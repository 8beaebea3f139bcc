"""Two bones reach for a place: exactly, with their lengths kept, and without a snap."""

from itertools import pairwise
from math import hypot

from hypothesis import assume, given
from hypothesis import strategies as st

from backstretch.figure.floor import clearance
from backstretch.figure.reach import reach
from backstretch.figure.vectors import (
    Vector,
    axes_of,
    axes_towards,
    cross,
    distance,
    dot,
    length,
    quaternion,
    subtract,
    unit,
)

numbers = st.floats(-1.0, 1.0)
vectors = st.tuples(numbers, numbers, numbers)
UPPER, LOWER = 0.186, 0.146


def crooked(one: Vector, other: Vector) -> bool:
    """Neither vanishes, and they don't lie along one another."""
    return min(length(one), length(other)) > 0.05 and length(cross(unit(one), unit(other))) > 0.05


@given(vectors, vectors)
def test_bones_keep_their_length_wherever_they_reach(target: Vector, pole: Vector) -> None:
    assume(crooked(target, pole) and length(target) > UPPER - LOWER + 0.001)
    root = (0.0, 0.0, 0.0)
    middle, end = reach(root, target, pole, UPPER, LOWER)
    assert abs(distance(root, middle) - UPPER) < 1e-9
    assert abs(distance(middle, end) - LOWER) < 1e-9
    assert dot(middle, pole) - dot(unit(target), pole) * dot(middle, unit(target)) >= -1e-9


@given(vectors, vectors, st.floats(0.06, 0.331))
def test_what_is_within_reach_is_met_exactly(way: Vector, pole: Vector, span: float) -> None:
    assume(crooked(way, pole))
    x, y, z = unit(way)
    target = (x * span, y * span, z * span)
    assert distance(reach((0.0, 0.0, 0.0), target, pole, UPPER, LOWER)[1], target) < 1e-12


def test_the_joint_does_not_snap_as_the_target_goes_out_of_reach() -> None:
    ends = [
        reach((0.0, 0.0, 0.0), (0.30 + i * 1e-4, 0.0, 0.0), (0.0, 0.0, 1.0), UPPER, LOWER)
        for i in range(2000)
    ]
    for (middle, _), (later, _) in pairwise(ends):
        assert distance(middle, later) < 0.004
    assert all(end[0] < UPPER + LOWER + 1e-12 for _, end in ends)


@given(st.floats(-0.1, 0.1))
def test_clearance_lifts_out_of_the_floor_and_leaves_what_is_above(height: float) -> None:
    raised = clearance(height)
    assert raised >= 0.0
    assert height + raised >= -1e-12
    assert raised == 0.0 or height < 0.012


@given(vectors, vectors)
def test_a_rotation_survives_the_way_through_a_quaternion(one: Vector, other: Vector) -> None:
    assume(crooked(one, other))
    axes = axes_towards(one, other)
    for axis, back in zip(axes, axes_of(quaternion(axes)), strict=True):
        assert length(subtract(axis, back)) < 1e-9
    assert abs(hypot(*axes[0]) - 1.0) < 1e-12
