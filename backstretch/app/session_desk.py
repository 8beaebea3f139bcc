"""A session from Start to summary: its driver, its page and its journal."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from backstretch.app.ending import Ending

if TYPE_CHECKING:
    from backstretch.app.familiar import Known
    from backstretch.app.journal_desk import JournalDesk
    from backstretch.app.library import Library
    from backstretch.guide.driver import Driver
    from backstretch.history.edits import When
    from backstretch.history.reading import Reading
    from backstretch.history.unfinished import Unfinished
    from backstretch.routine.model import Routine
    from backstretch.session.happenings import Happening
    from backstretch.session.moment import Moment
    from backstretch.session.plan import Plan
    from backstretch.session.state import State
    from backstretch.session.timeline import Timeline
    from backstretch.settings import Settings
    from backstretch.ui.actions import Actions
    from backstretch.ui.dialogs.question import Question
    from backstretch.ui.parts.move_pictures import MovePictures
    from backstretch.ui.practice.practice_page import PracticePage
    from backstretch.ui.theme import Appearance
    from backstretch.ui.window import Window


class SessionDesk(QObject):
    """Light to build: the driver and the practice page are made for the first session.

    `driver_made` carries the `Driver` before its first session, `announcer_made` the `Announcer`.
    `opening` carries the `Known` moves before a session opens. `mat_mode`: it was entered (True) or
    left. `over` is emitted after every
    session, however it ended; `stillness` when the desktop asks for less motion or does no more.
    """

    driver_made = Signal(object)
    announcer_made = Signal(object)
    opening = Signal(object)
    mat_mode = Signal(bool)
    over = Signal()
    stillness = Signal(bool)

    def __init__(
        self,
        window: "Window",
        appearance: "Appearance",
        actions: "Actions",
        settings: "Settings",
        library: "Callable[[], Library]",
        pictures: "Callable[[], MovePictures]",
        journal: "JournalDesk",
        reading: "Callable[[], Reading]",
    ) -> None:
        super().__init__()
        self._window = window
        self._appearance = appearance
        self._actions = actions
        self._settings = settings
        self._library = library
        self._pictures = pictures
        self._journal = journal
        self._reading = reading
        self._driver: Driver | None = None
        self._page: PracticePage | None = None
        self._desktop_wants_stillness = False
        self._session = ""
        self._began: Plan | None = None
        self._question: Question | None = None
        self._is_left = False
        self.ending = Ending(
            window,
            appearance,
            actions,
            settings,
            library,
            reading,
            lambda session, value: self._rate(session, "after", value),
            lambda: journal.journal.flush(),
            lambda: self._session,
            self.driver,
            lambda: self._desktop_wants_stillness or settings.now.reduced_motion,
        )

    @property
    def under_way(self) -> bool:
        """True while a session runs or is paused."""
        return bool(self._session)

    # --- built when needed ---

    def make_page(self) -> QWidget:
        from backstretch.figure.look import look_of
        from backstretch.session import clock
        from backstretch.ui.practice.practice_page import PracticePage
        from backstretch.ui.practice.stage.stage import Stage

        settings = self._settings
        look = look_of(settings.now.figure)
        stage = Stage(self._library().poses, look, self._appearance)
        page = PracticePage(stage, self._pictures(), clock.now, self._actions, self._appearance)
        page.leaving.connect(self.ask_to_leave)
        driver = self.driver()
        self.announcer_made.emit(page.announcer)
        page.commanded.connect(driver.command)
        driver.timeline_changed.connect(self._show_timeline)
        driver.moment_changed.connect(page.show_moment)
        driver.moment_changed.connect(self._close_question)
        driver.moment_changed.connect(self.ending.follow)
        page.seen.connect(driver.set_watched)
        page.mat_mode.connect(self.mat_mode)
        self._page = page
        self._heed()
        settings.listen(lambda _now: self._heed())
        page.facing.connect(lambda wanted: settings.change(facing=wanted))
        return page

    def driver(self) -> "Driver":
        if self._driver is None:
            from backstretch.guide.driver import Driver
            from backstretch.session import clock
            from backstretch.session.gap import GapWatch

            self._driver = Driver(clock.now, GapWatch(clock.read), parent=self)
            self.driver_made.emit(self._driver)
        return self._driver

    def want_stillness(self, wanted: bool) -> None:
        """Asks for less motion, on the desktop's behalf."""
        self._desktop_wants_stillness = wanted
        self._heed()
        self.stillness.emit(wanted)

    def _heed(self) -> None:
        """Passes on the user's choices, and less motion if the desktop asks for it."""
        from dataclasses import replace

        now = self._settings.now
        if self._desktop_wants_stillness:
            now = replace(now, reduced_motion=True)
        if self._page is not None:
            self._page.heed(now)
            self.driver().heed(now)

    # --- a session ---

    def begin(self, routine: "Routine", plan: "Plan", stiffness: int | None = None) -> None:
        """Starts a session at once; `stiffness` is the rating given before it, if any."""
        from uuid import uuid4

        from backstretch.session import player
        from backstretch.session.commands import Play

        known = self._known(routine)
        plan = self._with_lead_in(routine, plan, known)
        state = player.begin(routine, plan, self._library().poses)
        self._open(str(uuid4()), plan, state, known)
        self.driver().command(Play())
        if stiffness is not None:
            self._rate(self._session, "before", stiffness)

    def resume(self, unfinished: "Unfinished") -> None:
        """Goes on with a session that was cut off, as far as its routine still has it."""
        from backstretch.session import clock, player
        from backstretch.session.commands import Play
        from backstretch.session.going_on import go_on

        routine = self._library().routines[unfinished.session.routine]
        going_on = go_on(routine, unfinished.plan, unfinished.happenings)
        if going_on is None:
            self.leave_unfinished(unfinished.id)
            return
        if going_on.gone:
            self._say_gone(len(going_on.gone))
        if going_on.happenings is None:
            self.leave_unfinished(unfinished.id)
            self.begin(routine, going_on.plan)
            return
        for late in going_on.happenings[len(unfinished.happenings) :]:
            self._journal.record(unfinished.id, late)
        state = player.resume(
            routine,
            going_on.plan,
            going_on.happenings,
            now=clock.now(),
            ways=self._library().poses,
        )
        self._open(unfinished.id, going_on.plan, state, self._known(routine))
        self.driver().command(Play())

    def _say_gone(self, count: int) -> None:
        self._window.banner.say(
            self.tr("%n move(s) left to do are not in the routine any more.", "", count)
        )

    def leave_unfinished(self, session: str) -> None:
        """Ends a session that was cut off; what was done of it stays."""
        from backstretch.session.happenings import Ended

        self._journal.record(session, Ended(0.0, finished=False))
        self._journal.journal.flush()
        self.over.emit()

    def pause(self) -> None:
        if self.under_way:
            from backstretch.session.commands import Pause

            self.driver().command(Pause())

    def close(self) -> None:
        """Called when the window closes: everything is in the journal, and the next start can go
        on."""
        if self._driver is not None:
            self.ending.at_once()
            self.pause()
            self._remember()
            self._driver.close()
        self._session = ""

    def _known(self, routine: "Routine") -> "Known":
        """How well the moves are known; not at all if the history cannot be read."""
        from backstretch.app.familiar import Known, known_moves
        from backstretch.history.reading import UnreadableError
        from backstretch.session import clock

        try:
            return known_moves(self._reading(), routine, clock.wall().date())
        except UnreadableError:
            return Known({}, 0)

    def _with_lead_in(self, routine: "Routine", plan: "Plan", known: "Known") -> "Plan":
        """Shortens the lead-in if the user chose none and the first move needs no explanation."""
        from dataclasses import replace

        from backstretch.app.familiar import known_lead_in

        if self._settings.now.lead_in_seconds is not None:
            return plan
        return replace(plan, lead_in=known_lead_in(routine, plan.choices[0].id, known))

    def _open(self, session: str, plan: "Plan", state: "State", known: "Known") -> None:
        self.opening.emit(known)
        self._is_left = False
        self._session = session
        self._began = plan
        self._window.show_page("practice")
        self.driver().open(state, self._recorder(session))

    def _recorder(self, session: str) -> "Callable[[Happening], None]":
        from backstretch.session import clock
        from backstretch.session.happenings import Ended

        journal = self._journal.journal

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
        """Called from within the driver's step, so the summary waits for the next turn of the event
        loop."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self, self._show_summary)

    def _show_summary(self) -> None:
        from backstretch.session.outcome import counts

        driver = self.driver()
        state, moment = driver.state, driver.moment
        if state is None or moment is None or not self._session:
            return
        self._remember()
        session, self._session = self._session, ""
        self._journal.journal.flush()
        counted = counts(moment.moves)
        if counted:
            self.ending.write(session, state.routine, moment)
        driver.close()
        # There is nothing to sum up of a start by mistake.
        self.ending.show(counted=counted, by_itself=not self._is_left)
        self.over.emit()

    def _remember(self) -> None:
        """Remembers paces and doses chosen during the current session."""
        from backstretch.app.remembering import remember

        state = self.driver().state
        if self.under_way and self._began is not None and state is not None:
            remember(self._settings, self._began, state.plan)

    def _rate(self, session: str, when: "When", value: int | None) -> None:
        from backstretch.history.edits import Rated

        self._journal.record(session, Rated(when, value))

    def ask_to_leave_from_afar(self) -> None:
        """Pauses at once and asks in the window, for a media control, whose call must not wait for
        the answer."""
        from PySide6.QtCore import QTimer

        self.pause()
        self._window.come_forward()
        self._window.held_keys.settle()
        QTimer.singleShot(0, self, self.ask_to_leave)

    def ask_to_leave(self) -> None:
        """Pauses and asks. Does nothing while it is asking already."""
        from backstretch.session.commands import Leave, Play
        from backstretch.ui.dialogs.leaving import leaving_dialog

        if self._question is not None or not self.under_way or self.ending.at_once():
            return
        self.pause()
        question = self._question = leaving_dialog(
            self._appearance, self._journal.unsaved_trouble(), self._window
        )
        question.exec()
        self._question = None
        question.deleteLater()
        match question.answer:
            case "leave":
                self._is_left = True
                self.driver().command(Leave())
                self._ended()
            case "stay":
                self.driver().command(Play())

    def _close_question(self, moment: "Moment") -> None:
        """Closes the question once it is settled elsewhere: a media control resumes the session, or
        it ends."""
        if self._question is not None and moment.status != "paused":
            self._question.reject()
