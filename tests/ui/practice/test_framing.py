"""The figure is as large as there is room for, whole in every phase, and keeps its size over a
move."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.figure.camera import Camera
from backstretch.figure.look import looks
from backstretch.figure.poses import Poses
from backstretch.figure.view_box import discs_of
from backstretch.routine.model import Routine
from backstretch.session.commands import EndEarly, Play
from backstretch.session.layout import lay_out
from backstretch.session.moment import Moment
from backstretch.session.plan import plan_for
from backstretch.ui.practice.stage.framing import Room, fitted, framed_phases, sampled_bodies
from tests.examples import examples
from tests.ui.practice.conftest import Session
from tests.ui.practice.framing import parts_seen, seen

PARTS = (0.02, 0.2, 0.4, 0.6, 0.8, 0.999)


def shown_at(session: Session, width: int, height: int, qtbot: QtBot) -> Session:
    session.page.resize(width, height)
    session.page.show()
    qtbot.waitExposed(session.page)
    session.driver.command(Play())
    # The column beside the stage finds its width after the page has found its own.
    session.page.resize(width, height - 1)
    QApplication.processEvents()
    session.page.resize(width, height)
    QApplication.processEvents()
    return session


def played(session: Session, reps: tuple[int | None, ...] = (None, 1, 2)) -> Iterator[Moment]:
    """Plays through the session; yields a moment at some parts of each phase of those reps."""
    for phase in session.state.timeline.phases:
        if phase.rep in reps:
            for part in PARTS:
                session.play_to(phase.start + part * phase.length)
                yield session.moment


@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (1920, 1080)])
def test_nothing_of_the_figure_is_cut_off_or_covered(
    session: Session, qtbot: QtBot, size: tuple[int, int]
) -> None:
    board = shown_at(session, *size, qtbot).page.board
    for moment in played(session, (None, 2)):
        QApplication.processEvents()
        left, top, right, bottom = seen(board.stage, moment)
        place = (moment.phase.move, moment.phase.name, moment.fraction)
        assert left >= -1 and top >= -1 and right <= board.stage.width() + 1, place
        assert bottom <= board._cue.geometry().top() + 1, place
        if moment.phase.kind == "work":
            # What the words reach to in fact; the widgets are as wide as the stage lets them.
            wide = board._title.width_used(board._title.width())
            title = QRectF(board._title.x(), board._title.y(), wide, board._title.height())
            for x, y, to_x, to_y in parts_seen(board.stage, moment):
                assert not title.intersects(QRectF(x, y, to_x - x, to_y - y)), place


@pytest.mark.parametrize("after", [0.1, 5.0, 19.5])
def test_a_lead_in_that_is_cut_short_ends_without_a_jump(
    session: Session, qtbot: QtBot, after: float
) -> None:
    show = shown_at(session, 1280, 800, qtbot).page.stage.demonstrator
    session.play_to(after)
    session.driver.command(EndEarly())
    boxes = []
    for step in range(40):
        session.play_to(after + step * 0.04)
        boxes.append(show.shot(session.moment).box)
    for one, other in pairwise(boxes):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.06
    assert boxes[-1] == show.shot_for(0).box


def test_the_figure_fills_the_stage(session: Session, qtbot: QtBot) -> None:
    """Nearly half of the height of a stage that it shares with title, ring and cue, or four fifths
    of its width. Mat mode promises more."""
    stage = shown_at(session, 1280, 800, qtbot).page.stage
    most: dict[int, tuple[float, float]] = {}
    for moment in played(session, (1, 2, 6)):
        left, top, right, bottom = seen(stage, moment)
        tall, wide = most.get(moment.phase.move, (0.0, 0.0))
        most[moment.phase.move] = max(tall, bottom - top), max(wide, right - left)
    for move, (tall, wide) in most.items():
        assert tall / stage.height() > 0.45 or wide / stage.width() > 0.8, move


def test_the_picture_keeps_its_scale_from_the_first_rep_to_the_rest(
    session: Session, qtbot: QtBot
) -> None:
    page = shown_at(session, 1280, 800, qtbot).page
    shots: dict[int, set[object]] = {}
    for moment in played(session):
        if moment.phase.kind in ("work", "rest"):
            shots.setdefault(moment.phase.move, set()).add(page.stage.demonstrator.shot(moment))
    assert {len(each) for each in shots.values()} == {1}


def test_between_moves_the_camera_travels_without_a_jump(session: Session, qtbot: QtBot) -> None:
    page = shown_at(session, 1280, 800, qtbot).page
    change = next(p for p in session.state.timeline.phases if p.move == 2 and p.kind == "change")
    begin, step = change.start - 0.5, 0.05
    boxes = []
    for index in range(round((change.length + 1) / step)):
        session.play_to(begin + index * step)
        boxes.append(page.stage.demonstrator.shot(session.moment).box)
    for one, other in pairwise(boxes):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.25


@given(
    width=st.floats(120, 4000),
    height=st.floats(120, 3000),
    yaw=st.floats(-180, 180),
    air=st.floats(0, 20),
    taken=st.tuples(st.floats(0, 0.3), st.floats(0, 0.2)),
    move=st.integers(0, 4),
)
@settings(max_examples=examples(40))
def test_a_figure_fits_whatever_the_room(
    poses: Poses,
    routine: Routine,
    width: float,
    height: float,
    yaw: float,
    air: float,
    taken: tuple[float, float],
    move: int,
) -> None:
    look = looks()[0]
    timeline = lay_out(routine, plan_for(routine), poses)
    bodies = sampled_bodies(poses, look, framed_phases(timeline, move))
    corner = (0.0, 0.0, taken[0] * width, taken[1] * height)
    room = Room(width, height, (corner,), (), air)
    shot = fitted(Camera(yaw, 10), bodies, look, room, bodies[:1])
    left, bottom, right, top = shot.box
    scale = width / (right - left)
    assert height / (top - bottom) == pytest.approx(scale)
    for x, y, radius in discs_of(bodies, shot.camera, look):
        assert left * scale + air <= (x - radius) * scale + 1e-6
        assert (x + radius) * scale <= right * scale - air + 1e-6
        assert bottom * scale + air <= (y - radius) * scale + 1e-6
        assert (y + radius) * scale <= top * scale - air + 1e-6
