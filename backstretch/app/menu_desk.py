"""What belongs to no page: the program's menu and its dialogs, and the title of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from backstretch.app.history_desk import HistoryDesk
    from backstretch.app.session_desk import SessionDesk
    from backstretch.guide.driver import Driver
    from backstretch.paths import Places
    from backstretch.routine.model import Routine
    from backstretch.session.moment import Moment
    from backstretch.ui.actions import Actions
    from backstretch.ui.theme import Appearance
    from backstretch.ui.window import Window


class MenuDesk(QObject):
    """`routine` returns the one that is chosen, whose source About names."""

    def __init__(
        self,
        window: "Window",
        appearance: "Appearance",
        actions: "Actions",
        sessions: "SessionDesk",
        history: "HistoryDesk",
        routine: "Callable[[], Routine]",
        at: "Places",
    ) -> None:
        super().__init__()
        self._window = window
        self._appearance = appearance
        self._actions = actions
        self._sessions = sessions
        self._routine = routine
        self._at = at
        for command, do in (
            ("keys", self._show_keys),
            ("about", self._show_about),
            ("import", lambda: history.do("import")),
            ("export", lambda: history.do("export")),
            ("folder", self._open_folder),
            ("menu", self._open_menu),
        ):
            actions[command].triggered.connect(lambda _=False, act=do: act())
        sessions.driver_made.connect(self._follow)
        sessions.over.connect(lambda: window.setWindowTitle("Backstretch"))

    def _follow(self, driver: "Driver") -> None:
        driver.moment_changed.connect(lambda moment: self._tell(driver, moment))

    def _tell(self, driver: "Driver", moment: "Moment") -> None:
        """The move and the count in the window's title, for whoever looks at a list of windows."""
        from backstretch.ui.words.title_words import window_title

        if driver.state is None:
            return
        title = window_title(driver.state.routine, moment)
        if title != self._window.windowTitle():
            self._window.setWindowTitle(title)

    def _open_menu(self) -> None:
        from backstretch.ui.main_menu import MainMenu

        MainMenu(self._actions, self._window.rail.menu_button).open()

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._at.data))):
            words = self.tr("The folder could not be opened: {place}")
            self._window.banner.say(words.format(place=self._at.data))

    def _show_keys(self) -> None:
        from backstretch.ui.dialogs.key_list import KeyList

        self._sessions.pause()
        KeyList(self._appearance, self._actions, self._window).open_once()

    def _show_about(self) -> None:
        from backstretch.ui.dialogs.about import About

        self._sessions.pause()
        about = About(self._appearance, self._at, self._routine().source, self._window)
        about.open_once()
