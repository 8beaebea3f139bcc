"""The window remembers its place, fits any screen, and leaves keys to the focused control."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.theme import Appearance
from backstretch.ui.window import Window


class Wide(QWidget):
    """A page with a minimum size larger than any screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(5000, 4000)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button = QPushButton("press", self)
        self.heard: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())
        event.ignore()


def make(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> tuple[Window, dict[str, Wide]]:
    window = Window(appearance, actions, settings)
    qtbot.addWidget(window)
    pages: dict[str, Wide] = {}

    def maker(name: str) -> Wide:
        pages[name] = Wide()
        return pages[name]

    for name in ("today", "history", "settings", "practice", "summary"):
        window.add_page(name, lambda name=name: maker(name))  # type: ignore[misc,arg-type]
    return window, pages


def test_pages_are_made_when_first_shown(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    window, pages = make(qtbot, appearance, actions, settings)
    window.show_page("today")
    assert list(pages) == ["today"]
    window.show_page("history")
    window.show_page("today")
    assert list(pages) == ["today", "history"]
    assert settings.now.last_page == "today"


def test_the_rail_is_hidden_during_practice(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    window, _ = make(qtbot, appearance, actions, settings)
    window.show()
    window.show_page("practice")
    assert not window.rail.isVisible()
    window.show_page("summary")
    assert window.rail.isVisible()
    assert settings.now.last_page == "today"


def test_no_page_makes_the_window_larger_than_the_screen(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    window, _ = make(qtbot, appearance, actions, settings)
    window.show_page("today")
    window.show()
    window.resize(800, 600)
    assert (window.width(), window.height()) == (800, 600)


def test_a_focused_control_keeps_its_own_keys(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    window, pages = make(qtbot, appearance, actions, settings)
    window.show()
    window.show_page("today")
    started: list[bool] = []
    pressed: list[bool] = []
    actions["start"].triggered.connect(lambda _=False: started.append(True))
    pages["today"].button.clicked.connect(lambda _=False: pressed.append(True))
    qtbot.keyClick(pages["today"].button, Qt.Key.Key_Space)
    assert (len(pressed), len(started)) == (1, 0)
    qtbot.keyClick(pages["today"], Qt.Key.Key_Space)
    assert (len(pressed), len(started)) == (1, 1)


def test_the_place_is_remembered(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    window, _ = make(qtbot, appearance, actions, settings)
    window.show_page("today")
    window.setGeometry(20, 30, 700, 500)
    window.close()
    assert tuple(settings.now.geometry) == (20, 30, 700, 500)
    again, _ = make(qtbot, appearance, actions, settings)
    assert again.geometry().getRect() == (20, 30, 700, 500)


def test_a_place_on_a_larger_screen_is_cut_to_the_present_one(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    screen = QGuiApplication.primaryScreen().availableSize()
    settings.change(geometry=(0, 0, screen.width() + 300, screen.height() + 100))
    window, _ = make(qtbot, appearance, actions, settings)
    assert (window.width(), window.height()) == (screen.width(), screen.height())


def test_a_place_off_the_screen_is_ignored(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    settings.change(geometry=(9000, 9000, 700, 500))
    window, _ = make(qtbot, appearance, actions, settings)
    screen = window.screen().availableGeometry()
    assert screen.intersects(window.geometry())
    assert window.width() <= 700


def test_closing_is_emitted_once(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    window, _ = make(qtbot, appearance, actions, settings)
    told: list[bool] = []
    window.closing.connect(lambda: told.append(True))
    window.show()
    window.close()
    assert told == [True]


def test_the_banner_shows_a_message_with_its_buttons(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    window, _ = make(qtbot, appearance, actions, settings)
    tried: list[str] = []
    window.banner.say("The disk is full.", (("Try again", lambda: tried.append("again")),))
    assert window.banner.words == "The disk is full."
    buttons = {button.text(): button for button in window.banner.findChildren(QPushButton)}
    buttons["Try again"].click()
    buttons["Close"].click()
    assert tried == ["again"]
    assert window.banner.words == ""
