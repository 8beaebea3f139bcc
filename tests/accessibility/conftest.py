"""The whole program on a screen and buses of its own, and a screen reader's client to read it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CHECKOUT = HERE.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
HOW = "Debian: apt install xvfb dbus at-spi2-core gir1.2-atspi-2.0 python3-gi"


def missing() -> str:
    """What is not installed, empty when everything is."""
    for program in ("Xvfb", "dbus-daemon"):
        if shutil.which(program) is None:
            return f"{program} is not installed ({HOW})"
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        return f"at-spi2-core is not installed ({HOW})"
    code = "import gi; gi.require_version('Atspi', '2.0')"
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, check=False).returncode
    ):
        return f"the client library is not installed ({HOW})"
    return ""


class Stage:
    """Starts programs in one environment and ends them in the opposite order."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self._running: list[subprocess.Popen[str]] = []

    def start(self, *command: str, **pipes: object) -> "subprocess.Popen[str]":
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(
            command, env=self.environment, text=True, cwd=CHECKOUT, **(quiet | pipes)
        )
        self._running.append(process)
        return process

    def close(self) -> None:
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        runtime = Path(self.environment["XDG_RUNTIME_DIR"])
        for note in runtime.glob("speech-dispatcher/pid/*.pid"):
            with suppress(ProcessLookupError, ValueError):
                os.kill(int(note.read_text()), signal.SIGKILL)


class Reader:
    """Asks the client, and waits for what should come true."""

    def __init__(self, client: "subprocess.Popen[str]", home: Path) -> None:
        self._client = client
        self._home = home

    def settings(self) -> dict:
        """What the program remembers."""
        return json.loads((self._home / "config" / "settings.json").read_text())

    def ask(self, *command: object):
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps(command) + "\n")
        self._client.stdin.flush()
        return json.loads(self._client.stdout.readline())

    def shown(self) -> list[dict]:
        """Everything that is to be seen."""
        return self.ask("tree")

    def names(self) -> set[str]:
        return set(self.ask("names"))

    def wait_for(self, name: str) -> None:
        deadline = time.monotonic() + 15
        while self.ask("has", name) is not True:
            assert time.monotonic() < deadline, (name, sorted(self.names()), self.words())
            # Reading the tree keeps the program, the bus and the client busy, all three.
            time.sleep(0.1)

    def act(self, action: str, name: str) -> None:
        done = self.ask("act", action, name)
        assert done is True, (action, name, sorted(self.names()), self.words())

    def press(self, name: str) -> None:
        self.act("Press", name)

    def words(self) -> str:
        """What the program complained of."""
        return (self._home / "program.txt").read_text()

    def find(self, name: str) -> dict:
        """The control of that name; the label beside it has the same."""
        return next(node for node in self.ask("named", name) if node["role"] != "label")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    reason = missing()
    if reason:
        pytest.skip(reason)
    home = tmp_path_factory.mktemp("reader")
    settings = home / "config" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"voice_level": "silent", "sounds_volume": 0}))
    stage = Stage(
        {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "BACKSTRETCH_HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "GDK_BACKEND": "x11",
            "GTK_A11Y": "none",
        }
    )
    home.chmod(0o700)
    try:
        yield open_program(stage, home)
    finally:
        stage.close()


def open_program(stage: Stage, home: Path) -> Reader:
    stage.environment["DISPLAY"] = open_screen(stage)
    bus = stage.start(
        "dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE
    )
    assert bus.stdout is not None
    stage.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    launcher = next(path for path in LAUNCHERS if Path(path).exists())
    stage.start(launcher, "--launch-immediately")
    client = stage.start(
        SYSTEM_PYTHON,
        str(HERE / "screen_reader.py"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with (home / "program.txt").open("w") as words:
        stage.start(sys.executable, "-X", "faulthandler", "-m", "backstretch", stderr=words)
    return Reader(client, home)


def open_screen(stage: Stage) -> str:
    """A virtual screen that answers; others may be opening theirs at the same time."""
    for _ in range(5):
        ours, theirs = os.pipe()
        command = ("Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x900x24", "-noreset")
        screen = stage.start(*command, "-nolisten", "tcp", pass_fds=(theirs,))
        os.close(theirs)
        with os.fdopen(ours) as numbers:
            number = numbers.readline().strip()
        if number and screen.poll() is None and answers(number):
            return f":{number}"
    pytest.skip("no virtual screen could be opened")


def answers(number: str) -> bool:
    time.sleep(0.2)
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(f"/tmp/.X11-unix/X{number}")
        except OSError:
            return False
    return True
