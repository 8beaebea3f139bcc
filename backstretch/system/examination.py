"""One look at a part of this computer, in a process of its own: Qt and sound libraries may end or
hang the process that asks them. Started by `backstretch doctor`; prints JSON."""

import json
import sys
from collections.abc import Sequence

FLAG = "--examine"

SERVICES = {
    "stay awake": ("org.freedesktop.ScreenSaver", "org.freedesktop.portal.Desktop"),
    "idle time": ("org.gnome.Mutter.IdleMonitor", "org.freedesktop.ScreenSaver"),
    "notifications": ("org.freedesktop.Notifications",),
}
"""What may offer each service of a desktop, by its name on the session bus."""


def screen() -> dict[str, object]:
    """The screen as Qt sees it, and how many families of letters there are."""
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    app = QGuiApplication(["backstretch"])
    shown = app.primaryScreen()
    size = shown.size()
    return {
        "qt": qVersion(),
        "platform": app.platformName(),
        "width": size.width(),
        "height": size.height(),
        "scale": shown.devicePixelRatio(),
        "families": len(QFontDatabase.families()),
    }


def sound() -> dict[str, object]:
    """Which sound service takes our sound; "" if none does."""
    from backstretch.system.sound.device import NoDeviceError
    from backstretch.system.sound.miniaudio_device import MiniaudioDevice

    try:
        device = MiniaudioDevice()
    except NoDeviceError:
        return {"device": ""}
    device.close()
    return {"device": device.name}


def bus() -> dict[str, object]:
    """Which services of the desktop are on the session bus, running or ready to be started."""
    from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

    daemon = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    with open_dbus_connection("SESSION") as connection:
        known: set[str] = set()
        for method in ("ListNames", "ListActivatableNames"):
            call = new_method_call(daemon, method)
            known |= set(connection.send_and_get_reply(call, timeout=3).body[0])
    offered = {
        name: next((each for each in services if each in known), "")
        for name, services in SERVICES.items()
    }
    return {"offered": offered}


_LOOKS = {"screen": screen, "sound": sound, "bus": bus}


def main(arguments: Sequence[str]) -> int:
    print(json.dumps(_LOOKS[arguments[0]]()))
    sys.stdout.flush()
    return 0
