"""The shipped routines are checked against the intent of their moves and against the figure."""

import pytest

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load

FILES = sorted(assets.folder("routines").glob("*.yaml"))


@pytest.fixture(scope="module")
def routine():
    return load(assets.folder("routines") / "balanced-back.yaml", load_poses()).routine


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_shipped_routine_is_valid_and_its_file_named_after_its_id(path):
    loaded = load(path, load_poses())
    assert loaded.problems == ()
    assert loaded.routine.id == path.stem


def test_the_doses_are_the_middle_of_their_ranges_rounded_down(routine):
    assert [move.dose.start for move in routine.moves] == [6, 10, 12, 6, 20]


def test_each_move_begins_where_its_setup_leads(routine):
    for move in routine.moves:
        assert move.setup.pose == move.begins


def test_what_is_done_face_down_is_said_before_the_face_turns_down(routine):
    lifts = routine.move("back-lifts")
    assert all(step.gaze == "floor" for step in lifts.rep)
    for word in ("chest", "hips", "glutes", "belly", "thumbs", "hold", "slowly", "child's pose"):
        assert word in lifts.setup.say.lower()


def test_the_gentler_variants_spare_neck_and_lower_back(routine):
    spared = {move.id: move.gentler.spares for move in routine.moves if move.gentler}
    assert spared == {"articulations": ("neck",), "butt-kicks": ("lower-back",)}
    arch = routine.move("articulations").rep[1]
    assert arch.gentler.pose == "arch-gentle"
    assert "back" not in arch.gentler.cue.split()


def test_short_cues_are_short_in_every_language():
    poses = load_poses()
    for language in ("en", "de"):
        routine = load(FILES[0], poses, language).routine
        for move in routine.moves:
            for step in (move.setup, *move.opening, *move.rep, *move.last):
                assert 1 <= len(step.short.split()) <= 3
