"""macOS: `caffeinate`, told to end with us, so a crash lets the display sleep again."""

import os
import shutil
import subprocess

from backstretch.ports import Availability


class CaffeinateAwake:
    def __init__(self) -> None:
        self._program = shutil.which("caffeinate")
        self._running: subprocess.Popen[bytes] | None = None

    def hold(self, reason: str) -> None:  # noqa: ARG002
        if self._program is None or (self._running and self._running.poll() is None):
            return
        command = [self._program, "-d", "-i", "-w", str(os.getpid())]
        nothing = subprocess.DEVNULL
        try:
            self._running = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)
        except OSError:
            self._program = None

    def release(self) -> None:
        if self._running is not None:
            self._running.terminate()
            self._running.wait()
            self._running = None

    def availability(self) -> Availability:
        return Availability(self._program is not None, "caffeinate")
