"""Reading a mangled file returns a routine or problems that can be put into words."""

import json
from copy import deepcopy

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch import assets
from backstretch.cli.problem_words import worded
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.session.plan import plan_for
from backstretch.session.player import begin
from tests.examples import examples

LINES = (assets.folder("routines") / "balanced-back.yaml").read_text(encoding="utf-8").splitlines()
SHIPPED = yaml.safe_load("\n".join(LINES))
POSES = load_poses()
RUBBISH = st.one_of(
    st.sampled_from(
        [
            "- ",
            "? ",
            ": ",
            "{",
            "}",
            "[",
            "&a",
            "*a",
            "!!python/object:os.system",
            "!x y",
            ">-",
            "'",
            '"',
            "\t",
            "%YAML 9",
            "---",
            "...",
            "<<: *a",
            "=",
            "null",
            "~",
            ".inf",
            "1e999",
            "0x10",
            "1_000",
            "2020-01-01",
            "true",
            "\ufeff",
            "\x85",
            "\u2028",
            "#",
            "@",
            "`",
            '"a\\nb": 1',
        ]
    ),
    st.text(max_size=12),
)


def read(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.yaml"
    path.write_bytes(data)
    loaded = load(path, POSES)
    assert (loaded.routine is None) == bool(loaded.problems)
    if loaded.routine is not None:
        assert begin(loaded.routine, plan_for(loaded.routine), POSES).timeline.seconds > 0
    for problem in loaded.problems:
        assert worded(problem).isprintable()
        assert 0 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 2


@settings(max_examples=examples(150))
@given(
    at=st.integers(0, len(LINES) - 1),
    column=st.integers(0, 60),
    rubbish=RUBBISH,
    cut=st.integers(0, 3),
)
def test_a_file_with_rubbish_in_one_line(tmp_path_factory, at, column, rubbish, cut):
    line = LINES[at][:column] + rubbish + LINES[at][column:]
    text = "\n".join([*LINES[:at], line, *LINES[at + 1 + cut :]])
    read(tmp_path_factory, text.encode("utf-8", "surrogatepass"))


@settings(max_examples=examples(60))
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes(tmp_path_factory, data):
    read(tmp_path_factory, data)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=examples(100))
@given(value=VALUES, place=st.lists(st.integers(0, 30), max_size=6))
def test_any_value_in_place_of_another(tmp_path_factory, value, place):
    routine = deepcopy(SHIPPED)
    inner, key = {"routine": routine}, "routine"
    for step in place:
        if not isinstance(inner[key], dict | list) or not inner[key]:
            break
        inner = inner[key]
        keys = list(inner) if isinstance(inner, dict) else range(len(inner))
        key = keys[step % len(keys)]
    whole = inner[key] is routine
    inner[key] = value
    read(tmp_path_factory, json.dumps(value if whole else routine).encode())
