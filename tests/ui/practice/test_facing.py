"""A figure that faces the user moves as in a mirror; arrow, ring and figure point the same way."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backstretch.figure.blend import body_at
from backstretch.figure.body import SIDES
from backstretch.figure.camera import Camera
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.outline.figure_drawing import draw_list
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.outline.view import view_of
from backstretch.session.starting_side import OTHER
from backstretch.session.timeline import Phase
from backstretch.settings import Preferences
from backstretch.ui.practice.pacer.ring import ring_at
from backstretch.ui.practice.stage.facing import camera_at, faces, side_on_screen, yaw_of
from tests.ui.practice.conftest import Session

Key = Qt.Key


@pytest.fixture
def shown(session: Session, qtbot: QtBot) -> Session:
    """A session that has just begun to play."""
    session.page.show()
    qtbot.waitExposed(session.page)
    session.page.setFocus()
    QTest.keyClick(session.page.stage, Key.Key_Space)
    return session


def until(session: Session, wanted: Callable[[Phase], bool], part: float = 0.1) -> None:
    """Plays through every phase on the way, to that part of the next one that is wanted."""
    here = session.state.index
    for phase in session.state.timeline.phases[here + 1 :]:
        origin = session.state.origin - session.state.phase.start
        session.play_to(origin + phase.start + 0.01)
        if wanted(phase):
            session.play_to(origin + phase.start + part * phase.length)
            assert session.moment.phase.key == phase.key
            return
    raise AssertionError("no such phase")


def bending(session: Session, side: str) -> None:
    """Plays on to the end of the next bend to that side."""
    until(session, lambda phase: phase.name == f"bend-{side}", 0.9)


def leans(session: Session) -> str:
    """The side of the screen to which the head is drawn from the seat."""
    moment, show = session.moment, session.page.stage.demonstrator
    body = body_at(show.poses, moment.motion, show.look.build)
    view = view_of(show.shot(moment).camera)
    aside = view.spot(body.head.at)[0] - view.spot(body.pelvis.at)[0]
    assert abs(aside) > 0.02
    return "left" if aside < 0 else "right"


def shape(session: Session) -> str:
    return session.page.stage.shape_of(session.moment.phase)


@pytest.mark.parametrize("side", SIDES)
def test_as_in_a_mirror_the_figure_bends_to_the_users_own_side(shown: Session, side: str) -> None:
    bending(shown, side)
    assert shown.moment.phase.side == side
    assert (leans(shown), shape(shown)) == (side, side)


@pytest.mark.parametrize("side", SIDES)
def test_seen_from_outside_it_bends_to_the_other_and_the_arrow_goes_with_it(
    shown: Session, side: str
) -> None:
    shown.page.heed(Preferences(facing="outside"))
    bending(shown, side)
    assert shown.moment.phase.side == side
    assert (leans(shown), shape(shown)) == (OTHER[side], OTHER[side])


def test_on_the_way_back_through_the_middle_no_side_is_shown(shown: Session) -> None:
    until(shown, lambda phase: phase.name == "scoop-left", 0.5)
    assert shape(shown) not in SIDES


def test_words_and_counts_do_not_depend_on_it(shown: Session) -> None:
    plain = shown.driver.timeline
    shown.page.heed(Preferences(facing="outside"))
    shown.driver.heed(Preferences(facing="outside"))
    assert shown.driver.timeline is plain


@pytest.mark.parametrize("facing", ["mirror", "outside"])
@pytest.mark.parametrize("turned", [-150, -110, -45, -30, 0, 20, 60, 90, 150])
def test_from_wherever_it_is_seen_arrow_and_figure_agree(
    shown: Session, facing: str, turned: float
) -> None:
    shown.page.heed(Preferences(facing=facing))
    shown.page.stage.demonstrator.turned = turned
    bending(shown, "left")
    assert shape(shown) == leans(shown)


@pytest.mark.parametrize("facing", ["mirror", "outside"])
def test_the_ring_fills_on_the_side_of_the_arrow(shown: Session, facing: str) -> None:
    shown.page.heed(Preferences(facing=facing))
    bending(shown, "right")
    assert shown.driver.timeline is not None
    ring = ring_at(shown.driver.timeline, shown.moment, shown.page.stage.shape_of)
    assert ring.towards == shape(shown)
    until(shown, lambda phase: phase.move == 1 and phase.rep == 1)
    timeline = shown.driver.timeline
    assert ring_at(timeline, shown.moment, shown.page.stage.shape_of).towards is None


def test_x_changes_between_the_two_from_the_next_rep_on(shown: Session, qtbot) -> None:
    shown.page.facing.connect(lambda wanted: shown.page.heed(Preferences(facing=wanted)))
    bending(shown, "right")
    with qtbot.waitSignal(shown.page.facing, timeout=100) as wanted:
        QTest.keyClick(shown.page.stage, Key.Key_X)
    assert wanted.args == ["outside"]
    told = shown.page.board.notices.voice
    assert not told.isHidden()
    assert told.accessibleName() == "As seen from outside. From the next rep on"
    assert leans(shown) == "right"
    bending(shown, "left")
    assert shown.moment.phase.rep == 1
    assert leans(shown) == "left"
    bending(shown, "right")
    assert (shown.moment.phase.rep, leans(shown)) == (2, "left")
    QTest.keyClick(shown.page.stage, Key.Key_X)
    bending(shown, "left")
    assert leans(shown) == "right"
    bending(shown, "right")
    assert leans(shown) == "right"
    told.hide()


def test_a_figure_turned_away_in_the_midst_of_a_rep_stays_mirrored_until_its_end(
    shown: Session,
) -> None:
    bending(shown, "right")
    mirror = shown.page.stage.demonstrator.mirror
    shown.page.turn(-60)
    shown.play_to(shown.clock.now + 0.01)
    assert mirror.on
    until(shown, lambda phase: phase.rep == 2)
    assert not mirror.on
    shown.page.face_as_the_move_wants()
    until(shown, lambda phase: phase.rep == 3)
    assert mirror.on


def test_moves_seen_from_the_side_are_never_mirrored(shown: Session) -> None:
    mirror = shown.page.stage.demonstrator.mirror
    for move in range(1, 5):
        until(shown, lambda phase, move=move: (phase.move, phase.rep) == (move, 1))
        assert not mirror.on
    assert shape(shown) == shown.moment.phase.side


def test_a_figure_that_leaves_in_the_midst_of_a_bend_does_not_flip(shown: Session) -> None:
    """After a skip it glides from where it is; mirroring ends when it sits straight."""
    bending(shown, "right")
    show = shown.page.stage.demonstrator
    QTest.keyClick(shown.page.stage, Key.Key_PageDown)
    shown.play_to(shown.clock.now + 0.01)
    assert shown.moment.phase.move == 1
    assert show.mirror.on
    assert leans(shown) == "right"
    until(shown, lambda phase: phase.rep == 1)
    assert not show.mirror.on


@given(yaw=st.floats(-180, 180), pitch=st.floats(-20, 60), side=st.sampled_from(SIDES))
def test_a_mirrored_camera_shows_the_flipped_body(yaw: float, pitch: float, side: str) -> None:
    plain, flipped = (view_of(camera_at(yaw, pitch, mirrored=m)) for m in (False, True))
    x, y, z = 0.3, 0.2 if side == "left" else -0.2, 0.5
    for one, other in zip(plain.spot((x, y, z)), flipped.spot((x, -y, z)), strict=True):
        assert one == pytest.approx(other, abs=1e-9)
    for mirrored in (False, True):
        assert yaw_of(camera_at(yaw, pitch, mirrored=mirrored)) == yaw


@given(yaw=st.floats(-720, 720))
def test_it_faces_the_user_within_45_degrees(yaw: float) -> None:
    turned = (yaw + 180) % 360 - 180
    assert faces(yaw) == (abs(turned) < 45)
    left, right = (side_on_screen(s, yaw, mirrored=faces(yaw), sways=True) for s in SIDES)
    assert {left, right} == {"left", "right"}
    if faces(yaw):
        assert left == "left"


def test_a_straight_seat_looks_the_same_mirrored(shown: Session) -> None:
    """So that nothing is seen when mirroring begins or ends between two reps."""
    show = shown.page.stage.demonstrator
    still = Motion(Place(Way((Stop(0.0, "butterfly"),)), 0.0))
    body = body_at(show.poses, still, show.look.build)
    cameras = Camera(-25, 10), camera_at(-25, 10, mirrored=True)
    one, other = (draw_list(body, camera, show.look, (), 0.0) for camera in cameras)
    assert one.box == pytest.approx(other.box, abs=0.004)
    assert mat_drawing(cameras[0]).box == pytest.approx(mat_drawing(cameras[1]).box, abs=1e-6)
