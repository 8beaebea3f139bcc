"""What the user wants of every program, as the desktop portal reports it: dark or light, and less
motion. Qt's own hint misses it on several desktops."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from backstretch.system.bus import Bus, Call, NoBusError, Thing

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETTINGS = "org.freedesktop.portal.Settings"
_PORTAL = Thing("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", _SETTINGS)
_APPEARANCE = "org.freedesktop.appearance"
_SCHEME, _MOTION = "color-scheme", "reduced-motion"
_DARK = 1
_REDUCED = 1


class DesktopWishes:
    """Calls `dark` and `still` at first and after every change; never without a portal."""

    def __init__(
        self, bus: Bus, dark: Callable[[bool], None], still: Callable[[bool], None]
    ) -> None:
        self._bus = bus
        self._told: Mapping[str, Callable[[int], None]] = {
            _SCHEME: lambda value: dark(value == _DARK) if value else None,
            _MOTION: lambda value: still(value == _REDUCED),
        }
        bus.watch(_SETTINGS, "SettingChanged", self._changed)
        for name in self._told:
            bus.call(
                _PORTAL,
                "Read",
                "ss",
                (_APPEARANCE, name),
                lambda value, name=name: self._tell(name, value),
            )

    def close(self) -> None:
        self._bus.close()

    def _changed(self, signal: Call) -> None:
        match signal.body:
            case (namespace, name, value) if namespace == _APPEARANCE:
                self._tell(name, value)

    def _tell(self, name: str, value: Any) -> None:
        """Unwraps a variant, which portals nest once or twice."""
        while isinstance(value, tuple) and len(value) == 2:
            value = value[1]
        if name in self._told and isinstance(value, int):
            self._told[name](value)


def follow_wishes(
    parent: QObject, dark: Callable[[bool], None], still: Callable[[bool], None]
) -> DesktopWishes | None:
    """Starts following; None if there is no bus. Takes a few milliseconds and does not wait for
    replies."""
    if not (os.environ.get("DBUS_SESSION_BUS_ADDRESS") or os.environ.get("XDG_RUNTIME_DIR")):
        return None
    try:
        return DesktopWishes(Bus("SESSION", parent), dark, still)
    except NoBusError:
        return None
