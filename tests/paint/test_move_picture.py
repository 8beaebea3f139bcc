"""One picture tells a move from the others, wherever it is shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.look import looks
from backstretch.figure.poses import Poses, load_poses
from backstretch.paint import palette_for
from backstretch.paint.move_picture import move_picture, telling_pose
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.ui.parts.move_pictures import MovePictures
from backstretch.ui.theme import Appearance

SIZE = QSize(112, 80)


@pytest.fixture(scope="module")
def poses() -> Poses:
    return load_poses()


@pytest.fixture(scope="module")
def routine(poses: Poses) -> Routine:
    loaded = load(folder("routines") / "balanced-back.yaml", poses)
    assert loaded.routine is not None
    return loaded.routine


def test_the_routine_says_which_pose_tells_a_move(poses: Poses, routine: Routine) -> None:
    named = {move.id: move.picture for move in routine.moves if move.picture}
    assert named == {"child-to-cobra": "child", "butt-kicks": "kick-upright"}
    for move in routine.moves:
        if move.picture:
            assert telling_pose(poses, looks()[0], move) == move.picture


def test_the_telling_pose_is_one_of_the_reps_and_not_where_the_move_begins(
    poses: Poses, routine: Routine
) -> None:
    for move in (replace(move, picture="") for move in routine.moves):
        pose = telling_pose(poses, looks()[0], move)
        assert pose in {step.pose for step in move.rep}
        assert pose != move.begins


def test_a_picture_is_as_sharp_as_the_screen_and_clear_beside_the_figure(
    qapp: QApplication, poses: Poses, routine: Routine
) -> None:
    look = looks()[0]
    palette = palette_for(look, dark=False)
    image = move_picture(poses, look, routine.moves[0], palette, SIZE, ratio=2.0)
    assert image.size() == SIZE * 2
    assert image.pixelColor(0, 0).alpha() == 0
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.alpha() == 255


def test_pictures_are_drawn_once_for_every_page(
    qapp: QApplication, qtbot: QtBot, poses: Poses, routine: Routine
) -> None:
    pictures = MovePictures(Appearance(qapp, "light"), poses)
    look, move = looks()[0], routine.moves[0]
    shown: dict[str, int] = {}
    pictures.ask(move, look, SIZE, 1.0, lambda name, it: shown.update({name: it.cacheKey()}))
    assert not shown
    qtbot.waitUntil(lambda: move.id in shown)
    assert pictures.picture(move, look, SIZE, 1.0).cacheKey() == shown[move.id]
    again: list[str] = []
    pictures.ask(move, look, SIZE, 1.0, lambda name, _: again.append(name))
    assert again == [move.id]
