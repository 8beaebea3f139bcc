"""The whole program, put together: what is built when, and which signal goes where.

Objects are built from the bottom up and get what they need as arguments; none of them knows
`Program`. What goes upward goes by signal, and `_connect` lists those.
"""

import logging
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from backstretch.app.guidance import Guidance
from backstretch.app.history_desk import HistoryDesk
from backstretch.app.journal_desk import JournalDesk
from backstretch.app.menu_desk import MenuDesk
from backstretch.app.reading_ahead import ReadingAhead
from backstretch.app.session_desk import SessionDesk
from backstretch.app.snapshot import TodaySnapshot
from backstretch.app.today_desk import TodayDesk
from backstretch.log import Fault
from backstretch.paths import Places
from backstretch.settings import Preferences, Settings, SettingsProblem
from backstretch.ui.actions import Actions
from backstretch.ui.icons import icon
from backstretch.ui.single_window import SingleWindow
from backstretch.ui.text_size import Growth
from backstretch.ui.theme import Appearance
from backstretch.ui.window import Window

if TYPE_CHECKING:
    from backstretch.app.closing import Closing
    from backstretch.app.library import Library
    from backstretch.app.preloading import Preloader
    from backstretch.history.reading import Reading
    from backstretch.system.wishes import DesktopWishes
    from backstretch.ui.parts.move_pictures import MovePictures

log = logging.getLogger("backstretch.app")


class Program(QObject):
    """Built before the window is shown: the window, Today, and desks that are light until used.
    Everything else is built when needed or, in `after_first_paint`, when the user can already see
    and start."""

    _has_said_unsaved = False
    _wishes: "DesktopWishes | None" = None
    _preloader: "Preloader | None" = None

    def __init__(
        self, app: QApplication, at: Places, settings: Settings, language: str = "en"
    ) -> None:
        super().__init__()
        self.app, self.at = app, at
        self.settings, self.language = settings, language
        look = self.appearance = Appearance(app, settings.now.theme)
        actions = self.actions = Actions(settings.now.keys)
        window = self.window = Window(look, actions, settings)
        self._growth = Growth(app, window, settings.now.text_percent)
        self.journal = JournalDesk(at.journal, at.state)
        self.reading_ahead = ReadingAhead(at.routines, language)
        self.sessions = SessionDesk(
            window,
            look,
            actions,
            settings,
            lambda: self.library,
            lambda: self.pictures,
            self.journal,
            lambda: self.reading,
        )
        self.guidance = Guidance(settings, look, lambda: self.pictures, at.cache / "art", language)
        self.history = HistoryDesk(
            window, look, lambda: self.library, lambda: self.reading, self.journal
        )
        self.today = TodayDesk(
            look,
            actions,
            settings,
            lambda: self.library,
            lambda: self.pictures,
            lambda: self.reading,
            self.sessions,
            self.history,
            TodaySnapshot(at.cache / "today.json", language, at.routines),
        )
        self._add_pages()
        self._connect()
        self._connect_commands()

    @cached_property
    def closing(self) -> "Closing":
        from backstretch.app.closing import Closing

        return Closing(
            self.window,
            self.appearance,
            self.journal,
            self._settle,
            self.history.ask_rescue_target,
        )

    @cached_property
    def library(self) -> "Library":
        return self.reading_ahead.result()

    @cached_property
    def pictures(self) -> "MovePictures":
        from backstretch.ui.parts.move_pictures import MovePictures

        return MovePictures(self.appearance, self.library.poses)

    @cached_property
    def reading(self) -> "Reading":
        from backstretch.history.reading import Reading

        return Reading(self.at.journal)

    def open(self) -> None:
        self.today.open()
        self.window.show_page("history" if self.settings.now.last_page == "history" else "today")
        self.window.show()

    def after_first_paint(self, single: SingleWindow) -> None:
        """What can wait until the user sees the window and the routines are read."""
        self.journal.take_in_unsaved()
        self.today.after_first_paint()
        single.watch(self._come_forward)
        self.guidance.connect_desktop()
        self._follow_wishes()
        self._say_faulty_routines()
        self.window.setWindowIcon(icon("today", self.appearance.theme.colour("accent"), 128))
        self._say_faulty_settings()
        self._make_ahead()

    def end(self) -> None:
        """Ends the program without a question, whatever dialog is open."""
        self.closing.at_once()
        self.app.exit(0)

    def close(self) -> None:
        self.reading_ahead.stop()
        self.window.held_keys.end()
        if self._wishes is not None:
            self._wishes.close()
            self._wishes = None
        if self._preloader is not None:
            self._preloader.stop()
        self.history.imports.close()
        self._end_session()
        self.today.stop()
        if "pictures" in vars(self):
            self.pictures.stop()
        self.guidance.close()

    def show_fault(self, fault: Fault) -> None:
        """Shows what went wrong and pauses the session, so that it does not go on behind the
        dialog."""
        from backstretch.ui.dialogs.fault import fault_dialog

        def show() -> None:
            dialog = fault_dialog(self.appearance, fault.what, fault.log_file, self.window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()
            self.window.held_keys.settle()
            self.sessions.pause()

        QTimer.singleShot(0, self, show)

    def _follow_wishes(self) -> None:
        """Follows the desktop's dark mode and reduced motion."""
        from backstretch.system.wishes import follow_wishes

        self._wishes = follow_wishes(
            self, self.appearance.desktop_says, self.sessions.want_stillness
        )

    def _make_ahead(self) -> None:
        """Builds the history page while nothing else happens, so that it opens at once."""
        from backstretch.app.history_pages import steps_ahead
        from backstretch.app.preloading import Preloader

        steps = steps_ahead(lambda: self.window.page("history"), lambda: self.today.page.size())
        self._preloader = Preloader(steps, lambda: self.today.keeps_busy, self)

    def _say_faulty_routines(self) -> None:
        from backstretch.ui.words.trouble_words import unusable_routines_text

        faulty, left_out = self.library.faulty, self.library.left_out
        if faulty or left_out:
            words = unusable_routines_text(faulty, left_out, self.at.routines)
            self.window.banner.say(words)

    def _say_faulty_settings(self) -> None:
        for problem in self.settings.problems:
            self._say_settings_problem(problem)
        self._say_unsaved_settings()

    def _say_unsaved_settings(self) -> None:
        """Says once that choices cannot be saved, unless something graver is being said."""
        trouble = self.settings.trouble
        if trouble is None:
            self._has_said_unsaved = False
        elif not self._has_said_unsaved and not self.window.banner.words:
            self._has_said_unsaved = True
            self._say_settings_problem(trouble)

    def _say_settings_problem(self, problem: SettingsProblem) -> None:
        from backstretch.ui.words.settings_words import problem_text

        text = problem_text(problem)
        log.warning("%s", text)
        self.window.banner.say(text)

    def _add_pages(self) -> None:
        window = self.window
        window.add_page("today", lambda: self.today.page)
        window.add_page("practice", self.sessions.make_page)
        window.add_page("summary", self.sessions.ending.make_summary)
        window.add_page("history", self._make_history)
        window.add_page("settings", self._make_settings)

    def _connect(self) -> None:
        """Everything that is told upward or sideways."""
        self.window.closing.connect(self._end_session)
        self.sessions.driver_made.connect(self.guidance.follow)
        self.sessions.announcer_made.connect(self.guidance.quieten)
        self.sessions.opening.connect(self.guidance.begin)
        self.sessions.mat_mode.connect(self.guidance.take_mat_mode)
        self.sessions.over.connect(self.guidance.end_session)
        self.sessions.over.connect(self.today.refresh_past)
        self.guidance.start_wanted.connect(self._start_from_afar)
        self.guidance.leave_wanted.connect(self.sessions.ask_to_leave_from_afar)
        self.guidance.raise_wanted.connect(self.window.come_forward)
        self.guidance.voice_missed.connect(lambda text: self.window.banner.say(text))
        self.journal.trouble.connect(self.history.show_trouble)
        self.history.changed.connect(self.today.refresh_past)
        self.actions.keys_changed.connect(
            lambda: self.settings.change(keys=self.actions.changed_keys())
        )
        self.settings.listen(self._follow)
        self.window.may_close = lambda: self.closing.may_close()

    def _connect_commands(self) -> None:
        """Commands that work on every page; the practice page connects those of a session."""
        self.menu = MenuDesk(
            self.window,
            self.appearance,
            self.actions,
            self.sessions,
            self.history,
            lambda: self.today.routine,
            self.at,
        )
        on = self._on
        on("start", lambda: self.today.start())
        on("today", lambda: self._go("today"))
        on("history", lambda: self._go("history"))
        on("settings", lambda: self._go("settings"))
        on("voice", self.guidance.next_level)
        on("quit", self.window.close)

    def _start_from_afar(self) -> None:
        """Starts a session for a media control. Just after one has ended the press meant that
        one."""
        if not self.window.held_keys.settling:
            self.today.start()

    def _settle(self) -> None:
        """Hands over what is still being entered, and pauses the session."""
        from backstretch.ui.history.history_page import HistoryPage

        page = self.window.made_page("history")
        if isinstance(page, HistoryPage):
            page.keep_note()
        self.sessions.pause()

    def _end_session(self) -> None:
        """Writes everything; the next start can go on from there."""
        self.sessions.close()
        self.journal.close()

    def _on(self, command: str, do: Callable[[], object]) -> None:
        self.actions[command].triggered.connect(lambda _checked=False: do())

    def _go(self, name: str) -> None:
        if self.sessions.under_way:
            self.sessions.ask_to_leave()
        elif name == "today":
            self.window.show_page("today")
            self.today.refresh_past()
        elif name == "history":
            self._open_history()
        elif name == "settings":
            self.window.show_page("settings")

    def _follow(self, now: Preferences) -> None:
        self.appearance.choose(now.theme)
        self._growth.choose(now.text_percent)
        if self.window.isVisible():
            self._say_unsaved_settings()

    def _open_history(self) -> None:
        """Opens the page as it was left, or on the current week if it is open already."""
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

        return make_history(
            self.appearance,
            self.actions,
            lambda: self.library,
            self.reading,
            self.journal,
            self.history,
        )

    def _make_settings(self) -> QWidget:
        from backstretch.app.settings_desk import make_settings

        return make_settings(
            self.appearance,
            self.settings,
            self.actions,
            lambda: self.library,
            lambda: self.pictures,
            self.guidance,
            self.history.do,
            self.at,
        )
