"""A user's range scales what bends and reaches, and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch.figure import joint_angles
from backstretch.figure.blend import body_at
from backstretch.figure.body import SIDES, Body
from backstretch.figure.build import EVEN
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.ranges import pose_fault
from backstretch.figure.vectors import distance
from tests.examples import examples
from tests.figure import measures
from tests.figure.conftest import shipped

RANGED = [name for name in shipped().names if shipped().smallest(name)]
TOLD = ["bend-right", "bend-left", "round", "arch", "lifted", "cobra", "heels-arched"]
"""The poses that the shipped moves lead to."""

ranges = st.floats(0.5, 1.0)


def going(pose: str, share: float, further: str = "", grown: float = 0.0) -> Body:
    way = Way((Stop(0.0, pose, further, grown, share),))
    return body_at(shipped(), Motion(Place(way, 0.0)), EVEN)


def bend(body: Body) -> float:
    """How far the whole back bends in any direction, in degrees."""
    flexion, side = joint_angles.bent(body.spine[4], body.spine[0])
    return max(abs(flexion), abs(side))


def test_every_pose_that_the_moves_lead_to_has_a_smallest_one() -> None:
    assert set(TOLD) <= set(RANGED)


@settings(max_examples=examples(120))
@given(st.sampled_from(RANGED), ranges)
def test_what_is_planted_stays_where_it_is_in_every_range(pose: str, share: float) -> None:
    full, small = measures.contacts(going(pose, 1.0)), measures.contacts(going(pose, share))
    for part in shipped().pose(pose).planted:
        if part in ("hips", "forehead"):
            continue
        for point, place in full[part].items():
            assert distance(place, small[part][point]) < 0.001, point


@settings(max_examples=examples(120))
@given(st.sampled_from(RANGED), ranges)
def test_a_body_can_be_in_every_range(pose: str, share: float) -> None:
    assert pose_fault(going(pose, share)) == ""


@settings(max_examples=examples(120))
@given(st.sampled_from(TOLD), ranges, ranges)
def test_the_back_bends_in_step_with_the_range(pose: str, one: float, other: float) -> None:
    full, half = bend(going(pose, 1.0)), bend(going(pose, 0.5))
    assert 0.3 < half / full < 0.7, "about half of it"
    for share in (one, other):
        wanted = half + (full - half) * (share - 0.5) / 0.5
        assert bend(going(pose, share)) == pytest.approx(wanted, abs=1.5)


@settings(max_examples=examples(60))
@given(ranges)
def test_arms_that_are_to_be_straight_are_so_in_every_range(share: float) -> None:
    for side in SIDES:
        assert joint_angles.elbow(going("arch", share), side) < 5.5
        assert joint_angles.elbow(going("heels-arched", share), side) < 5.5
        assert joint_angles.elbow(going("lifted", share), side) < 12


@settings(max_examples=examples(60))
@given(st.sampled_from(["arch", "cobra"]), ranges)
def test_a_smaller_arch_is_spread_over_the_whole_spine_too(pose: str, share: float) -> None:
    spine = going(pose, share).spine
    spread = [-joint_angles.bent(above, below)[0] for below, above in pairwise(spine)]
    assert all(1 / 1.6 <= one / other <= 1.6 for one, other in pairwise(spread))


@settings(max_examples=examples(60))
@given(st.sampled_from(["right", "left"]), ranges, st.integers(0, 6))
def test_each_bend_goes_a_little_further_within_the_range(
    side: str, share: float, rep: int
) -> None:
    pose, far = f"bend-{side}", f"bend-{side}-far"
    before, after = (bend(going(pose, share, far, grown / 7)) for grown in (rep, rep + 1))
    assert after >= before
    assert after <= bend(going(far, share)) + 0.01
