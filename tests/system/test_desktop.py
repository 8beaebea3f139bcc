"""Everything is found at once, waits for nothing, and is let go again."""

import socket
import time

import pytest
from PySide6.QtCore import QObject

from backstretch.system import desktop
from backstretch.system.voice import speech


@pytest.fixture
def no_voice(monkeypatch) -> None:
    monkeypatch.setattr(speech, "commands", lambda _language: ())


def test_on_a_desktop_there_is_everything(private_bus, until, no_voice, qapp) -> None:
    owner = QObject()
    found = desktop.connect("en-US", owner)
    until(lambda: found.media.availability().works)
    assert found.awake.availability().name == "org.freedesktop.ScreenSaver"
    found.close()


def test_on_a_bare_machine_nothing_is_lost(monkeypatch, no_voice, qapp) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("PATH", "/nonexistent")
    owner = QObject()
    found = desktop.connect("de", owner)
    for service in (found.voice, found.chimes, found.awake, found.media, found.interruptions):
        assert not service.availability().works
    found.chimes.play("rep")
    found.awake.hold("x")
    found.interruptions.listen(lambda _: None)
    found.close()


def test_services_that_hang_hold_nothing_up(monkeypatch, tmp_path, qtbot) -> None:
    """A bus that never greets and a speech service that never answers."""
    mute = []
    for name in ("bus", "speechd"):
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(f"{tmp_path}/{name}")
        listener.listen()
        mute.append(listener)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/speechd")
    began = time.monotonic()
    owner = QObject()
    found = desktop.connect("de", owner)
    assert time.monotonic() - began < 1.5
    qtbot.wait(300)
    assert not found.voice.availability().works
    found.close()
    assert time.monotonic() - began < 3
    for listener in mute:
        listener.close()
