"""`doctor` says what works here and what to install for the rest, and nothing of the history."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backstretch import requirements
from backstretch.cli import doctor, main
from tests.history.diary import MONDAY, fill


def no_window(_argv):
    raise AssertionError("the window was opened")


def test_each_part_has_a_finding_and_all_is_json(capsys):
    code = main(["doctor", "--json"], no_window)
    findings = json.loads(capsys.readouterr().out)
    parts = {finding["part"]: finding for finding in findings}
    assert {"versions", "libraries", "screen", "sound device", "data folder"} <= parts.keys()
    assert parts["screen"]["state"] == "works" and "offscreen" in parts["screen"]["found"]
    assert parts["recorded voices"]["found"].startswith("female, male")
    assert code == int(any(finding["state"] == "missing" for finding in findings))


def test_what_is_missing_comes_with_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(requirements, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(doctor, "_look", lambda part: (None, f"no {part}"))
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    assert main(["doctor"], no_window) == 1
    said = capsys.readouterr().out
    for words in ("apt-get install libegl1", "espeak-ng", "no screen", "no sound"):
        assert words in said


def test_a_screen_that_ends_qt_is_told_in_its_own_words(monkeypatch):
    if not sys.platform.startswith("linux"):
        pytest.skip("another system has a screen")
    monkeypatch.setenv("QT_QPA_PLATFORM", "nothing-of-this-name")
    (finding,) = doctor._screen()
    assert finding.state == "missing" and "nothing-of-this-name" in finding.found


def test_it_holds_nothing_of_the_history(home):
    from backstretch.history.store import Journal
    from backstretch.paths import places

    journal = Journal(places().journal, MONDAY.date())
    fill(journal, "a")
    assert journal.close()
    done = subprocess.run(
        [sys.executable, "-m", "backstretch", "doctor"],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert "side-bends" not in done.stdout and "balanced-back" not in done.stdout
    assert str(Path.home()) + "/" not in done.stdout.replace(str(home), "")
