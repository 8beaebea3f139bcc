"""The main window: the rail and one page at a time. It handles the keys that no control used, and
remembers its own position."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal, assert_never

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from backstretch.settings import Settings
from backstretch.ui.accessible_roles import install_roles
from backstretch.ui.actions import Actions
from backstretch.ui.entries import Where
from backstretch.ui.held_keys import HeldKeys
from backstretch.ui.rail import Rail
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

if TYPE_CHECKING:
    from backstretch.ui.banner import Banner

PageId = Literal["today", "history", "settings", "practice", "summary"]
FIRST_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(640, 480)


class Window(QWidget):
    """Pages are registered with `add_page` and made when first shown. `closing` is emitted when the
    window closes, before anything is torn down; `painted` once, after the first paint.
    `may_close` is asked first; the window stays open if it returns False."""

    closing = Signal()
    painted = Signal()

    def __init__(self, appearance: Appearance, actions: Actions, settings: Settings) -> None:
        super().__init__()
        install_roles()
        self._appearance = appearance
        self._actions = actions
        self._settings = settings
        self._makers: dict[PageId, Callable[[], QWidget]] = {}
        self._pages: dict[PageId, QWidget] = {}
        self._current: PageId | None = None
        self._seen = False
        self.held_keys = HeldKeys(lambda: self._current, self)
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("Backstretch")
        self.rail = Rail(appearance, actions)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.rail)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        row.addLayout(self._column, 1)
        # Smaller than some pages ask for, to fit a small screen; pages scroll.
        scale = Scale.at(self)
        self.setMinimumSize(LEAST_SIZE.boundedTo(QSize(scale.space(200), scale.space(150))))
        self._take_place()

    @property
    def current(self) -> PageId | None:
        """The page that is shown; None before the first."""
        return self._current

    @cached_property
    def banner(self) -> "Banner":
        """The line for messages at the foot of the window; made when first needed."""
        from backstretch.ui.banner import Banner

        banner = Banner(self._appearance)
        self._column.addWidget(banner)
        return banner

    def add_page(self, name: PageId, make: Callable[[], QWidget]) -> None:
        """Registers how the page is made."""
        self._makers[name] = make

    def made_page(self, name: PageId) -> QWidget | None:
        """The page of that name if it was made already."""
        return self._pages.get(name)

    def page(self, name: PageId) -> QWidget:
        """The page of that name, made if needed. Raises KeyError if it was not registered."""
        if name not in self._pages:
            page = self._makers[name]()
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: PageId, *, by_itself: bool = False) -> None:
        """Shows the page and gives it the focus. A page of the rail is remembered for the next
        start. `by_itself`: nobody pressed anything for it, so nothing pressed is meant for it
        yet."""
        if by_itself:
            self.held_keys.settle()
        page = self.page(name)
        self._current = name
        self.rail.setVisible(name != "practice")
        self.rail.set_current(name)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if name in Rail.PAGES:
            self._settings.change(last_page=name)

    def come_forward(self) -> None:
        """Shows the window in front of others, as far as the desktop allows."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        where = "anywhere" if self._current is None else _place_of(self._current)
        if not self._actions.taken(event, where):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside all controls gives the focus back to the page."""
        if self._current is not None:
            self._pages[self._current].setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            # Not before the paint is over: receivers load what a first picture can do without.
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._remember_place()
        self.closing.emit()
        self.held_keys.end()
        super().closeEvent(event)

    def _take_place(self) -> None:
        """Returns to the remembered place if at least half of each side is on a screen, else keeps
        only the size."""
        now = self._settings.now
        if len(now.geometry) == 4:
            wanted = QRect(*now.geometry)
            for screen in QGuiApplication.screens():
                free = screen.availableGeometry()
                seen = free.intersected(wanted)
                if seen.width() >= wanted.width() / 2 and seen.height() >= wanted.height() / 2:
                    self.setGeometry(QRect(wanted.topLeft(), wanted.size().boundedTo(free.size())))
                    break
            else:
                self._fit(wanted.size())
        else:
            self._fit(FIRST_SIZE)
        if now.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _fit(self, size: QSize) -> None:
        """Resizes to `size`, less if the screen is smaller. Leaves room for a title bar."""
        screen = QGuiApplication.primaryScreen()
        free = screen.availableSize() if screen else size
        bar = Scale.at(self).space(8)
        self.resize(size.boundedTo(QSize(free.width(), free.height() - bar)))

    def _remember_place(self) -> None:
        place = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else None
        rect = place or self.geometry()
        self._settings.change(
            geometry=(rect.x(), rect.y(), rect.width(), rect.height()),
            maximised=self.isMaximized(),
        )


def _place_of(page: PageId) -> Where:
    """Which keys are active while that page is shown, besides those active anywhere."""
    match page:
        case "today":
            return "today"
        case "practice":
            return "session"
        case "history":
            return "history"
        case "settings" | "summary":
            return "anywhere"
        case _:
            assert_never(page)
