"""A start that cannot work is refused in one sentence; all others start."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from backstretch.__main__ import binding_problem, screen_problem

CHECKOUT = Path(__file__).resolve().parent.parent


def run(environment: dict[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        kept.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "backstretch", *arguments],
        env=kept | environment,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=30,
    )


@pytest.mark.parametrize(
    ("version", "python", "sound"),
    [
        ("6.12.0", (3, 11), False),
        ("6.12.0", (3, 12), True),
        ("6.12.1", (3, 11), False),
        ("6.11.3", (3, 11), True),
        ("6.8.3", (3, 11), True),
        ("6.13.0", (3, 13), True),
    ],
)
def test_the_binding_that_dies_is_refused(
    version: str, python: tuple[int, int], sound: bool
) -> None:
    problem = binding_problem(version, python)
    assert (problem == "") == sound
    assert sound or "3.12" in problem


SOURCES_READ = """
import linecache, sys
from backstretch.__main__ import import_without_reading_sources
import PySide6
if sys.argv[1] == "plain":
    import_without_reading_sources()
import backstretch.session.player
from PySide6.QtCore import *
assert QObject().objectName() == "" and Qt.Key.Key_A == 65
print(any("backstretch" in name for name in linecache.cache))
"""


@pytest.mark.parametrize(("how", "are_read"), [("plain", "False"), ("as PySide6 does", "True")])
def test_no_source_is_read_to_import_a_module(how: str, are_read: str) -> None:
    """Where the second fails, PySide6 has stopped reading them, and we need do nothing."""
    done = subprocess.run(
        [sys.executable, "-c", SOURCES_READ, how],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == are_read


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
class TestScreens:
    def test_no_screen_is_one_line(self) -> None:
        done = run({})
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "there is no screen here" in done.stderr
        assert "QT_QPA_PLATFORM=offscreen" in done.stderr

    def test_a_screen_that_does_not_answer_is_one_line(self) -> None:
        done = run({"DISPLAY": ":987"})
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert ":987" in done.stderr or "system libraries" in done.stderr

    def test_offscreen_needs_no_screen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        assert screen_problem() == ""


def test_an_unknown_option_is_refused() -> None:
    done = run({"QT_QPA_PLATFORM": "offscreen"}, "--fullscreen")
    assert done.returncode == 2
    assert "--fullscreen" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for a screen on Linux only")
def test_a_dead_wayland_gets_a_sentence_and_x_is_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_SOCKET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-dead")
    assert "WAYLAND_DISPLAY" in screen_problem()
    monkeypatch.setenv("WAYLAND_DISPLAY", "x" * 600)
    assert "does not answer" in screen_problem()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen()
        monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
        assert screen_problem() == ""
    (tmp_path / "wayland-1").unlink()
    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.setattr("backstretch.__main__._x_problem", lambda: "")
    assert screen_problem() == ""
    assert os.environ["QT_QPA_PLATFORM"] == "xcb", "Qt must not try Wayland first"
