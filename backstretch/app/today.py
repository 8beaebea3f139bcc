"""What the Today page is told, and what becomes of what is chosen there."""

from datetime import timedelta

from PySide6.QtCore import QLocale, QObject, QSize, QTimer, Signal

from backstretch.app.library import Library
from backstretch.app.plan import plan_of
from backstretch.app.thumbnails import Thumbnails
from backstretch.history.reading import Reading, UnreadableError
from backstretch.history.unfinished import Unfinished, last_unfinished
from backstretch.routine.model import Routine
from backstretch.session import clock
from backstretch.session.layout import lay_out
from backstretch.session.plan import Plan
from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import PastFacts, ResumeOffer, TodayFacts
from backstretch.ui.today.page import TodayPage


class TodayDesk(QObject):
    """Keeps the Today page true. `begin` carries the routine and plan to play, `resume` what was
    unfinished and is to be gone on with, `leave` the id of what is not."""

    begin = Signal(object, object)
    resume = Signal(object)
    leave = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        settings: Settings,
        library: Library,
        reading: Reading,
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._library = library
        self._reading = reading
        self._thumbnails = thumbnails
        self._order: tuple[str, ...] = ()
        self._unfinished: Unfinished | None = None
        self._past: PastFacts | None = None
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(60)
        self._redraw.timeout.connect(self._ask_pictures)
        self.page = TodayPage(appearance, actions)
        self.page.order_chosen.connect(self._take_order)
        self.page.only_chosen.connect(lambda name: self._begin((name,)))
        self.page.routine_chosen.connect(self._take_routine)
        self.page.resume_chosen.connect(self._take_resume)
        self.page.dose_chosen.connect(self._take_dose)
        self.page.pictures_wanted.connect(self._redraw.start)
        appearance.changed.connect(lambda _theme: self._ask_pictures())
        settings.listen(lambda _now: self.refresh())
        self.refresh()

    @property
    def routine(self) -> Routine:
        return self._library.chosen(self._settings.now.routine)

    @property
    def plan(self) -> Plan:
        return plan_of(self.routine, self._settings.now, self._order)

    def start(self) -> None:
        self._begin(self._order)

    def refresh(self) -> None:
        routine, plan = self.routine, self.plan
        timeline = lay_out(routine, plan, self._library.poses)
        self.page.show_facts(
            TodayFacts(
                routine=routine,
                order=tuple(routine.move(choice.id) for choice in plan.choices),
                doses={choice.id: choice.dose for choice in plan.choices},
                seconds=timeline.seconds,
                routines=self._library.titles,
            )
        )

    def refresh_past(self, trouble: str = "") -> None:
        """Reads the journal again; a journal that cannot be read is said elsewhere."""
        today = clock.wall().date()
        first = today - timedelta(days=(today.isoweekday() - _first_weekday()) % 7)
        try:
            self._unfinished = last_unfinished(self._reading)
            past = PastFacts(
                today=today,
                week=self._reading.week(first),
                goal_days=self._reading.practice().goal,
                last=self._reading.last_session(),
                resume=self._resume_offer(),
                trouble=trouble,
            )
        except UnreadableError:
            past = PastFacts(today=today, trouble=trouble)
        self._past = past
        self.page.show_past(past)

    def _resume_offer(self) -> ResumeOffer | None:
        found = self._unfinished
        if found is None or found.move >= len(found.session.moves):
            return None
        routine = self._library.routines.get(found.session.routine)
        move = found.session.moves[found.move]
        if routine is None or move.id not in {each.id for each in routine.moves}:
            return None
        done = move.done if move.left is None else min(move.left, move.right or 0)
        rep = done + 1 if move.done else 0
        title = routine.move(move.id).title
        return ResumeOffer(found.move + 1, title, rep, found.session.started.date())

    def _begin(self, order: tuple[str, ...]) -> None:
        self.begin.emit(self.routine, plan_of(self.routine, self._settings.now, order))

    def _take_order(self, order: tuple[str, ...]) -> None:
        self._order = order
        self.refresh()

    def _take_routine(self, identity: str) -> None:
        self._order = ()
        self._settings.change(routine=identity)

    def _take_dose(self, move_id: str, dose: int) -> None:
        moves = dict(self._settings.now.moves)
        moves[move_id] = {**moves.get(move_id, {}), "dose": dose}
        self._settings.change(moves=moves)
        self.refresh_past()

    def _take_resume(self, go_on: bool) -> None:
        if self._unfinished is None:
            return
        if go_on:
            self.resume.emit(self._unfinished)
        else:
            self.leave.emit(self._unfinished.id)

    def _ask_pictures(self) -> None:
        ratio = self.page.devicePixelRatioF()
        for name, (width, height) in self.page.card_sizes().items():
            move = self.routine.move(name)
            self._thumbnails.ask(move, QSize(width, height), ratio, self.page.set_picture)


def _first_weekday() -> int:
    """1 for Monday to 7 for Sunday, as the locale begins its weeks."""
    return QLocale().firstDayOfWeek().value
