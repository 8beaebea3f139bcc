"""The shipped routines are checked against the intent of their moves and against the figure."""

import pytest

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.session.layout import gentled

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


ASKS_MUCH_OF = {
    "neck": {"articulations", "back-lifts"},
    "lower-back": {"articulations", "back-lifts", "child-to-cobra", "butt-kicks"},
    "wrists": {"side-bends", "articulations", "child-to-cobra", "butt-kicks"},
    "knees": {"side-bends", "articulations", "child-to-cobra"},
}


def test_every_move_has_a_gentler_variant_that_spares_what_it_asks_much_of(routine):
    assert all(move.gentler is not None for move in routine.moves)
    for part, moves in ASKS_MUCH_OF.items():
        assert {move.id for move in routine.moves if part in move.gentler.spares} == moves
    for move in routine.moves:
        for step in (move.setup, *move.opening, *move.rep, *move.last):
            own = step.pose in ("butterfly", "butterfly-scoop-small")
            assert own or step.gentler is not None, f"{move.id}/{step.name}"
    arch = routine.move("articulations").rep[1]
    assert arch.gentler.pose == "arch-gentle"
    assert "back" not in arch.gentler.cue.split()


def test_nothing_in_the_gentler_variants_contradicts_them():
    """A line of form for the ordinary move must not be said in the gentler one."""
    for language, wrong in (("en", ("straighten", "keep the arch")), ("de", ("streck die",))):
        moves = load(FILES[0], load_poses(), language).routine.moves
        for step in (step for move in moves for step in move.rep):
            said = gentled(step, gentler=True).coach
            assert not any(word in line.text.lower() for line in said for word in wrong)


def test_the_last_bends_and_the_last_cobra_can_be_held(routine):
    held = {
        (move.id, step.name): step.tempo
        for move in routine.moves
        for step in move.last
        if step.held
    }
    assert set(held) == {
        ("side-bends", "hold-right"),
        ("side-bends", "hold-left"),
        ("child-to-cobra", "hold-cobra"),
    }
    assert {(t.seconds, t.least, t.most) for t in held.values()} == {(15, 10, 30)}


def test_short_cues_are_short_in_every_language():
    poses = load_poses()
    for language in ("en", "de"):
        routine = load(FILES[0], poses, language).routine
        for move in routine.moves:
            for step in (move.setup, *move.opening, *move.rep, *move.last):
                assert 1 <= len(step.short.split()) <= 3
