"""A message bus of the test's own, so nothing here touches a desktop."""

import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest


@pytest.fixture
def private_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a fresh session bus; there is no system bus to this test."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed (Debian: apt install dbus)")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address=1", "--nosyslog"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    yield address
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture
def until(qtbot) -> Callable[[Callable[[], bool]], None]:
    """Runs the event loop until the claim holds; fails after ten seconds."""

    def wait(claim: Callable[[], bool]) -> None:
        qtbot.waitUntil(claim, timeout=10_000)

    return wait


@pytest.fixture
def ask(private_bus: str, qtbot) -> Callable[..., str]:
    """Runs a client of the bus (playerctl, dbus-send …) while the event loop goes on."""

    def run(*command: str) -> str:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=5000)
        answer, _ = process.communicate()
        return answer.strip()

    return run
