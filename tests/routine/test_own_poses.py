"""A routine file can add poses; they change nothing for other routines."""

import pytest

from backstretch import assets
from backstretch.figure.blend import body_at
from backstretch.figure.build import EVEN
from backstretch.figure.motion import Motion, Place
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.routine.shelf import shelf
from backstretch.session.layout import lay_out
from backstretch.session.plan import plan_for

POSES = load_poses()
SHIPPED = (assets.folder("routines") / "balanced-back.yaml").read_text(encoding="utf-8")
OWN = """
poses:
  folded:
    like: child
    neck: [-10, 0, 0]
links:
  - [child, folded, 1.5]
"""


def mine(own=OWN, name="mine", old="pose: heels-arched", new="pose: folded"):
    assert old in SHIPPED
    text = SHIPPED.replace("id: balanced-back", f"id: {name}", 1).replace(old, new, 1)
    return text + own


@pytest.fixture
def problems(tmp_path):
    def read(text):
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return [
            (problem.code, text.splitlines()[problem.line - 1].strip())
            for problem in load(path, POSES).problems
        ]

    return read


def test_the_figure_takes_up_a_pose_from_the_file(tmp_path):
    (tmp_path / "mine.yaml").write_text(mine(), encoding="utf-8")
    found = shelf(POSES, own_folder=tmp_path)
    assert not found.problems
    routine = found.find("mine")
    timeline = lay_out(routine, plan_for(routine), found.poses)
    phase = next(phase for phase in timeline.phases if phase.pose == "folded")
    folded = body_at(found.poses, Motion(Place(phase.way, 1.0)), EVEN)
    child = body_at(found.poses, Motion(Place(POSES.way("child", "child"), 1.0)), EVEN)
    assert folded.pelvis == child.pelvis
    assert folded.head != child.head


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        (OWN.replace("folded", "child", 1), ("taken-pose", "child:")),
        (OWN.replace("[-10, 0, 0]", "[-10, 0]"), ("bad-pose", "neck: [-10, 0]")),
        (OWN.replace("like: child", "like: nobody"), ("bad-pose", "like: nobody")),
        (OWN.replace("[child, folded", "[child, cobra"), ("bad-pose", "- [child, cobra, 1.5]")),
        (OWN.replace("neck:", "nekc:"), ("bad-pose", "nekc: [-10, 0, 0]")),
        (OWN + "  - 3\n", ("bad-pose", "- 3")),
        ("poses: 7\nlinks: []\n", ("bad-pose", "poses: 7")),
    ],
)
def test_a_mistake_in_a_pose_is_reported_at_its_line(problems, own, fault):
    new = "pose: folded" if "  folded:" in own else "pose: child"
    assert problems(mine(own, new=new)) == [fault]


def test_two_files_cannot_add_the_same_pose(tmp_path):
    (tmp_path / "a.yaml").write_text(mine(name="one"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(mine(name="two"), encoding="utf-8")
    found = shelf(POSES, own_folder=tmp_path)
    assert [entry.routine.id for entry in found.routines] == ["balanced-back", "one"]
    assert [problem.code for problem in found.problems] == ["taken-pose"]


def test_the_ways_between_other_poses_stay_the_same(tmp_path):
    shortcut = OWN + "  - [folded, butterfly, 0.1]\n  - [folded, cobra, 0.1]\n"
    (tmp_path / "mine.yaml").write_text(mine(shortcut), encoding="utf-8")
    found = shelf(POSES, own_folder=tmp_path)
    assert found.poses.has("folded")
    for begin in POSES.names:
        for end in POSES.names:
            assert found.poses.way(begin, end) == POSES.way(begin, end)
