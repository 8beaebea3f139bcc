"""Starts other programs quietly, without waiting, in the environment they expect."""

import os
import shutil
import subprocess
import sys

Running = subprocess.Popen[bytes]


def start(command: tuple[str, ...]) -> Running:
    """Starts `command` without input or output. Raises OSError."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, env=environment()
    )


def environment() -> dict[str, str]:
    """Our environment without the loader path that a bundle sets for its own libraries."""
    values = dict(os.environ)
    if getattr(sys, "frozen", False):
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            before = values.pop(f"{name}_ORIG", None)
            values.pop(name, None)
            if before:
                values[name] = before
    return values


def mortal(command: tuple[str, ...]) -> tuple[str, ...]:
    """The command that runs `command` so that Linux kills it when the thread that started it ends:
    it must not go on if it hangs and we are killed."""
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    return (setpriv, "--pdeathsig", "KILL", "--", *command) if setpriv else command


def stop(running: Running | None) -> None:
    """Kills it now."""
    if running is not None and running.poll() is None:
        running.kill()
    if running is not None:
        running.wait()
