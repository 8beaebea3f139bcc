"""One window per data directory, tested with real processes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backstretch.ui.single_window import SingleWindow

HOLDER = """
import sys, time
from pathlib import Path
from backstretch.ui.single_window import SingleWindow
single = SingleWindow(Path(sys.argv[1]))
print("first" if single.claim() else "second", flush=True)
time.sleep(60)
"""


def start(folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", HOLDER, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def answer(holder: "subprocess.Popen[str]") -> str:
    assert holder.stdout is not None
    return holder.stdout.readline().strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ("long-" * 30) / "data"


def test_a_second_start_is_refused_until_the_first_has_ended(folder: Path) -> None:
    first = SingleWindow(folder)
    assert first.claim()
    assert not SingleWindow(folder).claim()
    first.release()
    assert SingleWindow(folder).claim()


def test_a_killed_process_frees_its_lock(folder: Path) -> None:
    with start(folder) as holder:
        assert answer(holder) == "first"
        assert not SingleWindow(folder).claim()
        holder.send_signal(signal.SIGKILL)
    assert SingleWindow(folder).claim()


def test_a_second_start_calls_the_first_window_forward(
    folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = SingleWindow(folder)
    assert first.claim()
    called: list[str] = []
    first.watch(called.append)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")
    assert not SingleWindow(folder).claim()
    qtbot.waitUntil(lambda: called == ["token-1"], timeout=2000)
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN")
    assert not SingleWindow(folder).claim()
    qtbot.waitUntil(lambda: len(called) == 2, timeout=2000)
    first.release()


def test_a_call_before_watch_is_not_lost(folder: Path, qapp: object) -> None:
    first = SingleWindow(folder)
    assert first.claim()
    assert not SingleWindow(folder).claim()
    called: list[str] = []
    first.watch(called.append)
    assert len(called) == 1
    first.release()


def test_the_window_opens_if_the_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert SingleWindow(tmp_path / "data").claim()
