"""Any bytes are read into a tree with lines, or refused in one problem with a line."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch.document import tree
from backstretch.document.document_file import read_file
from backstretch.document.document_problem import DocumentProblem
from backstretch.document.tree import DEEPEST, Items, Pairs, Text, parse, placed_at
from tests.examples import examples

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
PIECES = st.sampled_from(
    [
        *("- ", "? ", ": ", "{", "}", "[", "]", "&a ", "*a", "!x ", "!!int ", "! ", "|\n", ">-\n"),
        *("'", '"', "\t", "%YAML 9", "%YAML 1." + "9" * 5000, "---\n", "...\n", "<<: ", "~", "#"),
        *('"\\UFFFFFFFF"', '"\\ud800"', '"\\e[2J"', '"\\0"', "\0", "\ufeff", "\x85", "\u2028"),
        *("\r", "\n", "\n  ", "a", "b: 1", "a: ", "1e999", ".nan", "é", "\U0001f600"),
    ]
)
ANY = st.one_of(st.binary(max_size=120), st.lists(PIECES, max_size=30).map("".join).map(str.encode))


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request, monkeypatch):
    monkeypatch.setattr(tree, "LOADER", request.param)


def lines_in(data):
    """Lines as YAML counts them."""
    return len(re.split("\r\n|[\r\n\x85\u2028\u2029]", data.decode("utf-8", "replace")))


def every(node):
    yield node
    inner = node.nodes if isinstance(node, Items) else ()
    if isinstance(node, Pairs):
        inner = [value for _, value in node.nodes.values()]
    for one in inner:
        yield from every(one)


@pytest.mark.parametrize("using", LOADERS)
@settings(max_examples=examples(300))
@given(data=ANY)
def test_any_bytes_give_a_tree_or_one_problem_within_the_file(using, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "LOADER", using)
        try:
            found = parse(data)
        except DocumentProblem as problem:
            assert 1 <= problem.line <= lines_in(data) + (problem.code == "syntax")
            assert all(isinstance(value, str) for value in problem.values.values())
        else:
            assert all(1 <= node.line <= lines_in(data) for node in every(found))


VALUES = st.recursive(
    st.text(st.characters(min_codepoint=32, max_codepoint=126)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc"), inner, max_size=4),
    max_leaves=20,
)


def plain(node):
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Items):
        return [plain(inner) for inner in node.nodes]
    return {key: plain(inner) for key, (_, inner) in node.nodes.items()}


@settings(max_examples=examples(100))
@given(value=VALUES)
def test_what_is_written_is_what_is_read(value):
    assert plain(parse(yaml.safe_dump(value, sort_keys=False).encode())) == value


def test_every_node_has_the_line_it_starts_at(loader):
    found = parse(b"a: 1\nb:\n  - x\n  - {c: 'y'}\n")
    assert found == Pairs(
        1,
        {
            "a": (1, Text(1, "1", True)),
            "b": (
                2,
                Items(3, [Text(3, "x", True), Pairs(4, {"c": (4, Text(4, "y", False))})]),
            ),
        },
    )


def test_the_first_of_two_equal_keys_counts_and_both_are_known(loader):
    assert parse(b"a: 1\na: 2\n") == Pairs(1, {"a": (1, Text(1, "1", True))}, [("a", 2)])


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"", 1, "empty"),
        (b"a: [1, 2\n", 2, "syntax"),
        (b"? [a]\n: b\n", 1, "syntax"),
        (b"a:\n\t- b\n", 2, "tab"),
        (b"a: 1\n---\nb: 2\n", 2, "many-documents"),
        (b"a: &a 1\nb: *a\n", 2, "alias"),
        (b"a: 1\nb: !!int '3'\n", 2, "tag"),
        (b"a: 1\nb: !!python/object/apply:os.system [x]\n", 2, "tag"),
        (b'a: 1\nb: "\\e[2J"\n', 2, "control-character"),
        (b'a: 1\nb: "x\\0"\n', 2, "control-character"),
        (b'a: "\\u202eabc"\n', 1, "control-character"),
        (b"a: \xc3\xa9\nb: \x07\n", 2, "syntax"),
        (b"a: 1\nb: \xff\n", 2, "encoding"),
        (b"[" * 100_000, 1, "too-deep"),
        (b"a:\n" + b"".join(b" " * n + b"- \n" for n in range(1, 40)), DEEPEST + 1, "too-deep"),
    ],
)  # fmt: skip
def test_what_is_refused(loader, data, line, code):
    with pytest.raises(DocumentProblem) as caught:
        parse(data)
    assert (caught.value.line, caught.value.code) == (line, code)


def test_repeats_that_grow_without_end_are_refused_at_the_first(loader):
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    with pytest.raises(DocumentProblem) as caught:
        parse("\n".join(lines).encode())
    assert (caught.value.line, caught.value.code) == (2, "alias")


def test_a_bare_exclamation_mark_changes_nothing(loader):
    assert parse(b"! 5") == Text(1, "5", True)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: 1\n", b"a: 1\r\n", b"a: 1\r", b"a: 1"])
def test_marks_and_line_ends_of_other_systems_are_read(loader, data):
    assert parse(data) == Pairs(1, {"a": (1, Text(1, "1", True))})


def test_words_stay_words(loader):
    assert plain(parse(b"[no, null, ~, 2026-01-01, 0x10, 1_000]")) == [
        *("no", "null", "~", "2026-01-01", "0x10", "1_000")
    ]


def test_a_part_taken_over_has_one_line_throughout():
    node = placed_at(parse(b"a: 1\nb:\n  - x\n  - {c: y}\n"), 7)
    assert {inner.line for inner in every(node)} == {7}
    assert plain(node) == {"a": "1", "b": ["x", {"c": "y"}]}


def test_a_file_is_read_up_to_its_limit(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 12\n")
    assert plain(read_file(file, 6)) == {"a": "12"}
    with pytest.raises(DocumentProblem) as caught:
        read_file(file, 5)
    assert (caught.value.line, caught.value.code) == (0, "too-big")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (".", "not-a-file"),
        ("none.yaml", "unreadable"),
        ("a\0b", "unreadable"),
        ("/dev/zero", "not-a-file"),
    ],
)
def test_what_is_no_file_is_refused_without_waiting(tmp_path, name, code):
    with pytest.raises(DocumentProblem) as caught:
        read_file(tmp_path / name, 100)
    assert (caught.value.line, caught.value.code) == (0, code)
