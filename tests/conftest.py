"""What every test can rely on: no screen, its own home, no network, no unexpected warnings.

A Qt warning (pytest-qt's `qt_log_level_fail`), an unexpected warning in the log, or a timer or
animation that outlives its test fails that test.
"""

import functools
import gc
import itertools
import logging
import os
import socket
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from backstretch import assets
from backstretch.figure import poses as pose_library
from backstretch.routine import load as routine_file
from tests.examples import examples

# Poses and routines are immutable, and some two hundred tests want the shipped ones.
pose_library.load_poses = functools.cache(pose_library.load_poses)
_load = routine_file.load
_load_shipped = functools.cache(_load)


def _load_once(path: Path, poses: pose_library.Poses, language: str = "en") -> routine_file.Loaded:
    shipped = path.parent == assets.folder("routines")
    return (_load_shipped if shipped else _load)(path, poses, language)


routine_file.load = _load_once

# What is imported and collected stays to the end; looking through it for garbage takes a third of
# the time of collecting, and some of every test's. Looking seldom saves another twentieth.
gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()


os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("LANGUAGE", None)
os.environ["LC_ALL"] = "C.UTF-8"

hypothesis.settings.register_profile(
    "steady", max_examples=examples(100), derandomize=True, deadline=None, database=None
)
hypothesis.settings.load_profile("steady")


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        connection = arguments[0]
        if isinstance(connection, socket.socket) and connection.family != socket.AF_UNIX:
            raise PermissionError(f"a test reached for the network: {arguments[1]}")


sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Most tests keep nothing, so the folder is only named."""
    folder = next(_homes)
    monkeypatch.setenv("BACKSTRETCH_HOME", str(folder))
    return folder


@pytest.fixture
def home(_own_home: Path) -> Path:
    """This test's own data, config, cache and log."""
    _own_home.mkdir()
    return _own_home


@pytest.fixture(autouse=True)
def _nothing_overheard(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("logs_warnings"):
        return
    heard = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    assert not heard, f"unexpected in the log: {heard}"


@pytest.fixture(autouse=True)
def _nothing_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QAbstractAnimation, QTimer, QVariantAnimation

    started: list[weakref.ref[QTimer | QAbstractAnimation]] = []

    for kind in (QTimer, QVariantAnimation):

        def start(self, *arguments, _start=kind.start):  # type: ignore[no-untyped-def]
            started.append(weakref.ref(self))
            return _start(self, *arguments)

        monkeypatch.setattr(kind, "start", start)
    yield
    left = [thing for thing in (reference() for reference in started) if _runs(thing)]
    for thing in left:
        thing.stop()
    assert not left, f"still running after the test: {left}"


def _runs(thing: object) -> bool:
    from PySide6.QtCore import QAbstractAnimation, QTimer
    from shiboken6 import isValid

    if thing is None or not isValid(thing):
        return False
    if isinstance(thing, QTimer):
        return thing.isActive()
    return isinstance(thing, QAbstractAnimation) and (
        thing.state() == QAbstractAnimation.State.Running
    )
