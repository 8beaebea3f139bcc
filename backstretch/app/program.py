"""The whole program, put together: who is built when, and who hears whom."""

import logging
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from backstretch.app.guidance import Guidance
from backstretch.app.history_desk import DataDesk
from backstretch.app.session_desk import Practising
from backstretch.app.today_desk import TodayDesk
from backstretch.log import Fault
from backstretch.paths import Places
from backstretch.settings import Preferences, Settings
from backstretch.ui.actions import Actions
from backstretch.ui.icons import icon
from backstretch.ui.single_window import SingleWindow
from backstretch.ui.text_size import Growth
from backstretch.ui.theme import Appearance
from backstretch.ui.window import Window

if TYPE_CHECKING:
    from backstretch.app.library import Library
    from backstretch.app.preloading import Preloader
    from backstretch.history.reading import Reading
    from backstretch.system.wishes import DesktopWishes

log = logging.getLogger("backstretch.app")


class Program(QObject):
    """Built before the window is shown: window and Today. Everything else when it is needed or,
    in `after_first_paint`, when the user can already see and start."""

    def __init__(
        self, app: QApplication, at: Places, settings: Settings, language: str = "en"
    ) -> None:
        super().__init__()
        self.at = at
        self.settings = settings
        self.language = language
        self.desktop_wants_stillness = False
        self._wishes: DesktopWishes | None = None
        self._preloader: Preloader | None = None
        self.appearance = Appearance(app, settings.now.theme)
        self.actions = Actions(settings.now.keys)
        self.window = Window(self.appearance, self.actions, settings)
        self._growth = Growth(app, self.window, settings.now.text_percent)
        self.practising = Practising(self)
        self.guidance = Guidance(self)
        self.data = DataDesk(self)
        self.today = TodayDesk(self)
        self._add_pages()
        self._connect()

    @cached_property
    def library(self) -> "Library":
        from backstretch.app.library import open_library

        return open_library(self.at.routines, self.language)

    @cached_property
    def reading(self) -> "Reading":
        from backstretch.history.reading import Reading

        return Reading(self.at.journal)

    @cached_property
    def titles(self) -> dict[str, str]:
        """What moves and routines are called, by id."""
        routines = self.library.routines.values()
        moves = {move.id: move.title for routine in routines for move in routine.moves}
        return {**moves, **{routine.id: routine.title for routine in routines}}

    def open(self) -> None:
        self.today.open()
        self.window.show_page("history" if self.settings.now.last_page == "history" else "today")
        self.window.show()

    def after_first_paint(self, single: SingleWindow) -> None:
        """What may come late, in the order of its use."""
        self.today.after_first_paint()
        single.watch(self._come_forward)
        self.guidance.connect_desktop()
        self._follow_wishes()
        self._say_faulty_routines()
        self.window.setWindowIcon(icon("today", self.appearance.theme.colour("accent"), 128))
        for problem in (*self.settings.problems, self.settings.trouble):
            if problem:
                log.warning("%s", problem)
                self.window.banner.say(problem)
        self._make_ahead()

    def close(self) -> None:
        if self._wishes is not None:
            self._wishes.close()
            self._wishes = None
        if self._preloader is not None:
            self._preloader.stop()
        self.data.imports.close()
        self.practising.close()
        self.today.stop()
        self.guidance.close()

    def show_fault(self, fault: Fault) -> None:
        """Says what went wrong; a session pauses, so that nothing goes on behind the dialog."""
        from backstretch.ui.dialogs.fault import fault_dialog

        def show() -> None:
            dialog = fault_dialog(self.appearance, fault.what, fault.log_file, self.window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()
            self.practising.pause()

        QTimer.singleShot(0, self, show)

    def _follow_wishes(self) -> None:
        """Dark and less motion, where the desktop tells them."""
        from backstretch.system.wishes import follow_wishes

        def still(wanted: bool) -> None:
            self.desktop_wants_stillness = wanted
            self.practising.heed()

        self._wishes = follow_wishes(self, self.appearance.desktop_says, still)

    def _make_ahead(self) -> None:
        """The history page, so that it opens at once."""
        from backstretch.app.history_pages import steps_ahead
        from backstretch.app.preloading import Preloader

        self._preloader = Preloader(steps_ahead(self), lambda: self.practising.under_way, self)

    def _say_faulty_routines(self) -> None:
        faulty = self.library.faulty
        if faulty:
            words = self.tr(
                "{file} cannot be used; `backstretch check {file}` says how to mend it."
            ).format(file=faulty[0])
            more = len(faulty) - 1
            if more:
                words += " " + self.tr("%n more file(s) there are faulty, too.", "", more)
            self.window.banner.say(words)

    def _add_pages(self) -> None:
        window = self.window
        window.add_page("today", lambda: self.today.page)
        window.add_page("practice", self.practising.make_page)
        window.add_page("summary", self.practising.ending.make_summary)
        window.add_page("history", self._make_history)
        window.add_page("settings", self._make_settings)

    def _connect(self) -> None:
        on = self._on
        on("start", lambda: self.today.start())
        on("today", lambda: self._go("today"))
        on("history", lambda: self._go("history"))
        on("settings", lambda: self._go("settings"))
        on("keys", self._show_keys)
        on("voice", self.guidance.next_level)
        on("about", self._show_about)
        on("quit", self.window.close)
        self.window.closing.connect(self.practising.close)
        self.practising.over.connect(self.today.refresh_past)
        self.practising.trouble.connect(self.data.show_trouble)
        self.actions.keys_changed.connect(
            lambda: self.settings.change(keys=self.actions.changed_keys())
        )
        self.settings.listen(self._follow)

    def _on(self, command: str, do: Callable[[], object]) -> None:
        self.actions[command].triggered.connect(lambda _checked=False: do())

    def _go(self, name: str) -> None:
        if self.practising.under_way:
            return
        if name == "today":
            self.window.show_page("today")
            self.today.refresh_past()
        elif name == "history":
            self._open_history()
        elif name == "settings":
            self.window.show_page("settings")

    def _follow(self, now: Preferences) -> None:
        self.appearance.choose(now.theme)
        self._growth.choose(now.text_percent)

    def _open_history(self) -> None:
        """The page as it was left; asked for again while it is open, the week."""
        from backstretch.ui.history.history_page import HistoryPage

        is_open = self.window.current == "history"
        self.window.show_page("history")
        page = self.window.page("history")
        if is_open and isinstance(page, HistoryPage):
            page.show_overview()

    def _come_forward(self, token: str) -> None:
        if token:
            import os

            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self.window.come_forward()

    def _make_history(self) -> QWidget:
        from backstretch.app.history_pages import make_history

        return make_history(self)

    def _make_settings(self) -> QWidget:
        from backstretch.app.settings_desk import make_settings

        return make_settings(self)

    def _show_keys(self) -> None:
        from backstretch.ui.dialogs.key_list import KeyList

        dialog = KeyList(self.appearance, self.actions, self.window)
        self.practising.pause()
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_about(self) -> None:
        from backstretch.ui.dialogs.about import About

        dialog = About(self.appearance, self.at, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
