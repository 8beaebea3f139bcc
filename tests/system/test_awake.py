"""The screen stays on while it is held, and only then, against a service on a real bus."""

import os
import signal
import subprocess
import sys

import pytest

from backstretch.system.awake.absent import AbsentAwake
from backstretch.system.awake.freedesktop import FreedesktopAwake
from backstretch.system.awake.windows import WindowsAwake
from backstretch.system.bus import Answer, Bus, BusError, NoBusError

SAVER = "org.freedesktop.ScreenSaver"
PORTAL = "org.freedesktop.portal.Desktop"


class FakeDesktop:
    """Holds by cookie or request, dropped when their owner leaves the bus, as real servers do."""

    def __init__(self, name: str) -> None:
        self.bus = Bus()
        self.holds: dict[object, tuple[str, str]] = {}
        self.asked = 0
        self.named = False
        self.bus.serve(name, self.serve, self.take_name)
        self.bus.watch("org.freedesktop.DBus", "NameOwnerChanged", self.owner_changed)

    def take_name(self, mine: bool) -> None:
        self.named = mine

    def owner_changed(self, call) -> None:
        name, _, new = call.body
        if not new:
            self.holds = {key: hold for key, hold in self.holds.items() if hold[0] != name}

    def serve(self, call) -> Answer:
        if call.member == "Inhibit" and call.interface == SAVER:
            self.asked += 1
            cookie = 4_000_000_000 + self.asked
            self.holds[cookie] = (call.sender, call.body[1])
            return Answer("u", (cookie,))
        if call.member == "UnInhibit":
            del self.holds[call.body[0]]
            return Answer()
        if call.member == "Inhibit" and call.interface == "org.freedesktop.portal.Inhibit":
            assert call.body[1] == 8
            path = "/org/freedesktop/portal/desktop/request/1"
            self.holds[path] = (call.sender, call.body[2]["reason"][1])
            return Answer("o", (path,))
        if call.member == "Close":
            del self.holds[call.path]
            return Answer()
        raise BusError("org.freedesktop.DBus.Error.UnknownMethod", call.member)


@pytest.fixture(params=[SAVER, PORTAL], ids=["screen saver", "portal"])
def desktop(private_bus, until, request):
    desktop = FakeDesktop(request.param)
    until(lambda: desktop.named)
    yield desktop
    desktop.bus.close()


def test_holds_once_and_lets_go(desktop, until) -> None:
    bus = Bus()
    awake = FreedesktopAwake(bus)
    awake.hold("A session is playing")
    awake.hold("A session is playing")
    until(lambda: len(desktop.holds) == 1)
    assert [reason for _, reason in desktop.holds.values()] == ["A session is playing"]
    until(lambda: awake.availability().works)
    awake.release()
    until(lambda: not desktop.holds)
    awake.hold("again")
    until(lambda: len(desktop.holds) == 1)
    bus.close()
    until(lambda: not desktop.holds)


def test_a_release_overtaking_the_answer_still_lets_go(desktop, until, qtbot) -> None:
    bus = Bus()
    awake = FreedesktopAwake(bus)
    awake.hold("short")
    awake.release()
    qtbot.wait(150)
    until(lambda: not desktop.holds)
    bus.close()


HOLD_FOR_EVER = """
from PySide6.QtCore import QCoreApplication
from backstretch.system.awake.freedesktop import FreedesktopAwake
from backstretch.system.bus import Bus
app = QCoreApplication([])
awake = FreedesktopAwake(Bus())
awake.hold("until killed")
app.exec()
"""


def test_a_killed_process_lets_the_screen_sleep(desktop, until) -> None:
    child = subprocess.Popen([sys.executable, "-c", HOLD_FOR_EVER])
    until(lambda: len(desktop.holds) == 1)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    until(lambda: not desktop.holds)


def test_without_any_service_it_says_so(private_bus, until) -> None:
    bus = Bus()
    awake = FreedesktopAwake(bus)
    until(lambda: not awake.availability().works)
    awake.hold("nobody listens")
    until(lambda: not bus._waiting)
    assert not awake.availability().works
    assert "screen" in awake.availability().advice
    awake.release()
    bus.close()


def test_a_lost_bus_does_no_harm(desktop, until) -> None:
    bus = Bus()
    awake = FreedesktopAwake(bus)
    awake.hold("x")
    until(lambda: len(desktop.holds) == 1)
    bus._socket.shutdown(2)
    until(lambda: not bus.is_open)
    awake.release()
    awake.hold("y")
    assert not awake.availability().works


def test_a_missing_or_mute_bus_is_told_at_once(monkeypatch, tmp_path, qapp) -> None:
    import socket
    import time

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    with pytest.raises(NoBusError):
        Bus()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with pytest.raises(NoBusError):
        Bus()
    mute = socket.socket(socket.AF_UNIX)
    mute.bind(f"{tmp_path}/mute")
    mute.listen()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/mute")
    began = time.monotonic()
    with pytest.raises(NoBusError):
        Bus()
    assert time.monotonic() - began < 2
    mute.close()


def test_elsewhere_the_calls_are_harmless() -> None:
    for awake in (AbsentAwake("Lengthen it."), WindowsAwake()):
        awake.hold("x")
        awake.release()
        assert awake.availability().works == (sys.platform == "win32" and not awake.advice)
