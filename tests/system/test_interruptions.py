"""Sleep and lock are heard from a logind and a screen saver on a real bus."""

from backstretch.system.bus import Answer, Bus, BusError
from backstretch.system.interruptions.freedesktop import DesktopInterruptions

MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
OWN = "/org/freedesktop/login1/session/_31"
OTHER = "/org/freedesktop/login1/session/_32"


def test_sleep_and_lock_are_told_and_waking_is_not(private_bus, until, monkeypatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", private_bus)
    named = []
    logind = Bus()

    def serve(call):
        if call.member == "GetSessionByPID":
            return Answer("o", (OWN,))
        raise BusError("org.freedesktop.DBus.Error.UnknownMethod", call.member)

    logind.serve("org.freedesktop.login1", serve, named.append)
    until(lambda: named == [True])
    system, session = Bus("SYSTEM"), Bus()
    heard: list[str] = []
    interruptions = DesktopInterruptions(system, session)
    interruptions.listen(heard.append)
    assert interruptions.availability().works
    until(lambda: not system._waiting and not session._waiting)

    manager = "/org/freedesktop/login1"
    logind.announce(manager, MANAGER, "PrepareForSleep", "b", (True,))
    logind.announce(manager, MANAGER, "PrepareForSleep", "b", (False,))
    logind.announce(OTHER, SESSION, "Lock", "", ())
    logind.announce(OWN, SESSION, "Lock", "", ())
    until(lambda: len(heard) == 2)
    assert heard == ["suspend", "lock"]
    saver = "org.freedesktop.ScreenSaver"
    logind.announce("/org/freedesktop/ScreenSaver", saver, "ActiveChanged", "b", (False,))
    logind.announce("/org/freedesktop/ScreenSaver", saver, "ActiveChanged", "b", (True,))
    until(lambda: len(heard) == 3)
    assert heard[2] == "lock"
    interruptions.close()
    session.close()
    logind.close()


def test_without_buses_nothing_is_lost() -> None:
    interruptions = DesktopInterruptions(None, None)
    interruptions.listen(lambda _: None)
    assert not interruptions.availability().works
    interruptions.close()
