"""Watches keys and clicks before any control gets them, for what hands do: they hold a key, and
they press one for a page that has just given way to another.

Remote desktops and virtual screens send a held key as many presses that nothing marks as repeats;
here they are marked. A key pressed on one page does nothing on the next until it was let go. On a
page that came by itself nothing acts for a short while.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from backstretch.ui.actions import is_modifier

GRACE_MS = 800
"""As long as it takes to see a new page and to stop a finger that is on its way."""
LIFT_MS = 30
"""No finger lets go of a key and presses it again within this time."""
TAP_MS = 60
"""No finger presses a key twice within this time."""
FIRST_REPEAT_MS = 1500
"""A held key repeats within this time; its release was missed if it is pressed again later."""

_CLICKS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
)


@dataclass(slots=True)
class _Held:
    """A key that is down, or was a moment ago. Times are in ms of the system that sent the key, 0
    if it sent none.

    pressed   when it was pressed or repeated last
    place     where it was pressed; None if it must not act until it is let go
    let_go    when it was let go; None while it is down
    release   the release, while it waits for a repeat
    """

    pressed: int
    place: object
    let_go: int | None = None
    release: QKeyEvent | None = None

    def goes_on(self, press: QKeyEvent) -> bool:
        """True if `press` is a repeat that is not marked as one."""
        at = press.timestamp()
        if self.let_go is None:
            return 0 <= at - self.pressed < FIRST_REPEAT_MS
        return at > 0 and (0 <= at - self.let_go < LIFT_MS or 0 <= at - self.pressed < TAP_MS)


class HeldKeys(QObject):
    """Watches every window of the program that gets the keyboard. `page` returns the page that the
    main window shows."""

    def __init__(self, page: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._keys: dict[int, _Held] = {}
        self._passing_on = False
        self._has_ended = False
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE_MS)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)

    @property
    def settling(self) -> bool:
        """True while a page that came by itself is so new that nothing pressed was meant for it."""
        return self._grace.isActive()

    def settle(self) -> None:
        """Call when a page or a dialog comes by itself."""
        self._grace.start()

    def stop(self) -> None:
        self._grace.stop()

    def end(self) -> None:
        """Watches nothing any more."""
        self.stop()
        self._has_ended = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._has_ended:
            return False
        kind = event.type()
        if kind in _CLICKS:
            return self.settling
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        if self._passing_on:
            self._passing_on = False
            return False
        if kind == QEvent.Type.KeyPress and not is_modifier(event):
            return self._press(watched, event)
        if kind == QEvent.Type.KeyRelease and not is_modifier(event):
            return self._release(watched, event)
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            # A filter that is there already is not installed twice.
            window.installEventFilter(self)

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        """True if no control may get the event."""
        code, place = _code(event), self._place(window)
        held = self._keys.get(code)
        repeats = event.isAutoRepeat() or (held is not None and held.goes_on(event))
        if not repeats:
            if held is not None and held.release is not None:
                self._pass_release(window, held, held.release)
            self._keys[code] = _Held(event.timestamp(), None if self.settling else place)
            return self.settling
        if held is None:
            # It was pressed before the program had the keyboard.
            held = self._keys[code] = _Held(event.timestamp(), None)
        held.pressed, held.let_go, held.release = event.timestamp(), None, None
        if held.place != place:
            held.place = None
            return True
        if not event.isAutoRepeat():
            self._pass_on(window, _marked(event))
            return True
        return False

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        """True if no control may get the event now. It waits until it is clear that no repeat
        follows."""
        if event.isAutoRepeat():
            return False
        at = event.timestamp()
        held = self._keys.setdefault(_code(event), _Held(0, None))
        release = event.clone()
        held.let_go, held.release = at, release
        wait = max(LIFT_MS, TAP_MS - max(0, at - held.pressed))
        QTimer.singleShot(wait, self, partial(self._pass_release, window, held, release))
        return True

    def _pass_release(self, window: QWindow, held: _Held, release: QKeyEvent) -> None:
        """Passes the release on if it still waits, and if the key was pressed here."""
        if held.release is not release:
            return
        held.release = None
        if isValid(window) and held.place == self._place(window):
            self._pass_on(window, release)

    def _pass_on(self, window: QWindow, event: QKeyEvent) -> None:
        # Only until the filter sees it: what the event starts may last, such as a dialog.
        self._passing_on = True
        QCoreApplication.sendEvent(window, event)

    def _place(self, window: QWindow) -> object:
        return window, QApplication.activePopupWidget(), self._page()


def _code(event: QKeyEvent) -> int:
    """Tells keys apart, whatever Shift makes of them."""
    return event.nativeScanCode() or event.key()


def _marked(event: QKeyEvent) -> QKeyEvent:
    """The press again, marked as a repeat."""
    marked = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        True,
        event.count(),
    )
    marked.setTimestamp(event.timestamp())
    return marked
