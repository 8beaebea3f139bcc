"""Choices outlive the program; a damaged file costs no more than the damaged choices."""

import json
import os
import stat
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstretch.app.library import open_library
from backstretch.session.preferred import plan_of
from backstretch.settings import RULES, Preferences, Settings, SettingsProblem, read
from backstretch.ui.words.settings_words import problem_text

LIBRARY = open_library(Path("/nonexistent"), "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_a_choice_is_remembered(path: Path) -> None:
    Settings(path).change(
        theme="dark", moves={"back-lifts": {"dose": 14}}, geometry=(1, 2, 900, 700)
    )
    again = Settings(path).now
    assert (again.theme, again.moves) == ("dark", {"back-lifts": {"dose": 14}})
    assert tuple(again.geometry) == (1, 2, 900, 700)


def plain(value: object) -> object:
    """The value as JSON has it."""
    return list(value) if isinstance(value, tuple) else value


def test_every_default_keeps_its_own_rule() -> None:
    default = Preferences()
    assert RULES.keys() == {each.name for each in fields(Preferences)}
    for name, rule in RULES.items():
        assert rule.accepts(plain(getattr(default, name))), name


def test_every_number_can_be_reached_by_whole_steps_of_its_row() -> None:
    for name, rule in RULES.items():
        if rule.kind in ("number", "whole"):
            steps = (rule.most - rule.least) / rule.step
            assert rule.least < rule.most, name
            assert steps == pytest.approx(round(steps)), name


def test_only_what_differs_is_written(path: Path) -> None:
    settings = Settings(path)
    settings.change(text_percent=150)
    assert json.loads(path.read_text()) == {"text_percent": 150}
    settings.change(text_percent=100)
    assert json.loads(path.read_text()) == {}


def test_a_bad_value_gives_way_to_its_default_with_one_sentence(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"lead_in_seconds": -3, "theme": "dark", "flash": "yes"}')
    reading = read(path)
    assert reading.preferences == Preferences(theme="dark")
    assert reading.problems == tuple(
        SettingsProblem("bad-value", path, key=key, found=found, rule=RULES[key])
        for key, found in (("lead_in_seconds", "-3"), ("flash", '"yes"'))
    )


def test_a_long_bad_value_is_cut_short(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "x" * 10_000}))
    (problem,) = read(path).problems
    assert problem.found == '"' + "x" * 58 + "…"


def test_keys_of_another_version_are_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"moon_phase": [1, 2]}')
    Settings(path).change(theme="light")
    assert json.loads(path.read_text()) == {"moon_phase": [1, 2], "theme": "light"}


def test_an_old_mirror_becomes_a_start_with_the_left_and_is_said_once(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"mirrored": true, "moon_phase": 1}')
    settings = Settings(path)
    assert settings.now == Preferences(starts_left=True)
    assert settings.now.facing == "mirror"
    assert [problem.code for problem in settings.problems] == ["mirrored-before"]
    assert "Start with the left side" in problem_text(settings.problems[0])
    assert json.loads(path.read_text()) == {"moon_phase": 1, "starts_left": True}
    assert Settings(path).problems == ()
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("mirrored", ["false", "3", '"yes"'])
def test_an_old_mirror_that_was_off_goes_without_a_word(path: Path, mirrored: str) -> None:
    path.parent.mkdir()
    path.write_text(f'{{"mirrored": {mirrored}}}')
    settings = Settings(path)
    assert (settings.now, settings.problems) == (Preferences(), ())
    assert json.loads(path.read_text()) == {}


@pytest.mark.parametrize("content", ["", "[]", "{", "null", "\x00\x01", '"theme"'])
def test_a_damaged_file_gives_defaults_and_is_set_aside(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    settings = Settings(path)
    assert settings.now == Preferences()
    assert len(settings.problems) == 1
    settings.change(theme="dark")
    assert path.with_suffix(".faulty.json").read_text() == content
    assert Settings(path).problems == ()


def test_a_choice_out_of_bounds_is_refused(path: Path) -> None:
    settings = Settings(path)
    with pytest.raises(ValueError, match="text_percent cannot be 800"):
        settings.change(text_percent=800)
    with pytest.raises(KeyError):
        settings.change(goal_weeks=2)
    assert settings.now == Preferences()


def test_listeners_hear_of_real_changes_only(path: Path) -> None:
    settings = Settings(path)
    heard: list[Preferences] = []
    settings.listen(heard.append)
    settings.change(flash=True)
    settings.change(flash=True)
    assert heard == [Preferences(flash=True)]


def test_the_file_is_for_its_owner_only(path: Path) -> None:
    Settings(path).change(flash=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_place_that_cannot_be_written_is_said_not_raised(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    settings = Settings(tmp_path / "config" / "settings.json")
    settings.change(theme="dark")
    assert settings.now.theme == "dark"
    assert settings.trouble is not None
    assert settings.trouble.code == "unsaved"


@given(
    st.dictionaries(
        st.sampled_from([each.name for each in fields(Preferences)]),
        st.recursive(
            st.none() | st.booleans() | st.floats(allow_nan=False) | st.text() | st.integers(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=5,
        ),
    )
)
def test_whatever_the_file_holds_the_program_starts(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(data))
    reading = read(path)
    for name, rule in RULES.items():
        assert rule.accepts(plain(getattr(reading.preferences, name)))
    assert len(reading.problems) <= len(data)


@pytest.mark.parametrize("seconds", [0, 5, 10, 20, 60])
def test_a_lead_in_that_was_chosen_is_kept_even_where_it_is_the_usual_one(
    path: Path, seconds: int
) -> None:
    Settings(path).change(lead_in_seconds=float(seconds))
    assert Settings(path).now.lead_in_seconds == seconds
    Settings(path).change(lead_in_seconds=None)
    assert json.loads(path.read_text()) == {}


DEEP = "[" * 900 + "]" * 900
HOSTILE = [
    '{"figure": "\\ud800"}',
    '{"\\ud800": "\\ud800", "keys": {"\\ud800": ["\\ud800"]}}',
    '{"voice": "a\\u0000b"}',
    '{"unknown": ' + DEEP + "}",
    '{"moves": {"side-bends": {"pace": 1' + "0" * 400 + "}}}",
    '{"moves": {"side-bends": {"dose": 1' + "0" * 4000 + "}}}",
    '{"geometry": [0, 0, 1' + "0" * 30 + ", 5]}",
    '{"geometry": [0, 0, -1, 0]}',
    '{"geometry": [99999999, 0, 800, 600]}',
    '{"text_percent": 1e400, "lead_in_seconds": NaN}',
    "[" * 200_000,
    '{"theme": "' + "x" * 500_000 + '"}',
]


@pytest.mark.parametrize("content", HOSTILE, ids=lambda content: content[:40])
def test_hostile_settings_never_prevent_a_start_or_an_end(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    settings = Settings(path)
    for problem in settings.problems:
        told = problem_text(problem)
        assert len(told) < 500 and "\n" not in told
        told.encode()
    routine = LIBRARY.chosen(settings.now.routine)
    plan_of(routine, settings.now)
    settings.change(geometry=(1, 2, 300, 400))
    assert settings.trouble is None
    assert Settings(path).now.geometry == [1, 2, 300, 400]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="makes a FIFO")
def test_what_is_no_file_gives_defaults_at_once(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    assert [problem.code for problem in Settings(path).problems] == ["unreadable"]
    path.unlink()
    path.symlink_to("/dev/zero")
    assert [problem.code for problem in Settings(path).problems] == ["unreadable"]
