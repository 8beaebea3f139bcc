"""The main window: the rail, one page at a time, keys that no control used, and its own
position."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from backstretch.settings import Settings
from backstretch.ui.accessible_roles import install_roles
from backstretch.ui.actions import Actions
from backstretch.ui.entries import Where
from backstretch.ui.rail import Rail
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance

if TYPE_CHECKING:
    from backstretch.ui.banner import Banner

PageId = Literal["today", "history", "settings", "practice", "summary"]
_PLACES: dict[str, Where] = {
    "today": "today",
    "practice": "session",
    "history": "history",
    "settings": "anywhere",
    "summary": "anywhere",
}
FIRST_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(640, 480)


class Window(QWidget):
    """`add_page` registers how a page is made; it is made when first shown. `closing` is emitted
    once when the user closes the window, before anything is torn down, `painted` once after the
    first paint."""

    closing = Signal()
    painted = Signal()

    def __init__(self, appearance: Appearance, actions: Actions, settings: Settings) -> None:
        super().__init__()
        install_roles()
        self._appearance = appearance
        self._actions = actions
        self._settings = settings
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        self._seen = False
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
        # Small enough for a small screen, whatever the pages would like; they scroll.
        scale = Scale.at(self)
        self.setMinimumSize(LEAST_SIZE.boundedTo(QSize(scale.space(200), scale.space(150))))
        self._take_place()

    @property
    def current(self) -> str:
        return self._current

    @cached_property
    def banner(self) -> "Banner":
        """The line at the foot of the window for messages."""
        from backstretch.ui.banner import Banner

        banner = Banner(self._appearance)
        self._column.addWidget(banner)
        return banner

    def add_page(self, name: PageId, make: Callable[[], QWidget]) -> None:
        self._makers[name] = make

    def page(self, name: PageId) -> QWidget:
        """The page of that name; makes it if needed."""
        if name not in self._pages:
            page = self._makers[name]()
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: PageId) -> None:
        page = self.page(name)
        self._current = name
        self.rail.setVisible(name != "practice")
        self.rail.set_current(name)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if name in Rail.PAGES:
            self._settings.change(last_page=name)

    def come_forward(self) -> None:
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._actions.taken(event, _PLACES.get(self._current, "anywhere")):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click next to everything gives the keyboard back to the page."""
        if self._current:
            self._pages[self._current].setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember_place()
        self.closing.emit()
        super().closeEvent(event)

    def _take_place(self) -> None:
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
