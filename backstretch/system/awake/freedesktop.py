"""Linux desktops: the screen saver service, or else the desktop portal. Both drop the request when
our connection to the bus ends, so the screen can sleep again after a crash."""

from PySide6.QtCore import QCoreApplication, QObject

from backstretch.ports import Availability
from backstretch.system.bus import DAEMON, Bus, Thing

_SAVER = Thing(
    "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
)
_PORTAL = Thing(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
)
_IDLE = 8


class FreedesktopAwake(QObject):
    """Requests are sent without waiting. A reply that arrives after `release` is undone at once."""

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._wanted = False
        self._asking = False
        self._cookie: int | None = None
        self._request = ""
        self._reason = ""
        self._refusal = ""
        self._known: set[str] = set()
        bus.call(DAEMON, "ListNames", answered=self._known.update)
        bus.call(DAEMON, "ListActivatableNames", answered=self._look)

    def hold(self, reason: str) -> None:
        self._wanted = True
        self._reason = reason
        if not self._asking and self._cookie is None and not self._request:
            self._ask_saver()

    def release(self) -> None:
        self._wanted = False
        if self._cookie is not None:
            self._bus.call(_SAVER, "UnInhibit", "u", (self._cookie,))
            self._cookie = None
        if self._request:
            request = Thing(_PORTAL.service, self._request, "org.freedesktop.portal.Request")
            self._bus.call(request, "Close")
            self._request = ""

    def availability(self) -> Availability:
        works = self._bus.is_open and not self._refusal
        advice = "" if works else _advice()
        return Availability(works, "org.freedesktop.ScreenSaver", advice)

    def _look(self, startable: list[str]) -> None:
        """Sent last, so the lists of services are complete: uses the first service that runs or can
        be started."""
        self._known.update(startable)
        if not self._known & {_SAVER.service, _PORTAL.service}:
            self._refusal = "no such service"

    def _ask_saver(self) -> None:
        self._asking = True
        self._bus.call(
            _SAVER,
            "Inhibit",
            "ss",
            ("Backstretch", self._reason),
            self._held_by_saver,
            lambda _: self._ask_portal(),
        )

    def _ask_portal(self) -> None:
        options = {"reason": ("s", self._reason)}
        body = ("", _IDLE, options)
        self._bus.call(_PORTAL, "Inhibit", "sua{sv}", body, self._held_by_portal, self._refused)

    def _held_by_saver(self, cookie: int) -> None:
        self._cookie = cookie
        self._settle()

    def _held_by_portal(self, request: str) -> None:
        self._request = request
        self._settle()

    def _refused(self, refusal: str) -> None:
        self._refusal = refusal or "refused"
        self._asking = False

    def _settle(self) -> None:
        self._refusal = ""
        self._asking = False
        if not self._wanted:
            self.release()


def _advice() -> str:
    return QCoreApplication.translate(
        "Awake",
        "This desktop offers no way to keep the screen on. "
        "Lengthen its screen blanking time before you begin.",
    )
