"""An import runs in a process of its own: its progress, cancelling it, and what it refuses."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backstretch.app.importing import Importing
from backstretch.history.reading import Reading
from backstretch.paths import places

SESSIONS = 200
REPS = 60


@pytest.fixture
def export(tmp_path: Path) -> Path:
    def told(seq: int, kind: str, body: dict[str, object]) -> dict[str, object]:
        return {"seq": seq, "kind": kind, "wall": "2026-11-16T19:00:00+01:00", "body": body}

    plan = {"routine": "balanced-back", "choices": [{"id": "side-bends", "dose": REPS}]}
    began = told(1, "Began", {"at": 0.0, "plan": plan})
    reps = [
        told(seq, "RepDone", {"at": 1.0 * seq, "move": 0, "rep": seq, "side": None, "led": 1.0})
        for seq in range(2, REPS)
    ]
    sessions = [{"id": f"s{number}", "events": [began, *reps]} for number in range(SESSIONS)]
    path = tmp_path / "export.json"
    path.write_text(
        json.dumps({"format": "backstretch-journal", "version": 1, "sessions": sessions})
    )
    return path


def test_an_import_says_how_far_it_is_and_what_it_brought(qtbot: QtBot, export: Path) -> None:
    owner, percents = QObject(), []
    importing = Importing(export, owner)
    importing.progress.connect(percents.append)
    with qtbot.waitSignal(importing.done, timeout=20_000) as done:
        pass
    assert done.args == [SESSIONS]
    assert percents == sorted(percents) and percents[-1] == 100 and len(percents) > 3


def test_an_import_broken_off_leaves_nothing_and_can_be_repeated(
    qtbot: QtBot, export: Path
) -> None:
    owner = QObject()
    importing = Importing(export, owner)
    importing.progress.connect(lambda _percent: importing.cancel())
    with qtbot.waitSignal(importing.cancelled, timeout=20_000):
        pass
    with closing(sqlite3.connect(places().journal)) as connection:
        assert not connection.execute("SELECT count(*) FROM events").fetchone()[0]
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    again = Importing(export, owner)
    with qtbot.waitSignal(again.done, timeout=20_000) as done:
        pass
    assert done.args[0] == SESSIONS
    with closing(sqlite3.connect(places().journal)) as connection:
        whole = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    assert whole == SESSIONS * (REPS - 1)
    assert Reading(places().journal).count() == SESSIONS


def test_a_file_that_is_no_export_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("{}")
    owner = QObject()
    with qtbot.waitSignal(Importing(path, owner).refused, timeout=20_000) as refused:
        pass
    assert refused.args == ["no-export", ""]


def test_a_file_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    with qtbot.waitSignal(Importing(tmp_path / "none.json", owner).failed, timeout=20_000) as why:
        pass
    assert "No such file" in why.args[0]
