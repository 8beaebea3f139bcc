"""The guards of conftest.py do catch what they are there for."""

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

FAULTS = """
import logging
import socket
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, qWarning


def test_leaks_timer(qapp):
    QObject.kept = QTimer(interval=1000)
    QObject.kept.start()


def test_leaks_animation(qapp):
    QObject.moving = QVariantAnimation(startValue=0.0, endValue=1.0, duration=60_000)
    QObject.moving.start()


def test_warns_in_log():
    logging.getLogger("backstretch").warning("overheard")


def test_warns_in_qt():
    qWarning("overheard")


def test_raises_in_slot(qtbot):
    def fault():
        raise ValueError("in a slot")

    timer = QTimer(singleShot=True, interval=0)
    timer.timeout.connect(fault)
    timer.start()
    qtbot.wait(20)


def test_reaches_for_network():
    socket.create_connection(("192.0.2.1", 80), timeout=0.1)


def test_sound(qtbot, home):
    timer = QTimer(interval=1)
    with qtbot.waitSignal(timer.timeout):
        timer.start()
    timer.stop()
    here, there = socket.socketpair()
    here.close()
    there.close()
    assert home.is_dir()
"""


def test_every_fault_is_caught_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "test_faults.py").write_text(FAULTS)
    (tmp_path / "conftest.py").write_text((CHECKOUT / "tests" / "conftest.py").read_text())
    (tmp_path / "pyproject.toml").write_text((CHECKOUT / "pyproject.toml").read_text())
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "test_faults.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    )
    summary = done.stdout.partition("short test summary info")[2]
    faulty = {
        line.split("::")[1].split()[0]
        for line in summary.splitlines()
        if line.startswith(("FAILED", "ERROR"))
    }
    assert faulty == {
        "test_leaks_timer",
        "test_leaks_animation",
        "test_warns_in_log",
        "test_warns_in_qt",
        "test_raises_in_slot",
        "test_reaches_for_network",
    }, done.stdout
