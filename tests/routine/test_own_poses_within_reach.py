"""Poses and links that a routine file adds obey the ranges and the floor of the shipped moves."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backstretch import assets
from backstretch.figure import flesh, joint_angles
from backstretch.figure.blend import body_at
from backstretch.figure.body import SIDES, Body
from backstretch.figure.build import BUILDS, EVEN
from backstretch.figure.motion import Motion, Place
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from tests.examples import examples

POSES = load_poses()
SHIPPED = (assets.folder("routines") / "balanced-back.yaml").read_text(encoding="utf-8")


def with_own(**own: object) -> str:
    text = SHIPPED.replace("id: balanced-back", "id: mine", 1)
    return text + "".join(f"{key}: {json.dumps(value)}\n" for key, value in own.items())


def problems(tmp_path: Path, **own: object) -> list[tuple[str, str]]:
    file = tmp_path / "mine.yaml"
    file.write_text(with_own(**own), encoding="utf-8")
    found = load(file, POSES).problems
    lines = file.read_text(encoding="utf-8").splitlines()
    return [(p.values.get("said", p.code), lines[p.line - 1].split(":")[0]) for p in found]


@pytest.mark.parametrize(
    ("pose", "told"),
    [
        ({"like": "child", "neck": [20, 0, 0]}, "the head is 0.0"),
        (
            {"like": "butterfly", "arms": {"aim": [-1, 0.02, 0.0], "elbow": 0}},
            "the left arm points behind",
        ),
        ({"like": "butterfly", "arms": {"aim": [0, 1, 0], "elbow": 170}}, "of the left elbow"),
        ({"like": "butterfly", "arms": {"wrist": [-0.2, 0.02, 0.25]}}, "inside the trunk"),
        ({"like": "butterfly", "spine": {"flexion": [0] * 4, "twist": [25] * 4}}, "the twist of"),
        ({"like": "butterfly", "neck": [0, 0, 60], "head": [0, 0, 60]}, "the twist of neck"),
        ({"like": "butterfly", "pelvis": {"at": [-0.2, 0, 0.01]}}, "below the floor"),
    ],
)
def test_a_pose_that_no_body_can_be_in_is_refused_at_its_line(
    tmp_path: Path, pose: dict[str, object], told: str
) -> None:
    ((said, where),) = problems(tmp_path, poses={"mine": pose})
    assert told in said
    assert where == "poses"


def test_a_link_that_no_body_can_follow_is_refused_at_its_line(tmp_path: Path) -> None:
    """Straight from the butterfly seat to a kick in lying, the thigh goes through the belly."""
    seat = {"like": "butterfly", "neck": [-5, 0, 0]}
    ((said, where),) = problems(tmp_path, poses={"mine": seat}, links=[["mine", "kick-right", 2]])
    assert said.startswith("on the way from 'mine' to 'kick-right' the flexion of the right hip is")
    assert said.endswith("put a pose in between")
    assert where == "links"


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"poses": {f"p{i}": {"like": "child"} for i in range(101)}}, "at most 100 poses"),
        ({"links": [["child", "cobra"]] * 201}, "at most 200 entries"),
        ({"timing": [["child", "cobra", {}]] * 201}, "at most 200 entries"),
        ({"passing": {"child": [["prone", "cobra"]] * 201}}, "at most 200 entries"),
        (
            {"passing": {name: [["prone", "cobra"]] * 8 for name in POSES.names}},
            "at most 200 entries",
        ),
    ],
)
def test_there_is_a_bound_on_everything_a_file_can_add(
    tmp_path: Path, own: dict[str, object], told: str
) -> None:
    ((said, _),) = problems(tmp_path, **own)
    assert told in said


def faults(body: Body) -> list[str]:
    """Everything that the tests of the shipped moves would find in this pose."""
    found = [
        part
        for build in BUILDS.values()
        for part, height in flesh.lowest(body, build).items()
        if height < -0.006
    ]
    for side in SIDES:
        flexion, spread = joint_angles.hip(body, side)
        ranges = {
            "elbow": joint_angles.elbow(body, side) <= 151,
            "knee": joint_angles.knee(body, side) <= 159,
            "hip": -39 <= flexion <= 152 and -21 <= spread <= 68,
            "ankle": -26 <= joint_angles.ankle(body, side) <= 63.5,
            "shoulder": joint_angles.shoulder(body, side)[1] <= 76,
            "wrist": joint_angles.wrist(body, side) <= 91.5,
        }
        found += [name for name, holds in ranges.items() if not holds]
    flexion, bend = joint_angles.bent(body.spine[4], body.spine[0])
    if not (-44.5 <= flexion <= 113.5 and abs(bend) <= 44.5):
        found.append("spine")
    flexion, bend = joint_angles.bent(body.head, body.spine[4])
    if not (-71 <= flexion <= 57.5 and abs(bend) <= 46):
        found.append("neck")
    for part, point in flesh.reaching_parts(body):
        if flesh.depth_in_trunk(point, body, EVEN) < 0.85 or (
            flesh.depth_in_head(point, body, EVEN) < 1.0
        ):
            found.append(part)
    return found + [pair for pair, apart in flesh.crossings(body).items() if apart <= 0.0]


angles = st.floats(-40, 40).map(lambda value: round(value, 1))
changes = st.fixed_dictionaries(
    {"like": st.sampled_from(POSES.names)},
    optional={
        "neck": st.lists(angles, min_size=3, max_size=3),
        "head": st.lists(angles, min_size=3, max_size=3),
        "spine": st.fixed_dictionaries(
            {key: st.lists(angles, min_size=4, max_size=4) for key in ("flexion", "side")}
        ),
        "arms": st.fixed_dictionaries(
            {"aim": st.lists(st.floats(-1, 1), min_size=3, max_size=3), "elbow": st.floats(0, 170)}
        ),
    },
)


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes)
def test_whatever_pose_is_taken_obeys_the_ranges_and_the_floor(
    tmp_path: Path, change: dict[str, object]
) -> None:
    file = tmp_path / "any.yaml"
    file.write_text(with_own(poses={"mine": change}), encoding="utf-8")
    loaded = load(file, POSES)
    if loaded.problems:
        return
    assert loaded.own_poses is not None
    poses = POSES.extended(loaded.own_poses)
    assert faults(body_at(poses, Motion(Place(poses.way("mine", "mine"), 0.0)), EVEN)) == []


def test_every_shipped_pose_would_be_taken(tmp_path: Path) -> None:
    own = {f"same-{name}": {"like": name} for name in POSES.names if "left" not in name}
    assert problems(tmp_path, poses=own) == []
    own = {f"other-{name}": {"mirror": name} for name in POSES.names}
    assert problems(tmp_path, poses=own) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("smallest", {"bend-right": "reach-right"}),
        ("links", [["child", "cobra", 1.0]]),
        ("passing", {"child": [["prone", "cobra"]]}),
        ("timing", [["child", "cobra", {"head": 0.3}]]),
    ],
)
def test_a_file_says_nothing_about_motions_between_shipped_poses(
    tmp_path: Path, key: str, value: object
) -> None:
    ((said, where),) = problems(tmp_path, **{key: value})
    assert "of the library; a" in said
    assert where == key


def test_passing_through_a_shipped_pose_changes_no_way_of_others(tmp_path: Path) -> None:
    own = {
        "poses": {"mine": {"like": "child", "neck": [-10, 0, 0]}},
        "links": [["mine", "child", 1.0]],
        "passing": {"child": [["mine", "hands-and-knees"], ["hands-and-knees", "mine"]]},
    }
    assert problems(tmp_path, **own) == []
    loaded = load(tmp_path / "mine.yaml", POSES)
    assert loaded.own_poses is not None
    both = POSES.extended(loaded.own_poses)
    for begin, end in (("child", "hands-and-knees"), ("hands-and-knees", "child")):
        way = POSES.way(begin, end)
        for share in (0.2, 0.5, 0.8):
            motion = Motion(Place(way, share))
            assert body_at(both, motion, EVEN) == body_at(POSES, motion, EVEN)
