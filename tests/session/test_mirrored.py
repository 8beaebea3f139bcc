"""Left and right are swapped in the words of each phase."""

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.session.layout import lay_out
from backstretch.session.mirrored import mirrored
from backstretch.session.plan import plan_for
from backstretch.session.timeline import Phase, Timeline


def shipped() -> Timeline:
    poses = load_poses()
    routine = load(assets.folder("routines") / "balanced-back.yaml", poses).routine
    assert routine is not None
    return lay_out(routine, plan_for(routine), poses)


def bends(timeline: Timeline) -> list[Phase]:
    return [p for p in timeline.phases if (p.move_id, p.kind) == ("side-bends", "work")]


def test_every_rep_gets_the_words_of_the_other_side_even_the_last() -> None:
    names = [phase.name for phase in bends(mirrored(shipped()))]
    assert names[:4] == ["bend-left", "scoop-left", "bend-right", "scoop-right"]
    assert names[-4:] == ["bend-left", "scoop-left", "bend-right", "sit-tall"]


def test_sides_are_swapped_and_ways_and_times_are_not() -> None:
    plain = bends(shipped())
    swapped = bends(mirrored(shipped()))
    assert {(a.side, b.side) for a, b in zip(plain, swapped, strict=True)} == {
        ("left", "right"),
        ("right", "left"),
    }
    assert [(p.way, p.start, p.length) for p in plain] == [
        (p.way, p.start, p.length) for p in swapped
    ]
    assert mirrored(mirrored(shipped())) == shipped()


def test_what_has_no_side_stays() -> None:
    for before, after in zip(shipped().phases, mirrored(shipped()).phases, strict=True):
        assert before == after or before.side
