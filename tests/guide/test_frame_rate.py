"""How many pictures a second a moment gets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.poses import Poses
from backstretch.guide.frame_rate import Travel, for_speed, frames_per_second
from backstretch.guide.reduced_motion import faded, still_motion
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase

UP = Way((Stop(0.0, "low"), Stop(1.0, "high")))
THERE_AND_BACK = Way((Stop(0.0, "low"), Stop(0.5, "high"), Stop(1.0, "low")))
STILL = Way((Stop(0.0, "low"),))


def moment(way: Way = UP, length: float = 4.0, fraction: float = 0.5) -> Moment:
    phase = Phase(0.0, length, "work", 0, "m", "p", "P", way, "cue", "short", "screen")
    return Moment(
        "playing",
        phase,
        0,
        fraction,
        length * (1 - fraction),
        0.0,
        length,
        1,
        10,
        (),
        Motion(Place(way, fraction)),
    )


def rated(shown: Moment, *, reduced: bool = False, heights: float = 0.5) -> int:
    """Pictures a second when what moves most comes `heights` body heights far."""
    return frames_per_second(shown, lambda _way: heights, reduced=reduced)


def test_a_breath_of_four_seconds_needs_fifteen_to_twenty_pictures() -> None:
    assert 15 <= rated(moment(length=4.0), heights=0.3) <= 20


def test_a_kick_needs_about_forty() -> None:
    assert 35 <= rated(moment(THERE_AND_BACK, length=0.45), heights=1.06) <= 60


@pytest.mark.parametrize("status", ["ready", "paused", "finished", "stopped"])
def test_nothing_is_painted_while_nothing_moves(status: str) -> None:
    assert rated(replace(moment(), status=status)) == 0  # type: ignore[arg-type]


def test_holding_a_pose_needs_few() -> None:
    assert rated(moment(STILL)) <= 12
    beyond = Way((Stop(0.0, "low"), Stop(0.3, "high")))
    assert rated(moment(beyond, fraction=0.6)) <= 12


def test_an_eased_jump_is_smooth_even_in_a_slow_phase() -> None:
    place = Place(UP, 0.1)
    jumped = replace(moment(length=8.0), motion=Motion(place, Place(UP, 0.9), 0.4))
    assert rated(jumped) >= 30
    assert rated(replace(jumped, status="paused")) >= 30


def test_going_back_along_its_way_while_counting_in_is_smooth() -> None:
    assert rated(replace(moment(), reentry=2.0)) >= 30


@given(st.floats(0.0, 10.0), st.floats(0.0, 10.0))
def test_slower_motion_never_gets_more_pictures(one: float, other: float) -> None:
    slow, quick = sorted((one, other))
    assert for_speed(quick) >= for_speed(slow)


def test_the_way_of_what_moves_most_is_measured_on_the_body(poses: Poses) -> None:
    travel = Travel(poses)
    arch = poses.way("round", "arch")
    kick = poses.way("cobra", "kick-right")
    assert 0.05 < travel(arch) < travel(kick)
    assert 0.25 < travel(kick) < 1.2
    assert travel(Way((Stop(0.0, "cobra"),))) == 0
    held = Way((*arch.stops[:1], *(Stop(s.fraction / 2, s.pose) for s in arch.stops[1:])))
    assert travel(held) == pytest.approx(travel(arch), rel=0.02)


def test_reduced_motion_shows_the_pose_of_the_phase_and_paints_only_while_it_fades() -> None:
    assert still_motion(moment(fraction=0.2)).place.fraction == 1.0
    assert rated(moment(fraction=0.02), reduced=True) == 20
    assert rated(moment(fraction=0.5), reduced=True) == 2


def test_reduced_motion_changes_position_pose_by_pose() -> None:
    def still(fraction: float) -> float:
        shown = moment(THERE_AND_BACK, fraction=fraction)
        changing = replace(shown, phase=replace(shown.phase, kind="change"))
        return still_motion(changing).place.fraction

    assert [still(fraction) for fraction in (0.2, 0.7, 1.0)] == [0.5, 1.0, 1.0]


def test_reduced_motion_does_not_flicker_with_quick_kicks() -> None:
    def still(fraction: float) -> float:
        kick = moment(THERE_AND_BACK, length=0.45, fraction=fraction)
        aimed = replace(kick, phase=replace(kick.phase, aim="high"))
        return still_motion(aimed).place.fraction

    assert {still(fraction) for fraction in (0.0, 0.3, 0.6, 0.9)} == {0.5}


def test_a_pose_fades_in_from_when_it_is_first_shown() -> None:
    assert faded(moment(fraction=0.0)) == 0
    assert faded(moment(length=4.0, fraction=0.05)) == pytest.approx(0.5)
    assert faded(moment(fraction=0.5)) == 1
    there = moment(THERE_AND_BACK, length=4.0, fraction=0.55)
    assert faded(there) == 1
    changing = replace(there, phase=replace(there.phase, kind="change"))
    assert faded(changing) == pytest.approx(0.5)
