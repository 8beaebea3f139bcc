"""A session from Start to summary: the driver, its page, the journal and what comes after."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from backstretch.app.ending import Ending

if TYPE_CHECKING:
    from backstretch.app.program import Program
    from backstretch.guide.driver import Driver
    from backstretch.history.edits import When
    from backstretch.history.store import Journal
    from backstretch.history.unfinished import Unfinished
    from backstretch.routine.model import Routine
    from backstretch.session.happenings import Happening
    from backstretch.session.plan import Plan
    from backstretch.session.state import State
    from backstretch.session.timeline import Timeline
    from backstretch.ui.practice.practice_page import PracticePage


class Practising(QObject):
    """Built light; the player, the page and the journal come with the first session.
    `over` is emitted when a session has ended, for whatever reason."""

    over = Signal()
    trouble = Signal(object)
    saved = Signal()

    def __init__(self, program: "Program") -> None:
        super().__init__()
        self._program = program
        self._driver: Driver | None = None
        self._page: PracticePage | None = None
        self.ending = Ending(program, lambda at, value: self._rate(at, "after", value))
        self._journal: Journal | None = None
        self._session = ""
        self._began: Plan | None = None

    @property
    def under_way(self) -> bool:
        """A session runs or is paused."""
        return bool(self._session)

    # --- built when needed ---

    def make_page(self) -> QWidget:
        from backstretch.figure.look import look_of
        from backstretch.ui.practice.practice_page import PracticePage

        program = self._program
        look = look_of(program.settings.now.figure)
        page = PracticePage(program.library.poses, look, program.actions, program.appearance)
        page.leaving.connect(self._ask_to_leave)
        driver = self.driver()
        program.guidance.quieten(page.announcer)
        page.commanded.connect(driver.command)
        driver.timeline_changed.connect(self._show_timeline)
        driver.moment_changed.connect(page.show_moment)
        page.seen.connect(driver.set_watched)
        self._page = page
        self.heed()
        program.settings.listen(lambda _now: self.heed())
        page.mirrored.connect(lambda on: program.settings.change(mirrored=on))
        return page

    def heed(self) -> None:
        """Passes on what the user chose, and what the desktop wishes besides."""
        from dataclasses import replace

        now = self._program.settings.now
        if self._program.desktop_wants_stillness:
            now = replace(now, reduced_motion=True)
        if self._page is not None:
            self._page.heed(now)
            self.driver().heed(now)

    def driver(self) -> "Driver":
        if self._driver is None:
            from backstretch.guide.driver import Driver
            from backstretch.session import clock
            from backstretch.session.gap import GapWatch

            self._driver = Driver(clock.now, GapWatch(clock.read), parent=self)
            self._program.guidance.follow(self._driver)
        return self._driver

    def journal(self) -> "Journal":
        if self._journal is None:
            from backstretch.history.store import Journal
            from backstretch.session import clock

            self._journal = Journal(
                self._program.at.journal,
                clock.wall().date(),
                on_trouble=self.trouble.emit,
                on_saved=self.saved.emit,
            )
        return self._journal

    # --- a session ---

    def begin(self, routine: "Routine", plan: "Plan", stiffness: int | None = None) -> None:
        """Starts at once; `stiffness` is the answer given before it, if there was one."""
        from uuid import uuid4

        from backstretch.session import player
        from backstretch.session.commands import Play

        state = player.begin(routine, plan, self._program.library.poses)
        self._open(str(uuid4()), plan, state)
        self.driver().command(Play())
        if stiffness is not None:
            self._rate(self._session, "before", stiffness)

    def resume(self, unfinished: "Unfinished") -> None:
        from backstretch.session import clock, player
        from backstretch.session.commands import Play
        from backstretch.session.plan import from_json

        routine = self._program.library.routines[unfinished.session.routine]
        plan = from_json(routine, unfinished.plan)
        state = player.resume(
            routine,
            plan,
            unfinished.happenings,
            now=clock.now(),
            ways=self._program.library.poses,
        )
        self._open(unfinished.id, plan, state)
        self.driver().command(Play())

    def leave_unfinished(self, session: str) -> None:
        """Ends a session that was cut off; what was done of it stays."""
        from backstretch.session import clock
        from backstretch.session.happenings import Ended

        self.journal().record(session, Ended(0.0, finished=False), clock.wall())
        self.journal().flush()
        self.over.emit()

    def pause(self) -> None:
        if self.under_way:
            from backstretch.session.commands import Pause

            self.driver().command(Pause())

    def close(self) -> None:
        """The window closes: what was done is on the disk, and can be gone on with."""
        if self._driver is not None:
            self.pause()
            self._remember()
            self._driver.close()
        self._session = ""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _open(self, session: str, plan: "Plan", state: "State") -> None:
        self._session = session
        self._began = plan
        self._program.window.show_page("practice")
        self.driver().open(state, self._recorder(session))

    def _recorder(self, session: str) -> "Callable[[Happening], None]":
        from backstretch.session import clock
        from backstretch.session.happenings import Ended

        journal = self.journal()

        def record(happening: "Happening") -> None:
            journal.record(session, happening, clock.wall_at(happening.at))
            if isinstance(happening, Ended):
                self._ended()

        return record

    def _show_timeline(self, timeline: "Timeline") -> None:
        state = self.driver().state
        if self._page is not None and state is not None:
            self._page.show_session(state.routine, timeline)

    def _ended(self) -> None:
        """Called while the driver is in its step: the rest waits for the next turn."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self, self._show_summary)

    def _show_summary(self) -> None:
        driver = self.driver()
        state, moment = driver.state, driver.moment
        if state is None or moment is None or not self._session:
            return
        self._remember()
        session, self._session = self._session, ""
        self.journal().flush()
        self.ending.write(session, state.routine, moment)
        driver.close()
        self._program.window.show_page("summary")
        self.over.emit()

    def _remember(self) -> None:
        """Keeps the paces and doses that were chosen in the session under way."""
        from backstretch.app.remembering import remember

        state = self.driver().state
        if self.under_way and self._began is not None and state is not None:
            remember(self._program.settings, self._began, state.plan)

    def _rate(self, session: str, when: "When", value: int | None) -> None:
        from backstretch.history.edits import Rated
        from backstretch.session import clock

        self.journal().record(session, Rated(when, value), clock.wall())

    def _ask_to_leave(self) -> None:
        from backstretch.session.commands import Leave, Play
        from backstretch.ui.dialogs.leaving import ask_to_leave

        self.pause()
        driver = self.driver()
        answer = ask_to_leave(self._program.appearance, self._program.window)
        if answer == "leave":
            driver.command(Leave())
            self._ended()
        elif answer == "stay":
            driver.command(Play())
