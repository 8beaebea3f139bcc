"""Takes a session in a real window as a person would, and reads it back from the history.

Starts, does a few bends, pauses, skips into the next move, closes the window in mid-session; then
`history --json` has to tell it. Needs Xvfb, openbox and xdotool.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
DEV = [sys.executable, str(CHECKOUT / "dev.py"), "run"]


@contextmanager
def running(*command: str, **options: object) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(20)


@contextmanager
def screen() -> Iterator[None]:
    reading, writing = os.pipe()
    xvfb = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with running(*xvfb, pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as line:
            os.environ["DISPLAY"] = f":{line.readline().strip()}"
        with running("openbox", stderr=subprocess.DEVNULL):
            yield


def press(key: str, then: float) -> None:
    subprocess.run(["xdotool", "key", key], check=True)
    time.sleep(then)


def window() -> str:
    """The program's window, once it is there."""
    for _ in range(100):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Backstretch"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if found:
            return found[-1]
        time.sleep(0.2)
    raise SystemExit("no window came up within 20 s")


def history() -> dict[str, object]:
    done = subprocess.run([*DEV, "history", "--json"], capture_output=True, text=True, check=True)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def end_speech_service(runtime: Path) -> None:
    """Ends the Speech Dispatcher that the program has started for itself: it may get stuck in its
    own end, so it is not asked twice."""
    note = runtime / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
    if note.exists():
        with suppress(ProcessLookupError, ValueError):
            os.kill(int(note.read_text()), signal.SIGKILL)


def walk() -> None:
    with running(*DEV) as program:
        shown = window()
        subprocess.run(["xdotool", "windowfocus", "--sync", shown], check=True)
        time.sleep(2)
        press("space", then=2)  # starts with the lead-in
        press("Return", then=15)  # ends it: bends of some three seconds each
        press("space", then=3)  # pauses
        press("space", then=5)  # goes on after a short count
        press("Right", then=2)  # skips into the change to the second move
        press("Return", then=21)  # ends that: a count, a breath in, then round and arch
        press("alt+F4", then=0)
        try:
            program.wait(15)
        except subprocess.TimeoutExpired:
            raise SystemExit(
                "the program was still there 15 s after its window was closed"
            ) from None


def main() -> None:
    with tempfile.TemporaryDirectory() as home, screen():
        os.environ["BACKSTRETCH_HOME"] = home
        os.environ["XDG_RUNTIME_DIR"] = home
        os.environ.pop("SPEECHD_ADDRESS", None)
        os.environ.pop("QT_QPA_PLATFORM", None)
        try:
            walk()
        finally:
            end_speech_service(Path(home))
        log = Path(home) / "log" / "backstretch.log"
        if log.exists() and " CRITICAL " in log.read_text():
            raise SystemExit(f"the log tells of an error:\n{log.read_text()}")
        sessions = history()["sessions"]
        assert isinstance(sessions, list) and len(sessions) == 1, sessions
        session = sessions[0]
        moves = session["moves"]
        print(json.dumps(session, indent=1))
        assert session["status"] == "unfinished", "closed in mid-session"
        assert len(moves) == 5
        assert 2 <= moves[0]["done"] <= 8 and moves[0]["skipped"], moves[0]
        assert abs(moves[0]["left"] - moves[0]["right"]) <= 1
        assert 1 <= moves[1]["done"] <= 3 and not moves[1]["skipped"], moves[1]
        assert all(move["done"] == 0 for move in moves[2:])


if __name__ == "__main__":
    main()
