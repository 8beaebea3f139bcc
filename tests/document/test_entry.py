"""Typed reading: the right type in any case, and a problem with a line for what is not."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch.document.document_problem import DocumentProblem
from backstretch.document.entry import Entry
from backstretch.document.fields import Fields
from backstretch.document.tree import parse
from tests.examples import examples


@dataclass
class Gathered:
    full = False
    found: list = field(default_factory=list)

    def add(self, line, code, /, **values):
        self.found.append((line, code, values))

    @property
    def codes(self):
        return [(line, code) for line, code, _ in self.found]


def entry_of(text):
    report = Gathered()
    return Entry(parse(text.encode()), report), report


def fields_of(text):
    entry, report = entry_of(text)
    return Fields(entry, report, "routine"), report


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("2.5", 2.5, []),
        ("-1e1", -10.0, []),
        ("11", 10.0, ["too-high"]),
        ("-11", -10.0, ["too-low"]),
        ("five", -10.0, ["not-a-number"]),
        ("'5'", -10.0, ["not-a-number"]),
        (".nan", -10.0, ["not-a-number"]),
        ("nan", -10.0, ["not-a-number"]),
        ("inf", -10.0, ["not-a-number"]),
        ("1e999", -10.0, ["not-a-number"]),
        ("true", -10.0, ["not-a-number"]),
        ("[1]", -10.0, ["not-a-number"]),
    ],
)
def test_a_number(text, value, codes):
    entry, report = entry_of(text)
    assert entry.number(-10.0, 10.0) == value
    assert [code for _, code in report.codes] == codes


@settings(max_examples=examples(100))
@given(st.lists(st.floats(-20, 20) | st.sampled_from(["x", ".nan", "[]"]), max_size=5))
def test_numbers_are_as_many_as_wanted_and_within_bounds(values):
    entry, report = entry_of("[" + ", ".join(map(str, values)) + "]")
    read = entry.numbers(3, -10.0, 10.0)
    assert len(read) == 3
    assert all(-10 <= value <= 10 for value in read)
    good = len(values) == 3 and all(isinstance(v, float) and -10 <= v <= 10 for v in values)
    assert good == (not report.found)


def test_a_choice_names_the_nearest():
    entry, report = entry_of("a:\n  rihgt")
    assert entry.mapping()["a"].choice(("left", "right")) == "left"
    values = {"key": "a", "path": "a", "word": "rihgt", "close": "right", "known": "left, right"}
    assert report.found == [(2, "unknown-choice", values)]


def test_a_path_tells_the_way_with_places_from_one():
    entry, _ = entry_of("poses:\n  child:\n    neck: [1, 2]\n")
    second = entry.mapping()["poses"].mapping()["child"].mapping()["neck"].items(3)[1]
    assert (second.path, second.key, second.line) == ("poses › child › neck › 2", "neck", 3)


def test_keys_that_are_not_allowed_are_told_at_their_lines():
    entry, report = entry_of("a: 1\nplevis:\n  1\na: 2\n")
    assert set(entry.mapping(("a", "pelvis"))) == {"a", "plevis"}
    assert report.codes == [(4, "duplicate-key"), (2, "unknown-key")]
    assert report.found[1][2]["close"] == "pelvis"


@pytest.mark.parametrize(
    ("text", "most", "exactly", "count", "codes"),
    [
        ("[a, b]", 2, False, 2, []),
        ("[a]", 2, False, 1, []),
        ("[a]", 2, True, 1, ["wrong-count"]),
        ("[a, b, c]", 2, False, 2, ["too-many"]),
        ("[a, b, c]", 2, True, 2, ["wrong-count"]),
        ("{a: b}", 2, False, 0, ["not-a-list"]),
    ],
)
def test_a_list(text, most, exactly, count, codes):
    entry, report = entry_of(text)
    assert len(entry.items(most, exactly=exactly)) == count
    assert [code for _, code in report.codes] == codes


@pytest.mark.parametrize(
    ("read", "text", "value", "codes"),
    [
        (lambda f: f.whole("n", 1, 9), "n: 5", 5, []),
        (lambda f: f.whole("n", 1, 9), "n: 5.5", 5, [(1, "not-a-whole-number")]),
        (lambda f: f.whole("n", 1, 9), "m: 5", 1, [(1, "missing-key"), (1, "unknown-key")]),
        (lambda f: f.number("n", 1, 9, 3.0), "n: 4", 4.0, []),
        (lambda f: f.number("n", 1, 9, 3.0), "{}", 3.0, []),
        (lambda f: f.word("n"), "n: yes", "yes", []),
        (lambda f: f.word("n"), "n:", "", [(1, "empty-text")]),
        (lambda f: f.word("n"), "n: []", "", [(1, "not-a-text")]),
        (lambda f: f.yes("n"), "n: true", True, []),
        (lambda f: f.yes("n"), "n: 1", False, [(1, "not-yes-or-no")]),
        (lambda f: f.yes("n"), "{}", False, []),
        (lambda f: f.choice("n", ("a", "b")), "n:\n  c", "a", [(1, "unknown-choice")]),
        (lambda f: f.choice("n", ("a", "b")), "{}", "a", [(1, "missing-key")]),
        (lambda f: f.words("n", ("a", "b")), "n: [b, a]", ("b", "a"), []),
        (lambda f: f.words("n", ("a", "b")), "{}", (), []),
        (lambda f: f.words("n", ("a", "b")), "n: []", (), [(1, "empty-list")]),
        (lambda f: f.words("n", ("a", "b")), "n: [[a]]", ("a",), [(1, "not-a-text")]),
        (lambda f: f.items("n", 2), "n: 3", [], [(1, "not-a-list")]),
        (lambda f: f.word("n"), "[]", "", [(1, "not-a-mapping")]),
    ],
)
def test_a_field(read, text, value, codes):
    fields, report = fields_of(text)
    assert read(fields) == value
    fields.close()
    assert report.codes == codes


def test_a_mapping_that_is_missing_is_told_once():
    report = Gathered()
    fields = Fields(None, report, "dose")
    assert fields.number("least", 1, 9) == 1
    fields.close()
    assert report.found == []


@settings(max_examples=examples(200))
@given(data=st.text(max_size=80).map(str.encode))
def test_whatever_stands_there_each_reader_returns_its_type(data):
    report = Gathered()
    try:
        entry = Entry(parse(data), report)
    except DocumentProblem:
        return
    assert isinstance(entry.word(), str)
    assert entry.choice(("a", "b")) in ("a", "b")
    assert 0 <= entry.number(0, 1) <= 1
    assert isinstance(entry.items(3), list)
    assert all(isinstance(key, str) for key in entry.mapping(("a",)))
    assert all(line >= 1 for line, _ in report.codes)
