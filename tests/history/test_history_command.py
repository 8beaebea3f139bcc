"""`backstretch history` prints what the page shows, without Qt."""

import json
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from backstretch import cli
from backstretch.history.edits import Rated
from backstretch.history.store import Journal
from backstretch.history.week import first_day, iso_monday, iso_week
from tests.history.diary import EAST, MONDAY, fill_at_once


def no_window(argv: object) -> int:
    raise AssertionError("the window was opened")


@pytest.fixture
def practised(home: Path) -> Path:
    path = home / "data" / "journal.db"
    journal = Journal(path, MONDAY.date())
    fill_at_once(journal, "a", skipped=(3,), gentler=("articulations",))
    fill_at_once(journal, "b", MONDAY + timedelta(days=2), moves=1, ends=False)
    fill_at_once(journal, "c", MONDAY + timedelta(days=6, hours=5), moves=1, ends=None)
    fill_at_once(journal, "d", MONDAY + timedelta(days=6, hours=6), moves=1, ends=None)
    journal.record("a", Rated("before", 5), MONDAY)
    assert journal.close()
    return path


def test_json(practised: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["history", "--week", "2026-W47", "--json"], no_window) == 0
    week = json.loads(capsys.readouterr().out)
    assert week["week"] == "2026-W47"
    assert [day["date"] for day in week["days"]] == [f"2026-11-{n}" for n in range(16, 23)]
    assert [day["sessions"] for day in week["days"]] == [1, 0, 1, 0, 0, 0, 1]
    assert week["days"][0]["seconds"] == 162
    first, second, third = week["sessions"]
    assert first["id"] == "a" and first["routine"] == "balanced-back"
    assert first["started"] == "2026-11-16T18:30:00+02:00"
    assert first["ended"] == "2026-11-16T18:32:42+02:00"
    assert [one["status"] for one in week["sessions"]] == ["finished", "stopped", "unfinished"]
    assert third["ended"] is None
    assert second["ended"] is not None
    assert first["before"] == 5 and first["after"] is None
    assert first["moves"][0] == {
        "id": "side-bends",
        "planned": 12,
        "done": 12,
        "left": 6,
        "right": 6,
        "seconds": 36.0,
        "skipped": False,
        "gentler": False,
    }
    assert [move["gentler"] for move in first["moves"]] == [False, True, False, False, False]
    assert [move["skipped"] for move in first["moves"]] == [False, False, False, True, False]
    assert first["moves"][3]["left"] is None
    assert len(second["moves"]) == 5, "all planned moves"


def test_table(practised: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["history", "--week", "2026-W47"], no_window) == 0
    text = capsys.readouterr().out
    assert "Mon 16 Nov    2:42" in text
    assert "12 of 12" in text and "left 6, right 6" in text
    assert "skipped" in text and "gentler" in text


@pytest.mark.parametrize("week", ["47", "2026-47", "2026-W54", "2026-W5", "x", "²026-W47", ""])
def test_an_invalid_week_gets_one_sentence(week: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["history", "--week", week], no_window) == 2
    said = capsys.readouterr().err
    assert "2026-W47" in said and said.count("\n") == 1


def test_a_file_that_is_no_journal_gets_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "data").mkdir()
    (home / "data" / "journal.db").write_bytes(b"not a database, but long enough to be read" * 40)
    assert cli.main(["history"], no_window) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_qt_is_not_imported(practised: Path) -> None:
    program = (
        "import sys; from backstretch import cli; code = cli.main(['history', '--json'], None);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["days"]


def test_weeks() -> None:
    assert iso_monday("2026-W01") == date(2025, 12, 29)
    assert iso_week(date(2027, 1, 3)) == "2026-W53"
    assert first_day(date(2026, 11, 22), 0) == date(2026, 11, 16)
    assert first_day(date(2026, 11, 22), 6) == date(2026, 11, 22)
    assert first_day(datetime(2026, 11, 21, tzinfo=EAST).date(), 5) == date(2026, 11, 21)
