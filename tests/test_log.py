import logging
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from backstretch import log
from backstretch.log import Fault


@pytest.fixture(autouse=True)
def _hooks_restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    level = logging.getLogger().level
    yield
    root = logging.getLogger()
    root.setLevel(level)
    for handler in [handler for handler in root.handlers if isinstance(handler, log.LogFile)]:
        root.removeHandler(handler)
        handler.close()


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_no_file_before_there_is_something_to_say(tmp_path: Path) -> None:
    log.open_log(tmp_path / "log" / "backstretch.log")
    assert not list(tmp_path.iterdir())


def test_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "log" / "backstretch.log"
    log.open_log(path)
    logging.getLogger("backstretch.somewhere").info("Grüße from %s", "here")
    assert "INFO backstretch.somewhere: Grüße from here" in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_file_rotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MOST_BYTES", 1000)
    log.open_log(tmp_path / "backstretch.log")
    for number in range(200):
        logging.getLogger("backstretch").info("line %d", number)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["backstretch.log", *(f"backstretch.log.{n}" for n in (1, 2, 3))]
    assert all(path.stat().st_size <= 1000 for path in tmp_path.iterdir())
    assert "line 199" in (tmp_path / "backstretch.log").read_text()


def test_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    log.open_log(tmp_path / "log" / "backstretch.log")
    logging.getLogger("backstretch").info("one")
    logging.getLogger("backstretch").info("two")
    assert capsys.readouterr().err.count("The log cannot be written") == 1


@pytest.mark.logs_warnings
def test_unexpected_error_is_logged_each_time_and_told_once(tmp_path: Path) -> None:
    path = tmp_path / "backstretch.log"
    told: list[Fault] = []
    log.open_log(path)
    log.catch_errors(path, told.append)
    error = raised(ValueError("the mat is gone"))
    sys.excepthook(ValueError, error, error.__traceback__)
    sys.excepthook(ValueError, error, error.__traceback__)
    assert [fault.what for fault in told] == ["ValueError: the mat is gone"]
    assert told[0].place.startswith("test_log.py:")
    assert told[0].log_file == path
    assert path.read_text().count("ValueError: the mat is gone") == 2


@pytest.mark.logs_warnings
def test_error_in_a_thread_is_told(tmp_path: Path) -> None:
    told: list[Fault] = []
    log.catch_errors(tmp_path / "backstretch.log", told.append)

    def fault() -> None:
        raise OSError("the disk is gone")

    thread = threading.Thread(target=fault)
    thread.start()
    thread.join()
    assert [fault.what for fault in told] == ["OSError: the disk is gone"]


def test_interrupt_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[Fault] = []
    log.catch_errors(tmp_path / "backstretch.log", told.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not told
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_qt_messages_and_slot_errors_end_in_the_log(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from backstretch import log
path = Path(sys.argv[1])
log.open_log(path)
log.catch_qt_messages()
log.catch_errors(path, lambda fault: print(fault.what))
app = QCoreApplication([])
def fault():
    app.quit()
    raise RuntimeError("in a slot")
QTimer.singleShot(0, fault)
qWarning("from Qt itself")
app.exec()
"""
    path = tmp_path / "backstretch.log"
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, env=os.environ
    )
    assert done.stdout.strip() == "RuntimeError: in a slot", done.stderr
    assert done.stderr == ""
    written = path.read_text()
    assert "WARNING qt.default: from Qt itself" in written
    assert "RuntimeError: in a slot" in written
