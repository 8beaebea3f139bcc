"""After a jump the figure glides from any pose to any other, and looks like a body all the way."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from backstretch.figure import flesh
from backstretch.figure.blend import body_at
from backstretch.figure.body import Body
from backstretch.figure.build import EVEN
from backstretch.figure.motion import Motion, Place
from backstretch.figure.vectors import distance
from tests.examples import examples
from tests.figure import measures
from tests.figure.conftest import led_phases, shipped

# A failing glide is long to shrink and says enough as it is.
STRAIGHT = (Phase.explicit, Phase.generate)

places = st.builds(
    lambda led, share: Place(led.way, share * led.way.stops[-1].fraction),
    st.sampled_from(led_phases()),
    st.floats(0.0, 1.0),
)


def gliding(leaving: Place, place: Place, arrived: float) -> Body:
    return body_at(shipped(), Motion(place, leaving, arrived), EVEN)


@settings(max_examples=examples(150), phases=STRAIGHT)
@given(places, places, st.floats(0.0, 1.0))
def test_bones_keep_their_length_in_a_glide(leaving: Place, place: Place, arrived: float) -> None:
    still = measures.bones(body_at(shipped(), Motion(place), EVEN))
    for bone, size in measures.bones(gliding(leaving, place, arrived)).items():
        assert abs(size - still[bone]) < 1e-6, bone


@settings(max_examples=examples(150), phases=STRAIGHT)
@given(places, places, st.floats(0.0, 1.0))
def test_a_glide_stays_above_the_floor(leaving: Place, place: Place, arrived: float) -> None:
    for part, height in flesh.lowest(gliding(leaving, place, arrived), EVEN).items():
        assert height > -0.005, part


@settings(max_examples=examples(60), phases=STRAIGHT)
@given(places, places)
def test_a_glide_begins_where_it_was_and_ends_where_it_goes(leaving: Place, place: Place) -> None:
    for motion, arrived in ((leaving, 0.0), (place, 1.0 - 1e-9)):
        there = measures.joints(body_at(shipped(), Motion(motion), EVEN))
        for joint, at in measures.joints(gliding(leaving, place, arrived)).items():
            assert distance(at, there[joint]) < 0.008, joint


@settings(max_examples=examples(15), phases=STRAIGHT)
@given(places, places)
def test_a_glide_has_no_leaps(leaving: Place, place: Place) -> None:
    count = 240
    before = measures.joints(gliding(leaving, place, 0.0))
    for i in range(1, count + 1):
        now = measures.joints(gliding(leaving, place, i / count))
        for joint, at in now.items():
            assert distance(at, before[joint]) < 0.12, f"{joint} at {i / count:.2f}"
        before = now


def test_hands_stay_planted_in_a_glide_between_places_that_keep_them() -> None:
    poses = shipped()
    leaving = Place(poses.way("child", "cobra"), 0.3)
    place = Place(poses.way("cobra", "heels-arched"), 0.2)
    first = gliding(leaving, place, 0.0)
    for i in range(41):
        body = gliding(leaving, place, i / 40)
        assert distance(body.left.wrist, first.left.wrist) < 0.001
        assert distance(body.left.knee, first.left.knee) < 0.001


def test_a_pose_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError):
        shipped().way("butterfly", "handstand")
