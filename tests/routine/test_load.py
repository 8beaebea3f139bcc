import json
import os

import pytest
import yaml

from backstretch import assets
from backstretch.cli.problem_words import worded
from backstretch.figure.poses import load_poses
from backstretch.routine.load import BIGGEST_FILE_BYTES, load

SHIPPED = assets.folder("routines") / "balanced-back.yaml"
POSES = load_poses()
SCOOP = "{seconds: 1.2, least: 0.8, most: 3}"


@pytest.fixture
def problems(tmp_path):
    """Loads a text and returns the (line, code) of its problems, after putting each into words."""

    def read(text):
        path = tmp_path / "mine.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        loaded = load(path, POSES)
        assert (loaded.routine is None) == bool(loaded.problems)
        for problem in loaded.problems:
            assert worded(problem).startswith(str(path))
        return [(problem.line, problem.code) for problem in loaded.problems]

    return read


def changed(old, new):
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def line_of(needle):
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    first = needle.splitlines()[0]
    return next(number for number, line in enumerate(lines, 1) if first in line)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("least: 5, most: 8", "least: 8, most: 5", "upside-down"),
        ("least: 5, most: 8", "least: 5, most: 1000", "too-high"),
        ("least: 5, most: 8", "least: 5.5, most: 8", "not-a-whole-number"),
        ("least: 5, most: 8", "least: five, most: 8", "not-a-number"),
        ("least: 5, most: 8", "least: '5', most: 8", "not-a-number"),
        ("per_side: true", "per_side: 1", "not-yes-or-no"),
        ("pose: bend-right", "pose: bend-rihgt", "unknown-pose"),
        ("grows: bend-right-far", "grows: bend-far", "unknown-pose"),
        ("pose: bend-right", "pose:", "empty-text"),
        ("pose: bend-right", "pose: [a, b]", "not-a-text"),
        ("begins: butterfly", "begins: cobra", "setup-elsewhere"),
        ("pacing: flow", "pacing: flowing", "unknown-choice"),
        ("pacing: flow", "pacing: flow\n    pacing: beat", "duplicate-key"),
        (SCOOP, "{seconds: 1.2, least: 2, most: 3}", "outside-bounds"),
        (SCOOP, "{seconds: 1.2, least: 3, most: 2}", "upside-down"),
        (SCOOP, "{seconds: 0.01}", "too-low"),
        (SCOOP, "{seconds: .nan}", "not-a-number"),
        (SCOOP, "3", "not-a-mapping"),
        ("en: Bend right", "en: Bend over to the right", "too-many-words"),
        ("en: Bend right", "en: " + "x" * 200, "too-long"),
        ("en: Bend right", "fr: A droite", "no-english"),
        ("de: Beuge nach rechts", "Deutsch: Rechts", "bad-language"),
        ("works: [shoulders]", "works: [ears]", "unknown-choice"),
        ("works: [shoulders]", "works: []", "empty-list"),
        ("works: [shoulders]", "works: sides", "not-a-list"),
        ("side: right", "side: middle", "unknown-choice"),
        ("id: articulations", "id: side-bends", "taken-id"),
        ("id: articulations", "id: Art & co", "bad-id"),
        ("lead_in: 20", "lead_inn: 10", "unknown-key"),
        ("lead_in: 20", "lead_in: 10000", "too-high"),
        ("title:\n  en: Bal", "titel:\n  en: Bal", "missing-key"),
        ("spares: [lower-back, neck]", "spares: [mood]", "unknown-choice"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_at_its_line(problems, old, new, code):
    found = problems(changed(old, new))
    assert code in [found_code for _, found_code in found]
    first = line_of(old)
    last = first + new.count("\n")
    nested = "duplicate" in code or code in ("setup-elsewhere", "missing-key", "no-variant")
    assert all(first <= line <= last for line, _ in found) or nested


def test_all_problems_are_reported_at_once(problems):
    text = changed("least: 5, most: 8", "least: 8, most: 5").replace(
        "pose: arch\n", "pose: ark\n", 1
    )
    text = text.replace("gaze: up", "gaze: down", 1)
    assert [code for _, code in problems(text)] == [
        "upside-down",
        "unknown-pose",
        "unknown-choice",
    ]


def test_a_move_counted_per_side_needs_both_sides(problems):
    text = SHIPPED.read_text(encoding="utf-8")
    assert "side-missing" in dict(
        map(reversed, problems(text.replace("side: left", "side: right")))
    )
    mixed = text.replace("side: left", "side: SWAP", 1).replace("side: right", "side: left", 1)
    found = problems(mixed.replace("side: SWAP", "side: right"))
    assert "sides-mixed" in [code for _, code in found]


def test_a_gentler_step_needs_a_gentler_move(problems):
    text = SHIPPED.read_text(encoding="utf-8")
    begin = text.index("    gentler:\n      title:\n        en: Hands on your knees")
    end = text.index("    setup:", begin)
    assert [code for _, code in problems(text[:begin] + text[end:])] == ["no-variant"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, "empty"),
        ("# nothing but a remark\n", 1, "empty"),
        ("- a\n- b\n", 1, "not-a-mapping"),
        ("just words", 1, "not-a-mapping"),
        ("a: [1, 2\n", 2, "syntax"),
        ("a: 'unclosed\n", 2, "syntax"),
        ("a: 1\n? [b]\n: 2\n", 2, "syntax"),
        ("id: x\nmoves:\n\t- a\n", 3, "tab"),
        ("id: x\n---\nid: y\n", 2, "many-documents"),
        ("a: &a [x]\nb: *a\n", 2, "alias"),
        ("a: \x07\n", 1, "syntax"),
        (b"id: x\ntitle: \xff\xfe\n", 2, "encoding"),
        ("[" * 100_000, 1, "too-deep"),
        ("{a: " * 50_000, 1, "too-deep"),
        ("a:\n" * 100, 2, "duplicate-key"),
        ("x" * (BIGGEST_FILE_BYTES + 1), 0, "too-big"),
    ],
)  # fmt: skip
def test_what_is_no_routine_at_all_is_reported_in_one_line(problems, text, line, code):
    assert (line, code) in problems(text)


@pytest.mark.parametrize(
    ("moves", "steps", "seconds", "codes"),
    [
        (1, 24, 1, []),
        (1, 24, 12, []),
        (6, 8, 1, ["too-long-session"]),
        (1, 4, 300, ["too-long-session"]),
    ],
)
def test_a_session_may_not_be_endless(problems, moves, steps, seconds, codes):
    """Each move has a hundred reps."""
    routine = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    move = routine["moves"][-1]
    step = {key: value for key, value in move["setup"].items() if key != "tempo"}
    move |= {"dose": {"least": 100, "most": 100, "unit": "reps"}, "begins": step["pose"]}
    move |= {"rep": [step | {"seconds": seconds}] * steps, "ends": step["pose"]}
    move.pop("last", None)
    routine["moves"] = [move | {"id": f"move-{n}"} for n in range(moves)]
    assert [code for _, code in problems(json.dumps(routine))] == codes


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ('"A\\0B"', "control-character"),
        ('"\\e]0;x\\a"', "control-character"),
        ('"\\u202eabc"', "control-character"),
        ("!!str abc", "tag"),
    ],
)
def test_texts_that_drive_a_terminal_and_tags_are_refused(problems, title, code):
    text = changed("  en: Balanced back", f"  en: {title}")
    assert problems(text) == [(line_of("  en: Balanced back"), code)]


def test_a_file_of_rubbish_is_not_read_to_its_end(problems):
    assert len(problems("".join(f"key{n}: 1\n" for n in range(20_000)))) == 100


@pytest.mark.parametrize("kind", ["folder", "fifo", "missing", "device", "dangling", "into-device"])
def test_what_is_not_a_file_is_never_waited_for(tmp_path, kind):
    path = tmp_path / "mine.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path = type(path)("/dev/zero")
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nowhere")
    elif kind == "into-device":
        path.symlink_to("/dev/zero")
    loaded = load(path, POSES)
    assert loaded.routine is None
    assert [problem.code in ("not-a-file", "unreadable") for problem in loaded.problems] == [True]


def test_texts_are_in_the_wanted_language_or_in_english(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        changed("  de: Rücken im Gleichgewicht", "  de: Rücken\n  pt_BR: Costas"),
        encoding="utf-8",
    )
    titles = {
        language: load(path, POSES, language).routine.title
        for language in ("en", "de", "de_AT", "de-CH", "pt_BR", "pt", "fr")
    }
    assert titles == {
        "en": "Balanced back",
        "de": "Rücken",
        "de_AT": "Rücken",
        "de-CH": "Rücken",
        "pt_BR": "Costas",
        "pt": "Balanced back",
        "fr": "Balanced back",
    }


def test_words_that_yaml_reads_as_other_types_stay_words(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(changed("  en: Balanced back", "  en: No"), encoding="utf-8")
    assert load(path, POSES).routine.title == "No"
