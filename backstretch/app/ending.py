"""The end of a session: its page, how stiff the back is now, and the last skip undone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from backstretch.app.library import Library
    from backstretch.guide.driver import Driver
    from backstretch.history.reading import Reading
    from backstretch.routine.model import Routine
    from backstretch.session.moment import Moment
    from backstretch.settings import Settings
    from backstretch.ui.actions import Actions
    from backstretch.ui.parts.stiffness import StiffnessCard
    from backstretch.ui.summary.summary_facts import SummaryFacts
    from backstretch.ui.summary.summary_page import SummaryPage
    from backstretch.ui.theme import Appearance
    from backstretch.ui.window import Window


class Ending(QObject):
    """`rate` is called with the session's id and the rating, None if it is taken back. `flush`
    waits until the journal is written. `session` returns the id of the session under way, ""
    without one; `still` whether nothing on the page may move."""

    def __init__(
        self,
        window: "Window",
        appearance: "Appearance",
        actions: "Actions",
        settings: "Settings",
        library: "Callable[[], Library]",
        reading: "Callable[[], Reading]",
        rate: Callable[[str, int | None], None],
        flush: Callable[[], object],
        session: Callable[[], str],
        driver: "Callable[[], Driver]",
        still: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._window = window
        self._appearance = appearance
        self._actions = actions
        self._settings = settings
        self._library = library
        self._reading = reading
        self._rate = rate
        self._flush = flush
        self._session = session
        self._driver = driver
        self._still = still
        self._summary: SummaryPage | None = None
        self._shown = ""
        self._can_undo = False
        self.is_left = False
        """The user has left the page of a session that could still be gone on with."""

    def make_summary(self) -> QWidget:
        from backstretch.ui.summary.summary_page import SummaryPage

        page = self._summary = SummaryPage(self._appearance, self._actions)
        page.done.connect(self._leave)
        page.save_wanted.connect(self._save)
        return page

    def follow(self, moment: "Moment") -> None:
        """Shows the page at once if the last move is skipped, with a way back as long as the skip
        can be undone."""
        waits = bool(moment.ending)
        if waits == self._can_undo:
            return
        self._can_undo = waits
        # Not within the driver's step, which has told others nothing of this moment yet.
        QTimer.singleShot(0, self, self._turn_to)

    def _turn_to(self) -> None:
        """Shows the page that belongs to the session as it is now."""
        from backstretch.session.outcome import counts

        session, driver = self._session(), self._driver()
        state, moment = driver.state, driver.moment
        if not session or state is None or moment is None:
            return
        if moment.ending and counts(moment.moves):
            self.is_left = False
            self._flush()
            self.write(session, state.routine, moment)
            self._window.show_page("summary", by_itself=True)
        elif not moment.ending and moment.status in ("playing", "paused"):
            self._shown = ""
            self._window.show_page("practice")

    def write(self, session: str, routine: "Routine", moment: "Moment") -> None:
        """Fills the page from the session's last moment. What the journal keeps must be written."""
        from backstretch.figure.look import look_of

        self._window.page("summary")
        assert self._summary is not None
        facts = self._facts(session, routine, moment)
        poses, look = self._library().poses, look_of(self._settings.now.figure)
        if session == self._shown:
            self._summary.tell_more(facts, poses, look, still=self._still())
            return
        self._shown = session
        question = self._question_after(session, facts.before)
        self._summary.show_facts(facts, poses, look, question, still=self._still())

    def show(self, *, counted: bool, by_itself: bool) -> None:
        """Shows the page of a session that has ended; Today if it counts for nothing or the user
        has left the page already."""
        left, self.is_left, self._can_undo = self.is_left, False, False
        if left or not counted:
            self._window.show_page("today", by_itself=by_itself and not left)
        elif self._window.current != "summary":
            self._window.show_page("summary", by_itself=by_itself)

    def _facts(self, session: str, routine: "Routine", moment: "Moment") -> "SummaryFacts":
        from dataclasses import replace

        from backstretch.history.reading import UnreadableError
        from backstretch.history.week import first_day
        from backstretch.session import clock
        from backstretch.ui.summary.summary_facts import SummaryFacts
        from backstretch.ui.words.dates import first_weekday

        status: Literal["finished", "stopped"]
        status = "stopped" if moment.status == "stopped" else "finished"
        now = clock.wall()
        facts = SummaryFacts(routine, status, moment.moves, now.date())
        facts = replace(facts, can_undo=bool(moment.ending))
        try:
            reading = self._reading()
            done = reading.session(session)
            day = done.started.date() if done is not None else now.date()
            return replace(
                facts,
                today=day,
                week=reading.week(first_day(day, first_weekday()), now),
                goal_days=reading.practice().goal,
                is_first=len(reading.recent_sessions(2, now)) == 1,
                before=done.before if done is not None else None,
            )
        except UnreadableError:
            return facts

    def _question_after(self, session: str, before: int | None) -> "StiffnessCard | None":
        """The question how stiff the back is, unless the user does not want it."""
        from backstretch.ui.parts.stiffness import StiffnessCard

        if not self._settings.now.ask_stiffness:
            return None
        title = QCoreApplication.translate("Summary", "How stiff is your back now?")
        card = StiffnessCard(self._appearance, title, before)
        card.rated.connect(lambda value: self._rate(session, value))
        return card

    def at_once(self) -> bool:
        """Ends a session that waits only for its last skip to be undone; True if it did."""
        from backstretch.session.commands import EndEarly

        moment = self._driver().moment
        if moment is None or not moment.ending:
            return False
        self._driver().command(EndEarly())
        return True

    def _leave(self) -> None:
        self.is_left = bool(self._session())
        if not self.at_once():
            self.is_left = False
            self._window.show_page("today")

    def _save(self) -> None:
        """Asks for a file and writes the picture to it."""
        from PySide6.QtWidgets import QFileDialog

        from backstretch.paint.still import write_image
        from backstretch.ui.words.trouble_words import unwritable_text

        assert self._summary is not None
        proposed = str(Path.home() / "backstretch.png")
        kinds = self.tr("A picture (*.png)")
        title = self.tr("Save as picture")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, proposed, kinds)
        if not chosen:
            return
        target = Path(chosen)
        target = target if target.suffix else target.with_suffix(".png")
        try:
            write_image(self._summary.picture(), target)
        except OSError as error:
            self._window.banner.say(unwritable_text(target, error))
        else:
            words = self.tr("The picture is saved as {file}.")
            self._window.banner.say(words.format(file=target), good=True)
