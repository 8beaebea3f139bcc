"""The history page: a week, a session or a year, one at a time."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from backstretch.history.edits import Deleted, Restored
from backstretch.history.events import Entry
from backstretch.history.fold import deletions
from backstretch.history.practice import Practice
from backstretch.history.reading import Reading, UnreadableError
from backstretch.routine.titles import Titles
from backstretch.ui.actions import Actions
from backstretch.ui.history.overview import Overview
from backstretch.ui.history.session_page import SessionPage
from backstretch.ui.history.undo import UndoBar
from backstretch.ui.history.week_footer import Foot
from backstretch.ui.history.year_page import YearPage
from backstretch.ui.theme import Appearance

Record = Callable[[str, Entry], None]
_LOOK_MS = 20_000
"""How often an open page looks whether the day is another one."""


class HistoryPage(QStackedWidget):
    """Reads the journal and hands edits to `record(session, entry)`. Edits are shown once they are
    saved: connect the journal's `saved` to `refresh`. `titles` returns the titles known now.

    wanted      what a button asks for: "export", "import", "report" or "erase"
    unreadable  an UnreadableError, when the journal could not be read
    """

    wanted = Signal(str)
    unreadable = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        reading: Reading,
        record: Record,
        now: Callable[[], datetime],
        titles: Callable[[], Titles],
    ) -> None:
        super().__init__()
        self._reading = reading
        self._record = record
        self._deleted = ""

        def today() -> date:
            return now().date()

        self._appearance = appearance
        self._titles = titles
        self._today = today
        self._day = today()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look_at_day)
        self.overview = Overview(appearance, actions, reading, today, titles)
        self._foot = Foot(appearance, record)
        self._undo = UndoBar(appearance)
        self.overview.top(self._undo)
        self.overview.foot(self._foot)
        self.addWidget(self.overview)
        self.overview.session_wanted.connect(self.show_session)
        self.overview.week_wanted.connect(self.show_week)
        self.overview.refreshed.connect(self._show_practice)
        self.overview.months_wanted.connect(self._show_year)
        self._undo.undo_wanted.connect(self._restore)
        self._foot.wanted.connect(self.wanted)
        actions["earlier"].triggered.connect(lambda _checked=False: self._go(-1))
        actions["later"].triggered.connect(lambda _checked=False: self._go(1))
        actions["now"].triggered.connect(lambda _checked=False: self.show_week(today()))

    @cached_property
    def session(self) -> SessionPage:
        """Made when the first session is opened."""
        page = SessionPage(self._appearance, self._record, self._titles)
        page.back_wanted.connect(self.show_overview)
        page.deletion_wanted.connect(self._delete)
        self.addWidget(page)
        return page

    @cached_property
    def year(self) -> YearPage:
        """Made when the first year is opened."""
        page = YearPage(self._appearance, self._reading, self._today)
        page.back_wanted.connect(self.show_overview)
        page.day_wanted.connect(self.show_week)
        self.addWidget(page)
        return page

    def refresh(self) -> None:
        """Reads the journal again, if the page is visible; else that happens when it is shown. An
        unreadable journal is reported by `unreadable`."""
        if not self.isVisible():
            return
        try:
            shown = self.currentWidget()
            if isinstance(shown, SessionPage):
                self._read_session(shown.identity)
            elif isinstance(shown, YearPage):
                shown.refresh()
            else:
                self.overview.refresh()
        except UnreadableError as error:
            self.unreadable.emit(error)

    def keep_note(self) -> None:
        """Records a note that is just being typed."""
        if "session" in vars(self):
            self.session.keep_note()

    def show_overview(self) -> None:
        """Shows the week that was shown last."""
        self.setCurrentWidget(self.overview)
        self.refresh()
        self.overview.setFocus()

    def show_week(self, day: date) -> None:
        """Shows the week of `day`, at most the current one."""
        self.setCurrentWidget(self.overview)
        self._reading_well(lambda: self.overview.show_week(day))

    def show_session(self, identity: str) -> None:
        """Shows the session with that id, or the week if it is gone."""
        if self._reading_well(lambda: self._read_session(identity)) and self._shows_session:
            self.session.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _look_at_day(self) -> None:
        """Midnight, travel or a clock put right: what was "today" is not any more."""
        if self._day != self._today():
            self._day = self._today()
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is not self.overview:
            self.show_overview()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange and self.isVisible():
            self.refresh()

    def _go(self, weeks: int) -> None:
        shown = self.currentWidget()
        if isinstance(shown, YearPage):
            self._reading_well(lambda: shown.go(weeks))
        elif shown is self.overview:
            self._reading_well(lambda: self.overview.go(weeks))

    def _show_practice(self, practice: Practice) -> None:
        self._foot.show_practice(practice, self.overview.first)

    def _show_year(self, day: date) -> None:
        if self._reading_well(lambda: self.year.show_year(day.year)):
            self.setCurrentWidget(self.year)
            # Keys are meant for the year from now on: arrows turn it, Esc leaves it.
            self.year.setFocus()

    @property
    def _shows_session(self) -> bool:
        return self.currentWidget() is self.session

    def _read_session(self, identity: str) -> None:
        found = self._reading.session(identity)
        if found is None:
            self.show_overview()
        else:
            self.session.show_session(found)
            self.setCurrentWidget(self.session)

    def _delete(self, identity: str) -> None:
        """Deletes without asking, because the bar above the week can undo it."""
        self._deleted = identity
        self._record(identity, Deleted())
        self._undo.offer(QCoreApplication.translate("History", "The session was deleted."))
        self.show_overview()
        self.overview.ensureWidgetVisible(self._undo)

    def _restore(self) -> None:
        # Before the bar with the pressed button hides, or Qt would move the focus to some control
        # further down and scroll there.
        self.overview.setFocus()
        found: tuple[str, ...] = ()

        def read() -> None:
            nonlocal found
            found = deletions(self._reading.events(self._deleted))

        if self._reading_well(read) and found:
            self._record(self._deleted, Restored(found))

    def _reading_well(self, read: Callable[[], None]) -> bool:
        """Runs `read`. False, and reported, if the journal cannot be read."""
        try:
            read()
        except UnreadableError as error:
            self.unreadable.emit(error)
            return False
        return True
