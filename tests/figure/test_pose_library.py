"""Poses are data: found by name, joined by links, and a mistake is told in one sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch import assets
from backstretch.document.document_problem import DocumentProblem
from backstretch.document.tree import Items, Node, Pairs, parse
from backstretch.figure.blend import body_at
from backstretch.figure.build import EVEN
from backstretch.figure.key import key_of
from backstretch.figure.motion import Motion, Place
from backstretch.figure.poseproblem import PoseProblem
from backstretch.figure.poses import Poses, load_poses
from tests.examples import examples
from tests.figure import measures
from tests.figure.conftest import shipped

NAMED = [
    *("butterfly", "butterfly-scoop", "bend-right", "bend-left", "hands-behind", "round", "arch"),
    *("arch-gentle", "prone", "lifted", "hands-and-knees", "child", "cobra", "cobra-gentle"),
    *("heels-arched", "kick-right", "kick-left", "kick-right-gentle", "kick-left-gentle"),
]

LYING = {
    "pelvis": {"at": [0, 0, 0.08], "pitch": 90},
    "spine": {"flexion": [0, 0, 0, 0]},
    "arms": {"aim": [0, 0, -1]},
    "legs": {"ankle": [-0.45, 0.06, 0.04], "toes": [-1, 0, 0], "instep": [0, 0, -1]},
}


ALONG = (("poses", "mine"), "the instep of the left foot points along")


def written(data: object) -> Node:
    """The data as a pose file holds them, each value on a line of its own."""
    return parse(json.dumps(data, indent=1).encode())


def line_of(node: Node, path: tuple[str | int, ...]) -> int:
    for step in path:
        if isinstance(node, Pairs):
            node = node.nodes[str(step)][1]
        elif isinstance(node, Items):
            node = node.nodes[int(step)]
    return node.line


def with_pose(**changes: object) -> Node:
    pose = {key: value for key, value in {**LYING, **changes}.items() if value is not None}
    return written({"poses": {"mine": pose}, "links": [["mine", "prone", 2.0]]})


def test_every_agreed_pose_is_there(poses: Poses) -> None:
    assert set(NAMED) <= set(poses.names)
    assert all(poses.has(name) for name in NAMED)


def test_every_pose_can_be_reached_from_every_other(poses: Poses) -> None:
    for begin in poses.names:
        for end in poses.names:
            way = poses.way(begin, end)
            assert (way.begins, way.ends) == (begin, end)
            for one, other in zip(way.stops, way.stops[1:], strict=False):
                assert one.fraction < other.fraction
                assert frozenset((one.pose, other.pose)) in linked(poses)


def linked(poses: Poses) -> set[frozenset[str]]:
    return {frozenset((link.one, link.other)) for link in poses.links}


def test_one_turns_over_through_hands_and_knees(poses: Poses) -> None:
    for begin, end in (("hands-behind", "prone"), ("prone", "child"), ("butterfly", "child")):
        assert "hands-and-knees" in [stop.pose for stop in poses.way(begin, end).stops]


def test_a_mirrored_pose_is_the_other_sides(poses: Poses) -> None:
    right, left = poses.key("bend-right").row, poses.key("bend-left").row
    assert right != left
    assert right[0] == left[0], "the same pitch"
    assert right[4] == -left[4], "the other side's bend"


def test_own_poses_join_the_shipped_ones(poses: Poses) -> None:
    mine = poses.extended(with_pose())
    assert mine.has("mine")
    assert [stop.pose for stop in mine.way("mine", "prone").stops] == ["mine", "prone"]
    assert not poses.has("mine"), "the shipped ones stay as they are"


def test_an_own_pose_may_be_like_a_shipped_one(poses: Poses) -> None:
    mine = poses.extended(written({"poses": {"mine": {"like": "arch", "neck": [0, 0, 0]}}}))
    assert mine.pose("mine").trunk.spine == poses.pose("arch").trunk.spine
    assert mine.pose("mine").trunk.neck == (0, 0, 0)


@pytest.mark.parametrize(
    ("changes", "path", "told"),
    [
        ({"arms": None}, ("poses", "mine"), "arms and legs"),
        ({"spine": None}, ("poses", "mine"), "'spine'"),
        ({"pelvis": {"pitch": 3}}, ("poses", "mine", "pelvis"), "either 'at"),
        ({"pelvis": {"at": [0, 0]}}, ("poses", "mine", "pelvis", "at"), "3 entries"),
        ({"pelvis": {"at": [0, 0, "up"]}}, ("poses", "mine", "pelvis", "at", 2), "a number"),
        ({"pelvis": {"at": [0, 0, 99]}}, ("poses", "mine", "pelvis", "at", 2), "between -3 and 3"),
        ({"neck": [0, 0, float("nan")]}, ("poses", "mine", "neck", 2), "between"),
        ({"neck": [0, 0, True]}, ("poses", "mine", "neck", 2), "a number"),
        ({"spine": {"flexion": [-60] * 4}}, ("poses", "mine", "spine"), "adds up to -240"),
        ({"spine": {"flexion": [0] * 4, "side": [20] * 4}}, ("poses", "mine", "spine"), "to 80"),
        ({"neck": [-40, 0, 0], "head": [-40, 0, 0]}, ("poses", "mine", "head"), "up to -80"),
        ({"tail": 1}, ("poses", "mine", "tail"), "not known here"),
        ({"planted": ["tail"]}, ("poses", "mine", "planted", 0), "cannot be planted"),
        ({"arms": {"aim": [0, 0, 0]}}, ("poses", "mine", "arms", "aim"), "points nowhere"),
        ({"arms": {"wrist": [2, 2, 2]}}, ("poses", "mine"), "too far away"),
        ({"legs": {"shank": [0, 0]}}, ("poses", "mine", "legs"), "planted knees"),
        ({"arms": {"wrist": [0.0, 0.2, 0.3], "pole": [0, 0, 0.02]}}, ("poses", "mine"), "reach"),
        ({"arms": {"aim": [0, 0, -1], "pole": [0, 0, 1]}}, ("poses", "mine"), "along the limb"),
        (
            {"arms": {"aim": [0, 1, 0], "fingers": [0, 2, 0], "back": [0, 1, 0]}},
            ("poses", "mine"),
            "the back of the left",
        ),
        ({"legs": {"ankle": [2, 0, 0]}}, ("poses", "mine"), "the left foot cannot"),
        ({"legs": {"ankle": [-0.4, 0, 0], "toes": [1, 0, 0], "instep": [2, 0, 0]}}, *ALONG),
        ({"pelvis": {"knees": [0, 0.1], "yaw": 3}}, ("poses", "mine", "pelvis"), "roll or yaw"),
        ({"like": "nobody"}, ("poses", "mine", "like"), "no pose 'nobody'"),
        ({"like": "mine"}, ("poses", "mine", "like"), "circle"),
        ({"mirror": "cobra"}, ("poses", "mine"), "nothing but 'mirror"),
    ],
)
def test_a_mistake_is_told_where_it_is(
    poses: Poses, changes: dict[str, object], path: tuple[str | int, ...], told: str
) -> None:
    data = with_pose(**changes)
    with pytest.raises(PoseProblem, match=told) as caught:
        poses.extended(data)
    assert caught.value.line == line_of(data, path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("poses: [", r"own\.yaml:2: "),
        ("poses:\n  a: 1\n", r"own\.yaml:2: .*names and values"),
        ("poses:\n  a: {}\n  a: {}\n", r"own\.yaml:3: 'a' is written twice"),
        ("poses:\n  a:\n    spine: {flexion: [0, 0]}\n", r"own\.yaml:3: .*'pelvis'"),
        ("links:\n  - [here, there]\n", r"own\.yaml:2: there is no pose 'here'"),
        ("a: !!timestamp zz\n", r"own\.yaml:1: write the value plainly"),
        ("a: 2026-99-99\n", r"own\.yaml:1: "),
        ("{a: " * 40_000 + "}" * 40_000, r"own\.yaml:1: "),
        ("timing:\n  - [here, there, {head: 1}]\n", r"own\.yaml:2: .*between -0.3 and 0.3"),
        ("passing:\n  here: [[a, b]]\n", r"own\.yaml:2: there is no pose 'here'"),
        ("- 1\n", r"own\.yaml:1: "),
        ("1: 2\n", r"own\.yaml:1: names must be texts"),
        ("a: &a [*a]\n", r"own\.yaml:1: "),
        ("poses: !!python/object/apply:os.system ['true']\n", r"own\.yaml:1: "),
        ("[" * 3000 + "]" * 3000, r"own\.yaml:1: "),
        ("a: " + "x" * 600_000, r"own\.yaml:1: the file is too large"),
    ],
)
def test_a_bad_file_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PoseProblem, match=told) as caught:
        load_poses(file)
    assert "\n" not in str(caught.value)


def test_a_bad_part_of_a_shipped_pose_is_told_where_it_was_taken_over(poses: Poses) -> None:
    knees = {"knees": [0.2, 0.1], "thigh": 90}
    data = written({"poses": {"mine": {"pelvis": knees, "like": "butterfly"}}})
    with pytest.raises(PoseProblem, match="planted knees") as caught:
        poses.extended(data)
    assert caught.value.line == line_of(data, ("poses", "mine", "like"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("poses:\n  a: {plevis: {}}\n", "own.yaml:2: 'plevis' is not known here; did you mean"),
        ("poses:\n  a: {mirror: b}\n  bb: {mirror: a}\n", "own.yaml:2: there is no pose 'b'"),
        ("links: 3\n", "own.yaml:1: links must be a list"),
        ("poses:\n  1: {}\n", "own.yaml:2: names must be texts; '1' is a number"),
        ("poses: {}\n---\nlinks: []\n", "own.yaml:2: a second document begins here"),
        ("links: []\npassing: {\xff: 1}\n", "own.yaml:2: the text is not UTF-8"),
        ("poses:\n\ta: {}\n", "own.yaml:2: the line begins with a tab"),
        ("", "own.yaml:1: the file is empty"),
        ('poses: {}\n"a\\nb": 1\n', "own.yaml:2: 'a\ufffdb' is not known here"),
    ],
)
def test_a_bad_file_is_told_in_plain_words(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(PoseProblem) as caught:
        load_poses(file)
    assert str(caught.value).startswith(told)


@settings(max_examples=examples(60))
@given(
    st.integers(0, 10_000), st.sampled_from(["{", "]", "'", "\t", ": ", "- ", "!x ", "*a", "\0"])
)
def test_a_mangled_pose_file_is_read_or_told_at_one_of_its_lines(
    tmp_path_factory: pytest.TempPathFactory, at: int, rubbish: str
) -> None:
    text = (assets.folder("resources") / "figure" / "poses.yaml").read_text("utf-8")
    file = tmp_path_factory.mktemp("mangled") / "own.yaml"
    file.write_text(text[:at] + rubbish + text[at:], encoding="utf-8")
    try:
        load_poses(file)
    except PoseProblem as problem:
        assert 1 <= problem.line <= text.count("\n") + 2
        assert "\n" not in str(problem)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PoseProblem, match=r"own\.yaml:1: the file cannot be read: No such file"):
        load_poses(tmp_path / "own.yaml")


def test_repeats_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    file = tmp_path / "own.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(PoseProblem):
        load_poses(file)


spots = st.lists(st.floats(-0.4, 0.4), min_size=3, max_size=3)
bends = st.lists(st.floats(-30, 30), min_size=4, max_size=4)


@settings(max_examples=examples(60))
@given(spots, spots, spots, bends, bends, st.sampled_from(NAMED), st.floats(0, 1))
def test_any_pose_that_is_taken_moves_as_a_body(
    at: list[float],
    aim: list[float],
    ankle: list[float],
    flexion: list[float],
    twist: list[float],
    other: str,
    share: float,
) -> None:
    pose = {
        "pelvis": {"at": at, "pitch": 90 * share, "yaw": 50 * share},
        "spine": {"flexion": flexion, "twist": twist},
        "arms": {"aim": aim, "elbow": 100 * share},
        "legs": {"ankle": ankle, "toes": [1, 0, 0.1]},
    }
    try:
        mine = shipped().extended(written({"poses": {"mine": pose}, "links": [["mine", "child"]]}))
    except PoseProblem:
        return
    whole = measures.bones(body_at(mine, Motion(Place(mine.way("child", "child"), 0.0)), EVEN))
    body = body_at(mine, Motion(Place(mine.way("mine", other), share)), EVEN)
    for bone, size in measures.bones(body).items():
        assert abs(size - whole[bone]) < 1e-6, bone


plain = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.sampled_from(NAMED),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*LYING, "like", "mirror", "at", "knees"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=examples(200))
@given(plain, plain)
def test_whatever_is_written_is_a_pose_or_a_problem(pose: object, link: object) -> None:
    try:
        shipped().extended(written({"poses": {"mine": pose}, "links": link}))
    except (PoseProblem, DocumentProblem) as problem:
        assert str(problem)


def test_every_shipped_pose_is_within_reach(poses: Poses) -> None:
    for name in poses.names:
        key_of(poses.pose(name))
