"""Listens to logind for sleep and lock, and to the screen saver for its start, which is how some
desktops lock."""

import os
from collections.abc import Callable

from backstretch.ports import Availability, Interruption
from backstretch.system.bus import Bus, Call, Thing

_MANAGER = "org.freedesktop.login1.Manager"
_LOGIN = Thing("org.freedesktop.login1", "/org/freedesktop/login1", _MANAGER)
_SESSION = "org.freedesktop.login1.Session"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class DesktopInterruptions:
    """Uses the buses there are; without any it reports nothing."""

    def __init__(self, system: Bus | None, session: Bus | None) -> None:
        self._system = system
        self._session = session
        self._own_login = ""

    def listen(self, interrupted: Callable[[Interruption], None]) -> None:
        def sleeping(signal: Call) -> None:
            if signal.body and signal.body[0]:
                interrupted("suspend")

        def covered(signal: Call) -> None:
            if signal.body and signal.body[0]:
                interrupted("lock")

        def locked(signal: Call) -> None:
            if self._own_login in ("", signal.path):
                interrupted("lock")

        if self._system is not None:
            self._system.call(_LOGIN, "GetSessionByPID", "u", (os.getpid(),), self._found_login)
            self._system.watch(_MANAGER, "PrepareForSleep", sleeping)
            self._system.watch(_SESSION, "Lock", locked)
        if self._session is not None:
            for saver in _SAVERS:
                self._session.watch(saver, "ActiveChanged", covered)

    def availability(self) -> Availability:
        return Availability(self._system is not None, "logind")

    def close(self) -> None:
        if self._system is not None:
            self._system.close()

    def _found_login(self, path: str) -> None:
        self._own_login = path
