"""Runs an import in a process of its own, so that the window never waits, however large the
file."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal


class Importing(QObject):
    """Starts at once. Emits `progress` in percent, and finally one of `done` (the number of new
    sessions), `refused` (code and place, if the file is no export), `failed` (why) or `cancelled`.
    Unless it is done, nothing of the file stays."""

    progress = Signal(int)
    done = Signal(int)
    refused = Signal(str, str)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._is_over = False
        self._is_cancelled = False
        self._told: dict[str, object] = {}
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._give_up)
        program, *arguments = command(file)
        self._process.start(program, arguments)

    def cancel(self) -> None:
        """Kills the process; the journal drops what was not committed."""
        self._is_cancelled = True
        self._process.kill()

    def close(self) -> None:
        """Kills the process without emitting anything."""
        self._is_over = True
        self._process.kill()
        self._process.waitForFinished(2000)

    def _read(self) -> None:
        while self._process.canReadLine():
            self._told = json.loads(bytes(self._process.readLine().data()))
        match self._told:
            case {"done": int(done), "of": int(of)} if not self._is_over:
                self.progress.emit(100 * done // max(1, of))

    def _give_up(self, error: QProcess.ProcessError) -> None:
        """Every other error is followed by `finished`."""
        if error == QProcess.ProcessError.FailedToStart:
            self._finish()

    def _finish(self, *_how: object) -> None:
        self._read()
        if self._is_over:
            return
        self._is_over = True
        match self._told:
            case {"sessions": int(sessions)}:
                self.done.emit(sessions)
            case {"code": str(code), "where": str(where)}:
                self.refused.emit(code, where)
            case {"why": str(why)}:
                self.failed.emit(why)
            case _ if self._is_cancelled:
                self.cancelled.emit()
            case _:
                self.failed.emit(self._process.errorString())


def command(file: Path) -> tuple[str, ...]:
    frozen = getattr(sys, "frozen", False)
    program = (sys.executable,) if frozen else (sys.executable, "-m", "backstretch")
    return (*program, "import", "--lines", str(file.absolute()))


def _environment() -> QProcessEnvironment:
    """The environment in which the process finds this very program, wherever it starts."""
    values = QProcessEnvironment.systemEnvironment()
    places = [path for path in (str(Path(__file__).parents[2]), values.value("PYTHONPATH")) if path]
    values.insert("PYTHONPATH", os.pathsep.join(places))
    return values
